import { parseTable } from "../model/table.js"
import { foldWord } from "../text/fold.js"
import { tables } from "./tables.js"

/** A weapon system as the tables know it. */
export interface Weapon {
  /** Its usual designation in Latin letters: `S-300`. */
  readonly id: string
  /** `SAM`, `UAV`, `tank`, …; `data/README.md` lists them. */
  readonly category: string
  /** The state that first made it, ISO 3166-1 alpha-3. */
  readonly country: string
}

let known: ReadonlyMap<string, Weapon> | null = null

/** A folded designation without what its writers differ in: spaces, hyphens, quotation marks, ZWNJ. */
export function weaponName(folded: string): string {
  return folded.replace(/[\s\u200c"'()./-]/g, "")
}

/** The weapon of a name in any of the languages, or null; the name must have gone through `weaponName`. */
export function weaponAt(name: string): Weapon | null {
  known ??= load()
  return known.get(name) ?? null
}

function load(): ReadonlyMap<string, Weapon> {
  const out = new Map<string, Weapon>()
  for (const { id = "", category = "", country = "", ...names } of parseTable(
    tables.weapons ?? "",
  )) {
    const weapon = { id, category, country }
    for (const name of [
      id,
      ...["en", "ru", "fa"].flatMap((code) => (names[code] ?? "").split("|")),
    ]) {
      const key = weaponName(foldWord(name))
      if (key !== "" && !out.has(key)) out.set(key, weapon)
    }
  }
  return out
}
