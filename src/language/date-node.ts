import type { Calendar } from "./calendar.js"
import type { TimeUnit } from "./time-grammar.js"

/**
 * What a count starts from: the day of publication, the date spoken of last, or the second if there is one.
 * `ahead` is the day of publication, but only of what is still to come (*will meet in two weeks*, not *lost it in two weeks*).
 */
export type Origin = "speech" | "anchor" | "either" | "ahead"

/** A year, month or week told by its distance: *last year*, *that same month*. */
export interface Shift {
  readonly shift: number
  readonly from: Origin
}

/** Day, month, year as far as the words say. */
export interface CalendarNode {
  readonly kind: "calendar"
  readonly calendar: Calendar
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** Last day of `7-9 March`. */
  readonly lastDay: number | null
  /** Second day of `7 and 19 March`. */
  readonly alsoDay: number | null
  readonly weekday: number | null
  readonly yearShift: Shift | null
  /** True for figures that are a year only if the surroundings say so. */
  readonly bare: boolean
  /** True for a feast that recurs each year: Nowruz. */
  readonly feast?: true
}

export type Part = "early" | "mid" | "late" | "end" | "soFar" | "still"

/** What an expression says of time, before it is known when it was said. */
export type DateNode =
  | CalendarNode
  | {
      readonly kind: "weekday"
      readonly weekday: number
      readonly shift: number | null
      readonly week: Shift | null
    }
  | {
      readonly kind: "day"
      readonly offset: number
      readonly from: Origin
      readonly weekday: number | null
    }
  | {
      readonly kind: "unit"
      readonly unit: TimeUnit
      readonly calendar: Calendar
      readonly shift: number
      readonly from: Origin
    }
  | {
      readonly kind: "season"
      readonly season: number
      readonly calendar: Calendar
      readonly year: number | null
      readonly yearShift: Shift | null
      readonly shift: number | null
    }
  | { readonly kind: "years"; readonly first: number; readonly digits: 1 | 2 }
  | {
      readonly kind: "fiscal"
      readonly year: number
      readonly calendar: Calendar
      /** True when both calendar years name it: 2016/17. */
      readonly both: boolean
    }
  | {
      readonly kind: "portion"
      readonly unit: TimeUnit
      readonly index: number
      readonly of: DateNode
    }
  | { readonly kind: "part"; readonly part: Part; readonly of: DateNode }
  | {
      readonly kind: "count"
      readonly unit: TimeUnit
      readonly low: number
      readonly high: number
      readonly direction: 1 | -1
      readonly from: DateNode | Origin
      readonly rough: boolean
    }
  | {
      readonly kind: "window"
      readonly unit: TimeUnit
      readonly low: number
      readonly high: number
      readonly direction: 1 | -1
    }
  | { readonly kind: "range"; readonly start: DateNode | null; readonly end: DateNode | null }
  | {
      /** So long from, or up to, a date; from the day of publication when there is none. */
      readonly kind: "term"
      readonly unit: TimeUnit
      readonly count: number
      readonly direction: 1 | -1
      readonly shape: "set" | "span"
      readonly of: DateNode | null
      /** True when it may as well be a duration that has passed: в течение трех лет. */
      readonly unsure: boolean
    }
  | { readonly kind: "bound"; readonly side: "by" | "before" | "after"; readonly of: DateNode }
  | { readonly kind: "nearest"; readonly direction: 1 | -1; readonly of: CalendarNode }
  | { readonly kind: "about"; readonly of: DateNode } // prettier-ignore

/** A stretch of text that speaks of time. */
export interface DateExpression {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly value: DateNode
}

/** A node and the item behind it. */
export interface Parsed<N extends DateNode = DateNode> {
  readonly node: N
  readonly next: number
}
