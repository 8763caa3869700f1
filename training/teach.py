"""Silver trees and sentence vectors for a student, made by a trained reader and by the untuned base.

    python training/teach.py --data ../shared/data --base e5-small-q4.bin --teacher run/first --segmented fa.conllu --out run/second

Writes `silver-fa.conllu` (sentences of `fa/perdt-train-text.txt` as segmented by the product: `dragoman annotate --format conllu`),
`silver-ru.conllu` (OpenCorpora sentences whose part of speech, case and number the teacher finds as the corpus has them),
and `vectors.npz`: for the training sentences of the three languages the mean-pooled vector of the untuned base, less the mean of all.
"""
import argparse
import os
import time

import numpy as np
import torch

import treebanks as T
from base_model import Base
from parity import load
from reader_model import Encoder
from train import LANGUAGES, tensors

SURE = {"fa": 0.94, "ru": 0.93}
STYLE = {"fa": "fa_perdt-dev", "ru": "ru_gsd-dev"}
SAME = {"CONJ": {"CCONJ", "SCONJ"}, "VERB": {"VERB", "AUX", "ADJ"}, "DET": {"DET", "PRON", "ADJ"}, "PRON": {"PRON", "DET"}, "X": None, "NOUN": {"NOUN", "PROPN"}, "PROPN": {"PROPN", "NOUN"},
        "ADV": {"ADV", "PART", "SCONJ", "ADJ"}, "PART": {"PART", "ADV", "CCONJ", "SCONJ", "INTJ"}, "NUM": {"NUM", "ADJ"}, "ADJ": {"ADJ", "DET", "PROPN", "VERB", "NOUN", "ADV"}}


def packed(coder, sentences, size=9000):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["forms"]))
    group, longest = [], 0
    for i in order:
        length = len(coder.pieces(sentences[i]["forms"])[0])
        if group and max(longest, length) * (len(group) + 1) > size:
            yield group
            group, longest = [], 0
        group.append(i)
        longest = max(longest, length)
    if group:
        yield group


def parsed(model, coder, sentences, style):
    """Adds the teacher's analysis to each sentence, and `sure`: the mean probability of its heads."""
    inv, done, clock = coder.inv, 0, time.time()
    number = inv["styles"].index(style)
    for group in packed(coder, sentences):
        batch = [sentences[i] for i in group]
        ids, first, there = tensors(coder, batch, None, train=False)
        with torch.autocast("cpu", torch.bfloat16):
            outputs = model.encoder(ids, ids != coder.pad, 0.0)
        x = model.words(model.mixed(outputs, 0), first) + model.style(torch.tensor([number]))[:, None]
        arcs = model.arcs(x).float().masked_fill(~there[:, None, :], -1e4)
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], -1e4)
        shares, heads = arcs.softmax(-1).max(-1)
        rels = model.labels(x, heads).argmax(-1)
        upos, lemma, feats = model.upos(x).argmax(-1), model.lemma(x).argmax(-1), model.feats(x)
        for n, s in enumerate(batch):
            count = len(s["forms"])
            s["gold"] = (s["upos"], s["feats"], s["lemmas"])
            s["heads"], s["rels"] = heads[n, 1 : count + 1].tolist(), [inv["rels"][r] for r in rels[n, 1 : count + 1].tolist()]
            s["upos"] = [inv["upos"][u] for u in upos[n, 1 : count + 1].tolist()]
            s["scripts"] = [inv["lemma"][u] for u in lemma[n, 1 : count + 1].tolist()]
            parts, at = [[] for _ in range(count)], 0
            for name, values in inv["attributes"].items():
                for w, v in enumerate(feats[n, 1 : count + 1, at : at + len(values)].argmax(-1).tolist()):
                    parts[w] += [f"{name}={values[v]}"] if v else []
                at += len(values)
            s["feats"] = ["|".join(sorted(p, key=str.lower)) or "_" for p in parts]
            s["sure"] = float(shares[n, 1 : count + 1].mean())
            s["roots"] = s["heads"].count(0)
        done += len(group)
        if time.time() - clock > 20:
            clock = time.time()
            print(style, done, "of", len(sentences), flush=True)
    return sentences


def agrees(s) -> bool:
    """Whether the teacher's parts of speech, cases and numbers are those of the corpus, by and large."""
    wrong = asked = 0
    for ours, feats, theirs, gold in zip(s["upos"], s["feats"], *s["gold"][:2]):
        allowed = SAME.get(theirs, {theirs})
        if allowed is None:
            continue
        asked += 1
        wrong += ours not in allowed
        a, b = (dict(p.split("=", 1) for p in f.split("|") if "=" in p) for f in (feats, gold))
        for name in ("Case", "Number"):
            if name in a and name in b and b[name] != "Ptan":
                asked += 1
                wrong += a[name] != b[name]
    return wrong <= 0.04 * asked


def written(path, sentences, gold_lemmas):
    with open(path, "w", encoding="utf-8") as out:
        for s in sentences:
            for n, form in enumerate(s["forms"]):
                lemma = unscripted(form, s["scripts"][n])
                if gold_lemmas and s["upos"][n] not in ("VERB", "AUX", "DET", "PRON", "PUNCT", "X"):
                    lemma = s["gold"][2][n].lower().replace("ё", "е") if "ё" not in form.lower() else s["gold"][2][n].lower()
                    lemma = lemma[:1].upper() + lemma[1:] if s["upos"][n] == "PROPN" else lemma
                out.write("\t".join([str(n + 1), form, lemma, s["upos"][n], "_", s["feats"][n], str(s["heads"][n]), s["rels"][n], "_", "_"]) + "\n")
            out.write("\n")


def unscripted(form, script):
    flag, low = script[:1], T.fold(form).lower()
    if script[1:2] == "=":
        lemma = script[2:]
    else:
        _, front, start, end, tail = script.split("|")
        front, end = int(front), int(end)
        if front + end > len(low):
            return form
        lemma = start + low[front : len(low) - end] + tail
    return lemma[:1].upper() + lemma[1:] if flag == "U" else lemma


def vectors(base, keep, coder, sentences):
    encoder = Encoder(base, base.layers, keep).eval()
    found = np.zeros((len(sentences), base.hidden), "f4")
    query = [coder.new.get(i, coder.unknown) for i in coder.sub.of("query")] + [coder.new.get(i, coder.unknown) for i in coder.sub.of(":")[-1:]]
    clock, done = time.time(), 0
    for group in packed(coder, sentences):
        rows = [coder.pieces(sentences[i]["forms"])[0] for i in group]
        rows = [r[:1] + query + r[1:] for r in rows]
        ids = torch.full((len(rows), max(map(len, rows))), coder.pad)
        for n, r in enumerate(rows):
            ids[n, : len(r)] = torch.tensor(r)
        real = ids != coder.pad
        with torch.autocast("cpu", torch.bfloat16):
            last = encoder(ids, real, 0.0)[-1].float()
        mean = (last * real[..., None]).sum(1) / real.sum(1, keepdim=True)
        found[group] = torch.nn.functional.normalize(mean, dim=-1).numpy()
        done += len(group)
        if time.time() - clock > 20:
            clock = time.time()
            print("vectors", done, "of", len(sentences), flush=True)
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "teacher", "out"):
        ap.add_argument("--" + name, required=True)
    ap.add_argument("--segmented", default=[], nargs="*")
    ap.add_argument("--parts", default=["fa", "ru", "vectors"], nargs="*")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    base = Base(a.base)
    model, coder, _ = load(a.teacher, base)
    with torch.no_grad():
        if "fa" in a.parts:
            persian = [s for path in a.segmented for s in T.trees(path, STYLE["fa"]) if 4 <= len(s["forms"]) <= 60]
            persian = [s for s in parsed(model, coder, persian, STYLE["fa"]) if s["sure"] >= SURE["fa"] and s["roots"] == 1]
            written(f"{a.out}/silver-fa.conllu", persian, False)
            print(len(persian), "Persian sentences kept", flush=True)
        if "ru" in a.parts:
            russian = [s for s in T.trees(f"{a.data}/ud/ru/opencorpora-unambiguous.conllu.gz", STYLE["ru"]) if 6 <= len(s["forms"]) <= 60]
            russian = [s for s in parsed(model, coder, russian, STYLE["ru"]) if s["sure"] >= SURE["ru"] and s["roots"] == 1 and agrees(s)]
            written(f"{a.out}/silver-ru.conllu", russian, True)
            print(len(russian), "Russian sentences kept", flush=True)
        if "vectors" in a.parts:
            rows = [s for code in LANGUAGES for s in T.trees(f"{a.data}/ud/{code}/train.conllu", code)]
            rows = [s for s in rows if 6 <= len(s["forms"]) <= 60]
            found = vectors(base, list(coder.new), coder, rows)
            mean = found.mean(0)
            keys = np.array([" ".join(s["forms"]) for s in rows])
            np.savez(f"{a.out}/vectors.npz", keys=keys, mean=mean, vectors=(found - mean).astype("f2"))


if __name__ == "__main__":
    main()
