import { describe, expect, it } from "vitest"
import { applyLemmaScript } from "../../src/language/lemma-script.js"

/** form, script, lemma (- if the script does not fit) */
const CASES = `
  meetings      L|0||1|      meeting
  is            L=be         be
  Was           L=be         be
  I             U=i          I
  me            U=i          I
  Washington    U|0||0|      Washington
  WASHINGTON    U|0||0|      Washington
  washington    U|0||0|      Washington
  NATO          U|0||0|      NATO
  США           U|0||0|      США
  Баку          U|0||0|      Баку
  Анкару        U|0||1|а     Анкара
  СИРИИ         U|0||1|я     Сирия
  подписано     L|0||2|ть    подписать
  Лучший        L|0||0|      лучший
  наилучший     L|3||0|      лучший
  مذاکرات       L|0||2|ه     مذاکره
  کرد           L|0||0|#کن   کرد#کن
  گفتگوها       L|0||2|      گفتگو
  iPhone        L|0||0|      iPhone
  anti-American L|0||0|      anti-American
  non-Indians   L|0||1|      non-Indian
  ReAd          L|0||0|      read
  🙂🙂          L|0||1|      🙂
  a             L|0||3|y     -
  ab            L|2|b|2|     -
  x             L            -
`

describe("a lemma script", () => {
  for (const line of CASES.trim().split("\n")) {
    const [form, script, lemma] = line.trim().split(/\s+/) as [string, string, string]
    it(`${script} makes ${lemma} of ${form}`, () => {
      expect(applyLemmaScript(form, script) ?? "-").toBe(lemma)
    })
  }
})
