import type { Span } from "../text/span.js"
import { segmentBlocks, trimmed } from "./block.js"
import { endsAt, type Gap, isChatty } from "./boundary.js"
import { datelineEnd } from "./dateline.js"
import { joinedLines } from "./line-join.js"
import type { SegmentRules } from "./segment-rules.js"
import { type Around, candidateAt, candidateOf, ends } from "./sentence-end.js"

/** The longest sentence handed on; what is longer is cut at a pause or a space. */
const LONGEST = 1500

/** The sentences of a stretch of text, in order, without white space around them. Positions count in the whole text. */
export function segmentSentences(text: string, within: Span, rules: SegmentRules): Span[] {
  const sentences: Span[] = []
  for (const run of joinedLines(text, segmentBlocks(text, within), rules))
    splitRun(text, run, rules, sentences)
  return sentences
}

function splitRun(text: string, run: Span, rules: SegmentRules, out: Span[]): void {
  const caseless = !/\p{Lu}/u.test(text.slice(run.from, run.to))
  let start = run.from
  const dateline = datelineEnd(text, run.from, run.to)
  if (dateline !== null) start = close(text, start, dateline, out)
  const around = { start, caseless, to: run.to, rules }
  const weighed = rules.boundaries !== null && !caseless && isChatty(text.slice(start, run.to))
  const ends = weighed ? endsByWeights : endsByRules
  for (const end of ends(text, around)) start = close(text, start, end, out)
  close(text, start, run.to, out)
}

/** Places where the rules end a sentence. */
function* endsByRules(text: string, around: Around): Generator<number> {
  const finder = candidateOf(around.rules)
  let start = around.start
  finder.lastIndex = start
  for (
    let found = finder.exec(text);
    found !== null && found.index < around.to;
    found = finder.exec(text)
  ) {
    const candidate = candidateAt(text, found, { ...around, start })
    if (candidate.next >= around.to || !ends(candidate)) continue
    start = candidate.after
    finder.lastIndex = Math.max(start, candidate.after)
    yield start
  }
}

/** Places where a sentence ends by the weights of the language, which are told what the rules say. */
function* endsByWeights(text: string, around: Around): Generator<number> {
  const weights = around.rules.boundaries ?? new Map()
  let start = around.start
  for (const { from, to, verdict } of gapsOf(text, around)) {
    const gap = { text, start, limit: around.to, from, to, verdict }
    const ended = from === to ? verdict === "yes" : endsAt(gap, weights)
    if (!ended) continue
    start = to
    yield from
  }
}

/** Every space of a stretch with what the rules say of it, and places without a space where they see an end. */
export function gapsOf(text: string, around: Around): Pick<Gap, "from" | "to" | "verdict">[] {
  const gaps = new Map<number, Pick<Gap, "from" | "to" | "verdict">>()
  for (const found of text.slice(around.start, around.to).matchAll(/\s+/gu)) {
    const from = around.start + found.index
    gaps.set(from, { from, to: from + found[0].length, verdict: "none" })
  }
  const finder = candidateOf(around.rules)
  finder.lastIndex = around.start
  let start = around.start
  for (
    let found = finder.exec(text);
    found !== null && found.index < around.to;
    found = finder.exec(text)
  ) {
    const candidate = candidateAt(text, found, { ...around, start })
    if (candidate.next >= around.to) continue
    const ended = ends(candidate)
    const { after, next } = candidate
    if (ended) start = finder.lastIndex = after
    if (next > after) gaps.set(after, { from: after, to: next, verdict: ended ? "yes" : "no" })
    else if (ended) gaps.set(after, { from: after, to: after, verdict: "yes" })
  }
  return [...gaps.values()].sort((a, b) => a.from - b.from)
}

/** Ends a sentence at a place and gives the start of the next. */
function close(text: string, from: number, to: number, out: Span[]): number {
  const whole = trimmed(text, from, to)
  let at = whole.from
  while (whole.to - at > LONGEST) {
    const cut = pauseBefore(text, at + LONGEST, at + LONGEST / 2)
    out.push(trimmed(text, at, cut))
    at = cut
  }
  const last = trimmed(text, at, whole.to)
  if (last.from < last.to) out.push(last)
  return to
}

function pauseBefore(text: string, to: number, from: number): number {
  for (const pause of [/[;؛]/, /[,،]/, /\s/]) {
    for (let at = to; at > from; at--) if (pause.test(text[at - 1] ?? "")) return at
  }
  const code = text.charCodeAt(to)
  return code >= 0xdc00 && code <= 0xdfff ? to - 1 : to
}
