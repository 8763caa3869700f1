import type { NumberGrammar, NumberRole } from "./number-grammar.js"
import type { NumberItem, NumberSense } from "./number-words.js"

/** A number and the item behind it. */
export interface Read {
  readonly value: number
  readonly next: number
  /** True when it was written in figures. */
  readonly figures: boolean
  /** True when it had a scale word or a fraction, so that it is an amount for certain. */
  readonly scaled: boolean
  readonly share: boolean
  readonly many: boolean
}

/** The items of one text with the questions that the rules of amounts ask. */
export class NumberCursor {
  constructor(
    readonly items: readonly NumberItem[],
    readonly grammar: NumberGrammar,
  ) {}

  sense(at: number): NumberSense | null {
    return this.items[at]?.sense ?? null
  }

  has(at: number, role: NumberRole): boolean {
    return this.items[at]?.sense?.roles.has(role) ?? false
  }

  sign(at: number, signs: string): boolean {
    const item = this.items[at]
    return item?.kind === "sign" && signs.includes(item.text)
  }

  glued(at: number): boolean {
    return this.items[at] !== undefined && this.items[at]?.gap === false
  }

  /** Figures with their groups and decimals; null when they are part of a name or code. */
  figures(at: number): { value: number; next: number; digits: number } | null {
    const item = this.items[at]
    if (item?.kind !== "number" || item.text.length > 15 || this.partOfName(at)) return null
    if (this.pointBefore(at))
      return { value: Number(`0.${item.text}`), next: at + 1, digits: item.text.length }
    let text = item.text
    let next = at + 1
    while (text.length <= 12 && this.groups(next, item.text)) {
      const step = this.items[next]?.kind === "number" ? 0 : 1
      text += this.items[next + step]?.text ?? ""
      next += step + 1
    }
    const decimal = this.items[next + 1]
    if (this.isDecimal(next) && decimal) {
      text += `.${decimal.text}`
      next += 2
    }
    if (this.runsOn(next)) return null
    return { value: Number(text), next, digits: item.text.length }
  }

  /** A point with nothing before it: `.612%`. */
  private pointBefore(at: number): boolean {
    return (
      this.sign(at - 1, ".") &&
      this.glued(at) &&
      !this.glued(at - 1) &&
      this.items[at - 1] !== undefined &&
      at > 1
    )
  }

  private groups(at: number, first: string): boolean {
    if (first.length > 3) return false
    const { groupMarks } = this.grammar
    if (groupMarks.includes(" ") && this.items[at]?.kind === "number") {
      const before = this.items[at - 1]
      const item = this.items[at]
      return item?.text.length === 3 && item.from - (before?.to ?? 0) === 1
    }
    const next = this.items[at + 1]
    return (
      this.sign(at, groupMarks) &&
      this.glued(at) &&
      next?.kind === "number" &&
      this.glued(at + 1) &&
      next.text.length === 3
    )
  }

  private isDecimal(at: number): boolean {
    if (!this.sign(at, this.grammar.decimalMarks) || !this.glued(at)) return false
    const next = this.items[at + 1]
    if (next?.kind !== "number" || !this.glued(at + 1) || next.text.length > 6) return false
    if (!this.sign(at, "/")) return true
    const behind = this.sense(at + 2)
    return (
      behind?.scale !== undefined || behind?.currency !== undefined || this.has(at + 2, "percent")
    )
  }

  /** True when more figures are glued on: a time, a score, a version, a date. */
  private runsOn(at: number): boolean {
    return (
      this.sign(at, ":./,") &&
      this.glued(at) &&
      this.items[at + 1]?.kind === "number" &&
      this.glued(at + 1)
    )
  }

  private partOfName(at: number): boolean {
    const before = this.items[at - 1]
    if (!before) return false
    if (this.has(at - 1, "code") || (this.sign(at - 1, ".") && this.has(at - 2, "code")))
      return true
    if (this.sign(at - 1, "#№+@_")) return true
    const further = this.items[at - 2]
    if (
      before.text === "-" &&
      further?.kind === "word" &&
      !further.sense?.number &&
      !further.sense?.bound
    ) {
      if (this.glued(at) && this.glued(at - 1)) return true
      const code =
        further.sense === null || (further.sense.unit === undefined && further.sense.roles.size > 0)
      if (further.text.length <= 2 && code && !this.has(at - 2, "to")) return true
    }
    if (!this.glued(at)) return false
    if (before.kind === "word") return before.sense === null && before.text < "\u0370"
    return ".,:/".includes(before.text) && further?.kind === "number" && this.glued(at - 1)
  }

  /** A number in figures or words, with scales: `3.0 billion`, `two dozen`, `دو هزار و پانصد`. */
  number(at: number): Read | null {
    const many = this.sense(at)?.many
    if (many !== undefined)
      return {
        value: many,
        next: this.has(at + 1, "linker") ? at + 2 : at + 1,
        figures: false,
        scaled: false,
        share: false,
        many: true,
      }
    const share = this.fraction(at)
    if (share) return share
    const figures = this.figures(at)
    if (figures) return this.scaledFigures(figures)
    return this.words(at)
  }

  private fraction(at: number): Read | null {
    const value = this.sense(at)?.fraction
    if (value === undefined) return null
    const next = this.has(at + 1, "article") ? at + 2 : at + 1
    const scale = this.sense(next)?.scale
    if (scale !== undefined)
      return {
        value: value * scale,
        next: next + 1,
        figures: false,
        scaled: true,
        share: false,
        many: false,
      }
    return {
      value: Math.round(value * 1e4) / 100,
      next: at + 1,
      figures: false,
      scaled: false,
      share: true,
      many: false,
    }
  }

  private scaledFigures(found: { value: number; next: number }): Read | null {
    let total = found.value
    let next = found.next
    let scaled = false
    let last = Number.POSITIVE_INFINITY
    let scale = this.sense(next)?.scale
    if (scale !== undefined) {
      while (scale !== undefined) {
        total *= scale
        last = scale
        next = this.dot(next)
        scale = this.sense(next)?.scale
      }
      scaled = true
      const more = this.remainder(next, last)
      if (more)
        return {
          value: total + more.value,
          next: more.next,
          figures: true,
          scaled,
          share: false,
          many: false,
        }
    }
    return { value: round(total), next, figures: true, scaled, share: false, many: false }
  }

  private remainder(at: number, below: number): { value: number; next: number } | null {
    const linked = this.has(at, "and") ? at + 1 : at
    const item = this.items[linked]
    if (item?.kind !== "number") return null
    const rest = this.figures(linked)
    if (!rest || rest.value >= below) return null
    const read = this.sense(rest.next)?.scale
    if (read !== undefined)
      return read < below ? { value: rest.value * read, next: this.dot(rest.next) } : null
    return linked > at && below <= 1000 ? { value: rest.value, next: rest.next } : null
  }

  private dot(at: number): number {
    const short = (this.items[at]?.text.length ?? 9) <= 5
    return short &&
      this.sign(at + 1, ".") &&
      this.glued(at + 1) &&
      !this.glued(at + 2) &&
      this.items[at + 2] !== undefined
      ? at + 2
      : at + 1
  }

  private words(at: number): Read | null {
    let total = 0
    let current = 0
    let next = at
    let scaled = false
    let seen = false
    for (;;) {
      const link =
        seen && (this.has(next, "and") || (this.sign(next, "-") && this.glued(next))) ? 1 : 0
      const sense = this.sense(next + link)
      if (sense?.number !== undefined && fits(current, sense.number, seen && total > 0)) {
        current += sense.number
        seen = true
      } else if (
        sense?.scale !== undefined &&
        (seen || !link) &&
        (seen ? current > 0 : sense.scale >= 1000 || LONE.has(sense.scale))
      ) {
        if (sense.scale >= 1000) {
          total += (current || 1) * sense.scale
          current = 0
        } else current = (current || 1) * sense.scale
        seen = true
        scaled = true
      } else break
      next += link + 1
    }
    return seen
      ? { value: total + current, next, figures: false, scaled, share: false, many: false }
      : null
  }
}

/** Scales under a thousand that count by themselves: a dozen, a hundred. */
const LONE: ReadonlySet<number> = new Set([12, 100])

/** Whether a number word may follow: hundreds, then tens, then ones. */
function fits(current: number, value: number, afterScale: boolean): boolean {
  if (current === 0) return value >= 0 || afterScale
  if (value >= 100) return false
  if (current % 100 === 0) return true
  return current % 10 === 0 && current % 100 >= 20 && value < 10
}

function round(value: number): number {
  return Number(value.toPrecision(15))
}
