import type { Calendar } from "./calendar.js"

/** Stretches of time that words count in. */
export type TimeUnit =
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "half"
  | "halfyear"
  | "year"
  | "decade"
  | "century"

/**
 * Small words and what they do to a date.
 *
 * `at` belongs to the expression (*in* 2012); `support` makes a bare number a year without belonging
 * to it (the events *of* 2012); `filler` may stand between the parts of a date; `determiner` before it.
 * `shut` marks what follows a number that is then no year (2000 *square* kilometres);
 * `code` marks what precedes a number that is then no date (resolution 1929). `ahead` makes a count one from
 * today on where the verb is in the future: *in* two weeks, دو هفته *دیگر*.
 *
 * `term` leads a duration (*for* a year from March), `countedTerm` one only if its units are counted
 * (*на* пять лет с 2003 года), `within` a deadline (*within* two weeks); a word that is both a term and within
 * is a duration beside a date and a deadline alone. `nearest` is the last or next single unit, counted from
 * today (за *последний* год); `twoBack` the unit before last,
 * `recently` some days up to today.
 */
export type TimeRole =
  | "at"
  | "support"
  | "filler"
  | "determiner"
  | "since"
  | "until"
  | "by"
  | "from"
  | "to"
  | "between"
  | "and"
  | "before"
  | "after"
  | "onward"
  | "ago"
  | "later"
  | "ahead"
  | "earlier"
  | "through"
  | "window"
  | "coming"
  | "last"
  | "this"
  | "next"
  | "previous"
  | "following"
  | "same"
  | "the"
  | "one"
  | "about"
  | "early"
  | "mid"
  | "late"
  | "end"
  | "soFar"
  | "still"
  | "fiscal"
  | "decadeSuffix"
  | "yearAfter"
  | "dayPart"
  | "lastNight"
  | "shut"
  | "code"
  | "ordinalSuffix"
  | "clock"
  | "term"
  | "countedTerm"
  | "within"
  | "nearest"
  | "twoBack"
  | "recently"
  | "yearLabel" // prettier-ignore

/**
 * How a language tells time, as plain data. Alternatives in a cell are parted by `|`, words are as in
 * folded text, and a word that ends in a full stop may be written with or without it.
 */
export interface TimeGrammar {
  readonly language: string
  /** Calendar of a bare year 1300–1450 and of day-month dates in figures. */
  readonly calendar: Calendar
  /** How 07/10/2019 is read when both readings are possible. */
  readonly slashOrder: "month-first" | "day-first"
  /** True when 05.12.18 is a date. */
  readonly shortYears: boolean
  /** True when *last* and *next* stand behind their noun. */
  readonly shiftsFollow: boolean
  /** A unit without a count before *ago* or *later*: неделю назад is one week, *days later* a few days. */
  readonly bareUnit: "one" | "few"
  /** First day of the week, 1 = Monday … 7 = Sunday. */
  readonly weekStart: number
  /** January … December, all forms. */
  readonly gregorian: readonly string[]
  /** Farvardin … Esfand. */
  readonly jalali: readonly string[]
  /** Muharram … Dhu al-Hijja. */
  readonly hijri: readonly string[]
  /** Names of months that are also other words: they need a day, a year or `shyNeeds` beside them. */
  readonly shyMonths: string
  /** True when a capital letter within a sentence is support enough for a shy month. */
  readonly capitalHelps: boolean
  /** Monday … Sunday. */
  readonly weekdays: readonly string[]
  /** Names of weekdays that are also other words or too short: they need a date beside them. */
  readonly shyWeekdays: string
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly string[]
  readonly units: Readonly<Partial<Record<TimeUnit, string>>>
  /** Number words for counts and days. */
  readonly numbers: Readonly<Record<number, string>>
  readonly ordinals: Readonly<Record<number, string>>
  /** Forms of units, or of the words before them, that say there are several: recent *years*, *последние* годы. */
  readonly plurals?: string
  /** Years in one word, from the year of publication: `-1`: پارسال. */
  readonly years?: Readonly<Record<number, string>>
  /** Days of feasts that recur each year, calendar-month-day: `gregorian-1-1`: New Year. */
  readonly feasts?: Readonly<Record<string, string>>
  /** Uncertain counts: `2-7`: a few. */
  readonly vague: Readonly<Record<string, string>>
  /** Days from the day of publication: `-1`: yesterday. */
  readonly days: Readonly<Record<number, string>>
  /** Days from the day spoken of: `1`: the next day. */
  readonly daysFromAnchor: Readonly<Record<number, string>>
  /** Years of named decades: `1990`: nineties. */
  readonly decades: Readonly<Record<number, string>>
  /** Centuries in letters: `20`: xx. */
  readonly centuries: Readonly<Record<number, string>>
  readonly calendarMarks: Readonly<Record<Calendar, string>>
  readonly roles: Readonly<Partial<Record<TimeRole, string>>>
  /** Nouns that are counted, so that the number before them is no year. */
  readonly counted: readonly string[]
  /** Words before the date of publication: published, опубликовано. */
  readonly publishedWords: string
  /** Words that open the caption of a picture. */
  readonly captionWords: string
  /** Month in which the fiscal year begins (of the calendar), when no country is given. */
  readonly fiscalStart: number
}
