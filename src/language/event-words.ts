import { type Entry, Gazetteer } from "./gazetteer.js"
import type { Language } from "./language.js"
import { cell, wordKey } from "./lexicon.js"
import { tokenize } from "./segment.js"
import { parseTable } from "../model/table.js"
import { EVENT_KINDS, type EventKind } from "../model/layers.js"

/** What may stand beside a word so that the two name an event; `docs/tables.md` says what each means. */
export type Beside =
  | "alone"
  | "quoted"
  | "before"
  | "name-before"
  | "after"
  | "of"
  | "ordinal"
  | "year"
  | "year-alone"
  | "place"
  | "states"

/** A word that may head the name of an event: a row of `events.tsv`. */
export interface EventWord {
  readonly word: string
  readonly kind: EventKind
  readonly beside: ReadonlySet<string>
}

/** The words of `events.tsv` made ready for looking up. */
export interface EventWords {
  readonly words: readonly EventWord[]
  /** Entries point to `words` by `role`. */
  readonly gazetteer: Gazetteer
  /** Words that count (second), join (of), stand before a name (the), go with a year (года), finish a name, and bodies that hold sessions. */
  readonly small: ReadonlyMap<SmallKind, ReadonlySet<string>>
}

const SMALL = ["ordinal", "link", "article", "year", "tail", "body", "place"] as const
export type SmallKind = (typeof SMALL)[number]

const made = new WeakMap<Language, EventWords>()

/** The event words of a language; read when they are first asked for. */
export function eventWordsOf(language: Language): EventWords {
  const known = made.get(language) ?? readWords(language)
  made.set(language, known)
  return known
}

function readWords(language: Language): EventWords {
  const words: EventWord[] = []
  const gazetteer = new Gazetteer()
  const small = new Map<SmallKind, Set<string>>(SMALL.map((kind) => [kind, new Set<string>()]))
  for (const row of parseTable(language.tables.events ?? "")) {
    const kind = EVENT_KINDS.find((known) => known === row.kind)
    const own = small.get(row.kind as SmallKind)
    for (const word of cell(row.word)) {
      if (!kind) {
        own?.add(wordKey(word))
        continue
      }
      words.push({ word, kind, beside: new Set(cell(row.beside)) })
      const entry: Entry = { id: word, kind: "role", role: words.length - 1, exact: false }
      const { forms } = tokenize(word, { from: 0, to: word.length }, language.segment)
      gazetteer.add(
        forms.map((part) => language.stem(wordKey(part))),
        entry,
      )
    }
  }
  return { words, gazetteer, small }
}
