import type { DateCursor } from "./date-cursor.js"
import type { DateNode, Origin, Parsed } from "./date-node.js"
import type { TimeRole, TimeUnit } from "./time-grammar.js"

type UnitNode = Extract<DateNode, { kind: "unit" }>

/** Words that move a unit, how far, and from where they count. */
const SHIFTS: readonly (readonly [TimeRole, number, Origin])[] = [
  ["twoBack", -2, "speech"],
  ["last", -1, "speech"],
  ["this", 0, "speech"],
  ["next", 1, "speech"],
  ["previous", -1, "either"],
  ["following", 1, "anchor"],
  ["same", 0, "anchor"],
]

/** What a word such as *last* or *previous* does, if it does anything. */
export function shiftAt(c: DateCursor, at: number): { shift: number; from: Origin } | null {
  for (const [role, shift, from] of SHIFTS) if (c.has(at, role)) return { shift, from }
  return null
}

/** `last year`, `that same month`, `سال گذشته`: a unit and where it lies. */
export function shiftedUnit(c: DateCursor, at: number): Parsed<UnitNode> | null {
  const moved = shiftAt(c, at)
  const { calendar } = c.grammar
  const told = c.sense(at)?.year
  if (told !== undefined)
    return {
      node: { kind: "unit", unit: "year", calendar, shift: told, from: "speech" },
      next: at + 1,
    }
  if (moved) {
    const more = c.has(at + 1, "same") || c.has(at + 1, "this") ? 1 : 0
    const unit = wholeUnit(c, at + 1 + more)
    if (unit)
      return {
        node: { kind: "unit", unit, calendar, ...(more ? { shift: 0, from: "anchor" } : moved) },
        next: at + 2 + more,
      }
  }
  if (!c.grammar.shiftsFollow) return null
  const unit = wholeUnit(c, at)
  const behind = unit && shiftAt(c, at + 1)
  if (!unit || !behind || (behind.from === "anchor" && behind.shift === 0)) return null
  const marked = c.sense(at + 2)?.calendar
  return {
    node: { kind: "unit", unit, calendar: marked ?? calendar, ...behind },
    next: marked ? c.dot(at + 2) : at + 2,
  }
}

/** `the week after next`, `the year before last`, `هفته پس از هفته آینده`. */
export function steppedUnit(c: DateCursor, at: number): Parsed<UnitNode> | null {
  const unit = wholeUnit(c, at)
  const direction = c.has(at + 1, "after") ? 1 : c.has(at + 1, "before") ? -1 : null
  if (!unit || unit === "day" || !direction) return null
  const of = shiftedUnit(c, at + 2)
  if (of && of.node.unit === unit && of.node.from === "speech" && of.node.shift === direction)
    return { node: { ...of.node, shift: 2 * direction }, next: of.next }
  const bare = shiftAt(c, at + 2)
  const behind = c.sense(at + 3)
  if (c.grammar.shiftsFollow || bare?.shift !== direction || bare.from !== "speech") return null
  if (behind?.unit || behind?.weekday || behind?.month || behind?.season !== undefined) return null
  const { calendar } = c.grammar
  return {
    node: { kind: "unit", unit, calendar, shift: 2 * direction, from: "speech" },
    next: at + 3,
  }
}

function wholeUnit(c: DateCursor, at: number): TimeUnit | null {
  const unit = c.sense(at)?.unit
  return unit === undefined || unit === "hour" || unit === "fortnight" ? null : unit
}

/** `yesterday (Friday)`, `the next day`, `last night`. */
export function relativeDay(c: DateCursor, at: number): Parsed | null {
  const sense = c.sense(at)
  const offset = sense?.day ?? sense?.dayFromAnchor
  if (offset === undefined) return null
  const from: Origin = sense?.day === undefined ? "anchor" : "speech"
  let next = c.skip(at + 1, "dayPart")
  let weekday: number | null = null
  const open = c.sign(next, "(,") ? 1 : 0
  const day = c.sense(next + open)?.weekday
  const closed = c.sign(next, "(") ? c.sign(next + 2, ")") : true
  if (open && day && !day.shy && closed && from === "speech") {
    weekday = day.weekday
    next += c.sign(next, "(") ? 3 : 2
  }
  return { node: { kind: "day", offset, from, weekday }, next }
}

interface Count {
  readonly low: number
  readonly high: number
  readonly next: number
}

/** `two`, `2-3`, `a few`, `двадцать пять`: how many of a unit. */
export function countAt(c: DateCursor, at: number): Count | null {
  const vague = c.sense(at)?.vague
  if (vague) {
    const next = c.sense(at + 1)?.unit ? at + 1 : c.skip(at + 1, "filler")
    return { low: vague[0], high: vague[1], next }
  }
  const first = numberAt(c, at)
  if (!first) return null
  if (c.has(first.next, "to") || c.sign(first.next, "-")) {
    const second = numberAt(c, first.next + 1)
    if (second && second.value > first.value)
      return { low: first.value, high: second.value, next: second.next }
  }
  return { low: first.value, high: first.value, next: first.next }
}

function numberAt(c: DateCursor, at: number): { value: number; next: number } | null {
  const figure = c.plain(at)
  if (figure !== null && figure < 1000) return { value: figure, next: at + 1 }
  const word = c.sense(at)?.number
  if (word !== undefined) {
    const link = c.sign(at + 1, "-") || c.has(at + 1, "and") ? 1 : 0
    const ones = c.sense(at + 1 + link)?.number
    const joins = word >= 20 && word % 10 === 0 && ones !== undefined && ones < 10
    return joins ? { value: word + ones, next: at + 2 + link } : { value: word, next: at + 1 }
  }
  return c.has(at, "one") ? { value: 1, next: at + 1 } : null
}

type CoreRule = (c: DateCursor, at: number, depth: number) => Parsed | null

/**
 * A distance from a day.
 *
 *     two weeks ago   a week later   a week before last Friday   через три дня   سه روز پیش
 */
export function countedShift(
  c: DateCursor,
  at: number,
  depth: number,
  core: CoreRule,
): Parsed | null {
  let start = at
  let rough = false
  while (c.has(start, "about") && start < at + 2) {
    rough = true
    start++
  }
  const through = c.has(start, "through")
  const ahead = !through && !c.grammar.shiftsFollow && c.has(start, "ahead")
  if (through || ahead) start++
  const count = countAt(c, start)
  const unit = c.sense(count?.next ?? start)?.unit
  if (!unit || (!count && (ahead || (!through && c.grammar.shiftsFollow)))) return null
  const bare = c.grammar.bareUnit === "one" ? [1, 1] : [2, 7]
  const [low = 1, high = 1] = count ? [count.low, count.high] : bare
  const next = (count?.next ?? start) + 1
  const make = (direction: 1 | -1, from: DateNode | Origin, end: number): Parsed => ({
    node: { kind: "count", unit, low, high, direction, from, rough },
    next: end,
  })
  if (c.has(next, "ago")) return make(-1, "speech", next + 1)
  const before = c.has(next, "before")
  if (before || c.has(next, "after")) {
    const of = depth > 0 ? core(c, c.skip(next + 1, "determiner"), depth - 1) : null
    if (of && !(of.node.kind === "calendar" && of.node.bare))
      return make(before ? -1 : 1, of.node, of.next)
    if (of || !c.has(next, before ? "earlier" : "later") || c.items[next + 1]?.kind === "word")
      return null
  }
  if (c.has(next, "later")) return make(1, "anchor", next + 1)
  if (c.has(next, "earlier")) return make(-1, "anchor", next + 1)
  if (through) return make(1, "either", next)
  if (ahead) return c.has(next, "filler") && !c.sign(next, ",") ? null : make(1, "ahead", next)
  return c.grammar.shiftsFollow && c.has(next, "ahead") ? make(1, "ahead", next + 1) : null
}

/** `the past few days`, `последние три года`, `سه سال گذشته`. */
export function windowOf(c: DateCursor, at: number): Parsed | null {
  if (c.has(at, "recently") && !c.sense(at + 1) && c.items[at + 1]?.kind !== "number")
    return { node: { kind: "window", unit: "day", low: 2, high: 7, direction: -1 }, next: at + 1 }
  const before = c.has(at, "window") ? -1 : c.has(at, "coming") ? 1 : null
  const count = countAt(c, before ? at + 1 : at) ?? uncounted(c, at, before !== null)
  if (!count) return null
  const unit = c.sense(count.next)?.unit
  if (!unit) return null
  const { low, high } = count
  if (before)
    return { node: { kind: "window", unit, low, high, direction: before }, next: count.next + 1 }
  if (!c.grammar.shiftsFollow) return null
  const behind = c.has(count.next + 1, "window") ? -1 : c.has(count.next + 1, "coming") ? 1 : null
  return (
    behind && { node: { kind: "window", unit, low, high, direction: behind }, next: count.next + 2 }
  )
}

const WINDOWS: ReadonlySet<TimeUnit> = new Set(["week", "month", "year", "decade"])

/** `in recent years`, `over the past year`, `за последний год`, `در سال‌های اخیر`: several, or one. */
function uncounted(c: DateCursor, at: number, led: boolean): Count | null {
  const next = led ? at + 1 : at
  const unit = c.sense(next)?.unit
  if (!unit || c.has(at, "previous") || c.has(at, "following")) return null
  if (!led) return c.sense(next)?.plural ? { low: 2, high: 7, next } : null
  const behind = c.sense(next + 1)
  if (behind?.month || behind?.unit || (c.has(next + 1, "filler") && !c.sign(next + 1, ",-")))
    return null
  if (unit === "halfyear") return { low: 1, high: 1, next }
  if (c.sense(at)?.plural || c.sense(next)?.plural) return { low: 2, high: 7, next }
  const lead = c.has(at - 2, "at") || c.has(at - 2, "term")
  const one = c.has(at, "nearest") || (lead && c.has(at - 1, "determiner"))
  return one && WINDOWS.has(unit) ? { low: 1, high: 1, next } : null
}
