import { fromDay, type Moment } from "./calendar.js"
import { baseOf, type DateContext } from "./date-context.js"
import { DAYS, MONTHS } from "./date-counting.js"
import type { DateNode } from "./date-node.js"
import { jalaliUnit } from "./date-parts.js"
import {
  between,
  calendarStretch,
  firstDay,
  lastDay,
  point,
  roughly,
  type Stretch,
} from "./date-stretch.js"
import type { TimeUnit } from "./time-grammar.js"

type Of<K extends DateNode["kind"]> = Extract<DateNode, { kind: K }>
type Resolve = (node: DateNode, context: DateContext) => Stretch | null

/** *For a year from March 2012*, *within two weeks*: from a date to so long behind it, or before. */
export function lasting(node: Of<"term">, context: DateContext, resolve: Resolve): Stretch | null {
  if (node.unsure && context.tense !== "future") return null
  const of = node.of ? resolve(node.of, context) : now(context)
  const near = node.direction > 0 ? of?.lo : of?.hi
  const from = node.direction > 0 ? of?.hi : of?.lo
  if (!of || !near || !from) return null
  const far = jalaliEnd(node, of) ?? farEnd(node, from)
  if (!far || far.year < 1 || far.year > 9999) return null
  const found = node.direction > 0 ? between(node.shape, near, far) : between(node.shape, far, near)
  return of.rough ? roughly(found) : found
}

/** A deadline counts from publication; one told of the past from the date spoken of. */
function now(context: DateContext): Stretch | null {
  const base = baseOf(context.tense === "past" ? context.anchor : context.published)
  if (!base) return null
  const { year, month, day } = base.start
  if (base.unit === "day") return point(year, month, day)
  if (base.unit === "month") return point(year, month)
  return base.unit === "year" ? point(year) : null
}

/** The other end of a term, never finer than its unit or its date. */
function farEnd({ unit, count, direction }: Of<"term">, from: Moment): Moment | null {
  const many = DAYS[unit]
  if (many !== undefined) {
    if (count * many > 1e5) return null
    const start = direction > 0 ? lastDay(from) : firstDay(from)
    return likewise(fromDay(start + direction * Math.ceil(count * many)), from)
  }
  const months = Math.round(count * (MONTHS[unit] ?? 12))
  const month = from.month ?? (direction > 0 ? 12 : 1)
  const at = from.year * 12 + month - 1 + direction * months
  const end = { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1, day: null }
  return likewise(end, from)
}

function likewise(end: Moment, from: Moment): Moment {
  if (from.month === null) return { year: end.year, month: null, day: null }
  return from.day === null ? { ...end, day: null } : end
}

/** A term from a year or month of the Jalali calendar ends with one. */
function jalaliEnd({ unit, count, direction }: Of<"term">, of: Stretch): Moment | null {
  const at = jalaliUnit(of)
  const months = Math.round(count * monthsOf(unit)) * direction
  if (!at || months === 0 || (at.month === null && months % 12 !== 0)) return null
  const end = at.year * 12 + (at.month ?? 1) - 1 + months
  const month = at.month === null ? null : (((end % 12) + 12) % 12) + 1
  const found = calendarStretch("jalali", Math.floor(end / 12), month)
  return (direction > 0 ? found?.hi : found?.lo) ?? null
}

function monthsOf(unit: TimeUnit): number {
  return MONTHS[unit] ?? 0
}
