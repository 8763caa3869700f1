import { DatabaseSync } from "@photostructure/sqlite"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { foldedText } from "../../src/ledger/record-row.js"
import { hitsIn, matchOf, parseSearch, type Search, searchWords } from "../../src/ledger/words.js"

const database = new DatabaseSync(":memory:")
database.exec(
  `CREATE VIRTUAL TABLE texts USING fts5 (words, joined, content='', contentless_delete=1, prefix='2 3',
   tokenize="ascii")`,
)

/** Whether the search table finds a text. */
function found(typed: string, text: string): boolean {
  const search = parseSearch(typed)
  if (!search) return false
  const { words, joined } = foldedText([text])
  database.prepare("INSERT INTO texts (rowid, words, joined) VALUES (1, ?, ?)").run(words, joined)
  const rows = database.prepare("SELECT rowid FROM texts WHERE texts MATCH ?").all(matchOf(search))
  database.exec("DELETE FROM texts WHERE rowid = 1")
  return rows.length > 0
}

/** What was typed, a text, and what of it is lit; an empty list where it is not found. */
// biome-ignore format: a table, one thing a line
const CASES: readonly (readonly [typed: string, text: string, lit: readonly string[]])[] = [
  ["visit", "The minister visited Baku.", ["visited"]],
  ["VISIT baku", "The minister visited Baku.", ["visited", "Baku"]],
  ["visit tehran", "The minister visited Baku.", []],
  ['"visited baku"', "The minister visited Baku.", ["visited Baku"]],
  ['"visit baku"', "The minister visited Baku.", []],
  ["minister -baku", "The minister visited Baku.", []],
  ["minister -tehran", "The minister visited Baku.", ["minister"]],
  ["елка", "Ёлка стоит.", ["Ёлка"]],
  ["полёт", "Полет отменён.", ["Полет"]],
  ["учени", "Учения начались.", ["Учения"]],
  ["كشور", "این کشور گفت.", ["کشور"]],
  ["ایرانی", "هيئت ايراني آمد.", ["ايراني"]],
  ["می‌رود", "او می‌رود.", ["می‌رود"]],
  ["میرود", "او می‌رود.", ["می‌رود"]],
  ["می رود", "او می‌رود.", ["می‌رود"]],
  ["۱۴۰۳", "سال 1403 بود.", ["1403"]],
  ["cafe", "Le Café fermé.", ["Café"]],
  ["kafes", "Kafeş", ["Kafeş"]],
]

describe("searching", () => {
  test.each(CASES)("%s in %s", (typed, text, lit) => {
    expect(found(typed, text)).toBe(lit.length > 0)
    if (lit.length === 0) return
    const hits = hitsIn(text, parseSearch(typed) as Search)
    expect(hits.map(({ from, to }) => text.slice(from, to))).toEqual(lit)
  })
})

test("whatever is typed is a search that the database takes", () => {
  const property = fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string()), (typed) => {
    const search = parseSearch(typed)
    if (search)
      expect(() =>
        database.prepare("SELECT rowid FROM texts WHERE texts MATCH ?").all(matchOf(search)),
      ).not.toThrow()
  })
  fc.assert(property, { numRuns: 300 })
})

test("every word of a text finds it", () => {
  const property = fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
    for (const { text: word, from, to } of searchWords(text).words) {
      expect(found(`"${word}"`, text)).toBe(true)
      // As it is written, too; only of a letter that is two words (¼ is 1 and 4) each may be part of a longer one.
      const written = text.slice(from, to)
      const [only, ...more] = searchWords(written).words
      if (only?.text === word && more.length === 0) expect(found(`"${written}"`, text)).toBe(true)
    }
  })
  fc.assert(property, { numRuns: 200 })
})
