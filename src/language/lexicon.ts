import { parseTable, type Row } from "../model/table.js"
import { foldWord } from "../text/fold.js"
import { type Frame, frameOf } from "./frame.js"
import { Gazetteer } from "./gazetteer.js"
import type { Language } from "./language.js"

export interface Role {
  readonly slug: string
  readonly word: string
  readonly kind: string
  readonly sectors: readonly string[]
}

export interface Modal {
  readonly pos: string
  readonly effect: string
  readonly scope: string
  readonly words: readonly string[]
}

/** The tables of a language made ready for looking up; built once a language. */
export interface Lexicon {
  readonly language: Language
  readonly gazetteer: Gazetteer
  readonly roles: readonly Role[]
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  readonly light: ReadonlySet<string>
  /** Frames by the first word of each predicate alternative. */
  readonly frames: ReadonlyMap<string, readonly FrameUse[]>
  readonly modality: ReadonlyMap<string, readonly Modal[]>
  readonly attribution: ReadonlyMap<string, readonly Marker[]>
  readonly nobody: ReadonlySet<string>
  /** Seas, gulfs, borders: a state in their name is a place and acts in nothing. */
  readonly waters: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, readonly string[]>
  /** Words that say that an office is over (former, бывший, سابق); one that ends in a hyphen is a prefix (ex-). */
  readonly former: ReadonlySet<string>
  /** First halves of compound adjectives: российско → RUS. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Verbs whose present forms tell of the future: предоставить. */
  readonly perfective: ReadonlySet<string>
  /** Irregular forms of verbs and their lemmas: withdrew → withdraw. */
  readonly irregular: ReadonlyMap<string, string>
  /** Every lemma that frames, classes and light verbs speak of. */
  readonly known: ReadonlySet<string>
}

export interface FrameUse {
  readonly frame: Frame
  readonly words: readonly string[]
}

export interface Marker {
  readonly words: readonly string[]
  readonly kind: string
}

/** The key under which a word is looked up: folded, without ZWNJ. */
export function wordKey(word: string): string {
  return foldWord(word).replaceAll("\u200c", "")
}

/** Splits a written name into words as the tokeniser would. */
export type SplitName = (name: string, language: Language) => readonly string[]

/** Builds the lexicon of a language. @throws RangeError when a table cannot be read. */
export function lexiconOf(language: Language, split: SplitName): Lexicon {
  const rows = (name: string): readonly Row[] => parseTable(language.tables[name] ?? "")
  const keys = (name: string) => split(name, language).map((word) => language.stem(wordKey(word)))
  const gazetteer = new Gazetteer()
  const roles: Role[] = []
  for (const row of rows("names")) addName(gazetteer, keys(row.name ?? ""), row, false)
  for (const row of rows("persons")) addName(gazetteer, keys(row.name ?? ""), row, true)
  for (const row of rows("demonyms")) {
    const kind = row.pos === "noun" ? "people" : "demonym"
    for (const word of cell(row.word))
      gazetteer.add(keys(word), { id: row.id ?? "", kind, role: -1, exact: false })
  }
  for (const row of rows("roles")) {
    for (const word of cell(row.word)) {
      roles.push({ slug: row.slug ?? "", word, kind: row.kind ?? "", sectors: cell(row.sectors) })
      gazetteer.add(keys(word), {
        id: row.slug ?? "",
        kind: "role",
        role: roles.length - 1,
        exact: false,
      })
    }
  }
  const classes = classesOf(rows("classes"))
  const light = new Set(rows("light").flatMap((row) => cell(row.lemma).map(wordKey)))
  const frames = framesOf(rows("frames"))
  return {
    language,
    gazetteer,
    roles,
    classes,
    light,
    frames,
    known: new Set([
      ...light,
      ...[...frames.values()].flat().flatMap((use) => use.words),
      ...[...classes.values()].flatMap((set) => [...set]),
    ]),
    modality: grouped(rows("modality"), (row) => ({
      pos: row.pos ?? "",
      effect: row.effect ?? "",
      scope: row.scope ?? "",
    })),
    attribution: grouped(rows("attribution"), (row) => ({ kind: row.kind ?? "" })),
    nobody: new Set(rows("nobody").flatMap((row) => cell(row.word).map(wordKey))),
    waters: new Set(rows("waters").flatMap((row) => cell(row.word).map(wordKey))),
    irregular: new Map(rows("irregular").map((row) => [wordKey(row.form ?? ""), row.lemma ?? ""])),
    perfective: new Set(rows("perfective").map((row) => wordKey(row.lemma ?? ""))),
    pronouns: pronounsOf(rows("pronouns")),
    former: new Set(rows("former").flatMap((row) => cell(row.word).map(wordKey))),
    prefixes: new Map(
      rows("prefixes").flatMap((row) =>
        cell(row.word).map((w) => [wordKey(w), row.id ?? ""] as const),
      ),
    ),
  } // prettier-ignore
}

/** Alternatives of a cell. */
export function cell(text: string | undefined): string[] {
  return (text ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "") // prettier-ignore
}

function addName(gazetteer: Gazetteer, keys: readonly string[], row: Row, person: boolean): void {
  const strength = row.strength ?? "exact"
  const full =
    strength === "metonym" || strength === "place" || strength === "weak" ? strength : "name"
  const kind = person ? (strength === "weak" ? "surname" : "person") : full
  const apart = keys.flatMap((key) =>
    key.length > 1 && key.includes("-") ? key.split(/(-)/) : [key],
  )
  if (apart.length > keys.length)
    gazetteer.add(apart, { id: row.id ?? "", kind, role: -1, exact: false })
  const short = (row.name ?? "").length <= 3 && !/[.\u0600-\u06ff]/.test(row.name ?? "")
  gazetteer.add(keys, { id: row.id ?? "", kind, role: -1, exact: short })
}

function classesOf(rows: readonly Row[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const row of rows) {
    const name = (row.class ?? "").replace(/^@/, "")
    const set = out.get(name) ?? new Set<string>()
    for (const word of cell(row.word)) set.add(wordKey(word))
    out.set(name, set)
  }
  return out
}

function framesOf(rows: readonly Row[]): Map<string, FrameUse[]> {
  const out = new Map<string, FrameUse[]>()
  for (const row of rows) {
    const frame = frameOf(row)
    for (const predicate of frame.predicates) {
      const words = predicate.map(wordKey)
      const first = words[0] ?? ""
      out.set(first, [...(out.get(first) ?? []), { frame, words }])
    }
  }
  return out
}

function grouped<T extends object>(
  rows: readonly Row[],
  make: (row: Row) => T,
): Map<string, (T & { words: readonly string[] })[]> {
  const out = new Map<string, (T & { words: readonly string[] })[]>()
  for (const row of rows)
    for (const word of cell(row.word)) {
      const words = word.split(/\s+/).map(wordKey)
      for (const key of new Set(words))
        out.set(key, [...(out.get(key) ?? []), { ...make(row), words }])
    }
  return out
}

function pronounsOf(rows: readonly Row[]): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const row of rows)
    for (const word of cell(row.word))
      out.set(wordKey(word), [...(out.get(wordKey(word)) ?? []), row.kind ?? ""])
  return out
}

/** The lemmas that a language's tables speak of: predicates, classes, light verbs, roles. */
export function tableWords(lexicon: Lexicon): ReadonlySet<string> {
  const out = new Set<string>(lexicon.known)
  for (const role of lexicon.roles) if (!role.word.includes(" ")) out.add(wordKey(role.word))
  return out
}
