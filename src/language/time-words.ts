import { foldWord } from "../text/fold.js"
import type { Calendar } from "./calendar.js"
import { lex, type Token } from "./lexer.js"
import type { TimeGrammar, TimeRole, TimeUnit } from "./time-grammar.js"

/** Everything that one word (or fixed phrase) may say about time. */
export interface TimeSense {
  readonly roles: Set<TimeRole>
  /** True when an expression may begin here. */
  opens: boolean
  month?: { calendar: Calendar; month: number; shy: boolean }
  weekday?: { weekday: number; shy: boolean }
  season?: number
  unit?: TimeUnit
  plural?: boolean
  year?: number
  feast?: { calendar: Calendar; month: number; day: number }
  number?: number
  ordinal?: number
  vague?: readonly [number, number]
  day?: number
  dayFromAnchor?: number
  decade?: number
  century?: number
  calendar?: Calendar
}

interface Phrase {
  readonly words: readonly string[]
  readonly sense: TimeSense
}

/** Roles that no expression begins with. */
const INNER: ReadonlySet<TimeRole> = new Set<TimeRole>([
  "shut",
  "code",
  "filler",
  "support",
  "and",
  "to",
  "onward",
  "dayPart",
  "ordinalSuffix",
  "decadeSuffix",
  "clock",
])

/** Phrases by first word, longest first. */
export type TimeWords = ReadonlyMap<string, readonly Phrase[]>

const compiled = new WeakMap<TimeGrammar, TimeWords>()

/** The word table of a grammar, made once. */
export function timeWords(grammar: TimeGrammar): TimeWords {
  const known = compiled.get(grammar)
  if (known) return known
  const made = compile(grammar)
  compiled.set(grammar, made)
  return made
}

function compile(g: TimeGrammar): TimeWords {
  const byKey = new Map<string, Phrase>()
  const add = (cell: string | undefined, put: (sense: TimeSense) => void): void => {
    for (const word of (cell ?? "").split("|")) {
      const words = lex(foldWord(word.trim())).map((t) => t.text)
      if (words.length === 0) continue
      if (words.length > 1 && words.at(-1) === ".") words.pop()
      const key = words.join(" ")
      const phrase = byKey.get(key) ?? {
        words,
        sense: { roles: new Set<TimeRole>(), opens: false },
      }
      byKey.set(key, phrase)
      put(phrase.sense)
    }
  }
  const shyMonths = keys(g.shyMonths)
  const shyWeekdays = keys(g.shyWeekdays)
  for (const calendar of ["gregorian", "jalali", "hijri"] as const)
    g[calendar].forEach((cell, at) => {
      for (const word of cell.split("|"))
        add(word, (s) => (s.month = { calendar, month: at + 1, shy: shyMonths.has(key(word)) }))
    })
  g.weekdays.forEach((cell, at) => {
    for (const word of cell.split("|"))
      add(word, (s) => (s.weekday = { weekday: at + 1, shy: shyWeekdays.has(key(word)) }))
  })
  g.seasons.forEach((cell, at) => {
    add(cell, (s) => (s.season = at))
  })
  each(g.units, (unit, cell) => add(cell, (s) => (s.unit = unit as TimeUnit)))
  add(g.plurals, (s) => (s.plural = true))
  each(g.years ?? {}, (shift, cell) => add(cell, (s) => (s.year = Number(shift))))
  each(g.feasts ?? {}, (code, cell) => {
    const [calendar, month, day] = code.split("-")
    const feast = { calendar: calendar as Calendar, month: Number(month), day: Number(day) }
    add(cell, (s) => (s.feast = feast))
  })
  each(g.numbers, (value, cell) => add(cell, (s) => (s.number = Number(value))))
  each(g.ordinals, (value, cell) => add(cell, (s) => (s.ordinal = Number(value))))
  each(g.days, (value, cell) => add(cell, (s) => (s.day = Number(value))))
  each(g.daysFromAnchor, (value, cell) => add(cell, (s) => (s.dayFromAnchor = Number(value))))
  each(g.decades, (value, cell) => add(cell, (s) => (s.decade = Number(value))))
  each(g.centuries, (value, cell) => add(cell, (s) => (s.century = Number(value))))
  each(g.calendarMarks, (value, cell) => add(cell, (s) => (s.calendar = value as Calendar)))
  each(g.vague, (value, cell) => {
    const [low = 2, high = 7] = value.split("-").map(Number)
    add(cell, (s) => (s.vague = [low, high]))
  })
  each(g.roles, (role, cell) => add(cell, (s) => s.roles.add(role as TimeRole)))
  for (const noun of g.counted) add(noun, (s) => s.roles.add("shut"))
  for (const { sense } of byKey.values()) sense.opens = mayOpen(sense)
  return byFirst(byKey.values())
}

function mayOpen({ roles, opens: _, ...says }: TimeSense): boolean {
  if (Object.keys(says).some((what) => what !== "calendar" && what !== "plural")) return true
  return [...roles].some((role) => !INNER.has(role))
}

function each(table: object, use: (key: string, cell: string) => void): void {
  for (const [name, cell] of Object.entries(table)) use(name, cell as string)
}

function key(word: string): string {
  return lex(foldWord(word))
    .filter((t) => t.text !== ".")
    .map((t) => t.text)
    .join(" ") // prettier-ignore
}

function keys(cell: string): Set<string> {
  return new Set(cell.split("|").map(key))
}

function byFirst(phrases: Iterable<Phrase>): TimeWords {
  const table = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? ""
    const list = table.get(first)
    if (list) list.push(phrase)
    else table.set(first, [phrase])
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** A token, or several that make one phrase, with what it may mean. */
export interface TimeItem extends Token {
  readonly sense: TimeSense | null
}

/** The tokens of a folded text with fixed phrases joined, longest first. */
export function timeItems(tokens: readonly Token[], words: TimeWords): TimeItem[] {
  const items: TimeItem[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const phrase = token.kind === "number" ? undefined : phraseAt(tokens, at, words)
    const length = phrase?.words.length ?? 1
    const last = tokens[at + length - 1] as Token
    const { kind, text, value, from, gap } = token
    items.push({ kind, text, value, from, to: last.to, gap, sense: phrase?.sense ?? null })
    at += length
  }
  return items
}

function phraseAt(tokens: readonly Token[], at: number, words: TimeWords): Phrase | undefined {
  return words
    .get(tokens[at]?.text ?? "")
    ?.find((p) => p.words.every((w, i) => tokens[at + i]?.text === w))
}
