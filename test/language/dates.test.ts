import edtf from "edtf"
import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { type DateContext, resolveDate, scanDates } from "../../src/language/dates.js"
import { bounds } from "../../src/language/edtf-range.js"
import type { TimeGrammar } from "../../src/language/time-grammar.js"
import { time as en } from "../../src/languages/en/time.js"
import { time as fa } from "../../src/languages/fa/time.js"
import { time as ru } from "../../src/languages/ru/time.js"
import { casesOf } from "./table.js"

const GRAMMARS: Readonly<Record<string, TimeGrammar>> = { en, ru, fa }
const SAID: DateContext = { published: "2012-07-08", anchor: "2012-03-07" }

function read(text: string, grammar: TimeGrammar, context: DateContext): string {
  const weekStart = grammar.weekStart
  const found = scanDates(text, grammar)
  return found.map((d) => resolveDate(d, { weekStart, ...context })?.edtf ?? "?").join(" | ") || "-"
}

/** `{future} on Friday`, `{IND} FY2011`: the words, and what is known where they stand. */
function said(line: string): readonly [string, DateContext] {
  const [, mark, text = line] = /^\{(\w+)\} (.*)$/.exec(line) ?? []
  if (mark === undefined) return [text, SAID]
  const tense = mark === "future" || mark === "past" ? mark : undefined
  return [text, tense ? { ...SAID, tense } : { ...SAID, fiscal: mark }]
}

/** Said on a Wednesday, nothing spoken of before. */
const ALONE: DateContext = { published: "2016-10-19" }

for (const [code, grammar] of Object.entries(GRAMMARS)) {
  describe(`dates in ${code}`, () => {
    test.each(casesOf(`dates-${code}`))("%s => %s", (line, expected) => {
      const [text, context] = said(line)
      expect(read(text, grammar, context)).toBe(expected)
    })

    test.each(casesOf(`stretches-${code}`))("%s => %s, said alone", (line, expected) => {
      const [text, { tense }] = said(line)
      expect(read(text, grammar, { ...ALONE, tense })).toBe(expected)
    })

    it("are EDTF that the library and our own ranges read", () => {
      for (const [, expected] of [...casesOf(`dates-${code}`), ...casesOf(`stretches-${code}`)])
        for (const value of expected.split(" | ").filter((v) => v !== "-" && v !== "?")) {
          expect(() => edtf(value), value).not.toThrow()
          expect(bounds(value), value).not.toBeNull()
        }
    })
  })
}

describe("what a date depends on", () => {
  const rows: readonly (readonly [string, DateContext, string])[] = [
    ["on Friday", { published: "2025-05-16", tense: "past" }, "2025-05-16"],
    ["on Friday", { published: "2025-05-16", tense: "future" }, "2025-05-23"],
    ["on Tuesday", { published: "2025-05-16", tense: "past" }, "2025-05-13"],
    ["on Tuesday", { published: "2025-05-16", tense: "future" }, "2025-05-20"],
    ["December 4", { published: "2018-12-05" }, "2018-12-04"],
    ["December 4", { published: "2018-12-05", tense: "future" }, "2019-12-04"],
    ["August 15", { published: "2025-05-16" }, "2024-08-15"],
    ["August 15", { published: "2025-05-16", tense: "future" }, "2025-08-15"],
    ["July 20", { published: "2013-02-22", anchor: "[2008-06-01..2008-06-10]" }, "2008-07-20"],
    ["July 20", {}, "?"],
    ["July 20, 2008", {}, "2008-07-20"],
    ["yesterday", {}, "?"],
    ["yesterday", { published: "2012" }, "?"],
    ["last year", { published: "2012" }, "2011"],
    ["a week later", { published: "2012-07-08" }, "?"],
    ["a week later", { anchor: "2012-03-07" }, "2012-03-14~"],
    ["two days later", { anchor: "2012-03-14~" }, "2012-03-16~"],
    ["at the end of the month", { anchor: "2012-03-16~" }, "[2012-03-21..2012-03-31]"],
    ["that same month", { anchor: "2012-02" }, "2012-02"],
    ["that year", { anchor: "1994" }, "1994"],
    ["FY2011", { fiscal: "IND" }, "2011-04/2012-03"],
    ["FY2011", { fiscal: "FRA" }, "2011"],
    ["May 4", { published: "2016" }, "2016-05-04"],
    [
      "within two weeks",
      { published: "2016", tense: "past", anchor: "2012-03-07" },
      "[2012-03-07..2012-03-21]",
    ],
    ["within two weeks", { published: "2016-10" }, "[2016-10..2016-11]"],
    ["by winter", { published: "2017-01-10" }, "[..2018-02]"],
    ["by the end of winter", { published: "2017-01-10" }, "[..2017-02-28]"],
    ["until Nowruz", { published: "2017-03-20" }, "../2017-03-21"],
    ["for a year from 3 May", { published: "2012-07-08" }, "2012-05-03/2013-05"],
    ["for a year from last May", {}, "?"],
    ["the week after next", { published: "2016" }, "?"],
  ]
  test.each(rows)("%s, %j => %s", (text, context, expected) => {
    expect(read(text, en, context)).toBe(expected)
  })

  it("says how it knows", () => {
    const basis = (text: string) => resolveDate(scanDates(text, en)[0] as never, SAID)?.basis
    expect(basis("in March 2012")).toBe("explicit")
    expect(basis("in March")).toBe("relative")
    expect(basis("since last year")).toBe("relative")
  })
})

describe("any text", () => {
  const words = fc.constantFrom(
    ..."in on since until from to between and 2012 7 12th may March - , . / ( ) 1990 s the last next year week ago later early mid of FY Q2 с по до 2008 года марта назад в начале از تا سال ۱۳۹۱ تیر گذشته اول هفته دهه پیش for within two weeks spring Nowruz по течение срок лета недели на به مدت ظرف دو تابستان نوروز دیگر پایان".split(
      " ",
    ),
  )
  const soup = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.array(words, { maxLength: 30 }).map((w) => w.join(" ")),
  )

  it("never throws, gives spans in order and in range, and only EDTF", () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(en, ru, fa), (text, grammar) => {
        let last = 0
        for (const d of scanDates(text, grammar)) {
          expect(d.from).toBeGreaterThanOrEqual(last)
          expect(d.to).toBeGreaterThan(d.from)
          expect(d.to).toBeLessThanOrEqual(text.length)
          expect(text.slice(d.from, d.to)).toBe(d.text)
          last = d.to
          const value = resolveDate(d, SAID)?.edtf
          if (value !== undefined) expect(bounds(value), `${d.text} ${value}`).not.toBeNull()
        }
      }),
      { numRuns: 1500 },
    )
  })

  it.each(["7", "7 ", "2012-", "early ", "12.", "از ", "of the ", "a week before "])(
    "takes linear time on 100 KB of %j",
    (part) => {
      const text = part.repeat(Math.ceil(100_000 / part.length))
      for (const grammar of [en, ru, fa]) {
        const start = performance.now()
        scanDates(text, grammar)
        expect(performance.now() - start).toBeLessThan(3000)
      }
    },
  )
})
