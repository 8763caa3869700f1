"""Writes the list of lemmas and of seen forms that the reader checks the network's lemmas against.

    python training/lemmas.py --data ../shared/data --out models/lemmas.txt

One section a language (`@en`); in it lines `UPOS` + tab + front-coded entries. An entry of the first kind is a form with
its lemma, of the second a lemma alone (`=`). Front-coding: a digit-letter says how many letters are shared with the
entry before. From UD English-EWT, UD Russian (Taiga, GSD, PUD), OpenCorpora, UD Persian-PerDT.
"""
import argparse
from collections import Counter, defaultdict

import treebanks as T

SOURCES = {
    "en": ["ud/en/train.conllu"],
    "ru": ["ud/ru/train.conllu", "ud/ru/opencorpora-unambiguous.conllu.gz"],
    "fa": ["ud/fa/train.conllu"],
}
OPEN = {"VERB", "AUX", "NOUN", "ADJ", "ADV"}
SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"


def counts(data, code):
    seen = defaultdict(Counter)
    for path in SOURCES[code]:
        for s in T.trees(f"{data}/{path}", code):
            if code == "fa" and "perdt" not in s["style"]:
                continue
            for form, lemma, upos in zip(s["forms"], s["lemmas"], s["upos"]):
                if upos in OPEN and lemma != "_" and "\t" not in form + lemma and " " not in form + lemma:
                    seen[upos, T.fold(form).lower().replace("ё", "е")][T.fold(lemma).lower().replace("ё", "е")] += 1
    return seen


def section(data, code):
    seen = counts(data, code)
    lines = [f"@{code}"]
    for upos in sorted(OPEN):
        forms, lemmas = {}, Counter()
        for (tag, form), options in seen.items():
            if tag != upos:
                continue
            lemma, n = options.most_common(1)[0]
            lemmas[lemma] += n
            if n >= 0.8 * sum(options.values()) and lemma != form:
                forms[form] = lemma
        entries = sorted([(f, l) for f, l in forms.items()] + [(l, "=") for l in lemmas])
        lines.append(upos + "\t" + "\t".join(front(entries)))
    return lines


def front(entries):
    before = ""
    for form, lemma in entries:
        shared = 0
        while shared < min(len(before), len(form), 35) and before[shared] == form[shared]:
            shared += 1
        script = "=" if lemma == "=" else ending(form, lemma)
        yield SHARED[shared] + form[shared:] + "|" + script
        before = form


def ending(form, lemma):
    """How many letters of the form stay, then what follows them."""
    same = 0
    while same < min(len(form), len(lemma), 35) and form[same] == lemma[same]:
        same += 1
    return SHARED[same] + lemma[same:]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    with open(a.out, "w", encoding="utf-8") as out:
        for code in SOURCES:
            out.write("\n".join(section(a.data, code)) + "\n")


if __name__ == "__main__":
    main()
