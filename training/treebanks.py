"""Reads CoNLL-U trees and named-entity sets into plain Python values for training."""
import gzip
import json
import re
import unicodedata
from collections import Counter

SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "obl:arg", "obl:tmod", "obl:npmod", "obl:unmarked",
    "nmod:poss", "nmod:unmarked", "acl:relcl", "advcl:relcl", "compound:prt", "compound:lvc", "compound:svc",
    "flat:name", "flat:foreign", "flat:num", "nummod:gov", "det:predet", "cc:preconj", "det:poss",
}


def relation(name: str) -> str:
    """Keeps the subtypes that carry meaning, cuts the others to their main relation."""
    return name if name in SUBTYPES else name.split(":")[0]


def trees(path: str, style: str):
    """Yields one dict a sentence; words only (no ranges, no empty nodes)."""
    opener = gzip.open if path.endswith(".gz") else open
    words, source = [], style
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# source =") and "://" not in line:
                source = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                continue
            elif not line:
                if words:
                    yield sentence(words, source)
                words = []
            else:
                cells = line.split("\t")
                if "-" not in cells[0] and "." not in cells[0]:
                    words.append(cells)
    if words:
        yield sentence(words, source)


def sentence(words, source):
    return {
        "style": source,
        "forms": [w[1] for w in words],
        "lemmas": [w[2] for w in words],
        "upos": [w[3] for w in words],
        "feats": [w[5] for w in words],
        "heads": [int(w[6]) if w[6].isdigit() else -1 for w in words],
        "rels": [relation(w[7]) for w in words],
    }


def lemma_script(form: str, lemma: str) -> str:
    """The edit from a form to its lemma, on lower-cased text: `flag|front|end` where front and end say what the
    part of the form before and after the longest common part becomes. `U` keeps the form's capitals."""
    if lemma == "_" and form != "_":
        return ""
    low, target = form.lower(), lemma.lower()
    flag = "U" if lemma[:1] != lemma[:1].lower() else "L"
    if low == target:
        return flag + "|0||0|"
    start, goal, length = common(low, target)
    if length == 0:
        return flag + "=" + target
    front, end = start, len(low) - start - length
    return f"{flag}|{front}|{target[:goal]}|{end}|{target[goal + length:]}"


def common(a: str, b: str):
    best = (0, 0, 0)
    row = [0] * (len(b) + 1)
    for i in range(len(a)):
        last = 0
        for j in range(len(b)):
            keep = row[j + 1]
            row[j + 1] = last + 1 if a[i] == b[j] else 0
            if row[j + 1] > best[2]:
                best = (i - row[j + 1] + 1, j - row[j + 1] + 1, row[j + 1])
            last = keep
    return best


NAME_TYPES = ["PER", "ORG", "LOC"]
NAME_KIND = {
    "PER": "PER", "Person": "PER", "person": "PER", "PERSON": "PER",
    "ORG": "ORG", "Organisation": "ORG", "POG": "ORG", "corporation": "ORG", "group": "ORG", "Org": "ORG",
    "ORGANIZATION": "ORG",
    "LOC": "LOC", "Location": "LOC", "location": "LOC", "LocOrg": "LOC", "COUNTRY": "LOC", "CITY": "LOC",
    "STATE_OR_PROVINCE": "LOC", "DISTRICT": "LOC", "LOCATION": "LOC",
}


def bio(path: str):
    """Yields sentences of a two-column BIO file."""
    forms, tags = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip():
            if forms:
                yield named(forms, tags)
            forms, tags = [], []
            continue
        form, tag = line.split("\t")[:2]
        forms.append(form)
        tags.append(tag)
    if forms:
        yield named(forms, tags)


def named(forms, tags):
    names = [[0] * len(forms) for _ in NAME_TYPES]
    for i, tag in enumerate(tags):
        kind = NAME_KIND.get(tag[2:]) if len(tag) > 2 else None
        if kind:
            names[NAME_TYPES.index(kind)][i] = 1 if tag[0] == "B" else 2
    return {"forms": forms, "names": names}


WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*|[^\w\s]", re.UNICODE)


def standoff(path: str):
    """Yields sentences of a JSON Lines file of documents with [id, type, from, to, words] entities."""
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        text = document["text"]
        spans = [(NAME_KIND[e[1]], e[2], e[3]) for e in document["entities"] if e[1] in NAME_KIND]
        for part in re.finditer(r"[^\n]+", text):
            begin = part.start()
            pieces = re.split(r"(?<=[.!?…»\"])\s+(?=[\"«(]?[А-ЯЁA-Z])", part.group())
            for piece in pieces:
                begin = text.index(piece, begin)
                yield from in_words(text, begin, begin + len(piece), spans)
                begin += len(piece)


def in_words(text, begin, end, spans):
    words = [(m.start() + begin, m.end() + begin) for m in WORD.finditer(text[begin:end])]
    if not words:
        return
    names = [[0] * len(words) for _ in NAME_TYPES]
    for kind, a, b in sorted(spans, key=lambda s: s[1] - s[2]):
        inside = [i for i, (x, y) in enumerate(words) if x < b and y > a]
        row = names[NAME_TYPES.index(kind)]
        if inside and not any(row[i] for i in inside):
            for n, i in enumerate(inside):
                row[i] = 1 if n == 0 else 2
    yield {"forms": [text[x:y] for x, y in words], "names": names}


def fold(form: str) -> str:
    """The folding that the reader does before it asks the network (Arabic letters in Persian, compatibility forms)."""
    return unicodedata.normalize("NFC", form).replace("ي", "ی").replace("ى", "ی").replace("ك", "ک").replace("ـ", "") or form


def vocabulary_counts(sentences):
    counts = Counter()
    for s in sentences:
        counts.update(s["forms"])
    return counts
