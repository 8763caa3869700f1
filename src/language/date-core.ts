import { calendarDate, monthOnly, weekdayDate } from "./date-calendar.js"
import type { DateCursor } from "./date-cursor.js"
import type { CalendarNode, DateNode, Parsed, Part } from "./date-node.js"
import { EMPTY, numericDate } from "./date-numeric.js"
import { feast, season } from "./date-season.js"
import {
  countedShift,
  relativeDay,
  shiftAt,
  shiftedUnit,
  steppedUnit,
  windowOf,
} from "./date-relative.js"

type Rule = (c: DateCursor, at: number, depth: number) => Parsed | null

/** The rules for one point or stretch of time, the first that answers wins. */
const RULES: readonly Rule[] = [
  fiscalYear,
  numericDate,
  windowOf,
  steppedUnit,
  (c, at, depth) => countedShift(c, at, depth, core),
  relativeDay,
  partOf,
  portionOf,
  decade,
  century,
  shiftedWord,
  season,
  feast,
  weekdayDate,
  calendarDate,
]

/** One point or stretch of time without the words that relate it (since, until, between). */
export function core(c: DateCursor, at: number, depth: number): Parsed | null {
  if (c.items[at] === undefined || depth < 0) return null
  for (const rule of RULES) {
    const found = rule(c, at, depth)
    if (found) return found
  }
  return null
}

const PARTS: readonly Part[] = ["early", "mid", "late", "end"]

/** `early June`, `mid-2010`, `the end of the month`, `earlier this year`, `в начале 2012 года`. */
function partOf(c: DateCursor, at: number, depth: number): Parsed | null {
  const sofar = c.has(at, "soFar") || c.has(at, "still")
  const part = PARTS.find((name) => c.has(at, name as "early"))
  if (!part && !sofar) return null
  if (c.sense(at)?.ordinal && c.sense(at + 1)?.month) return null
  let next = at + 1
  if (c.sign(next, "-")) next++
  if (sofar && !part) return partSoFar(c, at, next)
  const skipped = c.skip(c.skip(c.skip(next, "filler"), "determiner"), "filler")
  const of =
    (c.sense(next)?.unit ? shiftedUnit(c, next) : null) ??
    whatOf(c, skipped, depth) ??
    wholeOf(c, next)
  if (!of || !part) return null
  if (of.node.kind === "weekday" || of.node.kind === "day") return of
  const node = of.node.kind === "calendar" ? { ...of.node, bare: false } : of.node
  return { node: { kind: "part", part, of: node }, next: of.next }
}

function partSoFar(c: DateCursor, at: number, from: number): Parsed | null {
  const next = c.skip(from, "at")
  const unit = shiftedUnit(c, next)
  if (unit?.node.shift !== 0 || unit.node.from !== "speech") return null
  return {
    node: { kind: "part", part: c.has(at, "soFar") ? "soFar" : "still", of: unit.node },
    next: unit.next,
  }
}

/** What a part is of: a date, or a bare "the month". */
function whatOf(c: DateCursor, at: number, depth: number): Parsed | null {
  const found = (depth > 0 ? core(c, at, depth - 1) : null) ?? monthOnly(c, at)
  return found ?? wholeOf(c, at)
}

function wholeOf(c: DateCursor, at: number): Parsed | null {
  const unit = c.sense(at)?.unit
  if (unit !== "week" && unit !== "month" && unit !== "year" && unit !== "decade") return null
  return {
    node: { kind: "unit", unit, calendar: c.grammar.calendar, shift: 0, from: "either" },
    next: at + 1,
  }
}

/** `the first week of June`, `second half of 2012`, `Q2 2023`, `سه ماهه اول 1391`. */
function portionOf(c: DateCursor, at: number, depth: number): Parsed | null {
  const weekOf =
    c.sense(at)?.unit === "week" && c.has(at + 1, "filler") ? calendarDate(c, at + 2) : null
  if (weekOf && weekOf.node.day !== null)
    return { node: { kind: "portion", unit: "week", index: 0, of: weekOf.node }, next: weekOf.next }
  const found = indexedUnit(c, at)
  if (!found || depth === 0) return null
  const next = c.skip(c.skip(c.skip(found.next, "filler"), "determiner"), "filler")
  const of = core(c, next, 0) ?? whatOf(c, next, 0)
  if (of && isHolder(of.node))
    return {
      node: { kind: "portion", unit: found.unit, index: found.index, of: asYear(of.node) },
      next: of.next,
    }
  if (found.unit === "week") return null
  const { calendar } = c.grammar
  const year: DateNode = { kind: "unit", unit: "year", calendar, shift: 0, from: "either" }
  return {
    node: { kind: "portion", unit: found.unit, index: found.index, of: year },
    next: found.next,
  }
}

function isHolder(node: DateNode): boolean {
  return (
    (node.kind === "calendar" && node.day === null) ||
    node.kind === "unit" ||
    node.kind === "fiscal" ||
    node.kind === "years"
  )
}

function asYear(node: DateNode): DateNode {
  return node.kind === "calendar" ? { ...node, bare: false } : node
}

function indexedUnit(c: DateCursor, at: number) {
  const divisible = (i: number) => {
    const unit = c.sense(i)?.unit
    return unit === "week" || unit === "quarter" || unit === "half" || unit === "halfyear"
      ? unit
      : null
  }
  const glued = divisible(at)
  if (glued && c.items[at + 1]?.kind === "number" && c.glued(at + 1)) {
    const value = c.items[at + 1]?.value ?? 0
    return glued !== "week" && value >= 1 && value <= 4
      ? { unit: glued, index: value, next: at + 2 }
      : null
  }
  if (glued && c.grammar.shiftsFollow) {
    const ordinal = c.sense(at + 1)?.ordinal
    return ordinal && ordinal <= 5 ? { unit: glued, index: ordinal, next: at + 2 } : null
  }
  const first =
    c.has(at, "last") && !c.sense(at)?.ordinal ? { day: -1, next: at + 1 } : c.dayNumber(at)
  const behind = first && divisible(first.next)
  if (!first || !behind || first.day > 5 || (first.day < 0 && c.sense(first.next + 1) === null))
    return null
  const cardinal = c.sense(at)?.number !== undefined && c.sense(at)?.ordinal === undefined
  if (cardinal || (c.items[at]?.kind === "number" && first.next === at + 1)) return null
  if (first.day < 0 && !c.has(first.next + 1, "filler")) return null
  return { unit: behind, index: first.day, next: first.next + 1 }
}

/** `FY2011`, `fiscal year 2011`, `2011 fiscal year`, `2016/17 financial year`, `سال مالی 1391`. */
function fiscalYear(c: DateCursor, at: number): Parsed | null {
  const before = c.has(at, "fiscal")
  const start = before ? c.skip(at + 1, "filler") : at
  const item = c.items[start]
  if (item?.kind !== "number" || (!before && item.text.length !== 4)) return null
  if (item.text.length !== 4 && !(before && item.text.length === 2)) return null
  const both = c.sign(start + 1, "/-") && followsBy(item.value, c.items[start + 2])
  let next = both ? start + 3 : start + 1
  if (!before && !c.has(next, "fiscal")) return null
  if (!before) next++
  const year = item.text.length === 2 ? (item.value < 60 ? 2000 : 1900) + item.value : item.value
  const calendar = c.yearCalendar(year)
  return calendar && { node: { kind: "fiscal", year, calendar, both }, next }
}

/** Whether figures behind a year are those of the year after it: 2016/**17**. */
function followsBy(year: number, item: DateCursor["items"][number] | undefined): boolean {
  if (item?.kind !== "number") return false
  return item.text.length === 2
    ? item.value === (year + 1) % 100
    : item.text.length === 4 && item.value === year + 1
}

/** `the 1990s`, `90-е годы`, `دهه 1990`, `the nineties`, `80-е годы XX века`. */
function decade(c: DateCursor, at: number): Parsed | null {
  const found = decadeAlone(c, at)
  if (found?.node.kind !== "years") return found
  const behind = c.skip(c.skip(found.next, "filler"), "determiner")
  const of = century(c, behind)
  if (of?.node.kind !== "years") return found
  return { node: { ...found.node, first: of.node.first + (found.node.first % 100) }, next: of.next }
}

function decadeAlone(c: DateCursor, at: number): Parsed | null {
  const named = c.sense(at)?.decade
  if (named !== undefined)
    return { node: { kind: "years", first: named, digits: 1 }, next: c.skip(at + 1, "yearAfter") }
  const label = c.sense(at)?.unit === "decade"
  const start = label ? c.skip(at + 1, "filler") : at
  const item = c.items[start]
  const word = label ? c.sense(start)?.number : undefined
  if (word !== undefined && word >= 20 && word < 100 && word % 10 === 0)
    return decadeWord(c, start, word)
  if (
    item?.kind !== "number" ||
    (item.text.length !== 4 && item.text.length !== 2) ||
    item.value % 10 !== 0
  )
    return null
  let next = start + 1
  if (!label) {
    if (c.sign(next, "-'") && c.glued(next)) next++
    if (!c.has(next, "decadeSuffix") || !c.glued(next)) return null
    next = c.skip(next + 1, "yearAfter")
  }
  const marked = c.sense(next)?.calendar
  const short = item.text.length === 2
  const persian =
    c.grammar.calendar === "jalali" && (short || (item.value >= 1300 && item.value <= 1450))
  if (persian && marked !== "gregorian") {
    const first = short ? 1300 + item.value : item.value
    return { node: jalaliYears(first), next: marked ? next + 1 : next }
  }
  const first = short ? 1900 + item.value : item.value
  if (first < 1000 || first > 2100) return null
  return { node: { kind: "years", first, digits: 1 }, next: marked ? next + 1 : next }
}

/** دهه نود: of the Jalali century unless marked otherwise. */
function decadeWord(c: DateCursor, at: number, tens: number): Parsed {
  const marked = c.sense(at + 1)?.calendar
  const next = marked ? c.dot(at + 1) : at + 1
  if (c.grammar.calendar === "jalali" && marked !== "gregorian")
    return { node: jalaliYears(1300 + tens), next }
  return { node: { kind: "years", first: 1900 + tens, digits: 1 }, next }
}

function jalaliYears(first: number): DateNode {
  const year = (value: number): CalendarNode => ({ ...EMPTY, calendar: "jalali", year: value })
  return { kind: "range", start: year(first), end: year(first + 9) }
}

/** `the 20th century`, `XX век`, `قرن بیستم`. */
function century(c: DateCursor, at: number): Parsed | null {
  const label = c.sense(at)?.unit === "century" ? 1 : 0
  const number = c.sense(at + label)?.century ?? c.dayNumber(at + label)?.day
  const behind =
    c.sense(at + label)?.century === undefined
      ? (c.dayNumber(at + label)?.next ?? at)
      : at + label + 1
  if (number === undefined || number < 10 || number > 21) return null
  if (label) return { node: { kind: "years", first: (number - 1) * 100, digits: 2 }, next: behind }
  if (c.sense(behind)?.unit !== "century") return null
  return { node: { kind: "years", first: (number - 1) * 100, digits: 2 }, next: c.dot(behind) }
}

/** `last year`, `next Friday`, `last March`, `دوشنبه گذشته`. */
function shiftedWord(c: DateCursor, at: number): Parsed | null {
  const unit = shiftedUnit(c, at)
  if (unit) {
    if (unit.node.unit === "day") {
      const { shift: offset, from } = unit.node
      if (from !== "anchor" && offset !== 0 && !c.grammar.shiftsFollow) return null
      return {
        node: { kind: "day", offset, from, weekday: null },
        next: c.skip(unit.next, "dayPart"),
      }
    }
    return unit
  }
  const before = shiftAt(c, at)
  const named = before ? at + 1 : at
  const sense = c.sense(named)
  if (before && sense?.month && (!sense.month.shy || c.capital(named)))
    return nearestMonth(c, named, before.shift)
  const behind = !before && c.grammar.shiftsFollow ? shiftAt(c, at + 1) : null
  const shift = before ?? behind
  if (!shift || shift.from === "anchor") return null
  const next = at + 2
  if (sense?.weekday && !sense.weekday.shy)
    return {
      node: { kind: "weekday", weekday: sense.weekday.weekday, shift: shift.shift, week: null },
      next: c.skip(next, "dayPart"),
    }
  if (sense?.season === undefined) return null
  const calendar = c.grammar.calendar
  return {
    node: {
      kind: "season",
      season: sense.season,
      calendar,
      year: null,
      yearShift: null,
      shift: shift.shift,
    },
    next,
  }
}

function nearestMonth(c: DateCursor, at: number, shift: number): Parsed | null {
  const month = c.sense(at)?.month
  if (!month || c.items[at + 1]?.kind === "number") return null
  const node: CalendarNode = { ...EMPTY, calendar: month.calendar, month: month.month }
  if (shift === 0)
    return { node: { ...node, yearShift: { shift: 0, from: "speech" } }, next: at + 1 }
  return { node: { kind: "nearest", direction: shift < 0 ? -1 : 1, of: node }, next: at + 1 }
}
