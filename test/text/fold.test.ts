import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fold, foldWord } from "../../src/text/fold.js"
import { contains, overlaps, span } from "../../src/text/span.js"

const folded: readonly (readonly [string, string])[] = [
  ["İlham", "ilham"],
  ["Iğdır", "igdir"],
  ["باكو", "باکو"],
  ["همكاري", "همکاری"],
  ["می‌دهند", "می‌دهند"],
  ["سِفَر", "سفر"],
  ["آمريكا", "آمریکا"],
  ["۲۰۱۲", "2012"],
  ["٢٠١٢", "2012"],
  ["２０", "20"],
  ["Пётр Ёлкин", "петр елкин"],
  ["Йемен", "йемен"],
  ["Élysée", "elysee"],
  ["Cote d’Ivoire", "cote d'ivoire"],
  ["«слово»", '"слово"'],
  ["S–300", "s-300"],
  ["a\u00a0b", "a b"],
  ["ﻻ", "لا"],
]

describe("folding", () => {
  test.each(folded)("%s becomes %s", (from, to) => expect(foldWord(from)).toBe(to))

  test("folding twice changes nothing, and every folded unit leads back", () => {
    const letters = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."يكىةآأ\u200c\u0640ًِ۱٣İıЁёéñ“»–ﷺǅſ"),
        fc.string({ unit: "binary", maxLength: 1 }),
      ),
    })
    fc.assert(
      fc.property(letters, (text) => {
        const once = fold(text)
        expect(fold(once.text).text).toBe(once.text)
        let last = 0
        for (let i = 0; i < once.text.length; i++) {
          const back = once.toOriginal({ from: i, to: i + 1 })
          expect(back.to).toBeGreaterThan(back.from)
          expect(back.from).toBeGreaterThanOrEqual(last)
          last = back.from
        }
        expect(once.toOriginal({ from: 0, to: once.text.length }).to).toBeLessThanOrEqual(
          text.length,
        )
      }),
      { numRuns: 500 },
    )
  })

  test("a word found in the folded text is cited as it was written", () => {
    const text = "سفر هيأت آمريكا به باكو"
    const found = fold(text)
    const at = found.text.indexOf("باکو")
    const back = found.toOriginal({ from: at, to: at + 4 })
    expect(text.slice(back.from, back.to)).toBe("باكو")
  })

  test("a stretch of the original leads to its folded units", () => {
    const found = fold("İİ Baku")
    const there = found.fromOriginal({ from: 3, to: 7 })
    expect(found.text.slice(there.from, there.to)).toBe("baku")
  })

  test("a thousand marks on one letter cost nothing", () => {
    expect(fold(`a${"\u0301".repeat(100_000)}`).text).toBe("a")
  })
})

describe("spans", () => {
  test.each([
    [-1, 2],
    [3, 2],
    [0, 11],
    [0.5, 2],
  ])("from %d to %d in ten units is refused", (from, to) =>
    expect(() => span(from, to, 10)).toThrow(RangeError),
  )
  test("overlap and containment are half-open", () => {
    expect(overlaps({ from: 0, to: 2 }, { from: 2, to: 3 })).toBe(false)
    expect(contains({ from: 0, to: 3 }, { from: 2, to: 3 })).toBe(true)
  })
})
