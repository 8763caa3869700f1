/** Characters that are not seen but change how text is read. */
const NAMES: Readonly<Record<string, string>> = {
  "\u061c": "ALM",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
  "\u200b": "ZWSP",
  "\u200c": "ZWNJ",
  "\u200d": "ZWJ",
  "\u2060": "WJ",
  "\ufeff": "BOM",
  "\u00ad": "SHY",
  "\u2028": "LS",
  "\u2029": "PS",
  "\u0000": "NUL",
}
const HIDDEN = /[\u0000\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g
const JOINED =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]/u

export interface Piece {
  readonly text: string
  /** Name of the hidden character that this piece is, or null for plain text. */
  readonly hidden: string | null
}

/** A joiner inside a Persian word or a picture does its plain duty and is not shown. */
function isPlainJoiner(text: string, at: number): boolean {
  const char = text[at]
  if (char !== "\u200c" && char !== "\u200d") return false
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ""
  return JOINED.test(before)
}

/**
 * Text in pieces, so that what is hidden can be shown. Joined together the pieces are the text to the letter.
 *
 *     "a\u202eb" → a · RLO · b
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { 0: char, index } of text.matchAll(HIDDEN)) {
    if (isPlainJoiner(text, index)) continue
    if (index > done) pieces.push({ text: text.slice(done, index), hidden: null })
    pieces.push({ text: char, hidden: NAMES[char] ?? "?" })
    done = index + char.length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hidden: null })
  return pieces
}

export const hasHidden = (text: string): boolean =>
  piecesOf(text).some((one) => one.hidden !== null)
