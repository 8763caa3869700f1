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


TYPES = ["-", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE"]
STATUSES = ["occurred", "ongoing", "planned", "proposed", "cancelled", "denied", "alleged"]
ROLES = ["-", "actor", "recipient", "others"]


def treebanks(data, run):
    """Rows of treebanks.tsv whose file is there: language, path, style, share of the sentences used in each pass."""
    rows = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "treebanks.tsv"), encoding="utf-8").read().split("\n")[1:]
    for row in rows:
        if row:
            language, path, style, share = row.split("\t")[:4]
            path = path.replace("RUN", run) if path.startswith("RUN") else os.path.join(data, path)
            if os.path.exists(path):
                yield language, path, style, float(share)


def usable(s):
    return 0 < len(s["forms"]) <= 160 and all(h >= 0 for h in s["heads"]) and "_" not in s["upos"]


def corpora(data, run):
    train = []
    for language, path, style, share in treebanks(data, run):
        for s in T.trees(path, language):
            if usable(s):
                s["style"] = s["style"] if style == "-" else style
                train.append({**s, "language": language, "share": share})
    return train


def acts(run):
    """Sentences with acts, made from data/claims by scripts/claims-words.ts; read anew at each pass."""
    rows = []
    for path in sorted(glob.glob(f"{run}/acts*.jsonl")):
        rows += [json.loads(line) for line in open(path, encoding="utf-8")]
    return [r for r in rows if 0 < len(r["forms"]) <= 120]


def known_vectors(run):
    path = f"{run}/vectors.npz"
    if not os.path.exists(path):
        return {}
    import numpy as np

    saved = np.load(path)
    return dict(zip(saved["keys"].tolist(), torch.tensor(saved["vectors"].astype("f4"))))


def name_sets(data):
    sets = []
    for path in ("en/wikigold-all.bio", "en/re3d-train.bio", "en/wnut17-train.bio", "en/uner-en_ewt-dev.bio", "fa/parstwiner-train.bio"):
        sets += list(T.bio(f"{data}/ner/{path}"))
    for path in ("ru/factrueval-devset.jsonl", "ru/nerel-v1.1-train.jsonl"):
        sets += list(T.standoff(f"{data}/ner/{path}"))
    return [s for s in sets if 0 < len(s["forms"]) <= 120]


def kinds():
    """family/stage of every row of the product's table of stages."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../src/knowledge/data/stages.tsv")
    return ["/".join(row.split("\t")[:2]) for row in open(path, encoding="utf-8").read().split("\n")[1:] if row]


def inventory(sentences):
    from collections import Counter

    attributes, scripts, rels, styles = {}, Counter(), Counter(), Counter()
    counts, further = Counter(), Counter()
    for s in sentences:
        styles[s["style"]] += 1
        rels.update(s["rels"])
        for form, lemma, feats in zip(s["forms"], s["lemmas"], s["feats"]):
            (scripts if s["language"] in LANGUAGES else further)[T.lemma_script(T.fold(form), T.fold(lemma))] += 1
            for pair in feats.split("|") if feats != "_" else []:
                counts[pair] += 1
    for pair, n in counts.items():
        if n >= 20:
            attribute, value = pair.split("=", 1)
            attributes.setdefault(attribute, set()).add(value)
    attributes = {a: ["_"] + sorted(v) for a, v in sorted(attributes.items())}
    lemma = [s for s, n in scripts.most_common() if n >= 2 and s]
    lemma += [s for s, n in further.most_common() if n >= 12 and s and s not in scripts]
    return {
        "styles": [""] + sorted(styles),
        "upos": "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(),
        "attributes": attributes,
        "rels": sorted(r for r, n in rels.items() if n >= 5 or ":" not in r),
        "lemma": lemma,
        "names": T.NAME_TYPES,
        "types": TYPES,
        "kinds": kinds(),
        "statuses": STATUSES,
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
        self.types = {t: i for i, t in enumerate(inv.get("types", []))}
        self.kinds = {t: i for i, t in enumerate(inv.get("kinds", []))}
        self.vectors = {}

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
    taught = [(i, coder.vectors[key]) for i, key in enumerate(" ".join(s["forms"]) for s in batch) if key in coder.vectors]
    if taught:
        rows = torch.tensor([i for i, _ in taught])
        ours = model.sentence([o[rows] for o in outputs], first[rows], there[rows]).float()
        loss = loss + (1 - F.cosine_similarity(ours, torch.stack([v for _, v in taught]), dim=-1)).mean()
    return loss


# PLV's one label for giving way stands for two of PLOVER's.
WIDE = {"YIELD": ("CONCEDE", "RETREAT")}


def root_loss(coder, scores, roots):
    shares, loss, count = scores.log_softmax(-1), torch.zeros(()), 0
    for row, root in zip(shares, roots):
        labels = [coder.types[t] for t in WIDE.get(root, (root,)) if t in coder.types]
        if labels:
            loss, count = loss - torch.logsumexp(row[labels], 0), count + 1
    return loss / max(1, count)


def act_loss(model, coder, batch, rng, drop):
    ids, first, there = tensors(coder, batch, rng)
    outputs = model.encoder(ids, ids != coder.pad, drop)
    plain = model.rows(outputs, first, 2)
    x = F.dropout(plain, 0.2, model.training)
    types, kind, status = (t.float() for t in model.acts(x))
    words = first.shape[1]
    whole = model.whole(plain, there).float()
    loss = root_loss(coder, whole, [s.get("root") for s in batch])
    full = [i for i, s in enumerate(batch) if s["complete"]]
    if not full:
        return loss
    gold, gold_kind, gold_status = (torch.full((len(batch), words), -100) for _ in range(3))
    most = max(1, max(len(s["acts"]) for s in batch))
    at, roles = torch.zeros((len(batch), most), dtype=torch.long), torch.full((len(batch), most, words), -100)
    for i in full:
        s = batch[i]
        gold[i, 1 : 1 + len(s["forms"])] = 0
        for n, act in enumerate(s["acts"]):
            w = act["at"] + 1
            gold[i, w] = coder.types[act["type"]]
            gold_kind[i, w] = coder.kinds.get(act["kind"], -100)
            gold_status[i, w] = STATUSES.index(act["status"])
            at[i, n] = w
            roles[i, n, 1 : 1 + len(s["forms"])] = 0
            roles[i, n, w] = -100
            for part, role in act["roles"].items():
                roles[i, n, int(part) + 1] = ROLES.index(role) if role else -100
    weight = torch.ones(types.shape[-1])
    weight[0] = 0.5
    loss = loss + 3 * F.cross_entropy(types.flatten(0, 1), gold.flatten(), weight=weight, ignore_index=-100)
    if (gold > 0).any():
        loss = loss + 0.7 * F.cross_entropy(kind.flatten(0, 1), gold_kind.flatten(), ignore_index=-100)
        loss = loss + 0.7 * F.cross_entropy(status.flatten(0, 1), gold_status.flatten(), ignore_index=-100)
        scores = model.roles(x, at).float()
        loss = loss + 4 * F.cross_entropy(scores.flatten(0, 2), roles.flatten(), ignore_index=-100)
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


LOSSES = {"tree": tree_loss, "names": name_loss, "acts": act_loss}


def begin_from(model, inv, folder):
    """Takes over what an earlier run has learnt, by name: layers that both have, and head rows of the labels that both know."""
    from export import weights

    old = torch.load(weights(folder)[0], map_location="cpu")
    before = json.load(open(os.path.join(folder, "plan.json"), encoding="utf-8"))["inventory"]
    flat = lambda i: [f"{a}={v}" for a, vs in i["attributes"].items() for v in vs]
    rows = {"upos": (inv["upos"], before["upos"]), "feats": (flat(inv), flat(before)), "lemma": (inv["lemma"], before["lemma"]),
            "style": (inv["styles"], before["styles"]), "lab_d": (inv["rels"], before["rels"]), "lab_h": (inv["rels"], before["rels"])}
    state, taken = model.state_dict(), 0
    for name, value in state.items():
        head = name.split(".")[0]
        if name == "mixes" and "mix" in old:
            value[0], value[1] = old["mix"][: value.shape[1]], old["mix_names"][: value.shape[1]]
            value[2] = value[3] = old["mix"][: value.shape[1]]
        elif name == "lab_w.weight":
            width = model.lab_dep.weight.shape[0]
            new, past = value.view(len(inv["rels"]), width, width), old[name].view(len(before["rels"]), width, width)
            for i, label in enumerate(inv["rels"]):
                if label in before["rels"]:
                    new[i] = past[before["rels"].index(label)]
        elif head in rows and name in old:
            index = {label: i for i, label in enumerate(rows[head][1])}
            for i, label in enumerate(rows[head][0]):
                if label in index:
                    value[i] = old[name][index[label]]
        elif name in old and old[name].shape == value.shape:
            value.copy_(old[name])
        else:
            continue
        taken += 1
    model.load_state_dict(state)
    print(f"{taken} of {len(state)} tensors taken from {folder}", flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True)
    ap.add_argument("--base", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--passes", type=int, default=4)
    ap.add_argument("--layers", type=int, default=8)
    ap.add_argument("--begin", help="folder of an earlier run whose weights are taken over")
    ap.add_argument("--size", type=int, default=1500, help="sub-words a step")
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--names-share", type=float, default=0.4, help="share of the name sentences used in each pass")
    ap.add_argument("--acts-share", type=float, default=2.0, help="how often each sentence with acts is used in a pass")
    ap.add_argument("--drop", type=float, default=0.0, help="dropout inside the encoder (word dropout is always on)")
    ap.add_argument("--workers", type=int, default=1, help="processes that train the same weights side by side; with 1 a run can be repeated to the bit")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(a.seed)
    base = Base(a.base)
    sentences, names = corpora(a.data, a.out), name_sets(a.data)
    plan = os.path.join(a.out, "plan.json")
    if os.path.exists(plan):
        saved = json.load(open(plan, encoding="utf-8"))
        inv, keep = saved["inventory"], saved["keep"]
    else:
        inv = inventory(sentences)
        keep = (json.load(open(os.path.join(a.begin, "plan.json"), encoding="utf-8"))["keep"] if a.begin
                else kept(base, all_words(a.data, sentences, names) + served_letters()))
        json.dump({"inventory": inv, "keep": keep, "layers": a.layers}, open(plan, "w", encoding="utf-8"), ensure_ascii=False)
    coder = Coder(inv, SubWords(base), keep)
    coder.vectors = known_vectors(a.out)
    model = Reader(base, keep, sizes_of(inv), layers=a.layers)
    print(len(sentences), "trees", len(names), "named", len(coder.vectors), "vectors", len(keep), "sub-words", sizes_of(inv), flush=True)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": 2e-3}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    state, begun = os.path.join(a.out, "state.pt"), 0
    if os.path.exists(state):
        saved = torch.load(state)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        begun = saved["passes"]
    elif a.begin:
        begin_from(model, inv, a.begin)
    job = {"args": a, "model": model, "coder": coder, "optimizer": optimizer, "sentences": sentences, "names": names, "begun": begun, "state": state}
    if a.workers == 1:
        return work(job, 0, None)
    # Each worker has one thread and takes its own steps on the shared weights: on few cores faster than threads, not repeatable to the bit.
    model.share_memory()
    context = torch.multiprocessing.get_context("fork")
    barrier = context.Barrier(a.workers)
    others = [context.Process(target=work, args=(job, n, barrier)) for n in range(1, a.workers)]
    for other in others:
        other.start()
    work(job, 0, barrier)
    for other in others:
        other.join()


def planned(job, number):
    """The batches of a pass, the same in every worker."""
    a = job["args"]
    rng = random.Random(a.seed * 1000 + number)
    some = [s for s in job["sentences"] if s["share"] >= 1 or rng.random() < s["share"]]
    plan = batches(some, a.size, rng, "tree")
    plan += batches([s for s in job["names"] if rng.random() < a.names_share], a.size, rng, "names")
    known = acts(a.out)
    for _ in range(round(a.acts_share)):
        plan += batches(known, a.size, rng, "acts")
    rng.shuffle(plan)
    return plan


def work(job, me, barrier):
    """Takes every n-th step of each pass; worker 0 keeps the weights after it."""
    a, model, optimizer = job["args"], job["model"], job["optimizer"]
    if a.workers > 1:
        torch.set_num_threads(1)
    torch.manual_seed(a.seed * 100 + me)
    rates = [a.rate, 2e-3]
    step = 0
    model.train()
    for number in range(job["begun"], a.passes):
        plan = planned(job, number)
        rng = random.Random(a.seed * 7919 + number * 31 + me)
        own = plan[me :: a.workers]
        clock, sums = time.time(), {}
        if me == 0:
            print(f"pass {number + 1}: {len(plan)} steps, {a.workers} workers", flush=True)
        for n, (kind, batch) in enumerate(own):
            gone = (number + n / len(own)) / a.passes
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * min(1.0, (step + 1) / 100) * max(0.002, 1 - gone)
            with torch.autocast("cpu", torch.bfloat16):
                loss = LOSSES[kind](model, job["coder"], batch, rng, a.drop)
            if loss.requires_grad:
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
                optimizer.step()
                optimizer.zero_grad()
            step += 1
            sums.setdefault(kind, []).append(float(loss.detach()))
            if step % 20 == 0 and me == 0:
                means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
                print(f"pass {number + 1} step {n + 1}/{len(own)} {means} {(time.time() - clock) / 20:.2f} s/step", flush=True)
                clock, sums = time.time(), {}
        if barrier:
            barrier.wait()
        if me == 0:
            kept_after(job, number)
        if barrier:
            barrier.wait()
    if me == 0:
        print("done", flush=True)


def kept_after(job, number):
    state, weights = job["state"], job["model"].state_dict()
    torch.save({"model": weights, "optimizer": job["optimizer"].state_dict(), "passes": number + 1}, state + ".new")
    os.replace(state + ".new", state)
    torch.save(weights, os.path.join(job["args"].out, f"weights-{number + 1}.pt"))


def sizes_of(inv):
    """How many labels each head has."""
    sizes = {name: len(inv.get(name, "-")) for name in ("styles", "upos", "rels", "lemma", "types", "kinds", "statuses")}
    return {**sizes, "feats": sum(map(len, inv["attributes"].values()))}


if __name__ == "__main__":
    main()
