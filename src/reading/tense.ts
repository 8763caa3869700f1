import type { GrammarTraits } from "../language/grammar.js"
import type { Analysed, Sentence } from "../model/layers.js"

export type Tense = "past" | "future" | "none"

/**
 * The tense of the verb over a token, else of the sentence, as far as it helps to read weekdays and days without a year:
 * *talks ended on Friday, embassies will open in May* has one past date and one to come.
 */
export function tenseAt(
  analysed: Analysed,
  token: number,
  sentence: Sentence,
  grammar: GrammarTraits,
): Tense {
  for (let here = token, steps = 0; here >= 0 && steps < 12; steps++) {
    if (analysed.upos[here] === "VERB" || analysed.upos[here] === "AUX") {
      const own = tenseOfVerb(analysed, here, sentence, grammar)
      if (own !== "none") return own
    }
    here = analysed.head[here] ?? -1
  }
  return tenseOf(analysed, sentence, grammar)
}

/** The tense of a verb with its auxiliaries. */
function tenseOfVerb(
  analysed: Analysed,
  verb: number,
  { tokenFrom, tokenTo }: Sentence,
  grammar: GrammarTraits,
): Tense {
  let past = pastOrFuture(analysed, verb, grammar)
  for (let t = tokenFrom; t < tokenTo && past !== "future"; t++)
    if (analysed.head[t] === verb && (analysed.rel[t]?.startsWith("aux") ?? false)) {
      const own = pastOrFuture(analysed, t, grammar)
      if (own !== "none") past = own
    }
  return past
}

function pastOrFuture(analysed: Analysed, t: number, grammar: GrammarTraits): Tense {
  const feats = analysed.feats[t] ?? ""
  const auxiliary = analysed.rel[t]?.startsWith("aux") ?? false
  if (feats.includes("Tense=Fut")) return "future"
  const future = grammar.futureAuxiliaries.has((analysed.lemma[t] ?? "").toLowerCase())
  if (auxiliary && future && !feats.includes("Tense=Past")) return "future"
  return feats.includes("Tense=Past") ? "past" : "none"
}

/** The tense of a sentence: a future anywhere, else a past anywhere. */
export function tenseOf(analysed: Analysed, sentence: Sentence, grammar: GrammarTraits): Tense {
  let found: Tense = "none"
  for (let t = sentence.tokenFrom; t < sentence.tokenTo; t++) {
    const own = pastOrFuture(analysed, t, grammar)
    if (own === "future") return own
    if (own === "past") found = own
  }
  return found
}
