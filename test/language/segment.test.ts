import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  segmentBlocks,
  segmentSentences,
  segmentText,
  tokenize,
} from "../../src/language/segment.js"
import { plainRules } from "../../src/language/segment-rules.js"
import { segmentRules as english } from "../../src/languages/en/token-rules.js"
import { segmentRules as persian } from "../../src/languages/fa/token-rules.js"
import { segmentRules as russian } from "../../src/languages/ru/token-rules.js"

const known = [
  "برنامه",
  "بروکسل",
  "فناوری",
  "کرده",
  "سفر",
  "وارد",
  "شروع",
  "ازدواج",
  "درمانده",
  "کشور",
]
const rules = {
  en: english(["gen", "mr", "ms", "u.s", "p.m", "oct", "dec", "no", "inc", "etc", "sat"]),
  ru: russian(["г", "гг", "им", "т", "д", "ул", "млн", "долл"]),
  fa: persian(["ه.ش"], {
    known: new Set(known),
    past: new Set(["کرد", "گفت", "رفت"]),
    present: new Set(["کن", "گو", "رو"]),
  }),
  hy: plainRules("hy"),
}
type Code = keyof typeof rules

/** A text as sentences, one a line. */
function sentences(language: Code, text: string): string[] {
  const found = segmentSentences(text, { from: 0, to: text.length }, rules[language])
  return found.map(({ from, to }) => text.slice(from, to))
}

/** A text as forms with a space between. */
function forms(language: Code, text: string): string {
  return tokenize(text, { from: 0, to: text.length }, rules[language]).forms.join(" ")
}

describe("sentences end where they end", () => {
  const cases: readonly (readonly [Code, ...string[]])[] = [
    ["en", "Gen. Karl Brandt met J. Smith in Oslo.", "They talked."],
    ["en", "The talks ended at 5 p.m.", "The envoy left."],
    ["en", "The U.S. Senate voted.", "It was close."],
    ["en", "The price was 3.5 million.", "He paid."],
    ["en", '"Why not?" he asked.', "Nobody answered."],
    ["en", 'He said: "We agreed."', "Then he left."],
    ["en", "He sat.", "The others stood."],
    ["en", "No. 5 was empty.", "He said no.", "They left."],
    ["en", "It ended.", "The rest is known."],
    ["en", "the army left .", "it came back in the u.s. summer . ."],
    ["en", "aid was cut ( p.l . 112 - 175 ) .", "it was restored ."],
    ["en", "Vienna. 5 December. EXAMPLE.AZ/", "On December 4, the ministers met."],
    ["en", "OSLO, Dec. 5 (EXA) –", "The envoy arrived."],
    ["ru", "А. С. Орлов прибыл в Вену 14 августа 2016 г. Президент его принял."],
    ["ru", "Завод им. Петрова стоит 3,5 млн долл.", "Об этом сообщил министр."],
    ["ru", "«Когда?» — спросил он.", "Ответа не было."],
    ["ru", "ВЕНА, 14 авг – Пример Новости.", "Министр прибыл."],
    ["fa", "آیا وزیر آمد؟", "او گفت: بله."],
    ["fa", "مذاکرات پایان یافت.", "وزیر رفت!"],
    ["fa", "تهران – ایرنا –", "وزیر دفاع سفر کرد."],
    ["hy", "Նա եկավ։", "Հետո գնաց։"],
  ]
  test.each(cases)("%s: %s", (language, ...expected) => {
    expect(sentences(language, expected.join(" "))).toEqual(expected)
  })
})

test("two spaces after a verb end a Persian sentence that has no stop", () => {
  expect(sentences("fa", "وزیر به وین آمده است  او فردا می‌رود")).toHaveLength(2)
  expect(sentences("fa", "وزیر در حال  گفتگو است")).toHaveLength(1)
})

describe("line breaks", () => {
  test("end a sentence, so that a headline is one of its own", () => {
    expect(sentences("en", "Ministers meet in Oslo\n\nThe ministers met.")).toEqual([
      "Ministers meet in Oslo",
      "The ministers met.",
    ])
  })
  test("go on after a word that cannot be the last", () => {
    expect(sentences("fa", "دو کشور همکاری را در زمینه\nانرژی آغاز کردند")).toHaveLength(1)
    expect(sentences("en", "The relations are good and are\n\ngrowing.")).toHaveLength(1)
  })
  test("go on where the next line begins small", () => {
    expect(sentences("en", "The ministers of both states signed a paper\non trade.")).toHaveLength(
      1,
    )
    expect(sentences("en", "the army left\nthe city was empty")).toHaveLength(2)
  })
  test("of every kind part blocks, and belong to none", () => {
    const text = "a\r\nb\rc\u2028d\n\n \ne"
    expect(segmentBlocks(text).map((block) => text.slice(block.from, block.to))).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
    ])
    expect(segmentBlocks(text).map((block) => block.opens)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })
})

describe("tokens stand as in the treebanks", () => {
  test.each([
    [
      "en",
      "He didn't say; Iran's well-known U.S.-led talks.",
      "He did n't say ; Iran 's well - known U.S. - led talks .",
    ],
    ["en", "It cost $66,940 (89%), we cannot pay.", "It cost $ 66,940 ( 89 % ) , we can not pay ."],
    ["en", "the pre-war, non-state 1990-1995 list", "the pre-war , non-state 1990 - 1995 list"],
    ["en", "on 2018-12-05 at 10:30, 9/11, 20th", "on 2018-12-05 at 10:30 , 9/11 , 20th"],
    [
      "en",
      "see http://example.com/a-b. or EXAMPLE.AZ/",
      "see http://example.com/a-b . or EXAMPLE.AZ /",
    ],
    ["en", "the states' 5 p.m. talks", "the states ' 5 p.m. talks"],
    [
      "ru",
      "премьер-министр купил С-300 (т.е. ЗРК) в 1990-1995 гг.",
      "премьер-министр купил С-300 ( т. е. ЗРК ) в 1990 - 1995 гг.",
    ],
    ["fa", "می دهند و نمی خواهند", "می‌دهند و نمی‌خواهند"],
    ["fa", "همكاري هاي دو كشور", "همکاری‌های دو کشور"],
    ["fa", "بزرگ ترین توافق نامه ای که امضا کرده اند", "بزرگ‌ترین توافق نامه‌ای که امضا کرده‌اند"],
    ["fa", "وارد شده است", "وارد شده است"],
    ["fa", "سال 2006وارد شد", "سال 2006 وارد شد"],
    ["fa", "دربروکسل ازفناوری سفرکرده", "در بروکسل از فناوری سفر کرده"],
    ["fa", "ازدواج درمانده", "ازدواج درمانده"],
    ["fa", "كتـــاب", "کتاب"],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(forms(language, text)).toBe(expected)
  })
  test("a token may span a space, and its stretch is that of the original", () => {
    const text = "آنها مي دهند"
    const { from, to, forms: words } = tokenize(text, { from: 0, to: text.length }, rules.fa)
    expect(words[1]).toBe("می‌دهند")
    expect(text.slice(from[1], to[1])).toBe("مي دهند")
  })
})

test("a sentence never crosses a change of language or zone", () => {
  const text = "Ministers meet\n\nМинистры встретились. Вторая фраза"
  const { sentences: found, tokens } = segmentText(text, {
    segments: [
      { from: 0, to: 14, language: "en", score: 1 },
      { from: 16, to: text.length, language: "ru", score: 1 },
    ],
    zones: [
      { from: 0, to: 14, zone: "headline" },
      { from: 16, to: text.length, zone: "body" },
    ],
    rulesOf: (language) => (language === "ru" ? rules.ru : rules.en),
  })
  expect(found.map(({ language, zone }) => `${language} ${zone}`)).toEqual([
    "en headline",
    "ru body",
    "ru body",
  ])
  expect(tokens.count).toBe(7)
  expect(found.at(-1)?.tokenTo).toBe(7)
})

describe("on any text", () => {
  const letters = fc.string({ unit: "binary", maxLength: 300 })
  const pieces = fc.constantFrom(
    "می ",
    "ها ",
    "U.S. ",
    "don't",
    "-",
    ". ",
    "\n",
    "  ",
    "А. ",
    "«",
    "?",
    "2006وارد",
    "\u200c",
    "\ud800",
    "e\u0301",
    "\u0000",
    "…",
  )
  const texts = fc.oneof(
    letters,
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
  )
  const codes = fc.constantFrom<Code>("en", "ru", "fa", "hy")

  test("sentences are in order, in range and cover all that is visible", () => {
    fc.assert(
      fc.property(texts, codes, (text, language) => {
        let at = 0
        for (const { from, to } of segmentSentences(
          text,
          { from: 0, to: text.length },
          rules[language],
        )) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(at, from)).not.toMatch(/[\p{L}\p{N}\p{P}]/u)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}\p{P}]/u)
      }),
      { numRuns: 400 },
    )
  })
  test("tokens are in order, in range, never empty and cover every letter", () => {
    fc.assert(
      fc.property(texts, codes, (text, language) => {
        const {
          count,
          from,
          to,
          forms: words,
        } = tokenize(text, { from: 0, to: text.length }, rules[language])
        let at = 0
        for (let i = 0; i < count; i++) {
          expect(from[i]).toBeGreaterThanOrEqual(at)
          expect(to[i]).toBeGreaterThan(from[i] ?? 0)
          expect(words[i]).not.toBe("")
          expect(text.slice(at, from[i])).not.toMatch(/[\p{L}\p{N}]/u)
          at = to[i] ?? 0
        }
        expect(at).toBeLessThanOrEqual(text.length)
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 400 },
    )
  })
  test("a long line without a space or a stop takes no long time", () => {
    for (const text of [
      "a".repeat(500_000),
      "a.".repeat(200_000),
      "1-".repeat(200_000),
      "\n".repeat(300_000),
    ]) {
      const started = performance.now()
      for (const span of segmentSentences(text, { from: 0, to: text.length }, rules.en))
        tokenize(text, span, rules.en)
      expect(performance.now() - started).toBeLessThan(4000)
    }
  })
})
