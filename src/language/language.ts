import type { GrammarTraits } from "./grammar.js"
import type { NumberGrammar } from "./number-grammar.js"
import type { SegmentRules } from "./segment-rules.js"
import type { TimeGrammar } from "./time-grammar.js"

/** What a language must provide. No member is optional: a language without case says so. */
export interface Language {
  /** ISO 639-1 code. */
  readonly code: string
  /** English name. */
  readonly name: string
  /** The treebank style in which the network is asked to read it. */
  readonly style: string
  readonly direction: "ltr" | "rtl"
  readonly grammar: GrammarTraits
  readonly segment: SegmentRules
  readonly time: TimeGrammar
  readonly numbers: NumberGrammar
  /** The raw tables of `data/`, by file name without ending; formats in `docs/tables.md`. */
  readonly tables: Readonly<Record<string, string>>
  /** The part of a folded base form that its inflected forms share; names and roles are kept under it. */
  stem(word: string): string
  /** The stems that a folded word met in a text may have, longest first; the word's own `stem` is among them. */
  stems(word: string): readonly string[]
}
