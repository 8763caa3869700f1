import type { GrammarTraits } from "../language/grammar.js"
import type { Analysed, Sentence } from "../model/layers.js"

/** The tense of a sentence's main verb, as far as it helps to read weekdays and days without a year. */
export function tenseOf(
  analysed: Analysed,
  sentence: Sentence,
  grammar: GrammarTraits,
): "past" | "future" | "none" {
  let past = false
  for (let t = sentence.tokenFrom; t < sentence.tokenTo; t++) {
    const feats = analysed.feats[t] ?? ""
    const auxiliary = analysed.rel[t]?.startsWith("aux") ?? false
    if (feats.includes("Tense=Fut")) return "future"
    if (
      auxiliary &&
      grammar.futureAuxiliaries.has((analysed.lemma[t] ?? "").toLowerCase()) &&
      !feats.includes("Tense=Past")
    )
      return "future"
    if (feats.includes("Tense=Past")) past = true
  }
  return past ? "past" : "none"
}
