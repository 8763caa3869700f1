import type { DateCursor } from "./date-cursor.js"
import type { CalendarNode, DateNode, Parsed, Shift } from "./date-node.js"
import { EMPTY, numericDate } from "./date-numeric.js"
import { shiftedUnit } from "./date-relative.js"

/**
 * Day, month and year in words or figures, with the weekday that may stand before or behind.
 *
 *     Monday, 14 March 2012   March 7-9   14 تیر 1391   14 августа 2016 г.   2012
 */
export function calendarDate(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const start = label(c, at)
  return dayFirst(c, start) ?? monthFirst(c, start) ?? yearAlone(c, at)
}

/** Passes "روز", "the day of" before a day or month. */
function label(c: DateCursor, at: number): number {
  const unit = c.sense(at)?.unit
  if (unit !== "day" && unit !== "month") return at
  const next = c.skip(at + 1, "filler")
  const sense = c.sense(next)
  return sense?.month || c.items[next]?.kind === "number" || sense?.ordinal || sense?.number
    ? next
    : at
}

function dayFirst(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const first = c.dayNumber(at)
  if (!first) return null
  let next = first.next
  let lastDay: number | null = null
  let alsoDay: number | null = null
  const link = c.has(next, "to") || c.sign(next, "-") ? "to" : c.has(next, "and") ? "and" : null
  if (link) {
    const second = c.dayNumber(next + 1)
    if (!second || second.day <= first.day) return null
    if (link === "to" || second.day === first.day + 1) lastDay = second.day
    else alsoDay = second.day
    next = second.next
  }
  next = c.skip(next, "filler")
  if (c.sense(next)?.unit === "month") next++
  const month = monthAt(c, next, true)
  if (!month) return null
  return withYear(c, { ...EMPTY, ...month.part, day: first.day, lastDay, alsoDay }, month.next)
}

function monthAt(c: DateCursor, at: number, supported: boolean) {
  const month = c.sense(at)?.month
  if (!month || (month.shy && !supported)) return null
  let next = at + 1
  if (
    c.sign(next, ".") &&
    c.glued(next) &&
    (c.items[next + 1]?.kind === "number" || c.sign(next + 1, ","))
  )
    next++
  return { part: { calendar: month.calendar, month: month.month }, next }
}

function monthFirst(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const month = monthAt(c, at, shySupport(c, at))
  if (!month) return null
  let next = month.next
  let days: Partial<CalendarNode> = {}
  if (c.grammar.slashOrder === "month-first") {
    const day = daysBehind(c, next)
    if (day) {
      days = day.days
      next = day.next
    }
  }
  const { month: value, calendar } = month.part
  const shy = c.sense(at)?.month?.shy && days.day !== undefined && c.has(next, "shut")
  if (shy) return null
  return withYear(c, { ...EMPTY, calendar, month: value, ...days }, next)
}

function daysBehind(
  c: DateCursor,
  at: number,
): { days: Partial<CalendarNode>; next: number } | null {
  const start = c.has(at, "determiner") ? at + 1 : at
  const first = c.dayNumber(start)
  if (!first || (c.items[start]?.kind !== "number" && c.sense(start)?.ordinal === undefined))
    return null
  const link =
    c.sign(first.next, "-") || c.has(first.next, "to")
      ? "to"
      : c.has(first.next, "and")
        ? "and"
        : null
  if (!link) return { days: { day: first.day }, next: first.next }
  const second = c.items[first.next + 1]?.kind === "number" ? c.dayNumber(first.next + 1) : null
  const month = second && c.sense(second.next)?.month
  if (!second || second.day <= first.day || month)
    return { days: { day: first.day }, next: first.next }
  const close = link === "to" || second.day === first.day + 1
  if (link === "and" && c.has(second.next, "shut"))
    return { days: { day: first.day }, next: first.next }
  return {
    days: { day: first.day, ...(close ? { lastDay: second.day } : { alsoDay: second.day }) },
    next: second.next,
  }
}

/** A month's name that is also another word counts beside a year or day, after "in", or with a capital. */
function shySupport(c: DateCursor, at: number): boolean {
  const monthly = c.grammar.slashOrder === "month-first"
  let next = at + 1
  if (c.sign(next, ",.")) next++
  if (c.year(next)) return true
  if (monthly && c.items[at + 1]?.kind === "number" && c.dayNumber(at + 1)) return true
  if (shortYear(c, { ...EMPTY, calendar: c.sense(at)?.month?.calendar ?? "gregorian" }, next))
    return true
  if (c.sense(at - 1)?.unit === "month" || c.sense(at + 1)?.unit === "month") return true
  if (shiftedUnit(c, c.skip(at + 1, "filler"))?.node.unit === "year") return true
  if (!c.grammar.capitalHelps || c.sense(at)?.month?.calendar === "hijri") return false
  const before = at - 1
  const part = c.has(before, "early") || c.has(before, "late") || c.has(before, "mid")
  if (part || (c.sign(before, "-") && c.has(before - 1, "mid"))) return true
  const relation = (["since", "until", "by", "between", "after", "before"] as const).some((r) =>
    c.has(before, r),
  )
  if (relation || c.has(before, "at") || (c.has(before, "support") && c.has(before, "filler")))
    return true
  return c.capital(at)
}

/** A month with its year where a part or portion of it is spoken of, shy or not. */
export function monthOnly(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const month = monthAt(c, at, true)
  return month && withYear(c, { ...EMPTY, ...month.part }, month.next)
}

function withYear(c: DateCursor, node: CalendarNode, at: number): Parsed<CalendarNode> {
  const from = c.sense(at)?.unit === "month" ? at + 1 : at
  let next = from
  if (c.sign(next, ",")) next++
  next = c.skip(next, "filler")
  const year = c.year(next, next === from)
  if (year && fits(node, year)) return { node: { ...node, year: year.year }, next: year.next }
  const cut = node.calendar === "gregorian" ? c.cutYear(next) : null
  if (cut) return { node: { ...node, year: cut.year }, next: cut.next }
  const short = shortYear(c, node, next)
  if (short) return short
  const shift = shiftedUnit(c, c.has(next, "determiner") ? next + 1 : next)
  if (shift?.node.unit === "year" && shift.node.from !== "either")
    return { node: { ...node, yearShift: yearOf(shift.node) }, next: shift.next }
  return { node, next: from }
}

function fits(node: CalendarNode, found: { year: number; calendar: string }): boolean {
  if (node.calendar === "gregorian") return found.calendar === "gregorian"
  return found.year >= 1200 && found.year <= 1500
}

/** تیر 91: two figures behind a Jalali month are its year. */
function shortYear(c: DateCursor, node: CalendarNode, at: number): Parsed<CalendarNode> | null {
  const value = c.plain(at)
  if (node.calendar !== "jalali" || value === null || c.items[at]?.text.length !== 2 || value < 32)
    return null
  return { node: { ...node, year: 1300 + value }, next: at + 1 }
}

export function yearOf(node: { shift: number; from: Shift["from"] }): Shift {
  return { shift: node.shift, from: node.from }
}

function yearAlone(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const start = c.has(at, "determiner") && c.has(at + 1, "yearLabel") ? at + 1 : at
  const year = c.year(start)
  if (!year) return null
  const node = { ...EMPTY, calendar: year.calendar, year: year.year, bare: !year.labelled }
  return { node, next: year.next }
}

/** A weekday with the date beside it, or alone, or of a week told by its distance. */
export function weekdayDate(c: DateCursor, at: number): Parsed | null {
  const start = c.sense(at)?.unit === "day" && c.sense(at + 1)?.weekday ? at + 1 : at
  const found = c.sense(start)?.weekday
  if (!found) return null
  let next = start + 1
  if (found.shy && c.sign(next, ".")) next++
  next = c.skip(next, "dayPart")
  const dated = dateBeside(c, next)
  if (dated) return { node: { ...dated.node, weekday: found.weekday }, next: dated.next }
  if (found.shy) return null
  const week = shiftedUnit(c, c.skip(c.skip(next, "filler"), "determiner"))
  const known = week?.node.unit === "week" ? yearOf(week.node) : null
  const node: DateNode = { kind: "weekday", weekday: found.weekday, shift: null, week: known }
  return { node, next: known && week ? c.skip(week.next, "dayPart") : next }
}

function dateBeside(c: DateCursor, at: number): Parsed<CalendarNode> | null {
  const open = c.sign(at, "(")
  let next = open || c.sign(at, ",") ? at + 1 : at
  next = c.skip(next, "filler")
  const parsed = calendarDate(c, next) ?? numericDate(c, next)
  if (parsed?.node.kind !== "calendar" || parsed.node.day === null) return null
  const node = parsed.node
  if (!open) return { node, next: parsed.next }
  return c.sign(parsed.next, ")") ? { node, next: parsed.next + 1 } : null
}
