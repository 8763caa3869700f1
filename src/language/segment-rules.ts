import { parseTable } from "../model/table.js"
import type { BoundaryWeights } from "./boundary.js"
import { foldWord } from "../text/fold.js"

/**
 * What a language says of its written words: where sentences end and which letters make a token.
 * Words in the sets are folded (see `fold`): lower case, ё as е, Persian ی and ک.
 */
export interface SegmentRules {
  /** BCP 47 code. */
  readonly language: string
  /** Characters that end a sentence besides `. ! ? …`. */
  readonly ends: string
  /** Words whose full stop does not end a sentence, written without that last stop: `gen`, `u.s`, `им`. */
  readonly abbreviations: ReadonlySet<string>
  /** Abbreviations only before a number: *No. 5*, *ст. 7*; elsewhere they are words. */
  readonly beforeNumber: ReadonlySet<string>
  /** Abbreviations only with a capital: *Sat.*, *Mar.*; written small they are words. */
  readonly capitalOnly: ReadonlySet<string>
  /** Words that, written with a capital after an abbreviation, open a new sentence all the same: *The*, *Он*. */
  readonly openers: ReadonlySet<string>
  /** Words that cannot be a sentence's last, so that the next line goes on with it: *and*, *در*. */
  readonly dangling: ReadonlySet<string>
  /** Words that close a clause so surely that two spaces after them end the sentence: *است*. */
  readonly finals: ReadonlySet<string>
  /** Weights that decide where a sentence ends, with what the rules say; null where the rules decide alone. */
  readonly boundaries: BoundaryWeights | null
  /** Whether a hyphen between letters is a token of its own. */
  readonly hyphens: "split" | "whole"
  /** Where hyphens are split: first parts that stay on (*pre-war*). */
  readonly bound: ReadonlySet<string>
  /** Whether letters with stops between them are one token (*U.S.*) or one each (*т.* *е.*). */
  readonly stops: "whole" | "apart"
  /** Units inside one written word where a token ends and the next begins; empty when it is one token. */
  cut(word: string): readonly number[]
  /** The form of two tokens written apart that are one word, or null. */
  join(left: string, right: string): string | null
  /** The form that the network reads: composed, repaired, case kept. */
  form(word: string): string
}

const NONE: ReadonlySet<string> = new Set()
const NO_CUTS: readonly number[] = []

/** Zero-width and direction marks say nothing inside a word; ZWNJ and ZWJ do. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The form of a word in any language: NFC without invisible marks. */
export function plainForm(word: string): string {
  return isAscii(word) ? word : word.replace(INVISIBLE, "").normalize("NFC") || word
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7e) return false
  return true
}

/** Rules for a language that has none of its own, and what others change. */
export function plainRules(language: string, own: Partial<SegmentRules> = {}): SegmentRules {
  return Object.freeze({
    language,
    ends: "؟۔։。",
    abbreviations: NONE,
    beforeNumber: NONE,
    capitalOnly: NONE,
    openers: NONE,
    dangling: NONE,
    finals: NONE,
    boundaries: null,
    hyphens: "whole",
    bound: NONE,
    stops: "whole",
    cut: () => NO_CUTS,
    join: () => null,
    form: plainForm,
    ...own,
  } satisfies SegmentRules)
}

/** The column `word` of a raw table, folded and without a last full stop; none when there is no such table. */
export function tableWords(table: string | undefined): string[] {
  return parseTable(table ?? "").map((row) => foldWord(row["word"] ?? "").replace(/\.$/, ""))
}
