"""Learns which letters of one script stand for which of another, from groups of forms of one name.

    python training/names.py --groups wikidata_name_groups.gz --out models

Writes `names.txt` (weights of letter correspondences for each pair of scripts) and `names.bin` (which forms belong to one
name, hashed). First expectation maximisation over aligned pairs; then, on the best alignments, a logistic regression that
tells true pairs from random and from near ones. One group in ten is held out and only measured on. Needs numpy alone.
"""

import argparse
import gzip
import struct
import unicodedata
from collections import Counter, defaultdict

import numpy as np

SCRIPTS = {"LATIN": "l", "CYRILLIC": "c", "ARABIC": "a", "GEORGIAN": "g", "ARMENIAN": "m", "GREEK": "e", "HEBREW": "h"}
PAIRS = ["cl", "al", "ca", "gl", "ml", "el", "hl", "ll", "cc", "aa", "gc", "mc", "ga", "ma"]
# Letters taken on either side by one step; the order is that of `OPS` in src/language/name-model.ts.
OPS = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (1, 3)]
KEEP = set("آйїўئ")
LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا",
                         "ؤ": "و", "ё": "е", "ı": "i"})


def fold(text):
    """As `foldName` in src/language/name-fold.ts: letters alone, lower case, marks dropped."""
    out = []
    for ch in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).lower().translate(LETTERS):
        if ch not in KEEP:
            ch = "".join(c for c in unicodedata.normalize("NFD", ch) if unicodedata.category(c)[0] != "M")
        out += [c for c in ch.lower().translate(LETTERS) if c.isalpha() and c != "ـ"]
    return "".join(out)


def script(word):
    names = {SCRIPTS.get(unicodedata.name(c, "?").split()[0], "?") for c in word}
    return names.pop() if len(names) == 1 else "?"


def read_groups(path):
    groups = []
    for line in gzip.open(path, "rt", encoding="utf8"):
        forms = line.rsplit(" => ", 1)[0].split(", ")
        kept = {}
        for form in forms:
            word = fold(form)
            kind = script(word) if word else "?"
            if kind != "?" and len(word) < 25:
                kept[word] = kind
        if kept:
            groups.append(kept)
    return groups


def fnv(text):
    """FNV-1a of UTF-16 code units, with a final mix; the same in src/language/name-groups.ts."""
    h = 0x811C9DC5
    for c in text:
        h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    return h ^ (h >> 13)


def write_groups(groups, path):
    """Buckets by the low 16 bits of the hash; an entry is the high 16 bits and the group (0: no other form known)."""
    entries = defaultdict(set)
    number = 0
    for forms in groups:
        if len(forms) > 1:
            number += 1
        for form in forms:
            entries[fnv(form)].add(number if len(forms) > 1 else 0)
    buckets = [[] for _ in range(65536)]
    for h, ids in entries.items():
        for group in sorted(ids - {0} or {0}):
            buckets[h & 65535].append((h >> 16, group))
    counts = bytes(len(b) for b in buckets)
    flat = [e for b in buckets for e in sorted(b)]
    with open(path, "wb") as out:
        out.write(struct.pack("<4sI", b"NAM1", len(flat)) + counts)
        out.write(np.array([e[0] for e in flat], "<u2").tobytes())
        out.write(np.array([e[1] & 65535 for e in flat], "<u2").tobytes())
        out.write(np.array([e[1] >> 16 for e in flat], "u1").tobytes())
    print("groups", number, "entries", len(flat))


class Pair:
    """One pair of scripts: alphabets, examples, weights."""

    def __init__(self, a, b):
        self.a, self.b = a, b

    def alphabet(self, words):
        counts = Counter(c for w in words for c in w)
        kept = [c for c, n in counts.most_common(44) if n >= 8]
        return {c: i + 3 for i, c in enumerate(sorted(kept))}

    def encode(self, words, letters):
        # 0 unknown, 1 begin, 2 end
        return [np.array([1] + [letters.get(c, 0) for c in w] + [2], np.int64) for w in words]

    def sizes(self):
        A, B = len(self.la) + 3, len(self.lb) + 3
        offsets, at = [], 0
        for x, y in OPS:
            offsets.append(at)
            at += A**x * B**y
        return A, B, offsets, at

    def codes(self, xs, ys):
        """For a batch of equal lengths: index of each step at each cell, as arrays over the batch."""
        A, B, offsets, _ = self.sizes()
        n, la = xs.shape
        lb = ys.shape[1]
        pre_a = [[None] * (la + 1) for _ in range(3)]
        for i in range(la):
            pre_a[1][i + 1] = xs[:, i]
            if i:
                pre_a[2][i + 1] = xs[:, i - 1] * A + xs[:, i]
        pre_b = [[None] * (lb + 1) for _ in range(4)]
        for j in range(lb):
            pre_b[1][j + 1] = ys[:, j]
            if j:
                pre_b[2][j + 1] = ys[:, j - 1] * B + ys[:, j]
            if j > 1:
                pre_b[3][j + 1] = (ys[:, j - 2] * B + ys[:, j - 1]) * B + ys[:, j]

        def code(k, i, j):
            x, y = OPS[k]
            if i < x or j < y:
                return None
            ca = pre_a[x][i] if x else 0
            cb = pre_b[y][j] if y else 0
            return offsets[k] + ca * B**y + cb

        return code


def buckets(xs, ys):
    by = defaultdict(list)
    for n, (x, y) in enumerate(zip(xs, ys)):
        by[len(x), len(y)].append(n)
    for rows in by.values():
        for at in range(0, len(rows), 20000):
            part = np.array(rows[at:at + 20000])
            yield part, np.stack([xs[r] for r in part]), np.stack([ys[r] for r in part])


def expect(pair, xs, ys, prob):
    """Forward and backward over all alignments: expected counts of steps."""
    counts = np.zeros(len(prob))
    for _, x, y in buckets(xs, ys):
        code = pair.codes(x, y)
        n, la, lb = len(x), x.shape[1], y.shape[1]
        if abs(la - lb) > 6:
            continue
        fore = {(0, 0): np.ones(n)}
        steps = {}
        for i in range(la + 1):
            for j in range(lb + 1):
                total = None
                for k, (dx, dy) in enumerate(OPS):
                    c = code(k, i, j)
                    if c is None or (i - dx, j - dy) not in fore:
                        continue
                    p = prob[c]
                    steps[i, j, k] = (c, p)
                    here = fore[i - dx, j - dy] * p
                    total = here if total is None else total + here
                if total is not None:
                    fore[i, j] = total
        back = {(la, lb): 1 / np.maximum(fore[la, lb], 1e-290)}
        for i in range(la, -1, -1):
            for j in range(lb, -1, -1):
                if (i, j) not in back:
                    continue
                for k, (dx, dy) in enumerate(OPS):
                    if (i, j, k) not in steps:
                        continue
                    c, p = steps[i, j, k]
                    through = back[i, j] * p
                    np.add.at(counts, c, fore[i - dx, j - dy] * through)
                    before = (i - dx, j - dy)
                    back[before] = back.get(before, 0) + through
    return counts


def best(pair, xs, ys, weight):
    """Best alignments: score of each pair and the steps taken, as (row, step) arrays."""
    scores = np.zeros(len(xs))
    rows_out, ops_out = [], []
    for rows, x, y in buckets(xs, ys):
        code = pair.codes(x, y)
        n, la, lb = len(x), x.shape[1], y.shape[1]
        top = {(0, 0): np.zeros(n)}
        by = {}
        for i in range(la + 1):
            for j in range(lb + 1):
                if (i, j) == (0, 0):
                    continue
                value, how, what = None, None, None
                for k, (dx, dy) in enumerate(OPS):
                    c = code(k, i, j)
                    if c is None or (i - dx, j - dy) not in top:
                        continue
                    here = top[i - dx, j - dy] + weight[c]
                    if value is None:
                        value, how, what = here, np.full(n, k), c
                    else:
                        better = here > value
                        value = np.where(better, here, value)
                        how = np.where(better, k, how)
                        what = np.where(better, c, what)
                if value is not None:
                    top[i, j] = value
                    by[i, j] = (how, what)
        scores[rows] = top[la, lb]
        H = np.zeros((la + 1, lb + 1, n), np.int8)
        C = np.zeros((la + 1, lb + 1, n), np.int64)
        for (i, j), (h, c) in by.items():
            H[i, j], C[i, j] = h, c
        i, j = np.full(n, la), np.full(n, lb)
        dxs, dys = np.array([o[0] for o in OPS]), np.array([o[1] for o in OPS])
        alive = np.arange(n)
        while len(alive):
            h, c = H[i[alive], j[alive], alive], C[i[alive], j[alive], alive]
            rows_out.append(rows[alive])
            ops_out.append(c)
            i[alive] -= dxs[h]
            j[alive] -= dys[h]
            alive = alive[(i[alive] > 0) | (j[alive] > 0)]
    return scores, np.concatenate(rows_out), np.concatenate(ops_out)


def near(word, index, group_of, own, rng):
    """Another name that differs in a letter or two, as far as there is one."""
    found = []
    for at in range(len(word)):
        found += index.get(word[:at] + word[at + 1:], [])
    found = [f for f in found if f != word and not (group_of[f] & own)]
    return found[rng.integers(len(found))] if found else None


def deletions(words):
    index = defaultdict(list)
    for word in words:
        for key in sorted({word[:at] + word[at + 1:] for at in range(len(word))} | {word}):
            if len(index[key]) < 40:
                index[key].append(word)
    return index


def examples(groups, a, b, limit, rng):
    group_of, found = defaultdict(set), []
    for g, forms in enumerate(groups):
        for form in forms:
            group_of[form].add(g)
        one = [f for f, s in forms.items() if s == a]
        other = [f for f, s in forms.items() if s == b]
        pairs = [(x, y, g) for x in one for y in other if x != y and (a != b or rng.random() < 0.5)]
        rng.shuffle(pairs)
        found += pairs[:6]
    rng.shuffle(found)
    pos = [(x, y, int(g)) for x, y, g in found[:limit]]
    words = sorted({f for forms in groups for f, s in forms.items() if s == b})
    rng.shuffle(words)
    index = deletions(words)
    neg = []
    for x, y, g in pos:
        own = group_of[x] | {g}
        other = near(y, index, group_of, own, rng)
        if other:
            neg.append((x, other))
        neg.append((x, words[rng.integers(len(words))]))
    return [(x, y) for x, y, _ in pos], neg


def learn(pair, groups, held, limit, rng, log):
    a, b = pair.a, pair.b
    pos, neg = examples(groups, a, b, limit, rng)
    pair.la = pair.alphabet([x for x, _ in pos])
    pair.lb = pair.alphabet([y for _, y in pos]) if a != b else pair.la
    A, B, offsets, size = pair.sizes()
    px, py = pair.encode([x for x, _ in pos], pair.la), pair.encode([y for _, y in pos], pair.lb)
    kind = np.zeros(size, np.int8)
    for k, offset in enumerate(offsets):
        kind[offset:] = k
    share = np.array([0.5, 0.1, 0.1, 0.08, 0.08, 0.04, 0.02])
    cells = np.array([A**x * B**y for x, y in OPS])
    prob = (share / cells)[kind]
    if a == b:
        prob[: A * B].reshape(A, B)[np.arange(A), np.arange(B)] *= 20
    for turn in range(7):
        counts = expect(pair, px, py, prob)
        counts = np.where(counts > 0.3, counts, 0) + 0.02 * (share / cells)[kind] * len(px)
        prob = counts / counts.sum()
    ua = np.bincount(np.concatenate(px), minlength=A) + 1.0
    ub = np.bincount(np.concatenate(py), minlength=B) + 1.0
    weight = np.log(prob) - background(np.log(ua / ua.sum()), np.log(ub / ub.sum()), A, B)
    weight = np.clip(weight, -7, 7) * 0.6
    known = counts >= 3
    # Steps that were hardly met cost what a letter dropped on either side costs: they are not kept in the table.
    weight[~known & (kind > 2)] = -30
    weight[(kind <= 2) & ~known] = np.minimum(weight[(kind <= 2) & ~known], -2)
    start = weight.copy()
    xs = px + pair.encode([x for x, _ in neg], pair.la)
    ys = py + pair.encode([y for _, y in neg], pair.lb)
    label = np.array([1.0] * len(px) + [0.0] * len(neg))
    bias, m, v, at = 0.0, np.zeros(size), np.zeros(size), 0
    for turn in range(5):
        _, rows, ops = best(pair, xs, ys, weight)
        order = np.argsort(rows, kind="stable")
        rows, ops = rows[order], ops[order]
        live = weight[ops] > -20
        rows, ops = rows[live], ops[live]
        for _ in range(30):
            at += 1
            score = np.bincount(rows, weight[ops], len(xs)) + bias
            p = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
            error = p - label
            grad = np.bincount(ops, error[rows], size) + 1.0 * (weight - start) * (start > -20)
            m = 0.9 * m + 0.1 * grad
            v = 0.99 * v + 0.01 * grad * grad
            step = 0.05 * (m / (1 - 0.9**at)) / (np.sqrt(v / (1 - 0.99**at)) + 1.0)
            weight -= np.where(start > -20, step, 0)
            bias -= 0.3 * error.mean() * 4
        loss = -np.mean(label * np.log(p + 1e-9) + (1 - label) * np.log(1 - p + 1e-9))
        log(f"{a}{b} turn {turn} examples {len(px)} loss {loss:.4f} bias {bias:.2f}")
    pair.weight, pair.bias, pair.kept = weight, bias, known | (kind == 0) & (weight > -4)
    pair.kind = kind
    tp, tn = examples(held, a, b, 4000, rng)
    if tp:
        s, _, _ = best(pair, pair.encode([x for x, _ in tp + tn], pair.la), pair.encode([y for _, y in tp + tn], pair.lb), weight)
        said = s + bias > 0
        good = said[: len(tp)].sum()
        log(f"{a}{b} held out: {len(tp)} true, {len(tn)} near and random: F1 {2 * good / (said.sum() + len(tp)):.3f}")


def background(ua, ub, A, B):
    """What the letters of each step cost when the two names have nothing to do with one another."""
    parts = []
    for x, y in OPS:
        one = np.zeros(1)
        for _ in range(x):
            one = (one[:, None] + ua[None, :]).ravel()
        other = np.zeros(1)
        for _ in range(y):
            other = (other[:, None] + ub[None, :]).ravel()
        parts.append((one[:, None] + other[None, :]).ravel())
    return np.concatenate(parts)


def write(pairs, path):
    names_a = lambda n, letters: "".join(letters[c] for c in n)
    with open(path, "w", encoding="utf8") as out:
        for pair in pairs:
            A, B, offsets, _ = pair.sizes()
            a = {i: c for c, i in pair.la.items()} | {0: "?", 1: "^", 2: "$"}
            b = {i: c for c, i in pair.lb.items()} | {0: "?", 1: "^", 2: "$"}
            out.write(f"# {pair.a}{pair.b} {pair.bias:.2f}\n")
            for k, (x, y) in enumerate(OPS):
                end = offsets[k] + A**x * B**y
                cells = np.arange(offsets[k], end)
                kept = cells[pair.kept[offsets[k]:end]]
                for c in kept:
                    rest, left, right = int(c - offsets[k]), "", ""
                    for _ in range(y):
                        right = b[rest % B] + right
                        rest //= B
                    for _ in range(x):
                        left = a[rest % A] + left
                        rest //= A
                    out.write(f"{left}\t{right}\t{round(float(pair.weight[c]) * 20)}\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--groups", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--limit", type=int, default=40000)
    options.add_argument("--pairs", default=",".join(PAIRS))
    options.add_argument("--all-groups", action="store_true", help="put the held-out groups into names.bin too")
    args = options.parse_args()
    rng = np.random.default_rng(7)
    groups = read_groups(args.groups)
    held = groups[9::10]
    kept = [g for n, g in enumerate(groups) if n % 10 != 9]
    write_groups(groups if args.all_groups else kept, f"{args.out}/names.bin")
    done = []
    for a, b in args.pairs.split(","):
        pair = Pair(a, b)
        learn(pair, kept, held, args.limit, rng, lambda line: print(line, flush=True))
        done.append(pair)
    write(done, f"{args.out}/names.txt")


if __name__ == "__main__":
    main()
