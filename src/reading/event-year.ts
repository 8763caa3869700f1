import { wordKey } from "../language/lexicon.js"
import type { EventKind } from "../model/layers.js"
import type { EventLine, Run } from "./event-line.js"
import { isName } from "./event-quote.js"
import type { Named } from "./named-events.js"

/** Kinds that are called by a name and a year alone: `Zapad-2021`, `Trident Juncture 2018`. */
const DATED = new Set<EventKind>([
  "exercise",
  "operation",
  "conference",
  "summit",
  "programme",
  "election",
  "other",
])

/** Names with a year that stand without a word of their kind; the nearest such word of the sentence says what they are. */
export function headless(line: EventLine): Named[] {
  const out: Named[] = []
  for (const quote of line.quotes)
    if (yearEnds(line, quote) && isName(line, quote))
      add(line, out, { from: quote.from - 1, to: quote.to + 1 }, quote)
  for (let t = line.sentence.tokenFrom; t < line.sentence.tokenTo; t++) {
    const run = withYear(line, t)
    if (run && !line.quotes.some((q) => q.from <= run.from && run.to <= q.to))
      add(line, out, run, run)
  }
  return out
}

function add(line: EventLine, out: Named[], run: Run, name: Run): void {
  const kind = kindOf(line, run)
  if (kind) out.push({ ...run, name, kind })
}

/** A name and its year: hyphened or in quotation marks it is an exercise by itself, else a word must say so. */
function kindOf(line: EventLine, run: Run): EventKind | null {
  let best: EventKind | null = ownKind(line, run)
  if (best) return best
  let nearest = Number.POSITIVE_INFINITY
  for (const { from, to, word } of line.heads) {
    const gap = from >= run.to ? from - run.to : Math.max(0, run.from - to)
    if (DATED.has(word.kind) && gap < nearest) {
      best = word.kind
      nearest = gap
    }
  }
  const text = textOf(line, run)
  const dated = line.quotes.some((q) => q.from > run.from && q.to < run.to) && /\d{4}$/.test(text)
  const hyphened = /[-–]\d{4}$/.test(text) && /\p{Ll}{2}/u.test(text)
  return best ?? (dated || hyphened ? "exercise" : null)
}

/** *Выборы-2018*, *«Стратегия-2030»*: the word before the hyphen is itself one of the tables. */
function ownKind(line: EventLine, { from, to }: Run): EventKind | null {
  const { stems } = line.lexicon.language
  const { gazetteer, words } = line.words
  for (let t = from; t < to; t++) {
    const part = line.form(t).split(/[-–]/)[0] ?? ""
    if (part === "" || part === line.form(t)) continue
    const hit = gazetteer.longest(0, 1, () => stems(wordKey(part)))
    const kind = words[hit?.entries[0]?.role ?? -1]?.kind
    if (kind) return kind
  }
  return null
}

function textOf({ scene }: EventLine, { from, to }: Run): string {
  const { tokens } = scene.tree
  const text = scene.text.slice(tokens.from[from] ?? 0, tokens.to[to - 1] ?? 0)
  return text.replace(/[»”"]$/, "")
}

const HYPHENED = /^\p{L}[\p{L}\d]+[-–](?:19|20|1[34])\d\d$/u

/** True when a quoted name ends in a year, of two figures where the calendar is written so. */
function yearEnds(line: EventLine, { from, to }: Run): boolean {
  const last = line.form(to - 1)
  return line.year(to - 1)
    ? to - from > 1
    : HYPHENED.test(last) || (to - from > 1 && /^\d\d$/.test(last))
}

/** Capitalised words that a year follows, from a place where no name is going on. */
function withYear(line: EventLine, t: number): Run | null {
  if (HYPHENED.test(line.form(t)) && line.capital(t)) return { from: back(line, t), to: t + 1 }
  const hyphen = /^[-–]$/.test(line.form(t + 1)) && line.glued(t + 1)
  const year = hyphen ? t + 2 : t + 1
  if (!line.fresh(t) || !line.year(year) || (hyphen && !line.glued(year))) return null
  const from = back(line, t)
  return !hyphen && year - from < 2 ? null : { from, to: year + 1 }
}

function back(line: EventLine, t: number): number {
  let from = t
  while (line.fresh(from - 1) && line.sentence.tokenFrom <= from - 1) from--
  return from
}
