"""Trains the reader from open corpora. Resumable; everything random comes from --seed.

    python training/train.py --data ../shared/data --base e5-small-q4.bin --out run --passes 4
"""
import argparse
import glob
import json
import os
import random
import time

import torch
import torch.nn.functional as F

import treebanks as T
from base_model import Base
from reader_model import Reader
from subwords import SubWords, kept, served_letters, text_words

LANGUAGES = ["en", "ru", "fa"]


def corpora(data):
    train = []
    for code in LANGUAGES:
        train += list(T.trees(f"{data}/ud/{code}/train.conllu", code))
    return [s for s in train if 0 < len(s["forms"]) <= 160 and all(h >= 0 for h in s["heads"])]


def name_sets(data):
    sets = []
    for path in ("en/wikigold-all.bio", "en/re3d-train.bio", "en/wnut17-train.bio", "en/uner-en_ewt-dev.bio", "fa/parstwiner-train.bio"):
        sets += list(T.bio(f"{data}/ner/{path}"))
    for path in ("ru/factrueval-devset.jsonl", "ru/nerel-v1.1-train.jsonl"):
        sets += list(T.standoff(f"{data}/ner/{path}"))
    return [s for s in sets if 0 < len(s["forms"]) <= 120]


def inventory(sentences):
    from collections import Counter

    attributes, scripts, rels, styles = {}, Counter(), Counter(), Counter()
    counts = Counter()
    for s in sentences:
        styles[s["style"]] += 1
        rels.update(s["rels"])
        for form, lemma, feats in zip(s["forms"], s["lemmas"], s["feats"]):
            scripts[T.lemma_script(T.fold(form), T.fold(lemma))] += 1
            for pair in feats.split("|") if feats != "_" else []:
                counts[pair] += 1
    for pair, n in counts.items():
        if n >= 20:
            attribute, value = pair.split("=", 1)
            attributes.setdefault(attribute, set()).add(value)
    attributes = {a: ["_"] + sorted(v) for a, v in sorted(attributes.items())}
    lemma = [s for s, n in scripts.most_common() if n >= 2 and s]
    return {
        "styles": [""] + sorted(styles),
        "upos": "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(),
        "attributes": attributes,
        "rels": sorted(r for r, n in rels.items() if n >= 5 or ":" not in r),
        "lemma": lemma,
        "names": T.NAME_TYPES,
    }


def all_words(data, sentences, names):
    words = set()
    for s in sentences + names:
        for form in s["forms"]:
            form = T.fold(form)
            words.update((form, form.lower()))
            if form.isalpha() and len(form) < 14:
                words.add(form.upper())
    for path in glob.glob(f"{data}/ud/*/*.conllu"):
        for s in T.trees(path, ""):
            words.update(T.fold(f) for f in s["forms"])
    for path in glob.glob(f"{data}/ud/ru/*.gz"):
        for s in T.trees(path, ""):
            words.update(T.fold(f) for f in s["forms"])
    words.update(T.fold(w) for w in text_words(f"{data}/ud/fa/perdt-train-text.txt"))
    words.update(T.fold(w.split("\t")[0]) for w in open(f"{data}/lexicons/hazm-words.dat", encoding="utf-8"))
    return sorted(words)


class Coder:
    """Turns sentences into tensors."""

    def __init__(self, inv, sub, keep):
        self.inv, self.sub = inv, sub
        self.new = {old: new for new, old in enumerate(keep)}
        self.unknown, self.bos, self.eos, self.pad = (self.new[i] for i in (sub.base.unknown, sub.base.bos, sub.base.eos, sub.base.pad))
        self.upos = {u: i for i, u in enumerate(inv["upos"])}
        self.rels = {r: i for i, r in enumerate(inv["rels"])}
        self.scripts = {s: i for i, s in enumerate(inv["lemma"])}
        self.values = {a: {v: i for i, v in enumerate(vs)} for a, vs in inv["attributes"].items()}

    def pieces(self, forms):
        ids, first = [self.bos], [0]
        for form in forms:
            first.append(len(ids))
            ids += [self.new.get(i, self.unknown) for i in self.sub.of(T.fold(form))]
        return ids[:510] + [self.eos], first

    def labels(self, s):
        rels = [self.rels.get(r, self.rels.get(r.split(":")[0], 0)) for r in s["rels"]]
        feats = []
        for f in s["feats"]:
            pairs = dict(p.split("=", 1) for p in f.split("|")) if f != "_" else {}
            feats.append([vs.get(pairs.get(a, "_"), 0) for a, vs in self.values.items()])
        scripts = [self.scripts.get(T.lemma_script(T.fold(f), T.fold(l)), -100) for f, l in zip(s["forms"], s["lemmas"])]
        return {"upos": [self.upos.get(u, -100) for u in s["upos"]], "feats": feats, "lemma": scripts, "heads": s["heads"], "rels": rels}


def varied(forms, rng):
    """Copies in lower case, in capitals, or without the last full stop, as such text comes in practice."""
    dice = rng.random()
    if dice < 0.17:
        return [f.lower() if len(f.lower()) == len(f) else f for f in forms]
    if dice < 0.20:
        return [f.upper() for f in forms]
    return forms


def tensors(coder, batch, rng, train=True):
    rows = []
    for s in batch:
        forms = varied(s["forms"], rng) if train else s["forms"]
        ids, first = coder.pieces(forms)
        if train:
            ids = [coder.unknown if 0 < i < len(ids) - 1 and rng.random() < 0.04 else p for i, p in enumerate(ids)]
        rows.append((s, ids, first))
    length = max(len(r[1]) for r in rows)
    count = max(len(r[2]) for r in rows)
    ids = torch.full((len(rows), length), coder.pad)
    first = torch.zeros((len(rows), count), dtype=torch.long)
    there = torch.zeros((len(rows), count), dtype=torch.bool)
    for i, (_, a, b) in enumerate(rows):
        ids[i, : len(a)] = torch.tensor(a)
        b = [min(x, len(a) - 1) for x in b]
        first[i, : len(b)] = torch.tensor(b)
        there[i, : len(b)] = True
    return ids, first, there


def padded(rows, count, width=None, fill=-100):
    shape = (len(rows), count) if width is None else (len(rows), count, width)
    out = torch.full(shape, fill)
    for i, row in enumerate(rows):
        out[i, 1 : 1 + len(row)] = torch.tensor(row)
    return out


def tree_loss(model, coder, batch, rng, drop):
    ids, first, there = tensors(coder, batch, rng)
    styles = torch.tensor([0 if rng.random() < 0.1 else coder.inv["styles"].index(s["style"]) for s in batch])
    outputs = model.encoder(ids, ids != coder.pad, drop)
    x = model.words(model.mixed(outputs, 0), first) + model.style(styles)[:, None]
    x = F.dropout(x, 0.2, model.training)
    count = first.shape[1]
    gold = [coder.labels(s) for s in batch]
    upos = padded([g["upos"] for g in gold], count)
    heads = padded([g["heads"] for g in gold], count)
    rels = padded([g["rels"] for g in gold], count)
    lemma = padded([g["lemma"] for g in gold], count)
    feats = padded([g["feats"] for g in gold], count, len(coder.values))
    arcs = model.arcs(x).float().masked_fill(~there[:, None, :], -1e4)
    loss = F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-100)
    labels = model.labels(x, heads.clamp(min=0)).float()
    loss = loss + F.cross_entropy(labels.flatten(0, 1), rels.flatten(), ignore_index=-100)
    loss = loss + F.cross_entropy(model.upos(x).float().flatten(0, 1), upos.flatten(), ignore_index=-100)
    loss = loss + 0.5 * F.cross_entropy(model.lemma(x).float().flatten(0, 1), lemma.flatten(), ignore_index=-100)
    scores, at = model.feats(x).float(), 0
    for k, values in enumerate(coder.values.values()):
        part = scores[..., at : at + len(values)]
        loss = loss + 0.1 * F.cross_entropy(part.flatten(0, 1), feats[..., k].flatten(), ignore_index=-100)
        at += len(values)
    return loss


def name_loss(model, coder, batch, rng, drop):
    ids, first, _ = tensors(coder, batch, rng)
    outputs = model.encoder(ids, ids != coder.pad, drop)
    x = F.dropout(model.words(model.mixed(outputs, 1), first), 0.2, model.training)
    scores = model.names(x).float().view(*x.shape[:2], 3, 3)
    loss = 0
    for k in range(3):
        gold = padded([s["names"][k] for s in batch], first.shape[1])
        loss = loss + F.cross_entropy(scores[:, :, k].flatten(0, 1), gold.flatten(), ignore_index=-100)
    return loss


def batches(sentences, size, rng, kind):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["forms"]) + rng.random() * 6)
    groups, group, longest = [], [], 0
    for i in order:
        n = len(sentences[i]["forms"]) * 1.4 + 2
        longest = max(longest, n)
        if group and longest * (len(group) + 1) > size:
            groups.append((kind, group))
            group, longest = [], n
        group.append(sentences[i])
    if group:
        groups.append((kind, group))
    return groups


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True)
    ap.add_argument("--base", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--passes", type=int, default=4)
    ap.add_argument("--layers", type=int, default=12)
    ap.add_argument("--size", type=int, default=1500, help="sub-words a step")
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--names-share", type=float, default=0.4, help="share of the name sentences used in each pass")
    ap.add_argument("--drop", type=float, default=0.0, help="dropout inside the encoder (word dropout is always on)")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(a.seed)
    base = Base(a.base)
    sentences, names = corpora(a.data), name_sets(a.data)
    plan = os.path.join(a.out, "plan.json")
    if os.path.exists(plan):
        saved = json.load(open(plan, encoding="utf-8"))
        inv, keep = saved["inventory"], saved["keep"]
    else:
        inv = inventory(sentences)
        keep = kept(base, all_words(a.data, sentences, names) + served_letters())
        json.dump({"inventory": inv, "keep": keep, "layers": a.layers}, open(plan, "w", encoding="utf-8"), ensure_ascii=False)
    coder = Coder(inv, SubWords(base), keep)
    sizes = {"styles": len(inv["styles"]), "upos": len(inv["upos"]), "rels": len(inv["rels"]), "lemma": len(inv["lemma"]), "feats": sum(map(len, inv["attributes"].values()))}
    model = Reader(base, keep, sizes, layers=a.layers)
    print(len(sentences), "trees", len(names), "named", len(keep), "sub-words", sizes, flush=True)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": 2e-3}], weight_decay=0.01, betas=(0.9, 0.98))

    def planned(number):
        rng = random.Random(a.seed * 1000 + number)
        some = [s for s in names if rng.random() < a.names_share]
        plan = batches(sentences, a.size, rng, "tree") + batches(some, a.size, rng, "names")
        rng.shuffle(plan)
        return plan, rng

    total = sum(len(planned(n)[0]) for n in range(a.passes))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(s / 100, max(0.0, (total - s) / max(1, total - 100))) + 1e-6)
    state, begun, step = os.path.join(a.out, "state.pt"), 0, 0
    if os.path.exists(state):
        saved = torch.load(state)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun, step = saved["passes"], saved["step"]
    model.train()
    for number in range(begun, a.passes):
        plan, rng = planned(number)
        clock, sum_loss = time.time(), 0.0
        for n, (kind, batch) in enumerate(plan):
            with torch.autocast("cpu", torch.bfloat16):
                loss = (tree_loss if kind == "tree" else name_loss)(model, coder, batch, rng, a.drop)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            sum_loss += float(loss.detach())
            if step % 20 == 0:
                print(f"pass {number + 1} step {step}/{total} loss {sum_loss / 20:.3f} {(time.time() - clock) / 20:.2f} s/step", flush=True)
                clock, sum_loss = time.time(), 0.0
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "passes": number + 1, "step": step}, state + ".new")
        os.replace(state + ".new", state)
        torch.save(model.state_dict(), os.path.join(a.out, f"weights-{number + 1}.pt"))
    print("done", flush=True)


if __name__ == "__main__":
    main()
