import { core } from "./date-core.js"
import type { DateCursor } from "./date-cursor.js"
import { deadline, term } from "./date-duration.js"
import type { CalendarNode, DateNode, Parsed } from "./date-node.js"
import { EMPTY } from "./date-numeric.js"

const DEPTH = 2

/** An expression found at an item, and where its first word stands. */
export interface Found extends Parsed {
  readonly start: number
}

/**
 * A date with the words that relate it to a deed.
 *
 *     since 2003   until February 2013   from 2003 to 2008   by 12 April   between July and September
 */
export function expressionAt(c: DateCursor, at: number, chained: boolean): Found | null {
  const found =
    term(c, at) ?? between(c, at) ?? from(c, at) ?? open(c, at) ?? placed(c, at, chained)
  return found && refine(c, found)
}

function between(c: DateCursor, at: number): Found | null {
  if (!c.has(at, "between")) return null
  const start = half(c, passLabel(c, at + 1))
  if (start?.node.kind === "calendar" && (start.node.alsoDay ?? start.node.lastDay) !== null)
    return { start: at, node: spanning(start.node), next: start.next }
  if (!start || !(c.has(start.next, "and") || c.has(start.next, "to") || c.sign(start.next, "-")))
    return null
  const end = core(c, passLabel(c, start.next + 1), DEPTH)
  return end && joined(at, start, end)
}

/** Between 1 and 12 August: all the days from the one to the other. */
function spanning(node: CalendarNode): CalendarNode {
  return { ...node, lastDay: node.alsoDay ?? node.lastDay, alsoDay: null }
}

function from(c: DateCursor, at: number): Found | null {
  if (!c.has(at, "from") && !c.has(at, "since")) return null
  const start = half(c, passLabel(c, at + 1))
  if (!start) return null
  const link = c.sign(start.next, ",") && c.has(start.next + 1, "to") ? start.next + 1 : start.next
  if (!c.has(link, "to") && !c.sign(link, "-")) return null
  const end = core(c, passLabel(c, link + 1), DEPTH)
  return end && joined(at, start, end)
}

/** Passes "the", "years", "روز" before one end of a range. */
function passLabel(c: DateCursor, at: number): number {
  const next = c.skip(at, "determiner")
  return next
}

/** A start that may be a bare figure: from **15** to 20 March, from **2003** to 2008. */
function half(c: DateCursor, at: number): Parsed | null {
  const whole = core(c, at, DEPTH)
  if (whole) return whole
  const day = c.dayNumber(at)
  if (!day) return null
  return {
    node: { ...EMPTY, day: day.day },
    next: c.sense(day.next)?.unit === "day" ? day.next + 1 : day.next,
  }
}

function joined(at: number, start: Parsed, end: Parsed): Found | null {
  const pair = shareParts(start.node, end.node)
  if (!pair || (isNumber(start.node) && !hasNames(end.node))) return null
  return { start: at, node: { kind: "range", start: pair[0], end: pair[1] }, next: end.next }
}

function isNumber(node: DateNode): boolean {
  return node.kind === "calendar" && node.day !== null && node.month === null
}

function hasNames(node: DateNode): boolean {
  return node.kind === "calendar" && node.month !== null
}

/** `March to May 2012`: what one end leaves out it takes from the other. */
export function shareParts(start: DateNode, end: DateNode): readonly [DateNode, DateNode] | null {
  if (start.kind === "part" || end.kind === "part") {
    const a = start.kind === "part" ? start.of : start
    const b = end.kind === "part" ? end.of : end
    const pair = shareParts(a, b)
    if (!pair) return null
    return [
      start.kind === "part" ? { ...start, of: pair[0] } : pair[0],
      end.kind === "part" ? { ...end, of: pair[1] } : pair[1],
    ]
  }
  if (start.kind !== "calendar" || end.kind !== "calendar") return [start, end]
  const a =
    start.day !== null && start.month === null && end.month !== null
      ? { ...start, month: end.month, calendar: end.calendar }
      : start
  const lacksMonth = end.day !== null && end.month === null && a.month !== null
  const b = lacksMonth ? { ...end, month: a.month, calendar: a.calendar } : end
  return [withYearOf(a, b, -1), withYearOf(b, a, 1)]
}

function withYearOf(node: CalendarNode, other: CalendarNode, direction: 1 | -1): CalendarNode {
  if (node.year !== null || node.yearShift !== null) return node
  if (other.yearShift !== null) return { ...node, yearShift: other.yearShift }
  if (other.year === null || node.month === null || other.month === null) return node
  const turns = direction < 0 ? node.month > other.month : node.month < other.month
  return { ...node, year: other.year + (turns ? direction : 0) }
}

/** since, until, by, before, after, about. */
function open(c: DateCursor, at: number): Found | null {
  const until = c.has(at, "until")
  const from = c.has(at, "from")
  const since = c.has(at, "since") || from
  const by = c.has(at, "by") || c.has(at, "before")
  const after = c.has(at, "after")
  if (!until && !since && !by && !after) return null
  const determined = c.has(at + 1, "determiner")
  const inner = core(c, c.skip(at + 1, "determiner"), DEPTH)
  if (!inner || (determined && namesDeed(c, inner))) return null
  if (from && !c.has(at, "since") && !c.has(inner.next, "onward") && !opensClause(c, at, inner))
    return null
  const tail = pairBehind(c, inner)
  if (tail) return { ...tail, start: at }
  const next = c.has(inner.next, "onward") ? inner.next + 1 : inner.next
  const loose = inner.node.kind === "day" && inner.node.from === "anchor"
  if (loose && !until && !since) return { start: at, ...inner }
  const paired = inner.node.kind === "calendar" && inner.node.lastDay !== null
  if (paired && since) return { start: at, ...inner }
  if (since) return { start: at, node: { kind: "range", start: inner.node, end: null }, next }
  if (inner.node.kind === "count" && inner.node.from === "ahead")
    return { start: at, node: deadline(inner.node.unit, inner.node.high), next }
  if (until && inner.node.kind === "count")
    return { start: at, node: { kind: "bound", side: "after", of: inner.node }, next }
  if (until) return { start: at, node: { kind: "range", start: null, end: inner.node }, next }
  const strict = inner.node.kind === "season" && c.has(at, "before") && !c.has(at, "by")
  const side = strict ? "before" : by ? "by" : "after"
  return { start: at, node: { kind: "bound", side, of: inner.node }, next }
}

/** *From 2003* begins a stretch only where it opens a clause. */
function opensClause(c: DateCursor, at: number, inner: Parsed): boolean {
  const before = c.items[at - 1]
  return inner.node.kind === "calendar" && (before === undefined || before.kind === "sign")
}

/** After *the October 2003 election*: the date is the election's, not a bound. */
function namesDeed(c: DateCursor, inner: Parsed): boolean {
  if (inner.node.kind !== "calendar") return false
  const behind = c.items[inner.next]
  return behind?.kind === "word" && behind.sense === null
}

/** A date by itself, with or without a preposition. */
function placed(c: DateCursor, at: number, chained: boolean): Found | null {
  let next = at
  while (next < at + 2 && (c.has(next, "at") || c.has(next, "determiner") || c.has(next, "about")))
    next++
  const rough = c.has(next - 1, "about") || (next - at > 1 && c.has(at, "about"))
  for (const from of next > at ? [at, next] : [at]) {
    const found = core(c, from, DEPTH)
    if (!found) continue
    const pair = pairBehind(c, found)
    const whole = pair ?? found
    const bareRough = rough && from > at && found.node.kind === "calendar" && found.node.bare
    const behind = c.items[found.next]
    if (bareRough && behind?.kind === "word" && (!behind.sense || behind.sense.feast)) return null
    if (
      whole.node.kind === "calendar" &&
      whole.node.bare &&
      !supported(c, from, whole.next, chained)
    )
      continue
    const about = rough && from > at && whole.node.kind !== "count" && whole.node.kind !== "window"
    const node: DateNode = about ? { kind: "about", of: whole.node } : whole.node
    const start = from > at && c.has(at, "determiner") ? from : at
    return { start, node, next: whole.next }
  }
  return null
}

/** `March 15 to March 20`, `2011-2012`, `2012 and 2013`: a second end behind the first. */
function pairBehind(c: DateCursor, first: Parsed): Parsed | null {
  const link = first.next
  const dash = c.sign(link, "-")
  const and = c.has(link, "and")
  if (!dash && !and && !c.has(link, "to")) return null
  if (!isRangeable(first.node)) return null
  const behind = core(c, c.skip(link + 1, "determiner"), 0)
  const second = behind && inKindOf(first.node, behind)
  if (!second || !isRangeable(second.node)) return null
  const pair = shareParts(first.node, second.node)
  if (!pair) return null
  const years = yearsOf(pair)
  if (years) {
    if (years[1] <= years[0] || (and && years[1] !== years[0] + 1)) return null
    if (and && first.node.kind === "calendar" && first.node.day !== null) return null
  } else if (first.node.kind === "fiscal" && second.node.kind === "fiscal") {
    if (and && second.node.year !== first.node.year + 1) return null
  } else if (and || first.node.kind !== second.node.kind) return null
  if (and && first.node.kind !== "calendar" && first.node.kind !== "fiscal") return null
  return { node: { kind: "range", start: pair[0], end: pair[1] }, next: second.next }
}

/** Behind a fiscal year a bare year is one too: fiscal years 2008 and **2009**. */
function inKindOf(first: DateNode, second: Parsed): Parsed {
  const { node } = second
  if (first.kind !== "fiscal" || node.kind !== "calendar" || node.year === null) return second
  if (node.month !== null || node.year <= first.year) return second
  const { year, calendar } = node
  return { node: { kind: "fiscal", year, calendar, both: false }, next: second.next }
}

function isRangeable(node: DateNode): boolean {
  return (
    node.kind === "calendar" ||
    node.kind === "season" ||
    node.kind === "fiscal" ||
    node.kind === "years" ||
    node.kind === "portion"
  )
}

/** The years of a pair of bare years. */
function yearsOf(pair: readonly [DateNode, DateNode]): readonly [number, number] | null {
  const [a, b] = pair
  if (a.kind !== "calendar" || b.kind !== "calendar") return null
  if (a.month !== null || b.month !== null || a.day !== null || b.day !== null) return null
  return a.year !== null && b.year !== null ? [a.year, b.year] : null
}

/** Whether the surroundings let four bare figures be a year. */
function supported(c: DateCursor, at: number, next: number, chained: boolean): boolean {
  if (chained) return true
  const before = at - 1
  if (before < 0 && c.items[next] === undefined) return true
  const relation = [
    "at",
    "support",
    "determiner",
    "from",
    "since",
    "until",
    "by",
    "from",
    "between",
    "after",
    "before",
    "to",
  ] as const
  const near = c.has(before, "about") && !c.has(before, "support") ? before - 1 : before
  if (relation.some((role) => c.has(near, role))) return true
  if (c.sign(before, "(") && c.sign(next, "),;")) return true
  return c.items[before]?.text === "s" && c.sign(before - 1, "'")
}

/** `7 March, 14 and 16 April`: nothing yet; `2009 - 2010 onward`. */
function refine(c: DateCursor, found: Found): Found {
  let next = found.next
  if (found.node.kind !== "range" && c.has(next, "dayPart")) next = c.skip(next, "dayPart")
  if (found.node.kind === "calendar" && c.has(next, "onward"))
    return { ...found, node: { kind: "range", start: found.node, end: null }, next: next + 1 }
  return { ...found, next }
}
