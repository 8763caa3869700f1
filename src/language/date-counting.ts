import {
  type Calendar,
  dayOf,
  fromDay,
  lengthOf,
  type Moment,
  monthIn,
  weekdayOf,
  yearIn,
} from "./calendar.js"
import { type Base, baseOf, type DateContext } from "./date-context.js"
import type { DateNode } from "./date-node.js"
import {
  between,
  calendarStretch,
  coded,
  daysBetween,
  firstDay,
  lastDay,
  point,
  pointOfDay,
  roughly,
  type Stretch,
} from "./date-stretch.js"
import { originOf } from "./date-year.js"
import type { TimeUnit } from "./time-grammar.js"

type Of<K extends DateNode["kind"]> = Extract<DateNode, { kind: K }>
type Resolve = (node: DateNode, context: DateContext) => Stretch | null

/** Days in the units that are whole days. */
export const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
}
/** Months in the units that are whole months. */
export const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  halfyear: 6,
  year: 12,
  decade: 120,
  century: 1200,
} // prettier-ignore

/** *Last week*, *that same month*, *سال گذشته*: a whole unit by its distance. */
export function relativeUnit(node: Of<"unit">, context: DateContext): Stretch | null {
  const base = originOf(node.from, context)
  if (!base || base.unit === "wide") return null
  const onAnchor =
    node.from === "anchor" || (node.from === "either" && baseOf(context.anchor) !== null)
  const calendar = onAnchor ? anchorCalendar(base, node.calendar) : node.calendar
  const found = shiftUnit(node, base, calendar, context)
  return found && base.rough && onAnchor ? roughly(found) : found
}

/** A date printed by Gregorian years or months is counted on in them. */
function anchorCalendar(base: Base, calendar: Calendar): Calendar {
  return base.unit === "month" || (base.unit === "year" && !/\d-\d\d-\d/.test(base.edtf))
    ? "gregorian"
    : calendar
}

function shiftUnit(
  node: Of<"unit">,
  base: Base,
  calendar: Calendar,
  context: DateContext,
): Stretch | null {
  const year = yearIn(calendar, calendar === "gregorian" ? base.from : base.to)
  switch (node.unit) {
    case "week":
      return base.unit === "day" ? week(base.from + 7 * node.shift, context) : null
    case "month": {
      if (base.unit === "year") return null
      const month = monthIn(calendar, base.to) - 1 + node.shift
      return calendarStretch(
        calendar,
        yearIn(calendar, base.to) + Math.floor(month / 12),
        (((month % 12) + 12) % 12) + 1,
      )
    }
    case "quarter": {
      if (base.unit === "year") return null
      const at = Math.floor(((base.end.month ?? 1) - 1) / 3) + node.shift
      const y = base.end.year + Math.floor(at / 4)
      const index = ((at % 4) + 4) % 4
      return coded(
        `${y}-${33 + index}`,
        { year: y, month: index * 3 + 1, day: null },
        { year: y, month: index * 3 + 3, day: null },
      )
    }
    case "year":
      return calendarStretch(calendar, year + node.shift, null)
    case "decade":
      return tens(Math.floor(base.start.year / 10) * 10 + 10 * node.shift, 1)
    case "century":
      return tens(Math.floor(base.start.year / 100) * 100 + 100 * node.shift, 2)
    default:
      return null
  }
}

function tens(first: number, digits: 1 | 2): Stretch {
  const code = String(first).slice(0, 4 - digits) + "X".repeat(digits)
  return coded(
    code,
    { year: first, month: null, day: null },
    { year: first + 10 ** digits - 1, month: null, day: null },
  )
}

function week(day: number, context: DateContext): Stretch {
  const first = day - ((weekdayOf(day) - (context.weekStart ?? 1) + 7) % 7)
  return daysBetween("set", first, first + 6)
}

/** *Two weeks ago*, *a week later*, *three days before 7 March*. */
export function counted(node: Of<"count">, context: DateContext, resolve: Resolve): Stretch | null {
  const from = node.from
  if (typeof from !== "string") {
    const of = resolve(from, context)
    if (!of?.lo || !of.hi) return null
    const exact = node.unit === "day" || node.unit === "week" || node.unit === "fortnight"
    const moved = move(node, momentBase(of), !exact)
    return of.rough && moved ? roughly(moved) : moved
  }
  const coming = context.tense === "future"
  if (from === "ahead" && !coming) return null
  const told = from === "anchor" || (from === "either" && !coming)
  const anchor = told ? baseOf(context.anchor) : null
  const base = told ? anchor : baseOf(context.published)
  if (!base || (base.unit === "wide" && node.unit !== "decade")) return null
  return move(node, base, anchor !== null || base.rough)
}

function momentBase(of: Stretch): Base {
  const lo = of.lo as Moment
  const hi = of.hi as Moment
  const unit =
    of.lo !== of.hi ? "days" : hi.day !== null ? "day" : hi.month !== null ? "month" : "year"
  return {
    edtf: "",
    from: firstDay(lo),
    to: lastDay(hi),
    unit,
    start: lo,
    end: hi,
    rough: of.rough,
  }
}

function move(node: Of<"count">, base: Base, chained: boolean): Stretch | null {
  const { direction } = node
  const [near, far] = direction > 0 ? [node.low, node.high] : [-node.high, -node.low]
  const days = DAYS[node.unit]
  if (days !== undefined) return moveDays(node, base, days, chained)
  const months = MONTHS[node.unit]
  if (months === undefined) return null
  const at = base.end.year * 12 + (base.end.month ?? 1) - 1
  const lo = at + Math.round(near * months)
  const hi = at + Math.round(far * months)
  const coarse = (months >= 12 && node.low % 1 === 0) || base.unit === "year"
  const moment = (value: number): Moment => ({
    year: Math.floor(value / 12),
    month: coarse ? null : (((value % 12) + 12) % 12) + 1,
    day: null,
  })
  if (moment(lo).year < 1 || moment(hi).year > 9999) return null
  return lo === hi
    ? roughly({ ...point(0), lo: moment(lo), hi: moment(lo) })
    : between("set", moment(lo), moment(hi))
}

function moveDays(node: Of<"count">, base: Base, days: number, chained: boolean): Stretch | null {
  const [near, far] = node.direction > 0 ? [node.low, node.high] : [-node.high, -node.low]
  const whole = (value: number) => Math.trunc(value * days)
  if (Math.abs(near) > 1e5 || Math.abs(far) > 1e5) return null
  if (base.unit === "month" || base.unit === "year") {
    const at = fromDay((node.direction > 0 ? base.from : base.to) + whole(near))
    return roughly(point(at.year, base.unit === "month" ? at.month : null))
  }
  if (base.unit === "day") {
    if (near !== far) return daysBetween("set", base.from + whole(near), base.from + whole(far))
    const found = pointOfDay(base.from + whole(near))
    const vague = node.rough || chained || (typeof node.from === "string" && days > 1)
    return vague ? roughly(found) : found
  }
  return daysBetween("set", base.from + whole(near), base.to + whole(far))
}

/** *The past few days*, *سه سال گذشته*: all from then to publication. */
export function windowed(node: Of<"window">, context: DateContext): Stretch | null {
  const speech = baseOf(context.published)
  if (!speech || speech.unit === "wide") return null
  const many = node.low === node.high ? node.low : Math.ceil((node.low + node.high) / 2)
  const days = DAYS[node.unit]
  if (days !== undefined) {
    if (speech.unit !== "day" || many * days > 1e5) return null
    const far = speech.from + node.direction * Math.ceil(many * days)
    return daysBetween("span", Math.min(far, speech.from), Math.max(far, speech.from))
  }
  const months = MONTHS[node.unit] ?? 12
  const at = speech.end.year * 12 + (speech.end.month ?? 1) - 1
  const far = at + node.direction * Math.round(many * months)
  const coarse = months >= 12
  const moment = (value: number): Moment => ({
    year: Math.floor(value / 12),
    month: coarse ? null : (value % 12) + 1,
    day: null,
  })
  if (speech.unit === "year" && !coarse) return null
  if (far < 12 || far > 119999) return null
  return between("span", moment(Math.min(at, far)), moment(Math.max(at, far)))
}

/** Days of a month or year of a calendar, for those who need its parts. */
export function monthDays(
  calendar: Calendar,
  year: number,
  month: number,
): readonly [number, number] | null {
  const from = dayOf(calendar, year, month, 1)
  return from === null ? null : [from, from + lengthOf(calendar, year, month) - 1]
}
