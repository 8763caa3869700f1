import fc from "fast-check"
import { describe, expect, test, vi } from "vitest"
import { en } from "../../workbench/src/i18n/en.js"
import { fa } from "../../workbench/src/i18n/fa.js"
import { ru } from "../../workbench/src/i18n/ru.js"
import { words as english } from "../../workbench/src/i18n/words-en.js"
import { words as persian } from "../../workbench/src/i18n/words-fa.js"
import { words as russian } from "../../workbench/src/i18n/words-ru.js"
import { piecesOf } from "../../workbench/src/text/controls.js"
import { countryName } from "../../workbench/src/text/country.js"
import { type DateWords, edtfWords } from "../../workbench/src/text/edtf.js"
import { blocksOf, LONGEST } from "../../workbench/src/text/long.js"
import { parseAsked, writeAsked } from "../../workbench/src/app/search.js"
import { actsOf, FAMILY_CODES } from "../../workbench/src/deed/acts.js"
import { wholeWords, wordsOf } from "../../workbench/src/views/report/choosing.js"

// A machine that is busy with other things needs its time.
vi.setConfig({ testTimeout: 60_000 })

const day = (date: Date) => date.toISOString().slice(0, 10)
const WORDS: DateWords = {
  day,
  span: (from, to, unit) =>
    unit === "day" ? `${day(from)}–${day(to)}` : day(from).slice(0, unit === "month" ? 7 : 4),
  by: (words) => `by ${words}`,
  after: (words) => `${words} or later`,
  about: (words) => `about ${words}`,
  since: (words) => `since ${words}`,
  until: (words) => `until ${words}`,
  between: (a, b) => `between ${a} and ${b}`,
  fromTo: (a, b) => `${a} to ${b}`,
  or: (words) => words.join(" or "),
  decade: (year) => `${year}s`,
  season: (season, year) => `season ${season} of ${year}`,
}

describe("dates are said as finely as they are known", () => {
  test.each([
    ["2012-03-07", "2012-03-07"],
    ["2012-03", "2012-03"],
    ["2012", "2012"],
    ["199X", "1990s"],
    ["2012-21", "season 21 of 2012"],
    ["2012-03-14~", "about 2012-03-14"],
    ["[..2012-04-12]", "by 2012-04-12"],
    ["[2001-09..]", "2001-09 or later"],
    ["[2012-06-21..2012-06-30]", "between 2012-06-21 and 2012-06-30"],
    ["[2005,2006]", "2005 or 2006"],
    ["2003/2008", "2003 to 2008"],
    ["2003/..", "since 2003"],
    ["../2013-02", "until 2013-02"],
    ["2023-03-15/2023-03-19", "2023-03-15–2023-03-19"],
    ["0987-01-02", "0987-01-02"],
    ["something else", "something else"],
  ])("%s is %s", (edtf, said) => expect(edtfWords(edtf, WORDS)).toBe(said))
})

describe("hidden characters", () => {
  const shown = (text: string) =>
    piecesOf(text)
      .map((one) => (one.hidden ? `<${one.hidden}>` : one.text))
      .join("")
  test.each([
    ["plain", "plain"],
    ["a\u202eb\u202cc", "a<RLO>b<PDF>c"],
    ["می\u200cرود", "می\u200cرود"],
    ["a\u200cb", "a<ZWNJ>b"],
    ["\ufeffstart", "<BOM>start"],
    ["👩\u200d⚖️", "👩\u200d⚖️"],
  ])("%j", (text, seen) => expect(shown(text)).toBe(seen))

  test("the pieces are the text to the letter", () => {
    const unit = fc.constantFrom("a", "ن", "\u200c", "\u202e", "\u2066", "\u0000", "😀", " ")
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("")
        expect(
          piecesOf(text)
            .map((one) => one.text)
            .join(""),
        ).toBe(text)
      }),
    ) // prettier-ignore
  })
})

describe("long texts are laid out in blocks that stand where they stood", () => {
  test("a megabyte without a space", () => {
    const blocks = blocksOf("😀".repeat(500_000))
    expect(blocks.map((one) => one.text).join("")).toBe("😀".repeat(500_000))
    expect(
      blocks.every(
        ({ text }) => text.length <= LONGEST && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text),
      ),
    ).toBe(true)
  })
  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", " ", "😀") }), (text) => {
        for (const { from, text: block } of blocksOf(text))
          expect(text.slice(from, from + block.length)).toBe(block)
        expect(
          blocksOf(text)
            .map((one) => one.text)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""))
      }),
    ) // prettier-ignore
  })
})

test("choosing takes whole words, so that joined letters stay together", () => {
  const text = "ایران و روسیه رزمایش برگزار کردند"
  const words = wordsOf(text, "fa")
  const at = text.indexOf("روسیه")
  expect(wholeWords(words, { from: at + 2, to: at + 3 })).toEqual({ from: at, to: at + 5 })
  expect(wholeWords(words, { from: at - 1, to: at })).toBeNull()
})

test("an address says the same when it is written and read again", () => {
  const value = fc.string({ minLength: 1 })
  const asked = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.oneof(value, fc.array(value, { minLength: 2 })),
  )
  fc.assert(
    fc.property(asked, (question) => {
      expect(parseAsked(writeAsked(question))).toEqual({ ...question })
    }),
  )
})

describe("nothing is left in English", () => {
  const stems = (table: object) =>
    [...new Set(Object.keys(table).map((key) => key.replace(/_(one|few|many|other)$/, "")))].sort()
  test("every message is there in each language, with what it fills in", () => {
    expect(stems(ru)).toEqual(stems(en))
    expect(stems(fa)).toEqual(stems(en))
    const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).sort()
    for (const [key, text] of Object.entries(en))
      for (const other of [ru, fa]) {
        const said = (other as Record<string, string>)[key]
        if (said !== undefined) expect([key, holes(said)]).toEqual([key, holes(text)])
      }
  })
  test("numbers have every form that their language asks for", () => {
    const counted = stems(en).filter((stem) => `${stem}_one` in en)
    for (const [language, table] of [
      ["en", en],
      ["ru", ru],
      ["fa", fa],
    ] as const)
      for (const stem of counted)
        for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
          expect(Object.keys(table)).toContain(`${stem}_${form}`)
  })
  test("every code has a word, in its own script", () => {
    const general = (table: object) => Object.keys(table).filter((key) => !key.includes("/"))
    for (const [space, table] of Object.entries(english)) {
      expect(general(russian[space as keyof typeof english])).toEqual(general(table))
      expect(general(persian[space as keyof typeof english])).toEqual(general(table))
    }
    const latin = (table: Readonly<Record<string, string>>) =>
      Object.values(table).filter((word) => !/[^\u0000-\u024f–—]/.test(word))
    for (const space of ["family", "stage", "status", "review", "field"] as const) {
      expect(latin(russian[space])).toEqual([])
      expect(latin(persian[space])).toEqual([])
    }
  })
  test("every act that a person can add has a word and a PLOVER type", () => {
    const acts = FAMILY_CODES.flatMap((family) => actsOf(family))
    expect(acts.length).toBeGreaterThan(150)
    expect(
      acts.filter(({ stage, event }) => !(stage in english.stage) || !(event in english.event)),
    ).toEqual([])
  })
  test("states have names in each language", () => {
    expect([
      countryName("IRN", "fa"),
      countryName("RUS", "ru"),
      countryName("XKX", "en"),
      countryName("SUN", "en"),
    ]).toEqual(["ایران", "Россия", "Kosovo", null])
  })
})
