import { yearOf } from "./date-calendar.js"
import type { DateCursor } from "./date-cursor.js"
import type { CalendarNode, Parsed } from "./date-node.js"
import { EMPTY } from "./date-numeric.js"
import { shiftAt, shiftedUnit } from "./date-relative.js"

/** `summer 2012`, `in the summer of 2012`, `летом прошлого года`, `by the end of summer`, `تابستان 1391`. */
export function season(c: DateCursor, at: number): Parsed | null {
  const found = c.sense(at)?.season
  if (found === undefined) return null
  const next = c.skip(at + 1, "filler")
  const year = c.year(next)
  const calendar = year?.calendar ?? c.grammar.calendar
  const base = { kind: "season", season: found, calendar, shift: null } as const
  if (year) return { node: { ...base, year: year.year, yearShift: null }, next: year.next }
  const shift = shiftedUnit(c, c.has(next, "determiner") ? next + 1 : next)
  if (shift?.node.unit === "year")
    return { node: { ...base, year: null, yearShift: yearOf(shift.node) }, next: shift.next }
  const placed = isPlaced(c, at, ["at"]) || (isPlaced(c, at, RELATIONS) && isSeason(c, at))
  return placed ? { node: { ...base, year: null, yearShift: null }, next: at + 1 } : null
}

/** `by Nowruz`, `after the New Year`, `نوروز ۱۳۹۵`: a feast as the day that it falls on. */
export function feast(c: DateCursor, at: number): Parsed | null {
  const before = shiftAt(c, at)
  const named = before ? at + 1 : at
  const found = c.sense(named)?.feast
  if (!found) return null
  const { calendar, month, day } = found
  const node: CalendarNode = { ...EMPTY, calendar, month, day, feast: true }
  if (before && before.from === "speech" && before.shift !== 0)
    return {
      node: { kind: "nearest", direction: before.shift < 0 ? -1 : 1, of: node },
      next: named + 1,
    }
  if (before) return null
  const next = c.skip(at + 1, "filler")
  const year = c.year(next)
  if (year) return yearOfFeast(node, year)
  const shift = shiftedUnit(c, c.has(next, "determiner") ? next + 1 : next)
  if (shift?.node.unit === "year")
    return { node: { ...node, yearShift: yearOf(shift.node) }, next: shift.next }
  const placed = isPlaced(c, at, ["at", ...RELATIONS]) && !isNamesake(c, at)
  return placed ? { node, next: at + 1 } : null
}

function yearOfFeast(
  node: CalendarNode,
  found: NonNullable<ReturnType<DateCursor["year"]>>,
): Parsed | null {
  const { year, calendar, next } = found
  if (node.calendar === calendar) return { node: { ...node, year }, next }
  if (node.calendar !== "jalali" || calendar !== "gregorian") return null
  return {
    node: { ...node, year: year - (node.month !== null && node.month < 10 ? 621 : 622) },
    next,
  }
}

const RELATIONS = [
  "since",
  "until",
  "by",
  "before",
  "after",
  "early",
  "mid",
  "late",
  "end",
] as const

/** Whether a word of a role stands before, with an article or "of" between at most. */
function isPlaced(
  c: DateCursor,
  at: number,
  roles: readonly ("at" | (typeof RELATIONS)[number])[],
): boolean {
  const has = (i: number) => roles.some((role) => c.has(i, role))
  let before = at - 1
  if (has(before)) return true
  if (c.has(before, "determiner")) before--
  if (has(before)) return true
  if (!c.has(before, "filler") || c.sign(before, ",-،")) return false
  return PARTS.some((role) => c.has(before - 1, role))
}

const PARTS = ["early", "mid", "late", "end"] as const

/** The fall *of Kabul*, *a* fall and a name with a capital are no seasons. */
function isSeason(c: DateCursor, at: number): boolean {
  const behind = at + 1
  const owned =
    !c.grammar.shiftsFollow &&
    c.has(behind, "filler") &&
    c.items[behind]?.kind === "word" &&
    !c.has(behind, "at")
  return !owned && !c.has(at - 1, "one") && (c.grammar.capitalHelps || !c.capital(at))
}

/** Novruz *Mammadov* is a person. */
function isNamesake(c: DateCursor, at: number): boolean {
  const item = c.items[at]
  const behind = c.items[at + 1]
  if (!item || behind?.kind !== "word" || item.to - item.from > item.text.length) return false
  return behind.sense === null && c.capital(at + 1)
}
