import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import type { NumberGrammar } from "../../src/language/number-grammar.js"
import { type Quantity, scanQuantities } from "../../src/language/quantities.js"
import { numbers as en } from "../../src/languages/en/numbers.js"
import { numbers as fa } from "../../src/languages/fa/numbers.js"
import { numbers as ru } from "../../src/languages/ru/numbers.js"
import { casesOf } from "./table.js"

const GRAMMARS: Readonly<Record<string, NumberGrammar>> = { en, ru, fa }

function show(q: Quantity): string {
  const value = q.max === null ? `${q.value}` : `${q.value}..${q.max}`
  return [value, q.bound, q.unit, q.of && `(${q.of})`, q.per && `per ${q.per}`]
    .filter(Boolean)
    .join(" ")
}

for (const [code, grammar] of Object.entries(GRAMMARS)) {
  describe(`amounts in ${code}`, () => {
    test.each(casesOf(`quantities-${code}`))("%s => %s", (text, expected) => {
      expect(scanQuantities(text, grammar).map(show).join(" | ") || "-").toBe(expected)
    })
  })
}

describe("amounts", () => {
  it("leave out what is a date", () => {
    const text = "On 5 May 2012 they sent 12 ships"
    expect(scanQuantities(text, en, [{ from: 0, to: 13 }]).map(show)).toEqual(["12 ship (ships)"])
  })

  it("tell a change from a range", () => {
    expect(scanQuantities("from 60 to 110 observers", en)[0]?.change).toBe(true)
    expect(scanQuantities("60-110 observers", en)[0]?.change).toBe(false)
  })

  const words = fc.constantFrom(
    ..."12 1,400 3.5 % $ million two hundred dozen over about from to between and - . , troops ships per course a year of the half одна тысяча млн руб. человек с до треть پنج هزار میلیون نفر از درصد تومان در هر دوره".split(
      " ",
    ),
  )
  const soup = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.array(words, { maxLength: 30 }).map((w) => w.join(" ")),
  )

  it("never throw, stand in order and in range", () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(en, ru, fa), (text, grammar) => {
        for (const q of scanQuantities(text, grammar)) {
          expect(q.from).toBeGreaterThanOrEqual(0)
          expect(q.to).toBeLessThanOrEqual(text.length)
          expect(text.slice(q.from, q.to)).toBe(q.text)
          expect(Number.isFinite(q.value)).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it.each(["7", "7 ", "1,000,", "two ", "5-", "million ", "$"])(
    "take linear time on 100 KB of %j",
    (part) => {
      const text = part.repeat(Math.ceil(100_000 / part.length))
      for (const grammar of [en, ru, fa]) {
        const start = performance.now()
        scanQuantities(text, grammar)
        expect(performance.now() - start).toBeLessThan(3000)
      }
    },
  )
})
