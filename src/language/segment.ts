import type { Segment, Sentence, Tokens, ZoneSpan } from "../model/layers.js"
import { segmentSentences } from "./sentence.js"
import type { SegmentRules } from "./segment-rules.js"
import { tokenize } from "./tokenize.js"

export { type Block, segmentBlocks } from "./block.js"
export { segmentSentences } from "./sentence.js"
export { tokenize } from "./tokenize.js"

/** What is known of a text before it is cut: languages and zones, each in text order. */
export interface Cutting {
  readonly segments: readonly Segment[]
  readonly zones: readonly ZoneSpan[]
  readonly rulesOf: (language: string) => SegmentRules
}

/** Sentences and tokens of a whole text; a sentence never crosses a change of language or of zone. */
export function segmentText(
  text: string,
  cutting: Cutting,
): { sentences: Sentence[]; tokens: Tokens } {
  const sentences: Sentence[] = []
  const parts: Tokens[] = []
  let count = 0
  for (const { from, to, language, zone } of stretches(cutting)) {
    const rules = cutting.rulesOf(language)
    for (const at of segmentSentences(text, { from, to }, rules)) {
      const tokens = tokenize(text, at, rules)
      if (tokens.count === 0) continue
      sentences.push({ ...at, language, zone, tokenFrom: count, tokenTo: count + tokens.count })
      parts.push(tokens)
      count += tokens.count
    }
  }
  return { sentences, tokens: concatenated(parts, count) }
}

type Stretch = Pick<Sentence, "from" | "to" | "language" | "zone">

/** Where a segment and a zone meet. */
function stretches({ segments, zones }: Cutting): Stretch[] {
  const out: Stretch[] = []
  let first = 0
  for (const { from, to, language } of segments) {
    while (first < zones.length && (zones[first]?.to ?? 0) <= from) first++
    for (let i = first; i < zones.length; i++) {
      const zone = zones[i]
      if (zone === undefined || zone.from >= to) break
      out.push({
        from: Math.max(from, zone.from),
        to: Math.min(to, zone.to),
        language,
        zone: zone.zone,
      })
    }
  }
  return out
}

function concatenated(parts: readonly Tokens[], count: number): Tokens {
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const forms: string[] = []
  let at = 0
  for (const part of parts) {
    from.set(part.from, at)
    to.set(part.to, at)
    for (const form of part.forms) forms.push(form)
    at += part.count
  }
  return { count, from, to, forms }
}
