import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { identify, identifySegments } from "../../src/reading/identify.js"

/** The languages of a text, in order. */
function languages(text: string, prior?: string): string {
  return identifySegments(text, prior)
    .map(({ language }) => language)
    .join(" ")
}

const EN = "The ministers of the two states met in Oslo and agreed to meet again."
const RU = "Министры двух государств встретились в Осло и договорились о новой встрече."
const FA = "وزیران دو کشور در وین دیدار کردند و درباره همکاری‌ها گفتگو کردند."

describe("the language of a sentence", () => {
  test.each([
    ["en", EN],
    ["ru", RU],
    ["fa", FA],
    ["fa", "وزيران دو كشور در وين ديدار كردند و درباره همكاري گفتگو كردند"],
    ["ar", "التقى وزيرا خارجية البلدين في فيينا وناقشا التعاون بين الدولتين"],
    ["uk", "Міністри двох держав зустрілися у Відні та домовилися про нову зустріч."],
    ["tr", "İki ülkenin bakanları Viyana'da görüştü ve yeni bir toplantı için anlaştı."],
    ["az", "İki ölkənin nazirləri Vyanada görüşüb və əməkdaşlığı müzakirə ediblər."],
    ["hy", "Երկու երկրների նախարարները հանդիպեցին Վիեննայում։"],
    ["ka", "ორი ქვეყნის მინისტრები ვენაში შეხვდნენ."],
    ["es", "Los ministros de los dos países se reunieron en Viena y acordaron volver a verse."],
    ["fr", "Les ministres des deux pays se sont réunis à Vienne et ont convenu de se revoir."],
    [
      "de",
      "Die Minister der beiden Staaten trafen sich in Wien und vereinbarten ein neues Treffen.",
    ],
  ])("%s: %s", (language, text) => {
    expect(identify(text).language).toBe(language)
  })
})

describe("the languages of a page", () => {
  test("neighbouring lines of one language are one segment", () => {
    expect(languages(`${RU}\n\n${RU}\n${EN}\n${EN}`)).toBe("ru en")
  })
  test("a short line follows its neighbours, unless its script says otherwise", () => {
    expect(languages(`${EN}\nA la carte\n${EN}`)).toBe("en")
    expect(languages(`${RU}\nRelated articles\n${EN}`)).toBe("ru en")
  })
  test("a Latin name in a sentence of another script makes no segment", () => {
    expect(languages(`${FA} BBC News Persian\n${RU} Commonspace.eu`)).toBe("fa ru")
  })
  test("a line with sentences in two scripts is parted", () => {
    expect(languages(`${RU} ${EN} ${EN}`)).toBe("ru en")
  })
  test("what was declared decides where the words do not", () => {
    expect(languages("Kabul, Oslo", "de")).toBe("de")
  })
  test("no letters, no segment", () => {
    expect(identifySegments(" \n--- 12 ...")).toEqual([])
    expect(identify("123")).toEqual({ language: "und", score: 0 })
  })
})

test("on any text segments are in order, in range and hold every letter of a known script", () => {
  const part = fc.constantFrom(EN, RU, FA, "\n", "BBC ", "ok", "\u0000", "١٢", "İ", "\ud800")
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0
      for (const { from, to, score } of identifySegments(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(text.slice(at, from)).not.toMatch(
          /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u,
        )
        at = to
      }
      expect(text.slice(at)).not.toMatch(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u)
    }),
    { numRuns: 300 },
  )
})
