"""The base model's sub-words, cut to those that the served languages use."""
import glob
import gzip
import unicodedata

from tokenizers import Tokenizer, models

from base_model import Base


class SubWords:
    def __init__(self, base: Base):
        self.base = base
        real = min(len(base.pieces), len(base.scores))
        vocabulary = [(base.pieces[i], float(base.scores[i])) for i in range(real)]
        self.tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=base.unknown))
        self.bare = base.pieces.index("▁")
        self.cache = {}

    def of(self, word: str):
        """Ids of one word. A bare ▁ before further pieces is dropped: it says only that a word begins."""
        ids = self.cache.get(word)
        if ids is None:
            plain = "".join(self.base.letters.get(c, c) for c in word)
            groups = ["▁" + part for part in plain.split()]
            ids = [i for group in groups for i in self.tokenizer.encode(group, add_special_tokens=False).ids] or [self.base.unknown]
            if len(ids) > 1 and ids[0] == self.bare:
                ids = ids[1:]
            ids = tuple(ids[:12])
            self.cache[word] = ids
        return ids


def served_letters():
    """Every letter, digit and mark of the scripts that the vocabulary keeps whole."""
    ranges = [(0x21, 0x24F), (0x250, 0x2AF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x58F), (0x5D0, 0x5EA), (0x600, 0x6FF),
              (0x750, 0x77F), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x1E00, 0x1EFF), (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2116, 0x2122),
              (0x2190, 0x2193), (0x25A0, 0x25CF)]
    return [chr(c) for a, b in ranges for c in range(a, b + 1) if unicodedata.category(chr(c)) != "Cn"]


def kept(base: Base, words, extra_first: int = 0):
    """Ids of the base vocabulary that stay, sorted; `words` are all forms to be covered."""
    sub = SubWords(base)
    keep = {base.bos, base.pad, base.eos, base.unknown, sub.bare}
    letters = set(served_letters())
    for i, piece in enumerate(base.pieces):
        if piece in letters or (piece[:1] == "▁" and piece[1:] in letters):
            keep.add(i)
    for word in words:
        keep.update(sub.of(word))
    keep.update(range(extra_first))
    return sorted(keep)


def text_words(path: str):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", errors="ignore") as lines:
        for line in lines:
            yield from line.split()


def files(data: str):
    return sorted(glob.glob(data + "/ud/*/*.conllu"))
