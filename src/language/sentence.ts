import type { Span } from "../text/span.js"
import { segmentBlocks, trimmed } from "./block.js"
import { datelineEnd } from "./dateline.js"
import { joinedLines } from "./line-join.js"
import type { SegmentRules } from "./segment-rules.js"
import { candidateAt, candidateOf, ends } from "./sentence-end.js"

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
  const finder = candidateOf(rules)
  const caseless = !/\p{Lu}/u.test(text.slice(run.from, run.to))
  let start = run.from
  const dateline = datelineEnd(text, run.from, run.to)
  if (dateline !== null) start = close(text, start, dateline, out)
  finder.lastIndex = start
  for (
    let found = finder.exec(text);
    found !== null && found.index < run.to;
    found = finder.exec(text)
  ) {
    const candidate = candidateAt(text, found, { start, caseless, to: run.to, rules })
    if (candidate.next >= run.to || !ends(candidate)) continue
    start = close(text, start, candidate.after, out)
    finder.lastIndex = Math.max(start, candidate.after)
  }
  close(text, start, run.to, out)
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
