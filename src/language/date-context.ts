import { fromDay, type Moment } from "./calendar.js"
import { bounds } from "./edtf-range.js"

/** What is known where an expression stands. */
export interface DateContext {
  /** EDTF of the day of publication. */
  readonly published?: string | undefined
  /** EDTF of the date spoken of last. */
  readonly anchor?: string | undefined
  /** Tense of the verb that the date belongs to. */
  readonly tense?: "past" | "future" | "none" | undefined
  /** ISO 3166-1 alpha-3 of the state whose fiscal year is meant; USA when absent. */
  readonly fiscal?: string | undefined
  /** First day of the week, 1 = Monday; Monday when absent. */
  readonly weekStart?: number | undefined
}

/** A date to count from. */
export interface Base {
  readonly edtf: string
  readonly from: number
  readonly to: number
  readonly unit: "day" | "days" | "month" | "year" | "wide"
  readonly start: Moment
  readonly end: Moment
  readonly rough: boolean
}

/** Reads a date to count from; null when there is none or it is open on both sides. */
export function baseOf(edtf: string | undefined): Base | null {
  const open = edtf === undefined ? null : /^\[?(?:\.\.\/?|)([\dX~-]+?)(?:\/?\.\.)?\]?$/.exec(edtf)
  if (open?.[1] && open[1] !== edtf && edtf?.includes("..")) return baseOf(open[1])
  const range = edtf === undefined ? null : bounds(edtf)
  if (!edtf || !range) return null
  const from = Number.isFinite(range.from) ? range.from : range.to
  const to = Number.isFinite(range.to) ? range.to : range.from
  if (!Number.isFinite(from)) return null
  const start = { ...fromDay(from) }
  const end = { ...fromDay(to) }
  return {
    edtf,
    from,
    to,
    unit: unitOf(start, end, from, to),
    start,
    end,
    rough: edtf.includes("~"),
  }
}

function unitOf(start: Moment, end: Moment, from: number, to: number): Base["unit"] {
  if (from === to) return "day"
  const wholeMonths = start.day === 1 && fromDay(to + 1).day === 1
  if (start.year === end.year && start.month === end.month) return wholeMonths ? "month" : "days"
  if (to - from <= 31) return "days"
  return start.year === end.year ? "year" : "wide"
}
