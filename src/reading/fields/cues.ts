import type { Language } from "../../language/language.js"
import { cell, wordKey } from "../../language/lexicon.js"
import { tokenize } from "../../language/segment.js"
import { parseTable } from "../../model/table.js"
import type { Tree } from "../../language/tree.js"

/** Words that say what a field holds, or beside which its value stands: a row of `fields.tsv`. */
export interface Cue {
  readonly families: readonly string[]
  readonly field: string
  /** The value itself, or how it is taken from the text: `>words`, `>name`, `>amount:person`, … */
  readonly value: string
  readonly keys: readonly string[]
}

const made = new WeakMap<Language, ReadonlyMap<string, readonly Cue[]>>()

/** Shorter words must stand as written; longer ones may be inflected. */
const SHORT = 4

/** A word with a figure, or a Roman number. */
const FIGURE = "#"

/** The cues of a language by their first word; read when they are first asked for. */
export function cuesOf(language: Language): ReadonlyMap<string, readonly Cue[]> {
  const known = made.get(language)
  if (known) return known
  const out = new Map<string, Cue[]>()
  for (const row of parseTable(language.tables.fields ?? "")) {
    const [families = "", field = ""] = (row.field ?? "").split(".")
    for (const words of cell(row.words)) {
      const { forms } = tokenize(words, { from: 0, to: words.length }, language.segment)
      const keys = forms.map((form) => keyOf(wordKey(form), language))
      const cue = { families: families.split("+"), field, value: row.value ?? "", keys }
      out.set(keys[0] ?? "", [...(out.get(keys[0] ?? "") ?? []), cue])
    }
  }
  made.set(language, out)
  return out
}

function keyOf(word: string, language: Language): string {
  return word.length < SHORT ? word : language.stem(word)
}

/** The keys under which a token is found: as written, as its lemma, and the stems of both. */
export function keysAt(tree: Tree, t: number, language: Language): ReadonlySet<string> {
  const form = wordKey(tree.form[t] ?? "")
  const lemma = wordKey(tree.lemma[t] ?? "")
  const out = new Set([form, lemma])
  for (const word of [form, lemma])
    if (word.length >= SHORT) for (const stem of language.stems(word)) out.add(stem)
  if (/\d/.test(form) || /^[ivxlc]+$/.test(form)) out.add(FIGURE)
  return out
}
