import { parseTable } from "../model/table.js"
import { tables } from "./tables.js"

/** A state, organisation or national body as the tables know it. */
export interface Thing {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-3 or PLOVER non-state code. */
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly kind: string
  readonly parent: string
  readonly from: string
  readonly to: string
}

/** A term in an office. */
export interface Term {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly office: string
  readonly sectors: readonly string[]
  readonly from: string
  readonly to: string
}

const things = new Map<string, Thing>()
const terms = new Map<string, Term[]>()

const sectorsOf = (text: string | undefined): string[] =>
  (text ?? "").split("|").filter((s) => s !== "")

function load(): void {
  if (things.size > 0) return
  for (const table of ["states", "organisations"])
    for (const row of parseTable(tables[table] ?? "")) {
      const { id = "", name = "", kind = "", parent = "", from = "", to = "" } = row
      const country =
        row.country === "" || row.country === undefined
          ? table === "states"
            ? id
            : null
          : row.country
      things.set(id, { id, name, country, kind, parent, from, to, sectors: sectorsOf(row.sectors) })
    }
  for (const row of parseTable(tables.persons ?? "")) {
    const { id = "", name = "", country = "", office = "", from = "", to = "" } = row
    terms.set(id, [
      ...(terms.get(id) ?? []),
      { id, name, country, office, from, to, sectors: sectorsOf(row.sectors) },
    ])
  }
  for (const all of terms.values())
    all.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** What the tables know under an id, or null. */
export function thing(id: string): Thing | null {
  load()
  return things.get(id) ?? null
}

/** Terms of a person, the earliest first; empty when unknown. */
export function termsOf(id: string): readonly Term[] {
  load()
  return terms.get(id) ?? []
}

/**
 * The term in which a person was in office at a date (EDTF; the first ten characters count), of several the one begun
 * last; else the last one begun before, else the first.
 */
export function termAt(id: string, date: string | null): Term | null {
  const all = termsOf(id)
  const day = /^\d{4}/.test(date ?? "") ? (date as string).slice(0, 10) : null
  if (day === null) return all.at(-1) ?? null
  const begun = all.filter((term) => term.from === "" || term.from <= day)
  return (
    begun.findLast((term) => term.to === "" || term.to.padEnd(10, "9") >= day) ??
    begun.at(-1) ??
    all[0] ??
    null
  )
}

/** Every thing, for tests and look-ups. */
export function allThings(): readonly Thing[] {
  load()
  return [...things.values()]
}

/** Every person with their terms. */
export function allPersons(): readonly (readonly Term[])[] {
  load()
  return [...terms.values()]
}
