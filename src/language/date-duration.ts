import { core } from "./date-core.js"
import type { DateCursor } from "./date-cursor.js"
import type { DateNode, Parsed } from "./date-node.js"
import { countAt } from "./date-relative.js"
import type { TimeRole, TimeUnit } from "./time-grammar.js"

const DEPTH = 2

interface Lasting {
  readonly unit: TimeUnit
  readonly low: number
  readonly high: number
  readonly next: number
  readonly counted: boolean
}

/**
 * So long from a date, or up to it.
 *
 *     for a year from March 2012   from 2003 for five years   for ten years until 2012   within two weeks
 *     сроком на пять лет с 2010 года   به مدت ده سال تا سال ۲۰۱۲
 */
export function term(c: DateCursor, at: number): (Parsed & { readonly start: number }) | null {
  const found = dateBehind(c, at) ?? dateBefore(c, at)
  return found && { ...found, start: at }
}

/** A deed that will come within so long from the day of publication; only beside a verb in the future when `unsure`. */
export function deadline(unit: TimeUnit, count: number, unsure = false): DateNode {
  return { kind: "term", unit, count, direction: 1, shape: "set", of: null, unsure }
}

/** `for a year from March 2012`, `in the five years since 2003`, `within two weeks`. */
function dateBehind(c: DateCursor, at: number): Parsed | null {
  const within = c.has(at, "within")
  const leads = within || c.has(at, "term") || c.has(at, "countedTerm")
  const determined = c.has(at, "at") && c.has(at + 1, "determiner")
  if (!leads && !determined) return null
  const lasting = lastingAt(c, at + 1, within || c.has(at, "term") || determined, within)
  if (!lasting) return null
  const { next } = lasting
  const set = within && !c.has(at, "term")
  const forward = has(c, next, FORWARD) || (set && c.has(next, "filler") && !c.sign(next, ",-"))
  const backward = !forward && has(c, next, BACKWARD)
  if (forward || backward) {
    const of = dateOf(c, next + 1)
    if (of && lasting.low === lasting.high && !(forward && isRange(c, of.next)))
      return { node: make(lasting, forward ? 1 : -1, set ? "set" : "span", of.node), next: of.next }
    if (forward || c.has(next, "before")) return null
  }
  if (!within || has(c, next, MOVED) || c.sense(next)?.month) return null
  if (lasting.counted && c.has(at + 1, "determiner") && !c.has(at + 1, "one")) return null
  if (!set && lasting.low !== lasting.high) return null
  const years = lasting.unit === "year" || lasting.unit === "decade" || lasting.unit === "century"
  const unsure = !set && years && lasting.high > 1
  return { node: deadline(lasting.unit, lasting.high, unsure), next }
}

const FORWARD: readonly TimeRole[] = ["since", "from", "after"]
const BACKWARD: readonly TimeRole[] = ["until", "to", "before"]
const MOVED: readonly TimeRole[] = ["ago", "later", "earlier", "ahead", "window", "coming", "last"]

function has(c: DateCursor, at: number, roles: readonly TimeRole[]): boolean {
  return roles.some((role) => c.has(at, role))
}

/** `from 2003 for five years`, `с 2003 года сроком на пять лет`, `از سال ۲۰۰۳ به مدت پنج سال`. */
function dateBefore(c: DateCursor, at: number): Parsed | null {
  if (!c.has(at, "from") && !c.has(at, "since")) return null
  const of = dateOf(c, at + 1)
  if (!of) return null
  const lead = c.sign(of.next, ",") ? of.next + 1 : of.next
  if (!c.has(lead, "term") && !c.has(lead, "countedTerm")) return null
  const lasting = lastingAt(c, lead + 1, c.has(lead, "term"), false)
  if (!lasting || lasting.low !== lasting.high || has(c, lasting.next, MOVED)) return null
  if (has(c, lasting.next, FORWARD) && dateOf(c, lasting.next + 1)) return null
  return { node: make(lasting, 1, "span", of.node), next: lasting.next }
}

function make(
  { unit, high }: Lasting,
  direction: 1 | -1,
  shape: "set" | "span",
  of: DateNode,
): DateNode {
  return { kind: "term", unit, count: high, direction, shape, of, unsure: false }
}

/** `two weeks`, `a year`, and where one is enough `года`. */
function lastingAt(c: DateCursor, at: number, bare: boolean, days: boolean): Lasting | null {
  let start = c.skip(at, "about")
  const count = countAt(c, start)
  if (count) {
    const unit = c.sense(count.next)?.unit
    const { low, high, next } = count
    return unit ? { unit, low, high, next: next + 1, counted: true } : null
  }
  start = c.skip(start, "determiner")
  const again = start > at ? countAt(c, start) : null
  const next = again?.next ?? start
  const sense = c.sense(next)
  if (!sense?.unit) return null
  if (again)
    return { unit: sense.unit, low: again.low, high: again.high, next: next + 1, counted: true }
  const short = sense.unit === "day" || sense.unit === "hour"
  if (!bare || c.grammar.shiftsFollow || sense.plural || (short && !days)) return null
  if (c.items[next + 1]?.kind === "number" && c.glued(next + 1)) return null
  return { unit: sense.unit, low: 1, high: 1, next: next + 1, counted: false }
}

function dateOf(c: DateCursor, at: number): Parsed | null {
  const found = core(c, c.skip(at, "determiner"), DEPTH)
  const kind = found?.node.kind
  return kind === "count" || kind === "window" || kind === "range" ? null : found
}

/** For two weeks from 5 May *to 19 May*: both ends are told. */
function isRange(c: DateCursor, at: number): boolean {
  return (c.has(at, "to") || c.sign(at, "-")) && dateOf(c, at + 1) !== null
}
