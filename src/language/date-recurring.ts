import { dayOf, fromDay, lengthOf } from "./calendar.js"
import { baseOf, type DateContext } from "./date-context.js"
import type { CalendarNode, DateNode } from "./date-node.js"
import { EMPTY } from "./date-numeric.js"
import { coded, daysBetween, firstDay, lastDay, type Stretch } from "./date-stretch.js"
import { candidates, yearFor } from "./date-year.js"

type Of<K extends DateNode["kind"]> = Extract<DateNode, { kind: K }>

/** *In summer*, *last summer*, *summer 2012*. */
export function seasonal(node: Of<"season">, context: DateContext): Stretch | null {
  if (node.year !== null) return seasonOf(node, node.year)
  const whole = firstMonth(node)
  const speech = baseOf(context.published)
  if (node.shift === null) {
    const year = yearFor(whole, context)
    if (year === null) return null
    const found = seasonOf(node, year)
    if (node.yearShift || context.tense !== "future" || !speech) return found
    // What is still to come may lie in a season that has begun.
    const running = seasonOf(node, year - 1)
    return running?.hi && lastDay(running.hi) >= speech.from ? running : found
  }
  if (!speech || speech.unit === "wide" || speech.unit === "year") return null
  const list = candidates(whole, speech.to, 1)
  const found =
    node.shift < 0
      ? list.findLast((c) => c.from + 92 < speech.to)
      : node.shift > 0
        ? list.find((c) => c.from > speech.to)
        : list.findLast((c) => c.from - 92 <= speech.to)
  return found ? seasonOf(node, found.year) : null
}

function firstMonth({ season, calendar, yearShift }: Of<"season">): CalendarNode {
  const month = season * 3 + (calendar === "jalali" ? 1 : 3)
  return { ...EMPTY, calendar, month, yearShift }
}

function seasonOf(node: Of<"season">, year: number): Stretch | null {
  if (node.calendar === "jalali") {
    const from = dayOf("jalali", year, node.season * 3 + 1, 1)
    const last = dayOf("jalali", year, node.season * 3 + 3, 1)
    if (from === null || last === null) return null
    return daysBetween("span", from, last + lengthOf("jalali", year, node.season * 3 + 3) - 1)
  }
  const month = node.season * 3 + 3
  const end =
    month === 12 ? { year: year + 1, month: 2, day: null } : { year, month: month + 2, day: null }
  return coded(
    `${String(year).padStart(4, "0")}-${21 + node.season}`,
    { year, month, day: null },
    end,
  )
}

/**
 * What bounds a deed (*by summer*, *until Nowruz*, *before the end of autumn*), when its words give no year: the next
 * one, unless the deed is past.
 */
export function limit(
  node: DateNode,
  context: DateContext,
  resolve: (node: DateNode, context: DateContext) => Stretch | null,
): Stretch | null {
  if (!recurs(node)) return resolve(node, context)
  const told = context.tense === "past" ? context : { ...context, tense: "future" as const }
  const found = resolve(node, told)
  const speech = baseOf(context.published)
  if (node.kind !== "season" || told.tense === "past" || !found?.lo || !speech) return found
  if (firstDay(found.lo) > speech.to) return found
  return seasonal({ ...node, shift: 1 }, context)
}

function recurs(node: DateNode): boolean {
  if (node.kind === "part") return recurs(node.of)
  if (node.kind === "season")
    return node.year === null && node.yearShift === null && node.shift === null
  return (
    node.kind === "calendar" && node.feast === true && node.year === null && node.yearShift === null
  )
}

/** The end of the time before a season begins: before *summer 2013* is May 2013 at the latest. */
export function eveOf({ lo }: Stretch): Stretch["lo"] {
  if (!lo) return null
  const eve = fromDay(firstDay(lo) - 1)
  return lo.day === null ? { ...eve, day: null } : eve
}
