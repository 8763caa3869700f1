import type { FoldedText } from "../text/fold.js"
import type { Calendar } from "./calendar.js"
import type { TimeGrammar, TimeRole } from "./time-grammar.js"
import type { TimeItem, TimeSense } from "./time-words.js"

/** The items of one text with the questions that the date rules ask of them. */
export class DateCursor {
  constructor(
    readonly items: readonly TimeItem[],
    readonly grammar: TimeGrammar,
    readonly folded: FoldedText,
  ) {}

  has(at: number, role: TimeRole): boolean {
    return this.items[at]?.sense?.roles.has(role) ?? false
  }

  sense(at: number): TimeSense | null {
    return this.items[at]?.sense ?? null
  }

  sign(at: number, signs: string): boolean {
    const item = this.items[at]
    return item?.kind === "sign" && signs.includes(item.text)
  }

  /** True when no white space parts the item from the one before. */
  glued(at: number): boolean {
    return this.items[at] !== undefined && !(this.items[at] as TimeItem).gap
  }

  /** Passes items of a role. */
  skip(at: number, role: TimeRole): number {
    let next = at
    while (this.has(next, role) && next < at + 3) next++
    return next
  }

  /** True when the word is written with a capital within a sentence. */
  capital(at: number): boolean {
    const item = this.items[at]
    if (!item) return false
    const before = this.items[at - 1]
    if (!before || this.sign(at - 1, ".!?\"'")) return false
    const letter = this.folded.original[this.folded.toOriginal(item).from] ?? ""
    return letter !== letter.toLowerCase()
  }

  /** A whole number that is no part of a longer figure, name or code. */
  plain(at: number): number | null {
    const item = this.items[at]
    if (item?.kind !== "number" || item.text.length > 4) return null
    return this.cutBefore(at) || this.cutAfter(at) ? null : item.value
  }

  private cutBefore(at: number): boolean {
    const before = this.items[at - 1]
    if (!before) return false
    if (this.sign(at - 1, "$€£₽¥#№")) return true
    if (this.has(at - 1, "code")) return true
    if (this.sign(at - 1, ".") && this.has(at - 2, "code")) return true
    if (!this.glued(at)) return false
    if (before.kind === "word") return before.sense === null && isLatin(before.text)
    if (before.kind !== "sign") return false
    const further = this.items[at - 2]
    if ("._:/,".includes(before.text)) return further?.kind === "number" && this.glued(at - 1)
    if (before.text !== "-" || !this.glued(at - 1)) return false
    return further?.kind === "word" && further.sense === null
  }

  private cutAfter(at: number): boolean {
    const after = this.items[at + 1]
    if (!after || !this.glued(at + 1)) return this.sign(at + 1, "%")
    if (after.kind === "word") {
      if (after.sense?.roles.has("shut")) return true
      return isLatin(after.text) && !isSuffix(after.sense)
    }
    if (after.text === "%") return true
    const further = this.items[at + 2]
    if (further?.kind !== "number" || !this.glued(at + 2)) return false
    if (after.text === ",") return further.text.length === 3
    return after.text === "." || after.text === ":" || after.text === "/"
  }

  /** A day of the month in figures or words, with the item behind it. */
  dayNumber(at: number): { day: number; next: number } | null {
    const figure = this.plain(at)
    if (figure !== null) {
      if (figure < 1 || figure > 31 || (this.items[at]?.text.length ?? 9) > 2) return null
      let next = at + 1
      if (
        this.sign(next, "-") &&
        this.glued(next) &&
        this.has(next + 1, "ordinalSuffix") &&
        this.glued(next + 1)
      )
        next++
      if (this.has(next, "ordinalSuffix")) next++
      return { day: figure, next }
    }
    const sense = this.sense(at)
    const word = sense?.ordinal ?? sense?.number
    if (word === undefined || word < 1 || word > 31 || word % 1 !== 0) return null
    const ones = this.sense(at + 1)?.ordinal
    if (word >= 20 && word % 10 === 0 && ones !== undefined && ones < 10 && word + ones <= 31)
      return { day: word + ones, next: at + 2 }
    const hyphened = this.sign(at + 1, "-") ? this.sense(at + 2)?.ordinal : undefined
    if (word >= 20 && word % 10 === 0 && hyphened !== undefined && hyphened < 10)
      return word + hyphened <= 31 ? { day: word + hyphened, next: at + 3 } : null
    return { day: word, next: at + 1 }
  }

  /** Calendar of a year in figures, unless it is none. */
  yearCalendar(year: number): Calendar | null {
    if (this.grammar.calendar === "jalali" && year >= 1300 && year <= 1450) return "jalali"
    return year >= 1000 && year <= 2100 ? "gregorian" : null
  }

  /** The last two figures of a year: August **'08**. */
  cutYear(at: number): { year: number; next: number } | null {
    const item = this.items[at + 1]
    if (!this.sign(at, "'’‘") || item?.kind !== "number" || item.text.length !== 2) return null
    if (!this.glued(at + 1) || (this.has(at + 2, "decadeSuffix") && this.glued(at + 2))) return null
    return { year: item.value + (item.value < 50 ? 2000 : 1900), next: at + 2 }
  }

  /**
   * A year in figures with its label before or behind it. Right behind a month (`dated`) it is one even before a noun
   * that is counted (the June 2009 *vote*), unless it is round (in May 2000 *troops*).
   */
  year(
    at: number,
    dated = false,
  ): { year: number; calendar: Calendar; next: number; labelled: boolean } | null {
    let start = at
    let labelled = false
    if (this.has(start, "yearLabel")) {
      start++
      labelled = true
      start = this.skip(start, "filler")
    }
    const value = this.plain(start)
    if (value === null || this.items[start]?.text.length !== 4) return null
    let calendar = this.yearCalendar(value)
    let next = start + 1
    if (
      this.sign(next, "-") &&
      this.glued(next) &&
      this.has(next + 1, "ordinalSuffix") &&
      this.glued(next + 1)
    ) {
      next += 2
      labelled = true
    }
    if (this.has(next, "yearAfter")) {
      labelled = true
      next = this.dot(next)
    }
    const marked = this.mark(next)
    if (marked) {
      calendar = marked.calendar
      next = marked.next
      labelled = true
    }
    if (calendar === null) return null
    if (this.has(next, "shut") && !labelled && !(dated && value % 100 !== 0)) return null
    return { year: value, calendar, next, labelled }
  }

  private mark(at: number): { calendar: Calendar; next: number } | null {
    const open = this.sign(at, "(") ? 1 : 0
    const calendar = this.sense(at + open)?.calendar
    if (calendar === undefined) return null
    const next = this.dot(at + open)
    return { calendar, next: open && this.sign(next, ")") ? next + 1 : next }
  }

  /** Behind a word and the full stop of a very short one (г., гг., م.). */
  dot(at: number): number {
    const item = this.items[at]
    const short = item?.kind === "word" && item.text.length <= 2
    return short && this.sign(at + 1, ".") && this.glued(at + 1) ? at + 2 : at + 1
  }
}

function isSuffix(sense: TimeSense | null): boolean {
  if (!sense) return false
  return (
    sense.roles.has("ordinalSuffix") || sense.roles.has("decadeSuffix") || sense.roles.has("clock")
  )
}

function isLatin(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 0x370
}
