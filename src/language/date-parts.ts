import {
  type Calendar,
  dayOf,
  fromDay,
  lengthOf,
  type Moment,
  monthLength,
  weekdayOf,
  yearIn,
} from "./calendar.js"
import { baseOf, type DateContext } from "./date-context.js"
import type { DateNode, Part } from "./date-node.js"
import {
  between,
  calendarStretch,
  coded,
  daysBetween,
  firstDay,
  lastDay,
  type Stretch,
} from "./date-stretch.js"

type Of<K extends DateNode["kind"]> = Extract<DateNode, { kind: K }>
type Resolve = (node: DateNode, context: DateContext) => Stretch | null

/**
 * Early, mid, late: days 1–10, 11–20, 21–end of a month; months 1–4, 5–8, 9–12 of a year; else thirds.
 * The end of a year is its late part in every language: *at the end of 1991*, *late 1991*, *в конце 1991 года* and
 * *در پایان سال ۱۹۹۱* are the same months, because Russian and Persian use one word for both.
 */
export function partOf(node: Of<"part">, context: DateContext, resolve: Resolve): Stretch | null {
  const of = resolve(node.of, context)
  if (!of?.lo || !of.hi) return null
  if (node.part === "soFar" || node.part === "still") return upToNow(node.part, of, context)
  const { part } = node
  if (of.shape === "point" && of.code === null)
    return of.lo.day !== null ? of : partOfPoint(part, of.lo)
  const jalali = jalaliUnit(of)
  if (jalali) return partOfJalali(part, jalali)
  if (of.code !== null && of.lo.month === null) return partOfYears(part, of.lo.year, of.hi.year)
  return thirds(part, firstDay(of.lo), lastDay(of.hi))
}

function upToNow(part: Part, of: Stretch, context: DateContext): Stretch | null {
  const speech = baseOf(context.published)
  if (!speech || !of.lo || !of.hi) return of
  const now = fromDay(speech.to)
  return part === "soFar" ? between("set", of.lo, now) : between("set", now, of.hi)
}

function partOfPoint(part: Part, at: Moment): Stretch {
  const { year, month } = at
  if (month === null) {
    const [lo, hi] = part === "early" ? [1, 4] : part === "mid" ? [5, 8] : [9, 12]
    return between("set", { year, month: lo, day: null }, { year, month: hi, day: null })
  }
  const [lo, hi] =
    part === "early" ? [1, 10] : part === "mid" ? [11, 20] : [21, monthLength(year, month)]
  return between("set", { year, month, day: lo }, { year, month, day: hi })
}

function partOfYears(part: Part, from: number, to: number): Stretch {
  const third = Math.floor((to - from + 1) / 3)
  const early = from + third
  const late = to - third + 1
  const [lo, hi] =
    part === "early" ? [from, early] : part === "mid" ? [early + 1, late - 1] : [late, to]
  return between("set", { year: lo, month: null, day: null }, { year: hi, month: null, day: null })
}

function thirds(part: Part, from: number, to: number): Stretch {
  const length = to - from + 1
  const a = from + Math.floor(length / 3)
  const b = from + Math.floor((2 * length) / 3)
  if (part === "early") return daysBetween("set", from, a - 1 >= from ? a - 1 : from)
  return part === "mid"
    ? daysBetween("set", a, Math.max(a, b - 1))
    : daysBetween("set", Math.min(b, to), to)
}

/** The year (and month) of the Jalali calendar that a span of days covers exactly. */
export function jalaliUnit(of: Stretch): { year: number; month: number | null } | null {
  if (of.shape !== "span" || of.lo?.day == null || of.hi?.day == null) return null
  const from = firstDay(of.lo)
  const to = lastDay(of.hi)
  const year = yearIn("jalali", from)
  const same = (month: number | null) => {
    const whole = calendarStretch("jalali", year, month)
    return whole?.lo && whole.hi && firstDay(whole.lo) === from && lastDay(whole.hi) === to
  }
  if (same(null)) return { year, month: null }
  for (let month = 1; month <= 12; month++) if (same(month)) return { year, month }
  return null
}

function partOfJalali(part: Part, at: { year: number; month: number | null }): Stretch | null {
  const { year, month } = at
  if (month === null) {
    const [lo, hi] = part === "early" ? [1, 4] : part === "mid" ? [5, 8] : [9, 12]
    return jalaliDays(year, lo, 1, hi, lengthOf("jalali", year, hi))
  }
  const last = lengthOf("jalali", year, month)
  const [lo, hi] = part === "early" ? [1, 10] : part === "mid" ? [11, 20] : [21, last]
  return jalaliDays(year, month, lo, month, hi)
}

function jalaliDays(year: number, m1: number, d1: number, m2: number, d2: number): Stretch | null {
  const calendar: Calendar = "jalali"
  const from = dayOf(calendar, year, m1, d1)
  const to = dayOf(calendar, year, m2, d2)
  return from === null || to === null ? null : daysBetween("set", from, to)
}

/** The first week of June, the second half of 2012, Q2 2023. */
export function portionOf(
  node: Of<"portion">,
  context: DateContext,
  resolve: Resolve,
): Stretch | null {
  const of = resolve(node.of, context)
  if (!of?.lo || !of.hi) return null
  const from = firstDay(of.lo)
  const to = lastDay(of.hi)
  if (node.unit === "week" && node.index === 0) {
    const first = from - ((weekdayOf(from) - (context.weekStart ?? 1) + 7) % 7)
    return daysBetween("set", first, first + 6)
  }
  if (node.unit === "week") return weekOf(node.index, from, to)
  const parts = node.unit === "quarter" ? 4 : 2
  const index = node.index < 0 ? parts : node.index
  if (index > parts) return null
  const gregorianYear = of.shape === "point" && of.code === null && of.lo.month === null
  if (gregorianYear) return partOfYear(of.lo.year, parts, index)
  const jalali = jalaliUnit(of)
  if (jalali && jalali.month === null) {
    const size = 12 / parts
    const last = index * size
    const days = jalaliDays(
      jalali.year,
      last - size + 1,
      1,
      last,
      lengthOf("jalali", jalali.year, last),
    )
    return days && { ...days, shape: "span" }
  }
  const years = of.lo.month === null && of.hi.month === null
  if (years) {
    const size = (of.hi.year - of.lo.year + 1) / parts
    const lo = of.lo.year + Math.round(size * (index - 1))
    return between(
      "set",
      { year: lo, month: null, day: null },
      { year: of.lo.year + Math.round(size * index) - 1, month: null, day: null },
    )
  }
  const size = (to - from + 1) / parts
  return daysBetween(
    "set",
    from + Math.round(size * (index - 1)),
    from + Math.round(size * index) - 1,
  )
}

function partOfYear(year: number, parts: number, index: number): Stretch {
  const size = 12 / parts
  const code = `${String(year).padStart(4, "0")}-${(parts === 4 ? 32 : 39) + index}`
  return coded(
    code,
    { year, month: (index - 1) * size + 1, day: null },
    { year, month: index * size, day: null },
  )
}

function weekOf(index: number, from: number, to: number): Stretch | null {
  if (to - from < 27) return null
  if (index < 0) return daysBetween("set", to - 6, to)
  const first = from + 7 * (index - 1)
  return first > to ? null : daysBetween("set", first, Math.min(first + 6, to))
}
