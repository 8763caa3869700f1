import { foldWord } from "../text/fold.js"

/** Scripts that names are compared across, by the letter that stands for them in `models/names.txt`. */
export type Script = "l" | "c" | "a" | "g" | "m" | "e" | "h" | "?"

/** A word of a name: as printed, and folded to letters alone. */
export interface NameWord {
  readonly printed: string
  readonly folded: string
  readonly script: Script
}

/** A name taken apart. */
export interface FoldedName {
  readonly words: readonly NameWord[]
  /** All its letters without spaces. */
  readonly joined: string
  readonly script: Script
}

/** A folded name: letters alone, lower case, marks dropped; as `fold` in `training/names.py`. */
export function foldName(name: string): string {
  return foldWord(name).replace(/[^\p{L}]+/gu, "")
}

/** Takes a name apart at spaces, hyphens and stops; an apostrophe, a ZWNJ or a mark parts nothing. */
export function nameOf(name: string): FoldedName {
  const words: NameWord[] = []
  for (const printed of name.split(/[\s\-‐-―−.,;()"«»“”/]+/u)) {
    const folded = foldName(printed)
    if (folded !== "") words.push({ printed, folded, script: scriptOf(folded) })
  }
  const scripts = new Set(words.map((word) => word.script))
  const script = scripts.size === 1 ? (words[0]?.script ?? "?") : "?"
  return { words, joined: words.map((word) => word.folded).join(""), script }
}

const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x61, 0x24f, "l"],
  [0x1e00, 0x1eff, "l"],
  [0x400, 0x52f, "c"],
  [0x600, 0x77f, "a"],
  [0x10d0, 0x10ff, "g"],
  [0x530, 0x58f, "m"],
  [0x370, 0x3ff, "e"],
  [0x590, 0x5ff, "h"],
]

/** The script of a folded word, by its first letter. */
export function scriptOf(folded: string): Script {
  const code = folded.charCodeAt(0)
  for (const [from, to, script] of RANGES) if (code >= from && code <= to) return script
  return "?"
}
