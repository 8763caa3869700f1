import type { Segment } from "../model/layers.js"
import type { Span } from "../text/span.js"
import { type Script, vote } from "./letter-vote.js"

const LINE = /[^\n\r\v\f\u0085\u2028\u2029]+/g

/** Fewer letters than this follow their neighbours. */
const SHORT = 28
/** A second script must have so many letters in one line before the line is parted. */
const SECOND = 60

/** A line or part of one: its script and, where it is long enough, its language. */
interface Piece extends Span {
  readonly script: Script | null
  readonly letters: number
  language: string | null
  score: number
}

/** The language of a text as a whole: that of most of its letters. */
export function identify(text: string, prior?: string): { language: string; score: number } {
  const sums = new Map<string, { size: number; score: number }>()
  for (const { from, to, language, score } of identifySegments(text, prior)) {
    const sum = sums.get(language) ?? { size: 0, score: 0 }
    sums.set(language, { size: sum.size + to - from, score: Math.max(sum.score, score) })
  }
  const best = [...sums].sort((a, b) => b[1].size - a[1].size)[0]
  return best === undefined
    ? { language: prior ?? "und", score: 0 }
    : { language: best[0], score: best[1].score }
}

/**
 * The languages of a text by its lines; neighbouring lines of one language are one segment. `prior` is the language
 * that the text is said to be in. Every visible character lies in a segment, and segments are in order.
 */
export function identifySegments(text: string, prior?: string): Segment[] {
  const pieces = [...text.matchAll(LINE)].flatMap((found) =>
    piecesOf(text, found.index, found.index + found[0].length),
  )
  for (const piece of pieces) if (piece.letters >= SHORT) decide(text, piece, prior)
  followNeighbours(text, pieces, prior)
  return merged(text, pieces)
}

function decide(text: string, piece: Piece, prior: string | undefined): void {
  if (piece.script === null) return
  const { language, score } = vote(
    text.slice(piece.from, Math.min(piece.to, piece.from + 1200)),
    piece.script,
    prior,
  )
  piece.language = language
  piece.score = score
}

/** Short pieces take the language of the nearest decided piece in their script, before them rather than after. */
function followNeighbours(text: string, pieces: readonly Piece[], prior: string | undefined): void {
  const before = nearest(pieces)
  const after = nearest([...pieces].reverse()).reverse()
  pieces.forEach((piece, i) => {
    if (piece.script === null || piece.language !== null) return
    const [left, right] = [before[i]?.get(piece.script), after[i]?.get(piece.script)]
    const next =
      right !== undefined && pieces[i + 1]?.language === right && pieces[i - 1]?.language !== left
    const language = next ? right : (left ?? right)
    if (language === undefined) decide(text, piece, prior)
    else {
      piece.language = language
      piece.score = 0.7
    }
  })
}

/** For every piece the language last decided before it, by script. */
function nearest(pieces: readonly Piece[]): ReadonlyMap<Script, string>[] {
  let last: ReadonlyMap<Script, string> = new Map()
  return pieces.map(({ script, language }) => {
    const here = last
    if (script !== null && language !== null && last.get(script) !== language)
      last = new Map([...last, [script, language]])
    return here
  })
}

function merged(text: string, pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  const known = pieces.find((piece) => piece.language !== null)?.language
  let current = known ?? null
  let size = 0
  for (const piece of pieces) {
    if (!/[^\s\p{Cf}\p{Cc}]/u.test(text.slice(piece.from, piece.to))) continue
    if (current === null) return []
    current = piece.language ?? current
    const last = segments.at(-1)
    if (last?.language !== current) {
      segments.push({
        from: piece.from,
        to: piece.to,
        language: current,
        score: piece.language === null ? 0.5 : piece.score,
      })
      size = piece.letters
    } else {
      const score = piece.letters > size ? piece.score : last.score
      size = Math.max(size, piece.letters)
      segments[segments.length - 1] = { ...last, to: piece.to, score }
    }
  }
  return segments
}

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ["latin", /\p{Script=Latin}/gu],
  ["cyrillic", /\p{Script=Cyrillic}/gu],
  ["arabic", /\p{Script=Arabic}/gu],
  ["armenian", /\p{Script=Armenian}/gu],
  ["georgian", /\p{Script=Georgian}/gu],
]

function scriptOf(part: string): { script: Script | null; letters: number; second: number } {
  const counts = SCRIPTS.map(([script, letters]) => ({
    script,
    letters: part.match(letters)?.length ?? 0,
  }))
  const letters = counts.reduce((sum, of) => sum + of.letters, 0)
  counts.sort((a, b) => b.letters - a.letters)
  const [first, second] = counts
  // Latin names and web addresses stand in texts of every script: a good third of other letters decides.
  const weighty =
    first?.script === "latin" && (second?.letters ?? 0) * 2 >= first.letters ? second : first
  return {
    script: letters === 0 ? null : (weighty?.script ?? null),
    letters,
    second: second?.letters ?? 0,
  }
}

const STOP = /[.!?؟։…]["'»”)]*\s+/gu
const LONG = 4000

/** A line is one piece, unless it holds whole sentences in two scripts. */
function piecesOf(text: string, from: number, to: number): Piece[] {
  const whole = scriptOf(text.slice(from, Math.min(to, from + LONG)))
  const piece = (
    at: number,
    end: number,
    { script, letters }: Pick<Piece, "script" | "letters">,
  ): Piece => {
    return { from: at, to: end, script, letters, language: null, score: 0 }
  }
  if (whole.second < SECOND && to - from <= LONG) return [piece(from, to, whole)]
  const pieces: Piece[] = []
  let at = from
  for (const stop of [...text.slice(from, to).matchAll(STOP)]
    .map((found) => from + found.index + found[0].length)
    .concat(to)) {
    if (stop <= at || (stop < to && stop - at < SECOND)) continue
    const part = scriptOf(text.slice(at, Math.min(stop, at + LONG)))
    const last = pieces.at(-1)
    if (last !== undefined && (last.script === part.script || part.letters < SHORT)) {
      pieces[pieces.length - 1] = { ...last, to: stop, letters: last.letters + part.letters }
    } else pieces.push(piece(at, stop, part))
    at = stop
  }
  return pieces
}
