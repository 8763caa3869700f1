import { type Place, type PlaceKind, placeNames } from "../knowledge/places.js"
import type { Language } from "../language/language.js"
import { cell, wordKey } from "../language/lexicon.js"
import { parseTable } from "../model/table.js"

/** Parts that a name of a place may have. */
const LONGEST = 5

/** Forms of one language under which places are found, whatever case they stand in. */
export interface PlaceIndex {
  readonly language: Language
  /** Places by the stems of their names' parts, written together. */
  readonly byStems: ReadonlyMap<string, readonly Place[]>
  /** Stems that a name may begin with. */
  readonly first: ReadonlySet<string>
  /** Words that say what a place is, by their stem: city, область, استان. */
  readonly kinds: ReadonlyMap<string, PlaceKind>
}

/** Places that the words `[from, to)` may name. */
export interface PlaceHit {
  readonly from: number
  readonly to: number
  readonly places: readonly Place[]
  /** What a word beside the name says it is: the *city* of Tripoli. */
  readonly kind: PlaceKind | null
}

const made = new WeakMap<Language, PlaceIndex>()

/** The index of a language, made when it is first asked for. */
export function placeIndexOf(language: Language): PlaceIndex {
  const known = made.get(language)
  if (known) return known
  const index = build(language)
  made.set(language, index)
  return index
}

function build(language: Language): PlaceIndex {
  const kinds = new Map<string, PlaceKind>()
  for (const row of parseTable(language.tables["place-kinds"] ?? ""))
    for (const word of cell(row.word))
      kinds.set(language.stem(wordKey(word)), (row.kind ?? "city") as PlaceKind)
  const byStems = new Map<string, Place[]>()
  const first = new Set<string>()
  const add = (stems: readonly string[], place: Place): void => {
    const key = stems.join("")
    if (key.length < 2) return
    first.add(stems[0] ?? "").add(key)
    const list = byStems.get(key)
    if (!list) byStems.set(key, [place])
    else if (!list.includes(place)) list.push(place)
  }
  for (const [name, place] of placeNames(language.code))
    add(
      partsOf(name).map((part) => language.stem(part)),
      place,
    )
  return { language, byStems, first, kinds }
}

/** The parts of a word or name: folded, parted at spaces and hyphens. */
function partsOf(words: string): readonly string[] {
  return words
    .split(/[\s/-]+/)
    .map((part) => wordKey(part).replace(/['.()]/g, ""))
    .filter((part) => part !== "")
}

/** The longest name of a place that begins at a word; null when none does. */
export function placeAt(index: PlaceIndex, words: readonly string[], at: number): PlaceHit | null {
  let best: PlaceHit | null = null
  let keys: readonly string[] = [""]
  for (let to = at, parts = 0; to < words.length && parts < LONGEST && keys.length > 0; to++) {
    const own = partsOf(words[to] ?? "")
    if (own.length === 0 && to === at) return null
    for (const part of own) {
      const stems = index.language.stems(part)
      if (parts === 0 && !stems.some((stem) => index.first.has(stem))) return best
      keys = keys.flatMap((key) => stems.map((stem) => key + stem)).slice(0, 200)
      parts++
    }
    const places = own.length === 0 ? [] : found(index, keys)
    if (places.length > 0)
      best = { from: at, to: to + 1, places, kind: kindBeside(index, words, at, to + 1) }
  }
  return best
}

function found(index: PlaceIndex, keys: readonly string[]): readonly Place[] {
  for (const key of keys) {
    const places = index.byStems.get(key)
    if (places) return places
  }
  return []
}

/** A word of kind right beside a name, *of* or an article between them passed. */
function kindBeside(
  index: PlaceIndex,
  words: readonly string[],
  from: number,
  to: number,
): PlaceKind | null {
  const { ownerMarkers } = index.language.grammar
  const owned = ownerMarkers.has(wordKey(words[from - 1] ?? ""))
  for (const at of [owned ? from - 2 : from - 1, to]) {
    const kind = kindOf(index, words[at] ?? "")
    if (kind && kind !== "capital") return kind
  }
  return null
}

/** What a word says a place is: *province*, *столице*. */
export function kindOf(index: PlaceIndex, word: string): PlaceKind | null {
  for (const stem of index.language.stems(wordKey(word))) {
    const kind = index.kinds.get(stem)
    if (kind) return kind
  }
  return null
}

const towns = new Set<PlaceKind>(["city", "capital"])

/** Groups of countries that stand in the phrase itself: named beside the place, known of its name, anywhere in the phrase. */
const SURE = 3
/** How much smaller than the greatest of its name a place may be for the parties of a deed to point to it. */
const LEAST = 1 / 12

/**
 * Which of the places of one name is meant: of the kind that the words say, then in a country named in the same phrase,
 * then in one of the parties or of the sentence, else the one that most people live in. `countries` come in that order,
 * in groups. Parties do not make Paris in Texas of Paris: there the place must be of some size.
 *
 *     Tripoli (Lebanon spoken of) → LBN    Tripoli → LBY
 */
export function pickPlace(hit: PlaceHit, countries: readonly ReadonlySet<string>[]): Place | null {
  const said = hit.places.filter((p) => fitsKind(p.kind, hit.kind))
  const list = said.length > 0 ? said : hit.places
  const most = Math.max(...list.map(prominence))
  for (const [i, group] of countries.entries()) {
    const inside = list.filter(
      (p) =>
        p.country !== null && group.has(p.country) && (i < SURE || prominence(p) >= LEAST * most),
    )
    if (inside.length > 0) return largest(inside, hit.kind)
  }
  return largest(list, hit.kind)
}

function fitsKind(kind: PlaceKind, said: PlaceKind | null): boolean {
  if (said === null) return true
  if (said === "city") return towns.has(kind)
  return said === "region" ? kind === "region" || kind === "area" : kind === said
}

/** A seat of power stands before other towns, a town before the region named after it; then people count. */
function largest(places: readonly Place[], said: PlaceKind | null): Place | null {
  const weight = (p: Place): number => {
    const seat = p.kind === "capital" ? 5e6 : 0
    const named = said === null && p.kind === "region" && hasTown(p, places) ? 0.001 : 1
    return prominence(p) * named + seat
  }
  return [...places].sort((a, b) => weight(b) - weight(a))[0] ?? null
}

/** People who live there; islands, seas and territories of the news count as much as a great city. */
function prominence(p: Place): number {
  return p.kind === "area" || p.kind === "island" || p.kind === "water" ? 3e6 : p.population
}

function hasTown(region: Place, places: readonly Place[]): boolean {
  return places.some((p) => towns.has(p.kind) && p.country === region.country)
}
