import { type Calendar, dayOf } from "./calendar.js"
import type { DateCursor } from "./date-cursor.js"
import type { CalendarNode, DateNode, Parsed } from "./date-node.js"

/** A calendar node with nothing in it. */
export const EMPTY: CalendarNode = {
  kind: "calendar",
  calendar: "gregorian",
  year: null,
  month: null,
  day: null,
  lastDay: null,
  alsoDay: null,
  weekday: null,
  yearShift: null,
  bare: false,
} // prettier-ignore

interface Figures {
  readonly values: readonly number[]
  readonly lengths: readonly number[]
  readonly separator: string
  readonly next: number
}

/**
 * Dates in figures.
 *
 *     2018-12-05   05.12.2018   07/10/2019   1391/4/14   07.2019   2005-07   2012/13
 *     ^^^^^^^^^^   ^^^^^^^^^^   ^^^^^^^^^^   ^^^^^^^^^   ^^^^^^^   ^^^^^^^   ^^^^^^^
 */
export function numericDate(c: DateCursor, at: number): Parsed | null {
  const item = c.items[at]
  if (item?.kind !== "number" || item.text.length > 4) return null
  const before = c.items[at - 1]
  if (
    before &&
    c.glued(at) &&
    before.kind !== "sign" &&
    !(before.kind === "word" && before.text > "\u0370")
  )
    return null
  if (before && c.glued(at) && before.kind === "sign" && !"(\"'[:,;|".includes(before.text))
    return null
  if (c.has(at - 1, "code")) return null
  const figures = figuresAt(c, at)
  if (!figures) return null
  const node = figures.values.length === 3 ? threeFigures(c, figures) : twoFigures(figures)
  if (!node) return null
  let next = clock(c, figures.next)
  if (node.kind === "calendar" && c.has(next, "yearAfter")) next = c.dot(next)
  return { node, next }
}

function figuresAt(c: DateCursor, at: number): Figures | null {
  const separator = c.items[at + 1]?.text ?? ""
  if (!c.sign(at + 1, "-./") || !c.glued(at + 1)) return null
  const values = [c.items[at]?.value ?? 0]
  const lengths = [c.items[at]?.text.length ?? 0]
  let next = at + 1
  while (
    c.sign(next, separator) &&
    c.glued(next) &&
    c.items[next + 1]?.kind === "number" &&
    c.glued(next + 1)
  ) {
    values.push(c.items[next + 1]?.value ?? 0)
    lengths.push(c.items[next + 1]?.text.length ?? 0)
    next += 2
    if (values.length > 3) return null
  }
  if (values.length < 2 || lengths.some((l) => l > 4)) return null
  const behind = c.items[next]
  if (behind?.text === "%" && c.glued(next)) return null
  return { values, lengths, separator, next }
}

function threeFigures(c: DateCursor, f: Figures): DateNode | null {
  const [a = 0, b = 0, d = 0] = f.values
  const [la = 0, , ld = 0] = f.lengths
  if (la === 4) return whole(c, a, b, d)
  if (la > 2) return null
  if (ld === 4) {
    if (f.separator === "/" && c.grammar.slashOrder === "month-first")
      return whole(c, d, a, b) ?? whole(c, d, b, a)
    return whole(c, d, b, a) ?? (f.separator === "." ? null : whole(c, d, a, b))
  }
  if (ld !== 2) return null
  if (c.grammar.calendar === "jalali" && f.separator === "/" && la === 2 && a >= 32)
    return whole(c, 1300 + a, b, d)
  const year = d < 50 ? 2000 + d : 1900 + d
  if (f.separator === "/" && c.grammar.slashOrder === "month-first") return whole(c, year, a, b)
  return c.grammar.shortYears && f.separator === "." ? whole(c, year, b, a) : null
}

function whole(c: DateCursor, year: number, month: number, day: number): CalendarNode | null {
  const calendar: Calendar | null = c.yearCalendar(year)
  if (calendar === null || dayOf(calendar, year, month, day) === null) return null
  return { ...EMPTY, calendar, year, month, day }
}

function twoFigures(f: Figures): DateNode | null {
  const [a = 0, b = 0] = f.values
  const [la = 0, lb = 0] = f.lengths
  const isYear = (value: number) => value >= 1300 && value <= 2100
  if (la === 2 && lb === 4 && a >= 1 && a <= 12 && b >= 1900 && b <= 2100 && f.separator !== "-")
    return { ...EMPTY, year: b, month: a }
  if (la !== 4 || lb !== 2 || !isYear(a) || f.separator === ".") return null
  const later = b === (a + 1) % 100 || (f.separator === "-" && b > a % 100)
  if (later) {
    const end = Math.floor(a / 100) * 100 + b + (b < a % 100 ? 100 : 0)
    return { kind: "range", start: { ...EMPTY, year: a }, end: { ...EMPTY, year: end } }
  }
  return f.separator === "-" && b >= 1 && b <= 12 ? { ...EMPTY, year: a, month: b } : null
}

/** Behind `T14:30:00`. */
function clock(c: DateCursor, at: number): number {
  if (c.items[at]?.text !== "t" || !c.glued(at) || c.items[at + 1]?.kind !== "number") return at
  let next = at + 2
  while (c.sign(next, ":.") && c.glued(next) && c.items[next + 1]?.kind === "number") next += 2
  const zone = c.items[next]
  return zone?.text === "z" && c.glued(next) ? next + 1 : next
}
