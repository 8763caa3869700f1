import { dayOf, fromDay, type Moment, weekdayOf, yearIn } from "./calendar.js"
import { baseOf, type DateContext } from "./date-context.js"
import { counted, relativeUnit, windowed } from "./date-counting.js"
import type { CalendarNode, DateExpression, DateNode } from "./date-node.js"
import { lasting } from "./date-lasting.js"
import { partOf, portionOf } from "./date-parts.js"
import { eveOf, limit, seasonal } from "./date-recurring.js"
import {
  between,
  calendarStretch,
  coded,
  daysBetween,
  firstDay,
  lastDay,
  point,
  pointOfDay,
  print,
  roughly,
  type Stretch,
} from "./date-stretch.js" // prettier-ignore
import { candidates, originOf, yearFor } from "./date-year.js"
import { fiscalYearOf } from "./fiscal.js"

export type { DateContext } from "./date-context.js"

/** A date as EDTF and how it is known. */
export interface ResolvedDate {
  readonly edtf: string
  readonly basis: "explicit" | "relative" | "document" | "inferred" | "none"
}

/**
 * What an expression means where it stands, never finer than its words; null when nothing tells.
 *
 *     resolveDate(scanDates("in late June 2012", english.time)[0], {})
 *     // { edtf: "[2012-06-21..2012-06-30]", basis: "explicit" }
 */
export function resolveDate(expression: DateExpression, context: DateContext): ResolvedDate | null {
  const stretch = resolve(expression.value, context)
  if (!stretch) return null
  return { edtf: print(stretch), basis: needsContext(expression.value) ? "relative" : "explicit" }
}

function needsContext(node: DateNode): boolean {
  switch (node.kind) {
    case "calendar":
      return node.year === null
    case "season":
      return node.year === null
    case "years":
    case "fiscal":
      return false
    case "range":
      return (
        (node.start !== null && needsContext(node.start)) ||
        (node.end !== null && needsContext(node.end))
      )
    case "part":
    case "portion":
    case "bound":
    case "about":
      return needsContext(node.of)
    case "term":
      return node.of === null || needsContext(node.of)
    default:
      return true
  }
}

/** Resolves a node; null when what it counts from is unknown. */
export function resolve(node: DateNode, context: DateContext): Stretch | null {
  switch (node.kind) {
    case "calendar":
      return calendar(node, context)
    case "weekday":
      return weekday(node, context)
    case "day":
      return day(node, context)
    case "unit":
      return relativeUnit(node, context)
    case "season":
      return seasonal(node, context)
    case "years":
      return years(node.first, node.digits)
    case "fiscal":
      return fiscal(node, context)
    case "portion":
      return portionOf(node, context, resolve)
    case "part":
      return partOf(node, context, resolve)
    case "count":
      return counted(node, context, resolve)
    case "term":
      return lasting(node, context, resolve)
    case "window":
      return windowed(node, context)
    case "range":
      return range(node, context)
    case "bound":
      return bound(node, context)
    case "nearest":
      return nearest(node, context)
    case "about": {
      const of = resolve(node.of, context)
      return of && of.shape !== "set" ? roughly(of) : of
    }
  }
}

type Of<K extends DateNode["kind"]> = Extract<DateNode, { kind: K }>

function calendar(node: CalendarNode, context: DateContext): Stretch | null {
  const year = node.year ?? yearFor(node, context)
  if (year === null) return null
  if (node.day === null) return calendarStretch(node.calendar, year, node.month)
  const from = dayOf(node.calendar, year, node.month ?? 1, node.day)
  if (from === null || node.month === null) return null
  const hijri = node.calendar === "hijri"
  if (node.lastDay !== null)
    return dayOf(node.calendar, year, node.month, node.lastDay) === null
      ? null
      : daysBetween("span", from, from + node.lastDay - node.day)
  if (node.alsoDay !== null) {
    const also = dayOf(node.calendar, year, node.month, node.alsoDay)
    if (also === null) return null
    return coded(
      `{${print(pointOfDay(from))},${print(pointOfDay(also))}}`,
      fromDay(from),
      fromDay(also),
    )
  }
  return hijri ? roughly(pointOfDay(from)) : pointOfDay(from)
}

function weekday(node: Of<"weekday">, context: DateContext): Stretch | null {
  const speech = baseOf(context.published)
  const base = speech?.unit === "day" ? speech : baseOf(context.anchor)
  if (node.week) {
    const origin = originOf(node.week.from, context)
    if (origin?.unit !== "day") return null
    return pointOfDay(inWeek(origin.from + 7 * node.week.shift, node.weekday, context))
  }
  if (base?.unit !== "day") return null
  const back = (weekdayOf(base.from) - node.weekday + 7) % 7
  const ahead = 7 - back
  if (node.shift === 0) return pointOfDay(inWeek(base.from, node.weekday, context))
  const future = node.shift === 1 || (node.shift === null && context.tense === "future")
  const found = future
    ? base.from + ahead
    : base.from - (node.shift === -1 && back === 0 ? 7 : back)
  return base.rough ? roughly(pointOfDay(found)) : pointOfDay(found)
}

function inWeek(day: number, wanted: number, context: DateContext): number {
  const start = context.weekStart ?? 1
  return day - ((weekdayOf(day) - start + 7) % 7) + ((wanted - start + 7) % 7)
}

function day(node: Of<"day">, context: DateContext): Stretch | null {
  const base = originOf(node.from, context)
  if (!base) return null
  if (base.unit === "day") {
    let found = base.from + node.offset
    if (node.weekday !== null && weekdayOf(found) !== node.weekday)
      found -= (weekdayOf(found) - node.weekday + 7) % 7
    return base.rough ? roughly(pointOfDay(found)) : pointOfDay(found)
  }
  if (node.from === "speech" || base.unit === "wide") return null
  if (base.unit === "days")
    return daysBetween("set", base.from + node.offset, base.to + node.offset)
  const month = base.unit === "month" ? base.start.month : null
  return node.offset === 0 ? point(base.start.year, month) : roughly(point(base.start.year, month))
}

function years(first: number, digits: 1 | 2): Stretch {
  const last = first + 10 ** digits - 1
  const code =
    String(first)
      .padStart(4, "0")
      .slice(0, 4 - digits) + "X".repeat(digits)
  return coded(
    code,
    { year: first, month: null, day: null },
    { year: last, month: null, day: null },
  )
}

function fiscal(node: Of<"fiscal">, context: DateContext): Stretch | null {
  if (node.calendar === "jalali") return calendarStretch("jalali", node.year, null)
  const { startMonth, namedBy } = fiscalYearOf(context.fiscal ?? "USA")
  if (startMonth === 1)
    return node.both
      ? between("span", point(node.year).lo, point(node.year + 1).lo)
      : point(node.year)
  const year = namedBy === "end" && !node.both ? node.year - 1 : node.year
  return between(
    "span",
    { year, month: startMonth, day: null },
    { year: year + 1, month: startMonth - 1, day: null },
  )
}

function range(node: Of<"range">, context: DateContext): Stretch | null {
  const start = node.start && resolve(node.start, context)
  if (node.start && !start) return null
  const inner =
    start?.lo && node.end && node.end.kind === "calendar" ? sameYear(node.end, start.lo) : node.end
  const end = inner && (start ? resolve(inner, context) : limit(inner, context, resolve))
  if (inner && !end) return null
  const hi = end?.hi ?? null
  const lo = start?.lo ?? null
  if (lo && hi && firstDay(lo) > lastDay(hi)) return null
  const rough = (start?.rough ?? false) || (end?.rough ?? false)
  return { lo, hi, shape: "span", rough, code: null }
}

/** The end of a range never lies before its start. */
function sameYear(end: CalendarNode, start: Moment): CalendarNode {
  if (end.year !== null || end.yearShift !== null) return end
  const first = yearIn(end.calendar, firstDay(start))
  const day = dayOf(end.calendar, first, end.month ?? 12, end.day ?? 28)
  return { ...end, year: day !== null && day < firstDay(start) ? first + 1 : first }
}

function bound(node: Of<"bound">, context: DateContext): Stretch | null {
  const of = limit(node.of, context, resolve)
  if (!of) return null
  if (node.side === "before") return between("set", null, eveOf(of))
  if (node.side === "by") return between("set", null, of.hi)
  const speech = node.of.kind === "count" ? baseOf(context.published) : null
  const told = speech?.unit === "day" && of.lo && firstDay(of.lo) <= speech.from
  return between("set", of.lo, told ? speech.start : null)
}

function nearest(node: Of<"nearest">, context: DateContext): Stretch | null {
  const speech = baseOf(context.published)
  if (!speech || speech.unit === "wide" || speech.unit === "year") return null
  const list = candidates(node.of, speech.to, 1)
  const found =
    node.direction < 0
      ? list.findLast((c) => c.to < speech.to)
      : list.find((c) => c.from > speech.to)
  return found ? calendar({ ...node.of, year: found.year }, context) : null
}
