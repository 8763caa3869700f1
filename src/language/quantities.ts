import { type FoldedText, fold } from "../text/fold.js"
import { overlaps, type Span } from "../text/span.js"
import { NumberCursor, type Read } from "./number-cursor.js"
import type { Bound, NumberGrammar } from "./number-grammar.js"
import { numberItems } from "./number-words.js"
import { countedPhrase, currencyAt, rateOf } from "./quantity-parts.js"

/** An amount as printed; `max` is null unless it is a range or a change. */
export interface Quantity extends Span {
  readonly value: number
  readonly max: number | null
  readonly bound: Bound
  /** `person`, an ISO 4217 code, `percent`, or an English singular noun. */
  readonly unit: string
  /** The counted noun phrase as printed. */
  readonly of: string
  /** What a rate is per, as an English noun where the language knows it. */
  readonly per: string
  /** True when the amount went from `value` to `max`. */
  readonly change: boolean
  readonly text: string
}

interface Found {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly max: number | null
  readonly bound: Bound
  readonly unit: string
  readonly of: readonly [number, number] | null
  readonly per: string
  readonly change: boolean
}

/**
 * Finds the amounts of a text, left to right; those inside `dates` (spans of the original) are left out.
 *
 *     about 40 military personnel per course   → 40, about, person, "military personnel", course
 */
export function scanQuantities(
  text: string | FoldedText,
  grammar: NumberGrammar,
  dates: readonly Span[] = [],
): readonly Quantity[] {
  const folded = typeof text === "string" ? fold(text) : text
  const cursor = new NumberCursor(numberItems(folded.text, grammar), grammar)
  const out: Quantity[] = []
  const original = (from: number, to: number) =>
    folded.toOriginal({ from: cursor.items[from]?.from ?? 0, to: cursor.items[to - 1]?.to ?? 0 })
  let date = 0
  for (let at = 0; at < cursor.items.length; ) {
    if (!begins(cursor, at)) {
      at++
      continue
    }
    const here = original(at, at + 1)
    while (date < dates.length && (dates[date]?.to ?? 0) <= here.from) date++
    const inDate = dates[date] !== undefined && overlaps(dates[date] as Span, here)
    const found = inDate
      ? null
      : amount(
          cursor,
          at,
          (to) => dates[date] !== undefined && overlaps(dates[date] as Span, original(at, to)),
        )
    if (!found) {
      at++
      continue
    }
    const { from, to } = original(found.start, found.end)
    const of = found.of ? original(found.of[0], found.of[1]) : null
    out.push({
      value: found.value,
      max: found.max,
      bound: found.bound,
      unit: found.unit,
      of: of ? folded.original.slice(of.from, of.to) : "",
      per: found.per,
      change: found.change,
      from,
      to,
      text: folded.original.slice(from, to),
    }) // prettier-ignore
    at = Math.max(found.end, at + 1)
  }
  return out
}

function begins(c: NumberCursor, at: number): boolean {
  const item = c.items[at]
  if (!item) return false
  if (item.kind === "number") return true
  const s = item.sense
  return (
    s !== null &&
    (s.number !== undefined ||
      s.scale !== undefined ||
      s.many !== undefined ||
      s.fraction !== undefined ||
      s.currency !== undefined)
  )
}

function amount(c: NumberCursor, at: number, inDate: (to: number) => boolean): Found | null {
  const money = currencyAt(c, at)
  const first = c.number(money ? money.next : at)
  if (!first || inDate(first.next)) return null
  const pointed = !money && c.sign(at - 1, ".") && c.glued(at) && !c.glued(at - 1)
  const start = money ? money.start : pointed ? at - 1 : at
  const range = rangeOf(c, start, first, inDate)
  const last = range?.last ?? first
  const bound = boundOf(c, range?.start ?? start, last.next)
  const what = unitOf(c, last, money?.currency ?? null) ?? (range && bareChange(first, range))
  if (!what || skipped(c, at, first, what.unit, what.known)) return null
  const rate = rateOf(c, bound.start, bound.next > what.next ? bound.next : what.next)
  const times = what.times
  const lift =
    range && last.scaled && !first.scaled && range.max > 0 ? scaleOf(c, first, range.last) : 1
  return {
    start: bound.start,
    end: Math.max(what.next, rate.next, bound.next),
    value: clean(first.value * lift * times),
    max: range ? clean(range.max * times) : null,
    bound: first.many ? bound.bound || "at least" : bound.bound,
    unit: what.unit,
    of: what.of,
    per: rate.per,
    change: range?.change ?? false,
  }
}

/** In `3-5 million` the scale of the second counts for the first as well. */
function scaleOf(c: NumberCursor, first: Read, last: Read): number {
  const scale = c.sense(last.next - 1)?.scale ?? c.sense(last.next - 2)?.scale ?? 1
  return first.value * scale <= last.value ? scale : 1
}

interface Range {
  readonly start: number
  readonly last: Read
  readonly max: number
  readonly change: boolean
}

/** `1,400-1,500`, `from 45 to 90`, `between 3 and 5`. */
function rangeOf(
  c: NumberCursor,
  start: number,
  first: Read,
  inDate: (to: number) => boolean,
): Range | null {
  if (first.many || first.share) return null
  const from = c.has(start - 1, "from")
  const between = c.has(start - 1, "between")
  const link = currencyBehind(c, first.next)
  const dash = c.sign(link, "-")
  if (!dash && !c.has(link, "to") && !(between && c.has(link, "and"))) return null
  const money = currencyAt(c, link + 1)
  const last = c.number(money ? money.next : link + 1)
  if (!last || last.share || last.many || inDate(last.next)) return null
  const percent = link > first.next && c.sense(first.next)?.currency === undefined
  if (percent && (money || !(c.sign(last.next, "%") || c.has(last.next, "percent")))) return null
  if (!from && last.value <= first.value) return null
  return { start: from || between ? start - 1 : start, last, max: last.value, change: from }
}

function currencyBehind(c: NumberCursor, at: number): number {
  return c.sense(at)?.currency ? at + 1 : c.has(at, "percent") || c.sign(at, "%") ? at + 1 : at
}

function boundOf(
  c: NumberCursor,
  start: number,
  next: number,
): { bound: Bound; start: number; next: number } {
  const before = c.has(start - 1, "article") ? start - 2 : start - 1
  const bound = c.sense(before)?.bound
  const reached = c.has(before, "to") && (c.sign(before - 1, "%") || c.has(before - 1, "percent"))
  if (bound && !reached) return { bound, start: before, next }
  if (c.sign(start - 1, "~≈")) return { bound: "about", start: start - 1, next }
  if (c.sign(start - 1, ">")) return { bound: "over", start: start - 1, next }
  if (c.sign(next, "+") && c.glued(next)) return { bound: "over", start, next: next + 1 }
  const behind = c.sense(next)?.boundBehind
  return behind ? { bound: behind, start, next: next + 1 } : { bound: "", start, next }
}

interface What {
  readonly unit: string
  readonly of: readonly [number, number] | null
  readonly next: number
  readonly times: number
  readonly known: boolean
}

function unitOf(
  c: NumberCursor,
  read: Read,
  currency: { code: string; times: number } | null,
): What | null {
  const at = c.sense(read.next)?.boundBehind || c.sign(read.next, "+") ? read.next + 1 : read.next
  const behind = currency ? null : currencyAt(c, at)
  const money = currency ?? behind?.currency ?? null
  if (money) {
    const next = behind ? behind.next : at
    const of = c.has(next, "linker") ? countedPhrase(c, next + 1, 3) : null
    return {
      unit: money.code,
      of: of?.span ?? null,
      next: of?.next ?? next,
      times: money.times,
      known: true,
    }
  }
  const percent = c.sign(at, "%") || c.has(at, "percent")
  if (percent || read.share) {
    const next = percent ? at + 1 : at
    const linked = c.has(next, "linker") || c.has(next, "halfOf")
    const bare = !linked && c.grammar.bareGenitive
    const of = linked || bare ? countedPhrase(c, linked ? next + 1 : next, 3) : null
    if (read.share && !percent && !linked && !(bare && of) && !bounded(c, read)) return null
    return { unit: "percent", of: of?.span ?? null, next: of?.next ?? next, times: 1, known: true }
  }
  const mark = c.items[at]?.kind === "sign" ? c.sense(at)?.unit : undefined
  if (mark !== undefined) return { unit: mark, of: null, next: at + 1, times: 1, known: true }
  const hyphen = c.sign(at, "-") && c.glued(at) && c.glued(at + 1) ? 1 : 0
  const joined = hyphen ? c.sense(at + 1)?.unit : undefined
  if (joined !== undefined)
    return { unit: joined, of: [at + 1, at + 2], next: at + 2, times: 1, known: true }
  const counted = countedPhrase(c, at + hyphen, 5)
  if (counted?.unit)
    return { unit: counted.unit, of: counted.span, next: counted.next, times: 1, known: true }
  if (c.has(at, "fate"))
    return { unit: "person", of: [at, at + 1], next: at + 1, times: 1, known: true }
  if (hyphen) return null
  if (read.many && !counted) return null
  if (read.scaled || read.many)
    return {
      unit: "item",
      of: counted?.span ?? null,
      next: counted?.next ?? at,
      times: 1,
      known: read.scaled,
    }
  return counted && read.figures
    ? { unit: "item", of: counted.span, next: counted.next, times: 1, known: false }
    : null
}

/** `from 45 to 90`: a change of something that is not named again; hours of the day and years are none. */
function bareChange(first: Read, range: Range): What | null {
  const { last, max, change } = range
  const figures = first.figures && last.figures && max > 24 && (max < 1900 || max > 2100)
  return change && figures
    ? { unit: "item", of: null, next: last.next, times: 1, known: false }
    : null
}

/** A share without "of" is one only with a bound: by over one-half. */
function bounded(c: NumberCursor, read: Read): boolean {
  return (
    c.sense(read.next - 2)?.bound !== undefined ||
    (c.has(read.next - 2, "article") && c.sense(read.next - 3)?.bound !== undefined)
  )
}

/** Ages, ordinals, years without a noun, and the word "one". */
function skipped(c: NumberCursor, at: number, read: Read, unit: string, known: boolean): boolean {
  if (c.has(read.next, "ordinal") || (c.sign(read.next, "-") && c.has(read.next + 1, "ordinal")))
    return true
  if (c.has(at - 1, "old")) return true
  if (c.sign(at - 1, "-") && c.items[at - 2]?.kind === "number" && c.glued(at)) return true
  for (let i = read.next; i < read.next + 4; i++) if (c.has(i, "old")) return true
  if (!read.figures && !read.scaled && !read.share && !read.many && read.value <= 1) return true
  const yearly =
    read.figures && c.items[at]?.text.length === 4 && read.value >= 1900 && read.value <= 2100
  return yearly && read.next === at + 1 && !known && unit === "item"
}

function clean(value: number): number {
  return Number(value.toPrecision(12))
}
