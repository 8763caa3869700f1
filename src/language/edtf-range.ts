import { monthLength, toDay } from "./calendar.js"

/** Days since 1970-01-01, both ends included; an open end is infinite. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

/** How fine a date is, by the width of what it leaves open. */
export type Precision = "day" | "week" | "month" | "season" | "year" | "decade" | "century" | "open"

const known = new Map<string, DayRange | null>()

/**
 * The days that an EDTF value may mean; null when it is none.
 *
 * Level 0–2 as far as reports need them: dates, `~ ? %`, `199X`, seasons, sets, intervals.
 */
export function bounds(edtf: string): DayRange | null {
  const cached = known.get(edtf)
  if (cached !== undefined) return cached
  const found = read(edtf)
  if (known.size < 10000) known.set(edtf, found)
  return found
}

/** True when two dates may be one: some day lies in both. */
export function compatible(a: string, b: string): boolean {
  const x = bounds(a)
  const y = bounds(b)
  return x !== null && y !== null && x.from <= y.to && y.from <= x.to
}

/** How fine a date is; null when it is none. */
export function precision(edtf: string): Precision | null {
  const range = bounds(edtf)
  if (!range) return null
  const days = range.to - range.from + 1
  if (days === Number.POSITIVE_INFINITY) return "open"
  if (days <= 1) return "day"
  if (days <= 11) return "week"
  if (days <= 31) return "month"
  if (days <= 123) return "season"
  if (days <= 366) return "year"
  return days <= 3660 ? "decade" : "century"
}

function read(edtf: string): DayRange | null {
  const text = edtf.trim()
  if (text.length > 200) return null
  const first = text[0]
  if (first === "[" || first === "{") return set(text, first === "[" ? "]" : "}")
  const slash = text.indexOf("/")
  return slash < 0 ? date(text) : ends(text.slice(0, slash), text.slice(slash + 1))
}

function set(text: string, close: string): DayRange | null {
  if (!text.endsWith(close)) return null
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const part of text.slice(1, -1).split(",")) {
    const dots = part.indexOf("..")
    const range = dots < 0 ? date(part) : ends(part.slice(0, dots), part.slice(dots + 2))
    if (!range) return null
    from = Math.min(from, range.from)
    to = Math.max(to, range.to)
  }
  return { from, to }
}

function ends(start: string, end: string): DayRange | null {
  const isOpen = (part: string) => part.trim() === "" || part.trim() === ".."
  const a = isOpen(start) ? null : date(start)
  const b = isOpen(end) ? null : date(end)
  if ((!a && !isOpen(start)) || (!b && !isOpen(end)) || (!a && !b)) return null
  const from = a ? a.from : Number.NEGATIVE_INFINITY
  const to = b ? b.to : Number.POSITIVE_INFINITY
  return from <= to ? { from, to } : null
}

/** First and last month of the season codes: seasons, quarters, thirds, halves. Winter lies in two years. */
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [0, 14],
  25: [3, 5],
  26: [6, 8],
  27: [9, 11],
  28: [0, 14],
  29: [9, 11],
  30: [0, 14],
  31: [3, 5],
  32: [6, 8],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
} // prettier-ignore

function date(text: string): DayRange | null {
  const parts = /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T[\d:.]+Z?)?$/.exec(
    text.replace(/[~?%]/g, "").trim(),
  )
  if (!parts) return null
  const [, y = "", m, d] = parts
  const low = Number(y.replaceAll("X", "0"))
  const high = Number(y.replaceAll("X", "9"))
  if (m === undefined || m.includes("X")) return { from: toDay(low, 1, 1), to: toDay(high, 12, 31) }
  const month = Number(m)
  const season = SEASONS[month]
  if (season && d === undefined)
    return { from: toDay(low, season[0], 1), to: toDay(high, season[1] + 1, 1) - 1 }
  if (month < 1 || month > 12) return null
  if (d === undefined || d.includes("X"))
    return { from: toDay(low, month, 1), to: toDay(high, month + 1, 1) - 1 }
  const day = Number(d)
  if (day < 1 || day > monthLength(low, month)) return null
  return { from: toDay(low, month, day), to: toDay(high, month, day) }
}
