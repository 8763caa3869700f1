import type { Layers } from "../model/layers.js"
import type { ReadDocument } from "./reader-type.js"

/** The layers of a document in the form that `--layers` prints; positions count in the report's text. */
export function layersOf({ layers }: ReadDocument): Record<string, unknown> {
  const {
    zones = [],
    sentences = [],
    mentions = [],
    offices = [],
    events = [],
    dates = [],
    quantities = [],
  } = layers as Partial<Layers>
  return {
    segments: layers.segments ?? [],
    zones,
    sentences,
    tokens: tokensOf(layers),
    mentions: mentions.map(({ party, candidates, ...mention }) => {
      return { ...mention, candidates, actor: party?.id ?? candidates[0] ?? null }
    }),
    offices,
    events,
    dates,
    quantities,
    published: layers.published ?? null,
  }
}

function tokensOf({
  tokens,
  analysed,
  sentences = [],
}: Partial<Layers>): Record<string, unknown>[] {
  if (!tokens) return []
  const starts = new Int32Array(tokens.count)
  for (const { tokenFrom, tokenTo } of sentences) starts.fill(tokenFrom, tokenFrom, tokenTo)
  return Array.from({ length: tokens.count }, (_, at) => {
    const place = { from: tokens.from[at], to: tokens.to[at] }
    if (!analysed) return { ...place, form: tokens.forms[at] }
    const head = analysed.head[at] ?? -1
    // In the line, as in CoNLL-U, words count from 1 within their sentence and a root has head 0.
    const inSentence = head < 0 ? 0 : head - (starts[at] ?? 0) + 1
    const { lemma, upos, feats, rel } = analysed
    return {
      ...place,
      lemma: lemma[at],
      upos: upos[at],
      feats: feats[at],
      head: inSentence,
      deprel: rel[at],
    }
  })
}
