/**
 * EDTF values as stretches of days, for comparison: their bounds, and what *about* adds to them.
 */
import { bounds, type DayRange } from "../language/edtf-range.js"

/** Whole days since 1970-01-01, both ends included; infinite where open. */
export type Days = DayRange

const known = new Map<string, Days | null>()

/** The days that a date may mean; null when it says nothing that can be compared. */
export function daysOf(edtf: string | null): Days | null {
  if (edtf === null || edtf === "") return null
  const before = known.get(edtf)
  if (before !== undefined) return before
  const days = widened(edtf)
  if (known.size < 50_000) known.set(edtf, days)
  return days
}

function widened(edtf: string): Days | null {
  const range = bounds(edtf)
  if (!range) return null
  const about = /(\d{4})(-\d\d)?(-\d\d)?[~%]/.exec(edtf)
  const slack = about ? slackOf(about[2], about[3]) : 0
  return { from: range.from - slack, to: range.to + slack }
}

/** How far "about" reaches: three days about a day, half a month about a month, half a year about a year. */
function slackOf(month: string | undefined, day: string | undefined): number {
  if (day !== undefined) return 3
  return month === undefined ? 183 : 15
}

export function overlap(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Days between two stretches; 0 when they overlap. */
export function gap(a: Days, b: Days): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

/** How many days a stretch has: 1 for a day, some 30 for a month. */
export function width(days: Days): number {
  return days.to - days.from + 1
}
