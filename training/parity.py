"""Writes what the PyTorch model (float32) decides on a few sentences, to be compared with the product's own arithmetic.

    python training/parity.py --run run --base e5-small-q4.bin --out test/language/parity.json [--pass 4]

The sub-words are handed over too, so that the comparison is one of arithmetic.
"""
import argparse
import json
import os

import torch

from base_model import Base
from export import weights
from reader_model import Reader
from subwords import SubWords
from train import Coder, sizes_of

SENTENCES = [
    ("en_ewt-train", "The defence ministers of Turkey and Georgia met in Tbilisi on Tuesday ."),
    ("en_ewt-train", "Washington has not yet decided whether it will sell the aircraft to Baku ."),
    ("en_ewt-train", "About forty officers trained by NATO instructors returned home last week , said General Ivanov ."),
    ("en_ewt-train", "iran rejected the offer and threatened to close the border if talks fail"),
    ("ru_gsd-dev", "Министр обороны Азербайджана прибыл в Анкару с официальным визитом ."),
    ("ru_gsd-dev", "По словам посла , соглашение о поставках газа будет подписано до конца года ."),
    ("ru_gsd-dev", "Вчера в Ереване прошли переговоры между делегациями России и Армении ."),
    ("ru_gsd-dev", "США не намерены вводить новые санкции против этой страны , заявил представитель Госдепартамента ."),
    ("fa_perdt-dev", "وزیر امور خارجه ایران روز شنبه به باکو سفر کرد ."),
    ("fa_perdt-dev", "دو کشور درباره گسترش همکاری‌های نظامی گفتگو کردند ."),
    ("fa_perdt-dev", "سخنگوی دولت این خبر را تکذیب نکرد و گفت مذاکرات ادامه دارد ."),
    ("", "Президент Грузии встретился с послом ЕС ."),
]


# Words that a cutter of sub-words may stumble over, beside the words of the sentences.
WORDS = """. , — « » … ... !? :-) №5 §3 100,000 2.5% $1.2bn U.S. U.N.-backed x² ½ Ǆ ﬁ İstanbul ß 中 🙂 👩‍🚀 т.е. 1990-х
ВВС-2 Ё ё е́ ЁЛКА ёлка NATO-led don't o'clock co-operation Nakhchivan СССР ООН می‌رود کتاب‌ها آیت‌الله ۱۳۹۱ ١٢٣ اِران هٔ لأن
http://example.org/a_b?c=d user@example.org #tag @name <s> </s> ▁ ▁▁ a▁b""".split() + ["", " ", "a b", "\u00a0", "\u200c", "\u200f", "а\u0301", "e\u0301", "\ufeff"]


def decisions(model, coder, style: str, words):
    """Greedy decisions of one sentence; no word is its own head."""
    inv = coder.inv
    ids, first = coder.pieces(words)
    outputs = model.encoder(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.bool), 0.0)
    first = torch.tensor([first])
    x = model.words(model.mixed(outputs, 0), first) + model.style(torch.tensor([inv["styles"].index(style)]))[:, None]
    arcs = model.arcs(x)[0]
    arcs.fill_diagonal_(float("-inf"))
    heads = arcs.argmax(-1)
    shares = arcs.softmax(-1).max(-1).values
    rels = model.labels(x, heads[None])[0].argmax(-1)
    names = model.names(model.words(model.mixed(outputs, 1), first))[0].view(-1, 3, 3).argmax(-1)
    feats, at = [[] for _ in words], 0
    scores = model.feats(x)[0]
    for name, values in inv["attributes"].items():
        for n, v in enumerate(scores[1:, at : at + len(values)].argmax(-1).tolist()):
            feats[n] += [f"{name}={values[v]}"] if v else []
        at += len(values)
    listed = lambda t: t[1:].tolist()
    return {
        "style": style, "words": words, "ids": ids, "upos": [inv["upos"][u] for u in listed(model.upos(x)[0].argmax(-1))],
        "feats": ["|".join(sorted(f, key=str.lower)) or "_" for f in feats], "lemma": [inv["lemma"][s] for s in listed(model.lemma(x)[0].argmax(-1))],
        "head": listed(heads), "rel": [inv["rels"][r] for r in listed(rels)], "names": sum(listed(names), []), "sure": [round(p, 4) for p in listed(shares)],
    }


def subwords(coder, rows):
    """Sub-words of all words here as text; words that need one outside the cut vocabulary are left out."""
    sub = coder.sub
    words = sorted({*WORDS, *(word for row in rows for word in row["words"])})
    cut = {word: sub.of(word) for word in words}
    return {word: [sub.base.pieces[i] for i in ids] for word, ids in cut.items() if all(i in coder.new for i in ids)}


def load(run: str, base: Base, number=None):
    with open(os.path.join(run, "plan.json"), encoding="utf-8") as file:
        plan = json.load(file)
    inv = plan["inventory"]
    path, _, fingerprint = weights(run, number)
    model = Reader(base, plan["keep"], sizes_of(inv), layers=plan["layers"])
    model.load_state_dict(torch.load(path, map_location="cpu"))
    return model.eval(), Coder(inv, SubWords(base), plan["keep"]), fingerprint


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--run", required=True)
    ap.add_argument("--base", required=True)
    ap.add_argument("--out", default="test/language/parity.json")
    ap.add_argument("--pass", dest="number", type=int)
    a = ap.parse_args()
    torch.set_num_threads(1)
    model, coder, fingerprint = load(a.run, Base(a.base), a.number)
    with torch.no_grad():
        rows = [decisions(model, coder, style, text.split()) for style, text in SENTENCES]
    with open(a.out, "w", encoding="utf-8") as out:
        out.write('{"fingerprint": "%s", "sentences": [\n' % fingerprint)
        out.write(",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n],\n")
        out.write('"subwords": ' + json.dumps(subwords(coder, rows), ensure_ascii=False) + "}\n")


if __name__ == "__main__":
    main()
