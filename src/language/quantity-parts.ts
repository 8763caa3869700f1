import type { NumberCursor } from "./number-cursor.js"

/** Money at an item: a sign or word, with the state's mark before a sign (US $). */
export function currencyAt(
  c: NumberCursor,
  at: number,
): { currency: { code: string; times: number }; start: number; next: number } | null {
  const found = c.sense(at)?.currency
  if (!found) return null
  const dotted =
    c.items[at]?.kind === "word" &&
    c.sign(at + 1, ".") &&
    c.glued(at + 1) &&
    (c.items[at]?.text.length ?? 9) <= 4
  const next = dotted && c.items[at + 2] !== undefined ? at + 2 : at + 1
  return { currency: { ...found, code: nearCode(c, at, found.code) }, start: at, next }
}

/** Rupees are Pakistan's when Pakistan is spoken of. */
function nearCode(c: NumberCursor, at: number, code: string): string {
  const others = c.grammar.currencyNear[code]
  if (!others) return code
  for (const [other, words] of Object.entries(others)) {
    const list = words.split("|")
    for (let i = Math.max(0, at - 30); i < Math.min(c.items.length, at + 30); i++)
      if (list.some((word) => c.items[i]?.text.startsWith(word))) return other
  }
  return code
}

interface Counted {
  readonly span: readonly [number, number]
  readonly next: number
  readonly unit: string | null
}

/** The noun phrase that a number counts, and its unit when the language knows the noun. */
export function countedPhrase(c: NumberCursor, at: number, reach: number): Counted | null {
  const start = c.has(at, "article") ? at + 1 : at
  return c.grammar.nounLast ? nounLast(c, start, reach) : nounFirst(c, start)
}

function isNoun(c: NumberCursor, at: number): boolean {
  const item = c.items[at]
  if (item?.kind !== "word" || c.has(at, "stop")) return false
  const s = item.sense
  if (!s) return true
  if (s.unit !== undefined || s.rateNoun !== undefined) return true
  return (
    s.number === undefined &&
    s.bound === undefined &&
    s.scale === undefined &&
    s.roles.size === 0 &&
    s.rate === undefined &&
    s.currency === undefined &&
    s.fraction === undefined
  )
}

/** `five thousand border guards`: adjectives up to the first known noun, and nouns joined to it. */
function nounLast(c: NumberCursor, at: number, reach: number): Counted | null {
  let next = at
  const hyphen = (i: number) => c.sign(i, "-") && c.items[i + 1]?.kind === "word"
  let most = at + reach
  while (
    next < most &&
    (isNoun(c, next) || (next > at && (hyphen(next) || modelAt(c, next) > 0)))
  ) {
    const model = next > at && !isNoun(c, next) && !hyphen(next) ? modelAt(c, next) : 0
    next += model
    most += model
    if (model > 0) continue
    const unit = c.sense(next)?.unit
    if (unit === undefined) {
      next++
      continue
    }
    let end = next + 1
    let last = unit
    while (end < next + 3 && isNoun(c, end) && c.sense(end)?.unit !== undefined) {
      last = c.sense(end)?.unit ?? last
      end++
    }
    return { span: [at, end], next: end, unit: last }
  }
  const linked = next === at && c.has(at, "linker") ? countedPhrase(c, at + 1, 3) : null
  if (linked) return linked.unit ? linked : null
  if (next === at) return null
  return listed(c, next) ?? designation(c, at)
}

/**
 * Items of the figures of a model between a number and what it counts, 0 when there are none:
 * two F**-35** jets, 24 Bayraktar TB**2** drones, 14 Leopard **2** tanks.
 */
function modelAt(c: NumberCursor, at: number): number {
  const dash = c.sign(at, "-") && c.glued(at) ? 1 : 0
  const item = c.items[at + dash]
  if (item?.kind !== "number" || item.text.length > 4) return 0
  if (dash > 0 || c.glued(at)) {
    if (!c.glued(at + dash)) return 0
    const letters = c.items[at + dash + 1]?.kind === "word" && c.glued(at + dash + 1) ? 1 : 0
    return dash + 1 + letters
  }
  return item.text.length <= 2 && c.sense(at + 1)?.unit !== undefined ? 1 : 0
}

/** `66,940 army, air force and navy troops`: the noun that a list of kinds ends in. */
function listed(c: NumberCursor, at: number): Counted | null {
  if (!c.sign(at, ",(")) return null
  let found: Counted | null = null
  for (let i = at + 1; i < at + 14; i++) {
    const unit = c.sense(i)?.unit
    if (unit !== undefined && isNoun(c, i)) found = { span: [at - 1, i + 1], next: i + 1, unit }
    if (!(isNoun(c, i) || c.sign(i, ",()") || c.has(i, "and"))) break
  }
  return found
}

/** `15 F-16s`: a designation, its figures belong to it. */
function designation(c: NumberCursor, at: number): Counted {
  let next = at + 1
  if (c.sign(next, "-") && c.glued(next) && c.items[next + 1]?.kind === "number") {
    next += 2
    if (c.items[next]?.kind === "word" && c.glued(next)) next++
  }
  return { span: [at, next], next, unit: null }
}

/** `15 نفر از نظامیان آذری`: a class word or noun first, then what it is of. */
function nounFirst(c: NumberCursor, at: number): Counted | null {
  const classed = c.has(at, "classifier")
  let next = classed ? at + 1 : at
  const classUnit = classed ? (c.sense(at)?.unit ?? null) : null
  if (classed && c.has(next, "linker") && isNoun(c, next + 1)) next++
  if (!isNoun(c, next))
    return classed ? { span: [at, at + 1], next: at + 1, unit: classUnit ?? "item" } : null
  if (
    classed &&
    c.sense(next)?.unit === undefined &&
    !c.has(at + 1, "linker") &&
    classUnit === "person"
  ) {
    return { span: [at, at + 1], next: at + 1, unit: classUnit }
  }
  const unit = c.sense(next)?.unit ?? classUnit
  let end = next + 1
  const linked = classed && next > at + 1
  if (isNoun(c, end) && (linked || c.sense(next)?.unit !== undefined)) {
    end++
    if (c.items[end]?.kind === "number" && c.sense(end - 1) === null) end++
  }
  return { span: [next, end], next: end, unit }
}

/** What a rate is per: `per course`, `a year`, `в год`, `در هر دوره`. */
export function rateOf(
  c: NumberCursor,
  start: number,
  next: number,
): { per: string; next: number } {
  const rate = c.sense(next)?.rate
  if (rate !== undefined) return { per: rate, next: next + 1 }
  if (c.has(next, "perMark")) {
    const noun = rateNoun(c, next + 1)
    if (noun) return { per: noun.name, next: noun.next }
    const printed = c.items[next + 1]
    if (printed?.kind === "word" && isNoun(c, next + 1))
      return { per: printed.text, next: next + 2 }
  }
  for (let i = start - 1; i >= Math.max(0, start - 8); i--) {
    if (c.sign(i, ".;!?:")) break
    const noun = c.has(i, "perBefore") ? rateNoun(c, i + 1) : null
    if (noun) return { per: noun.name, next }
    const before = c.sense(i)?.rate
    const apart = i + 1 < start && c.items[i + 1]?.kind === "number"
    if (before !== undefined && i >= start - 2 && !apart) return { per: before, next }
  }
  return { per: "", next }
}

function rateNoun(c: NumberCursor, at: number): { name: string; next: number } | null {
  for (let i = at; i < at + 3; i++) {
    const s = c.sense(i)
    const name = s?.rateNoun ?? s?.unit
    if (name !== undefined) return { name, next: i + 1 }
    if (c.items[i]?.kind !== "word") return null
  }
  return null
}
