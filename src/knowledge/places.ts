import { parseTable } from "../model/table.js"
import { foldWord } from "../text/fold.js"
import { places as table } from "./places-data.js"
import { thing } from "./registry.js"

export type PlaceKind = "capital" | "city" | "region" | "island" | "water" | "area"

/** A place that can be looked for on a map; names, coordinates and population after GeoNames (CC BY 4.0). */
export interface Place {
  /** GeoNames id; null for regions and for places of the news that its table of cities lacks. */
  readonly geonames: number | null
  /** Its English name. */
  readonly name: string
  /** The code that a state prints (ISO 3166-1 alpha-3, Kosovo XKX); null for seas and what lies in several states. */
  readonly country: string | null
  readonly lat: number
  readonly lon: number
  /** Rounded to thousands; 0 when not known. */
  readonly population: number
  readonly kind: PlaceKind
}

/** A name of a place in one language, as written. */
export type PlaceName = readonly [name: string, place: Place]

const LANGUAGES = ["en", "ru", "fa"] as const

interface Loaded {
  readonly all: readonly Place[]
  readonly names: Readonly<Record<string, readonly PlaceName[]>>
}

let loaded: Loaded | null = null
const byKey = new Map<string, Place[]>()

/** The table is read when a place is first asked for, not when the module is loaded. */
function load(): Loaded {
  if (loaded) return loaded
  const all: Place[] = []
  const names: Record<string, PlaceName[]> = Object.fromEntries(LANGUAGES.map((code) => [code, []]))
  for (const row of parseTable(table)) {
    const written = LANGUAGES.map((code) => (row[code] ?? "").split("|").filter((n) => n !== ""))
    const place: Place = {
      geonames: /^\d+$/.test(row.id ?? "") ? Number(row.id) : null,
      name: written.flat()[0] ?? "",
      country: row.country ? (thing(row.country)?.country ?? row.country) : null,
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: Number(row.population) * 1000,
      kind: (row.kind ?? "city") as PlaceKind,
    }
    all.push(place)
    for (const [i, list] of written.entries())
      for (const name of list) names[LANGUAGES[i] ?? "en"]?.push([name, place])
  }
  loaded = { all, names }
  return loaded
}

/** Every name of every place in a language (`en`, `ru`, `fa`), the most populous places first; empty for others. */
export function placeNames(language: string): readonly PlaceName[] {
  return load().names[language] ?? []
}

/** Every place, the most populous first. */
export function allPlaces(): readonly Place[] {
  return load().all
}

/**
 * The places that bear a name in any of the languages, the most populous first. The name is folded: lower case,
 * no diacritics. Inflected forms are not found here: a language's stems know them.
 *
 * ```ts
 * placesNamed("tripoli")[0]?.country // "LBY"; Tripoli in Lebanon comes behind it
 * ```
 */
export function placesNamed(words: string): readonly Place[] {
  if (byKey.size === 0)
    for (const code of LANGUAGES)
      for (const [name, place] of placeNames(code)) {
        const key = foldWord(name)
        const list = byKey.get(key)
        if (!list) byKey.set(key, [place])
        else if (!list.includes(place)) list.push(place)
      }
  const list = byKey.get(words) ?? []
  return [...list].sort((a, b) => b.population - a.population)
}

let capitals: ReadonlyMap<string, Place> | null = null

/** The capital of a state, by the code that the state prints. */
export function capitalOf(country: string): Place | null {
  capitals ??= new Map(
    [...load().all]
      .reverse()
      .filter((place) => place.kind === "capital")
      .map((place) => [place.country ?? "", place]),
  )
  return capitals.get(country) ?? null
}
