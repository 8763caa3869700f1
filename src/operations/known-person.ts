import { termAt } from "../knowledge/registry.js"
import { foldName, nameOf } from "../language/name-fold.js"
import { parseTable } from "../model/table.js"
import type { Whom } from "../reading/whom.js"
import { openNames } from "./same.js"

/** A name this much alike is taken for that of a person of the tables. */
const ALIKE = 0.9

interface KnownName {
  readonly id: string
  readonly name: string
  readonly ends: string
}

const known = new Map<string, readonly KnownName[]>()

/**
 * The person of the tables whose full name a mention spells in another way (*G. W. Bush*, *Mohammed Hussein Roble*),
 * or null when there is none, or more than one.
 */
export async function knownPerson(
  mention: string,
  language: string,
  day: string,
): Promise<Whom | null> {
  const words = nameOf(mention).words
  if (words.length < 2 || words.length > 6 || !/\p{L}{3}/u.test(mention)) return null
  const { matcher } = await openNames()
  const last = words.at(-1)?.folded.slice(0, 2) ?? ""
  let best: { id: string; score: number } | null = null
  for (const { id, name, ends } of await namesOf(language)) {
    if (ends.slice(0, 2) !== last) continue
    const { score } = matcher.compare(mention, name)
    if (score < ALIKE || (best && score < best.score)) continue
    if (best && best.id !== id && score === best.score) return null
    best = { id, score }
  }
  return best === null ? null : personAt(best.id, best.score, day)
}

function personAt(id: string, score: number, day: string): Whom | null {
  const term = termAt(id, day)
  if (!term) return null
  const over = term.to !== "" && term.to.padEnd(10, "9") < day
  const { name, country, office } = term
  const sectors = over ? ["ELI", ...term.sectors] : term.sectors
  return { id, name, country, sectors, person: name, office, score: Math.round(score * 80) / 100 }
}

async function namesOf(language: string): Promise<readonly KnownName[]> {
  const made = known.get(language)
  if (made) return made
  const { languages } = await import("./reader.js")
  const rows = parseTable(languages.get(language)?.tables.persons ?? "")
  const full = rows.filter((row) => row.strength !== "weak" && /\S\s+\S/.test(row.name ?? ""))
  const names = full.map(({ id = "", name = "" }) => {
    return { id, name, ends: foldName(nameOf(name).words.at(-1)?.printed ?? "") }
  })
  known.set(language, names)
  return names
}
