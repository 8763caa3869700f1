/** A run of letters, a run of figures, or one other sign, in folded text. */
export interface Token {
  readonly kind: "word" | "number" | "sign"
  /** The letters without ZWNJ, the figures, or the sign. */
  readonly text: string
  /** Value of the figures; 0 for anything else. */
  readonly value: number
  readonly from: number
  readonly to: number
  /** True when white space stands before it. */
  readonly gap: boolean
}

const SPACE = 1
const FIGURE = 2
const LETTER = 3
const SIGN = 4

const classes = new Uint8Array(65536)

function classOf(code: number): number {
  const known = classes[code] as number
  if (known !== 0) return known
  const letter = String.fromCharCode(code)
  let found = SIGN
  if (code === 32 || code === 10 || code === 9 || code === 13 || code === 0xa0) found = SPACE
  else if (code >= 48 && code <= 57) found = FIGURE
  else if (/[\p{L}\p{M}\u200c]/u.test(letter)) found = LETTER
  classes[code] = found
  return found
}

/** Cuts folded text into tokens; linear, and every unit but space belongs to one token. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let gap = true
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at))
    let to = at + 1
    if (kind === SPACE) {
      gap = true
      at = to
      continue
    }
    if (kind !== SIGN) while (to < text.length && classOf(text.charCodeAt(to)) === kind) to++
    tokens.push(token(text.slice(at, to), kind, at, to, gap))
    gap = false
    at = to
  }
  return tokens
}

function token(part: string, kind: number, from: number, to: number, gap: boolean): Token {
  if (kind === FIGURE) {
    const value = part.length > 15 ? Number.POSITIVE_INFINITY : Number(part)
    return { kind: "number", text: part, value, from, to, gap }
  }
  if (kind === SIGN) return { kind: "sign", text: part, value: 0, from, to, gap }
  return { kind: "word", text: part.replaceAll("\u200c", ""), value: 0, from, to, gap }
}
