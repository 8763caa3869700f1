import { foldWord } from "../text/fold.js"

/** Weights of a classifier that says at which spaces of a text a sentence ends; made by scripts/build-boundaries.ts. */
export type BoundaryWeights = ReadonlyMap<string, number>

/** A space in a text, and what the rules say of it. */
export interface Gap {
  readonly text: string
  /** Where the sentence began, where the stretch ends. */
  readonly start: number
  readonly limit: number
  /** The white space itself. */
  readonly from: number
  readonly to: number
  /** What the end rules say: `yes`, `no`, or `none` where no stop stands. */
  readonly verdict: "yes" | "no" | "none"
}

/** Weights written as `feature weight` in hundredths, one a line. */
export function boundaryWeights(table: string): BoundaryWeights {
  const rows = table.split("\n").filter((row) => row !== "")
  return new Map(
    rows.map((row) => {
      const at = row.lastIndexOf(" ")
      return [row.slice(0, at), Number(row.slice(at + 1)) / 100]
    }),
  )
}

/** Whether a sentence ends at a space. */
export function endsAt(gap: Gap, weights: BoundaryWeights): boolean {
  if (!isOpen(gap)) return gap.verdict === "yes"
  let sum = 0
  for (const feature of boundaryFeatures(gap)) sum += weights.get(feature) ?? 0
  return sum > 0
}

/** Between two plain small words no sentence ends, and nobody needs to be asked. */
export function isOpen({ text, from, to, verdict }: Gap): boolean {
  return (
    verdict !== "none" ||
    /[^\p{Ll}]/u.test(text[from - 1] ?? "") ||
    /[^\p{Ll}]/u.test(text[to] ?? "")
  )
}

/** What speaks for or against an end. */
export function boundaryFeatures(gap: Gap): string[] {
  const { text, start, limit, from, to, verdict: v } = gap
  const [a, aStart] = before(text, from, start)
  const [b, bEnd] = after(text, to, limit)
  const [a2] = before(text, back(text, aStart, start), start)
  const [b2] = after(text, forward(text, bEnd, limit), limit)
  const [sa, sb, sa2, sb2] = [shape(a), shape(b), shape(a2), shape(b2)]
  const [wa, wb] = [foldWord(a).slice(-12), foldWord(b).slice(0, 12)]
  const size = sizeOf(text, start, from)
  return [
    `v${v}`,
    `v${v} b${sb}`,
    `v${v} a${sa} b${sb}`,
    `v${v} n${size}`,
    `v${v} n${size} b${sb}`,
    `v${v} n${size} a${sa} b${sb}`,
    `v${v} A${wa}`,
    `v${v} B${wb}`,
    `v${v} A${wa} b${sb}`,
    `v${v} B${wb} a${sa}`,
    `v${v} c${sa2} a${sa} b${sb}`,
    `v${v} a${sa} b${sb} d${sb2}`,
    `v${v} c${sa2} a${sa} b${sb} d${sb2}`,
    `v${v} b${sb} B${foldWord(b2).slice(0, 12)}`,
    `v${v} w${to - from > 1 ? 2 : 1} b${sb}`,
    `v${v} l${lastWord(text, bEnd, limit)} n${size} b${sb}`,
    `v${v} x${untilStop(text, to, limit)} a${sa} b${sb}`,
    `v${v} s${careless(text, start, limit)} b${sb}`,
  ]
}

const BLANK = /\s/u

function before(text: string, to: number, start: number): [string, number] {
  let from = to
  while (from > start && to - from < 40 && !BLANK.test(text[from - 1] ?? "")) from--
  return [text.slice(from, to), from]
}

function after(text: string, from: number, limit: number): [string, number] {
  let to = from
  while (to < limit && to - from < 40 && !BLANK.test(text[to] ?? "")) to++
  return [text.slice(from, to), to]
}

function back(text: string, at: number, start: number): number {
  while (at > start && BLANK.test(text[at - 1] ?? "")) at--
  return at
}

function forward(text: string, at: number, limit: number): number {
  while (at < limit && BLANK.test(text[at] ?? "")) at++
  return at
}

/** `Gen.` → `Aa.`, `02/13/2001` → `0/0/0`, `"Why?"` → `"Aa?"` */
function shape(word: string): string {
  if (/^\W*(?:https?:|www\.|\S{1,40}@\S)/u.test(word)) return "@"
  return word
    .replace(/\p{Lu}{2,}/gu, "AA")
    .replace(/\p{Lu}/gu, "A")
    .replace(/[\p{Ll}\p{Lo}]+/gu, "a")
    .replace(/\p{Nd}+/gu, "0")
    .replace(/([^Aa0])\1+/gu, "$1$1")
    .slice(0, 8)
}

/** Words since the sentence began, as far as it matters. */
function sizeOf(text: string, start: number, to: number): string {
  let words = 1
  for (let at = start; at < to && words < 30; at++) if (text[at] === " ") words++
  return words <= 4 ? String(words) : words < 8 ? "7" : words < 15 ? "15" : words < 30 ? "29" : "30"
}

/** Words until the next stop or the end, as far as it matters. */
function untilStop(text: string, from: number, limit: number): string {
  let words = 1
  for (let at = from; at < limit && words < 8; at++) {
    if (text[at] === " ") words++
    else if (/[.!?]/.test(text[at] ?? "") && /\s|^$/.test(text.slice(at + 1, at + 2))) break
  }
  return words < 4 ? String(words) : words < 8 ? "7" : "8"
}

/** Whether the stretch ends here. */
function lastWord(text: string, end: number, limit: number): string {
  return forward(text, end, limit) >= limit ? "1" : "0"
}

/** Whether a text is written carelessly: a lone `i`, or no stop at its end. */
function careless(text: string, start: number, limit: number): string {
  const near = text.slice(start, Math.min(limit, start + 400))
  const stop = /[.!?…"'”»)]\s*$/u.test(text.slice(Math.max(start, limit - 4), limit))
  return `${/(?:^|\s)i(?:\s|['’])/u.test(near) ? 1 : 0}${stop ? 1 : 0}`
}

const STOPPED = /[.!?…:]["'»”’)\]]{0,4}$/u
const CHATTY =
  /(?:^|\s)(?:i(?:['’]\S+)?|u|plz|thx|lol)(?:\s|$)|[!?]{2}|[:;]-?[)(DP](?:\s|$)|\S@\S{1,80}\.|https?:|www\.|\*{3}|={3}|-{4}|_{4}|\d:\d\d [AP]M|[.?!] \p{Ll}|\.{3} ?\p{Lu}|[<>]/u

/** Whether a stretch is written like a letter or a chat, whose sentences end without a stop. */
export function isChatty(stretch: string): boolean {
  return !STOPPED.test(stretch) || /^\p{Ll}/u.test(stretch) || CHATTY.test(stretch)
}
