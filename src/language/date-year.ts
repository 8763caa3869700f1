import { type Calendar, dayOf, lengthOf, weekdayOf, yearIn } from "./calendar.js"
import { type Base, baseOf, type DateContext } from "./date-context.js"
import type { CalendarNode, Shift } from "./date-node.js"

/** How far ahead of publication a date without a year or tense may lie. */
const AHEAD = 31
/** How far a story may go back or on from the date spoken of last. */
const BACK = 31
const ONWARD = 200
const CLOSE = 45

interface Candidate {
  readonly year: number
  readonly from: number
  readonly to: number
}

/** The year of a date whose words do not say it; null when nothing tells. */
export function yearFor(node: CalendarNode, context: DateContext): number | null {
  if (node.yearShift) return shiftedYear(node.calendar, node.yearShift, context)
  const speech = baseOf(context.published)
  const anchor = baseOf(context.anchor)
  if (speech && (speech.unit === "year" || speech.unit === "wide")) {
    if (speech.start.year === speech.end.year) return yearIn(node.calendar, speech.from)
  }
  const near = speech && speech.unit !== "wide" ? speech : null
  if (node.weekday !== null && node.day !== null && near) {
    const fits = candidates(node, near.to, 2).filter((c) => weekdayOf(c.from) === node.weekday)
    const limit = context.tense === "future" ? Number.POSITIVE_INFINITY : near.to + AHEAD
    const close = closest(
      fits.filter((c) => c.from <= limit),
      near.to,
    ) // prettier-ignore
    if (close && Math.abs(close.from - near.to) < 366) return close.year
  }
  if (context.tense === "future" && near) return ahead(candidates(node, near.to, 1), near)
  const bySpeech =
    near && behind(candidates(node, near.to, 1), near.to + (context.tense === "past" ? 0 : AHEAD))
  const told = anchor && fromAnchor(node, anchor, near, context)
  if (!told) return bySpeech?.year ?? null
  if (!bySpeech || !near) return told.year
  const follows = Math.abs(told.from - anchor.to) <= CLOSE
  const recent = near.to - bySpeech.from <= 60
  return follows || !recent ? told.year : bySpeech.year
}

function shiftedYear(calendar: Calendar, shift: Shift, context: DateContext): number | null {
  const base = originOf(shift.from, context)
  if (!base || base.unit === "wide") return null
  return (
    yearIn(calendar, base.unit === "year" && calendar === "gregorian" ? base.from : base.to) +
    shift.shift
  )
}

/** The date that a shift counts from. */
export function originOf(from: Shift["from"], context: DateContext): Base | null {
  if (from === "speech") return baseOf(context.published)
  const anchor = baseOf(context.anchor)
  return from === "anchor" ? anchor : (anchor ?? baseOf(context.published))
}

/** The same day or month in the years around a day. */
export function candidates(node: CalendarNode, around: number, reach: number): Candidate[] {
  const found: Candidate[] = []
  const middle = yearIn(node.calendar, around)
  for (let year = middle - reach; year <= middle + reach; year++) {
    const from = dayOf(node.calendar, year, node.month ?? 1, node.day ?? 1)
    if (from === null) continue
    const length = node.day === null ? lengthOf(node.calendar, year, node.month ?? 12) : 1
    found.push({ year, from, to: from + length - 1 })
  }
  return found
}

function closest(list: readonly Candidate[], day: number): Candidate | null {
  let best: Candidate | null = null
  for (const c of list) if (!best || Math.abs(c.from - day) < Math.abs(best.from - day)) best = c
  return best
}

function ahead(list: readonly Candidate[], base: Base): number | null {
  return list.find((c) => c.to >= base.from)?.year ?? null
}

function behind(list: readonly Candidate[], limit: number): Candidate | null {
  return list.findLast((c) => c.from <= limit) ?? null
}

function fromAnchor(
  node: CalendarNode,
  anchor: Base,
  speech: Base | null,
  context: DateContext,
): Candidate | null {
  if (anchor.unit === "wide") return null
  const limit = speech
    ? speech.to + (context.tense === "past" ? 0 : AHEAD)
    : Number.POSITIVE_INFINITY
  const list = candidates(node, anchor.from, 1)
  if (anchor.unit === "year") {
    const year = yearIn(node.calendar, node.calendar === "gregorian" ? anchor.from : anchor.to)
    return speech ? null : (list.find((c) => c.year === year) ?? null)
  }
  const next = list.find((c) => c.to >= anchor.from - BACK)
  if (next && next.from <= limit && (!speech || next.from - anchor.to <= ONWARD)) return next
  return null
}
