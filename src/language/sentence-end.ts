import { foldWord } from "../text/fold.js"
import { isBlank, trimmed } from "./block.js"
import type { SegmentRules } from "./segment-rules.js"
import { isAbbreviation } from "./tokenize.js"

/** A place where a sentence may end: stops at `at`–`end`, closing quotes up to `after`, more text from `next`. */
export interface Candidate {
  readonly text: string
  readonly rules: SegmentRules
  readonly start: number
  readonly at: number
  readonly end: number
  readonly after: number
  readonly next: number
  /** The word before the stops, as written, with stops inside it. */
  readonly word: string
  /** True when the text at hand has no capital letters to go by. */
  readonly caseless: boolean
}

type Rule = (candidate: Candidate) => boolean | null

/** Asked in this order; the first that answers decides, and where none does a sentence ends. */
const RULES: readonly Rule[] = [
  spaces,
  loneStop,
  glued,
  punctuationFollows,
  abbreviation,
  initial,
  listNumber,
  goesOnSmall,
]

const candidates = new Map<string, RegExp>()

/** Finds places where a sentence of a language may end. */
export function candidateOf(rules: SegmentRules): RegExp {
  const known = candidates.get(rules.ends)
  if (known !== undefined) return known
  const made = new RegExp(`[.!?…${rules.ends}]+|[ \\t\\u00a0]{2,}`, "gu")
  candidates.set(rules.ends, made)
  return made
}

const CLOSERS = /(?:["'»”’)\]]|&#39;){0,4}/uy
const EXTRA_STOPS = /(?:[ \t]+[.!?]+(?=\s|$)){1,3}/y

/** Whether a sentence ends at a place. */
export function ends(candidate: Candidate): boolean {
  for (const rule of RULES) {
    const answer = rule(candidate)
    if (answer !== null) return answer
  }
  return true
}

/** A stretch in which sentences are looked for: where the present one began, and where the stretch ends. */
export interface Around {
  readonly start: number
  readonly to: number
  readonly caseless: boolean
  readonly rules: SegmentRules
}

/** What stands around a place that `candidateOf` found. */
export function candidateAt(
  text: string,
  found: RegExpExecArray,
  { start, caseless, to, rules }: Around,
): Candidate {
  const at = found.index
  const end = Math.min(to, at + found[0].length)
  let after = end
  if (!isBlank(text.charCodeAt(at))) {
    after = stickyEnd(CLOSERS, text, end)
    after = Math.min(to, stickyEnd(EXTRA_STOPS, text, after))
  } else after = at
  let next = Math.max(after, isBlank(text.charCodeAt(at)) ? end : after)
  while (next < to && isBlank(text.charCodeAt(next))) next++
  return { text, rules, start, at, end, after, next, word: wordBefore(text, at, start), caseless }
}

function stickyEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : at
}

const IN_WORD = /[\p{L}\p{M}\p{Nd}.\u200c]/u

function wordBefore(text: string, at: number, start: number): string {
  let from = at
  while (from > start && at - from < 24 && IN_WORD.test(text[from - 1] ?? "")) from--
  return text.slice(from, at)
}

const WORD_AT = /[\p{L}\p{M}\p{Nd}\u200c]{1,24}/uy
const OPENING = /["'«“„‘([–—\- ]{0,4}/uy

/** The word that follows, past opening quotes and dashes. */
function wordAfter({ text, next }: Candidate): string {
  WORD_AT.lastIndex = stickyEnd(OPENING, text, next)
  return WORD_AT.exec(text)?.[0] ?? ""
}

/** Two spaces: they end a sentence only where a clause surely ended: `… است  از زمانی که` */
function spaces(candidate: Candidate): boolean | null {
  const { text, at, rules, word } = candidate
  if (!isBlank(text.charCodeAt(at))) return null
  if (!rules.finals.has(foldWord(word))) return false
  const next = foldWord(wordAfter(candidate))
  return (
    next !== "" &&
    !rules.dangling.has(next) &&
    !/^\p{P}/u.test(text.slice(candidate.next, candidate.next + 1))
  )
}

/** A stop with white space on both sides ends a sentence: `the legislature . the president`; not `p.l . 112`. */
function loneStop({ text, at, start, after, next }: Candidate): boolean | null {
  if (at === start || !isBlank(text.charCodeAt(at - 1)) || next === after) return null
  const before = trimmed(text, start, at)
  const shortened = /(?:^|\s)\p{L}(?:\.\p{L})+$/u.test(
    text.slice(Math.max(before.from, before.to - 8), before.to),
  )
  return !(shortened && /\p{Nd}/u.test(text[next] ?? ""))
}

/** No space after the stop: `REPORT.AZ`, `3.5`; but `ended.The` and `شد.در` do end. */
function glued({ text, at, end, after, next, word, rules }: Candidate): boolean | null {
  if (next > after) return null
  if (after > end) return false
  const follows = text.slice(end, end + 2)
  if (text[at] !== "." || end - at > 1) return /^\p{L}/u.test(follows) && !/^\p{Ll}/u.test(follows)
  if (isAbbreviation(word, follows, rules) || word.includes(".")) return false
  if (/^\p{Script=Arabic}/u.test(follows)) return /[\p{Script=Arabic}]{2}$/u.test(word)
  if (/^[\w.-]{1,60}@/.test(text.slice(end, end + 64))) return false
  return /[\p{Ll}]{3}$/u.test(word) && /^\p{Lu}[\p{Ll} ]/u.test(follows)
}

function punctuationFollows({ text, next, caseless }: Candidate): boolean | null {
  const follows = text.slice(next, next + 4)
  if (/^[,;:)\]}»%،؛.!?؟]/u.test(follows)) return false
  if (/^(?:``|'')\s*[.,;:)]/.test(text.slice(next, next + 6))) return false
  if (/^[–—-]{1,2} ?\p{Ll}/u.test(follows)) return caseless ? null : false
  return null
}

/** `Gen. Smith`, `U.S. officials` go on; `at 5 p.m. The talks` does not. */
function abbreviation(candidate: Candidate): boolean | null {
  const { text, end, at, word, rules } = candidate
  if (text[at] !== "." || end - at > 1) return null
  const shortened =
    /^\p{L}(?:\.\p{L})+$/u.test(word) || isAbbreviation(word, text.slice(end, end + 8), rules)
  return shortened ? opens(candidate) : null
}

/** `J. Smith`, `А. С. Пушкин` */
function initial(candidate: Candidate): boolean | null {
  const { text, end, at, word, caseless, next } = candidate
  if (text[at] !== "." || end - at > 1 || !/^\p{L}$/u.test(word)) return null
  if (caseless) return text[next - 1] === " " && text[at - 1] !== " " ? false : null
  return /^\p{Lu}$/u.test(word) ? opens(candidate) : null
}

/** Whether the next word is one that opens sentences, with its capital, and no initial itself. */
function opens(candidate: Candidate): boolean {
  const next = wordAfter(candidate)
  const isInitial =
    next.length === 1 &&
    candidate.text[stickyEnd(OPENING, candidate.text, candidate.next) + 1] === "."
  return /^\p{Lu}/u.test(next) && !isInitial && candidate.rules.openers.has(foldWord(next))
}

/** `1. The sides agreed`: the number of a point in a list. */
function listNumber({ text, at, start, word }: Candidate): boolean | null {
  return text[at] === "." && /^\p{Nd}{1,2}$/u.test(word) && at - word.length === start
    ? false
    : null
}

/** A small letter goes on with the sentence: `"Why?" he asked`. */
function goesOnSmall(candidate: Candidate): boolean | null {
  const next = wordAfter(candidate)
  return !candidate.caseless && /^\p{Ll}/u.test(next) ? false : null
}
