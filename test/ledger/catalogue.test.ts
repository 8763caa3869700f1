import fc from "fast-check"
import { expect, test } from "vitest"
import { Catalogue } from "../../src/ledger/catalogue.js"
import {
  type Dimension,
  DIMENSIONS,
  type Entry,
  FACETS,
  readTerms,
  writeTerms,
} from "../../src/ledger/entry.js"
import { type Clause, keyOf, SORTS } from "../../src/ledger/segment.js"

const value = fc.constantFrom("a", "b", "c")
const terms = fc
  .record(
    Object.fromEntries(DIMENSIONS.map((name) => [name, fc.uniqueArray(value, { maxLength: 2 })])),
  )
  .map((all) => all as unknown as Entry["terms"])
const entry = fc.record({
  id: fc.string({ unit: fc.constantFrom("x", "y", "z"), minLength: 1, maxLength: 4 }),
  n: fc.integer({ min: 0, max: 5 }),
  day: fc.constantFrom(-5, 0, 3, 1e9),
  last: fc.constantFrom(5, 9),
  confidence: fc.constantFrom(0.2, 0.5, 0.9),
  doubt: fc.constantFrom(0, 0.5),
  value: fc.constantFrom(1, 2),
  added: fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
  terms,
})
const entries = fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 30 })
const facet = fc.constantFrom(...FACETS)
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc
    .record({ by: facet, values: fc.uniqueArray(value, { minLength: 1 }) })
    .map(({ by, values }) => ({ by, values, facet: by })),
  fc.constantFrom<Clause>(
    { from: -2, to: 4 },
    { confidence: 0.5 },
    { rows: Uint8Array.of(0, 1, 0, 1) },
  ),
)

function fits(one: Entry, clause: Clause): boolean {
  if ("rows" in clause) return clause.rows[one.n] === 1
  if ("confidence" in clause) return one.confidence >= clause.confidence
  if ("from" in clause) return one.day < 1e9 && one.day <= clause.to && one.last >= clause.from
  return one.terms[clause.by].some((term) => clause.values.includes(term))
}

test("finding, counting and paging say what a plain walk over all entries says, also after changes", () => {
  const property = fc.property(
    entries,
    entries,
    fc.array(clause, { maxLength: 4 }),
    fc.constantFrom(...SORTS),
    fc.integer({ min: 1, max: 5 }),
    facet,
    (before, changes, clauses, sort, limit, name: Dimension) => {
      const catalogue = new Catalogue(before)
      const gone = before.slice(0, 2).map((one) => one.id)
      catalogue.change(gone, changes)
      const out = new Set([...gone, ...changes.map((one) => one.id)])
      const all = [...before.filter((one) => !out.has(one.id)), ...changes]
      const wanted = all
        .filter((one) => clauses.every((clause) => fits(one, clause)))
        .sort((a, b) => {
          const apart = Number(keyOf(a, sort)) - Number(keyOf(b, sort))
          return apart !== 0 ? apart : a.id < b.id ? -1 : 1
        })
      const paged: string[] = []
      let after: Parameters<Catalogue["find"]>[0]["after"] = null
      for (;;) {
        const found = catalogue.find({ clauses, sort, limit, after })
        expect(found.total).toBe(wanted.length)
        paged.push(...found.entries.map((one) => one.id))
        const last = found.entries.at(-1)
        if (!found.more || !last) break
        after = [keyOf(last, sort), last.id]
      }
      expect(paged).toEqual(wanted.map((one) => one.id))
      for (let offset = 0; offset <= wanted.length + 1; offset += limit) {
        const { entries, more } = catalogue.find({ clauses, sort, limit, after: null, offset })
        expect(entries.map((one) => one.id)).toEqual(paged.slice(offset, offset + limit))
        expect(more).toBe(offset + limit < paged.length)
      }
      const others = clauses.filter((clause) => !("facet" in clause && clause.facet === name))
      const own = clauses.length - others.length
      // With two choices of one facet, failing one of them is already too much to be counted for the other.
      if (own < 2) {
        const counts = new Map<string, number>()
        for (const one of all)
          if (others.every((clause) => fits(one, clause)))
            for (const term of one.terms[name]) counts.set(term, (counts.get(term) ?? 0) + 1)
        const said = new Map(catalogue.facets(clauses)[name]?.map((one) => [one.value, one.count]))
        expect(said).toEqual(counts)
      }
    },
  ) // prettier-ignore
  fc.assert(property, { numRuns: 300 })
})

test("terms come back from their column", () => {
  const property = fc.property(terms, (one) => {
    expect(readTerms(writeTerms(one))).toEqual(one)
  })
  fc.assert(property)
  expect(() => readTerms("damaged")).toThrow("another version")
})
