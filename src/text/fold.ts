import { type Span, span } from "./span.js"

/**
 * Text made comparable, with a way back to the original.
 *
 * Lower case, compatibility forms and ligatures opened, diacritics, tatweel and invisible controls
 * dropped, Arabic ي ى ك ة written as Persian ی ک ه, ё as е, digits of every script as 0–9, curly
 * quotes and dashes as ' " -, all white space as one plain space each. ZWNJ is kept.
 * Folding twice changes nothing. Positions are UTF-16 code units.
 */
export class FoldedText {
  constructor(
    readonly original: string,
    readonly text: string,
    /** For every folded unit and the end: where it comes from in the original. */
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
  ) {}

  /** The stretch of the original that gave a stretch of the folded text. */
  toOriginal(folded: Span): Span {
    const { from, to } = span(folded.from, folded.to, this.text.length)
    if (from === to) {
      const at = from < this.starts.length ? (this.starts[from] ?? 0) : this.original.length
      return { from: at, to: at }
    }
    return { from: this.starts[from] ?? 0, to: this.ends[to - 1] ?? 0 }
  }

  /** The stretch of the folded text that came from a stretch of the original. */
  fromOriginal(original: Span): Span {
    const { from, to } = span(original.from, original.to, this.original.length)
    return { from: firstAtLeast(this.ends, from + 1), to: firstAtLeast(this.starts, to) }
  }
}

function firstAtLeast(values: Uint32Array, wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const LETTERS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ئ: "ئ",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ؤ: "و",
  ё: "е",
  ı: "i",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "٪": "%",
  "٫": ".",
  "٬": ",",
  "…": "...",
} // prettier-ignore

const KEEP = new Set(["آ", "й", "ї", "ў", "ё", "Й", "Ї", "Ў", "Ё", "ئ"])

/** What one letter (with its marks) becomes. */
function foldCluster(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80 && letter.length === 1) return foldAscii(letter, code)
  let out = ""
  for (const part of letter.normalize("NFKC")) out += foldPart(part)
  return out
}

function foldAscii(letter: string, code: number): string {
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32)
  if (code === 0x60) return "'"
  if (code === 0x20 || (code >= 9 && code <= 13)) return " "
  return code < 0x20 || code === 0x7f ? "" : letter
}

function foldPart(part: string): string {
  const known = LETTERS[part]
  if (known !== undefined) return known
  const code = part.codePointAt(0) ?? 0
  if (code < 0x80) return foldAscii(part, code)
  if (code === 0x200c) return part
  if (/\p{Nd}/u.test(part)) return digit(part, code)
  if (/\s/u.test(part)) return " "
  if (/[\p{M}\p{Cf}\p{Cc}\u0640]/u.test(part)) return ""
  return KEEP.has(part) ? lower(part) : lower(bare(part))
}

function bare(part: string): string {
  const plain = part.normalize("NFD").replace(/\p{M}/gu, "")
  return plain === "" ? part : plain
}

function lower(part: string): string {
  let out = ""
  for (const letter of part.toLowerCase().normalize("NFC")) {
    out += LETTERS[letter] ?? (/\p{M}/u.test(letter) ? "" : letter)
  }
  return out
}

/** Decimal digits come in runs of ten; the run's zero is found by walking down to it. */
function digit(part: string, code: number): string {
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  const value = code - zero
  return DECADES.has(zero) || value < 10 ? String(value) : part
}

const DECADES = new Set([0x660, 0x6f0, 0x966, 0xff10])

const cache = new Map<string, string>()

function foldedLetter(letter: string): string {
  const known = cache.get(letter)
  if (known !== undefined) return known
  const out = foldCluster(letter)
  if (cache.size < 20000) cache.set(letter, out)
  return out
}

const COMBINING = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed]/

/** Folds a text and keeps the way back. */
export function fold(original: string): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  let text = ""
  let at = 0
  while (at < original.length) {
    const next = clusterEnd(original, at)
    const out = foldedLetter(original.slice(at, next))
    for (let i = 0; i < out.length; i++) {
      starts.push(at)
      ends.push(next)
    }
    text += out
    at = next
  }
  return new FoldedText(original, text, Uint32Array.from(starts), Uint32Array.from(ends))
}

/** A letter with at most eight marks on it (so that a bomb of marks costs nothing). */
function clusterEnd(text: string, at: number): number {
  let next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  for (let marks = 0; marks < 8 && next < text.length && COMBINING.test(text[next] ?? ""); marks++)
    next++
  return next
}

/** The folded form alone, for words and keys. */
export function foldWord(word: string): string {
  let out = ""
  for (let at = 0; at < word.length; ) {
    const next = clusterEnd(word, at)
    out += foldedLetter(word.slice(at, next))
    at = next
  }
  return out
}
