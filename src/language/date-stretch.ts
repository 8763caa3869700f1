import {
  type Calendar,
  dayOf,
  fromDay,
  lengthOf,
  type Moment,
  monthLength,
  toDay,
} from "./calendar.js"

/**
 * Resolved time: from the start of `lo` to the end of `hi`. A point is one moment as fine as its words,
 * a set is one moment somewhere between, a span is all that lies between. Null ends are open.
 */
export interface Stretch {
  readonly lo: Moment | null
  readonly hi: Moment | null
  readonly shape: "point" | "set" | "span"
  readonly rough: boolean
  /** EDTF for points that moments cannot say: decades, seasons, quarters. */
  readonly code: string | null
}

export function point(
  year: number,
  month: number | null = null,
  day: number | null = null,
): Stretch {
  const at = { year, month, day }
  return { lo: at, hi: at, shape: "point", rough: false, code: null }
}

export function pointOfDay(day: number): Stretch {
  const at = fromDay(day)
  return point(at.year, at.month, at.day)
}

export function between(shape: "set" | "span", lo: Moment | null, hi: Moment | null): Stretch {
  return { lo, hi, shape, rough: false, code: null }
}

export function daysBetween(shape: "set" | "span", from: number, to: number): Stretch {
  return from === to ? pointOfDay(from) : between(shape, fromDay(from), fromDay(to))
}

export function coded(code: string, lo: Moment, hi: Moment): Stretch {
  return { lo, hi, shape: "point", rough: false, code }
}

export function roughly(stretch: Stretch): Stretch {
  return { ...stretch, rough: true }
}

/** First day number of a moment. */
export function firstDay(at: Moment): number {
  return toDay(at.year, at.month ?? 1, at.day ?? 1)
}

/** Last day number of a moment. */
export function lastDay(at: Moment): number {
  const month = at.month ?? 12
  return toDay(at.year, month, at.day ?? monthLength(at.year, month))
}

/** A year or month of a calendar: a point in the Gregorian one, else a span of days. */
export function calendarStretch(
  calendar: Calendar,
  year: number,
  month: number | null,
): Stretch | null {
  if (calendar === "gregorian") return point(year, month)
  const from = dayOf(calendar, year, month ?? 1, 1)
  const last = month ?? 12
  const to = dayOf(calendar, year, last, 1)
  if (from === null || to === null) return null
  const span = daysBetween("span", from, to + lengthOf(calendar, year, last) - 1)
  return calendar === "hijri" ? roughly(span) : span
}

/** EDTF of a stretch; never mixed precision within a set. */
export function print(s: Stretch): string {
  const mark = s.rough ? "~" : ""
  const { lo, hi } = s
  if (s.shape === "point" && lo && hi) {
    if (s.code === null) return moment(lo) + mark
    return s.rough ? `${moment(lo)}~/${moment(hi)}~` : s.code
  }
  if (s.shape === "span" && lo && hi && moment(lo) === moment(hi)) return moment(lo) + mark
  if (s.shape === "span") return `${lo ? moment(lo) + mark : ".."}/${hi ? moment(hi) + mark : ".."}`
  if (lo && hi) {
    const [a, b] = levelled(lo, hi)
    return a === b ? a + mark : `[${a}..${b}]`
  }
  return `[${lo ? moment(lo) : ""}..${hi ? moment(hi) : ""}]`
}

function levelled(lo: Moment, hi: Moment): readonly [string, string] {
  if (lo.day !== null || hi.day !== null)
    return [moment(fromDay(firstDay(lo))), moment(fromDay(lastDay(hi)))]
  if (lo.month !== null || hi.month !== null)
    return [moment({ ...lo, month: lo.month ?? 1 }), moment({ ...hi, month: hi.month ?? 12 })]
  return [moment(lo), moment(hi)]
}

function moment(at: Moment): string {
  const year = String(at.year).padStart(4, "0")
  if (at.month === null) return year
  const month = `${year}-${String(at.month).padStart(2, "0")}`
  return at.day === null ? month : `${month}-${String(at.day).padStart(2, "0")}`
}
