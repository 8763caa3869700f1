/** How a printed figure is bounded by the words beside it. */
export type Bound = "about" | "nearly" | "over" | "at least" | "up to" | "under" | ""

/**
 * Small words around figures. `stop` words end the noun phrase that is counted; `code` words stand before
 * a number that counts nothing (section 907); `ordinal` behind it (12 *th*); `old` makes an age of it;
 * `fate` says what became of people (23 *wounded*) and needs no noun beside it;
 * `classifier` counts the noun that follows; `linker` stands between a share or class word and what it is of.
 */
export type NumberRole =
  | "and"
  | "to"
  | "from"
  | "between"
  | "stop"
  | "code"
  | "ordinal"
  | "old"
  | "classifier"
  | "linker"
  | "percent"
  | "perMark"
  | "perBefore"
  | "article"
  | "halfOf"
  | "fate" // prettier-ignore

/**
 * How a language writes amounts, as plain data. Alternatives in a cell are parted by `|`, words are as in
 * folded text; a full stop at the end of a word is optional.
 */
export interface NumberGrammar {
  readonly language: string
  /** Signs that part thousands; a space among them counts between groups of three. */
  readonly groupMarks: string
  readonly decimalMarks: string
  /** True when what is counted follows its noun's adjectives (English, Russian), false when it comes first. */
  readonly nounLast: boolean
  /** True when what a share is of follows it without a linking word (89 % голосов). */
  readonly bareGenitive: boolean
  readonly numbers: Readonly<Record<number, string>>
  /** Words that multiply: dozen, thousand, млн. */
  readonly scales: Readonly<Record<number, string>>
  /** Unsaid numbers: dozens, hundreds. The value is the least they mean. */
  readonly many: Readonly<Record<number, string>>
  /** Shares of a whole, by value: 0.5 half. */
  readonly fractions: Readonly<Record<number, string>>
  readonly bounds: Readonly<Record<Exclude<Bound, "">, string>>
  /** Bounds that stand behind: or more. */
  readonly boundsBehind: Readonly<Partial<Record<Exclude<Bound, "">, string>>>
  /** Signs and words of money by ISO 4217 code; `IRR*10` counts ten of it (تومان). */
  readonly currencies: Readonly<Record<string, string>>
  /** Money whose name several states share: code → code it is instead when one of the words is near. */
  readonly currencyNear: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Counted things by English singular noun, in all forms. */
  readonly units: Readonly<Record<string, string>>
  /** Adverbs and phrases of rate by English noun: annually, в год. */
  readonly rates: Readonly<Record<string, string>>
  /** Nouns that a rate may be of beyond `units`: course. */
  readonly rateNouns: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<NumberRole, string>>
}
