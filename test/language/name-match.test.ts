import { describe, expect, test } from "vitest"
import { foldName, nameOf } from "../../src/language/name-fold.js"
import { same } from "../../src/operations/same.js"
import type { Context } from "../../src/operations/context.js"

const compare = (a: string, b: string) => same.run({ a, b }, null as unknown as Context)

/** One case a line: two names, and whether they may name one and the same. */
const CASES = `
Сергей Шойгу = Sergei Shoigu
Владимиром Путиным = Vladimir Putin
Алексея Навального = Alexei Navalny
V. Putin = Владимир Путин
Putin = Владимир Владимирович Путин
президент Лукашенко = Lukashenko
محمود احمدی نژاد = Mahmoud Ahmadinejad
احمدی‌نژاد = Ахмадинежад
بشار الأسد = Башар аль-Асад
Bashar al-Assad = بشار اسد
عبدالرحمن = Abdul Rahman
Նիկոլ Փաշինյան = Никол Пашинян
ილია ჭავჭავაძე = Ilia Chavchavadze
Lavrov Sergey = Сергей Лавров
آلمان = Германия
ООН = UN
Mr Rashid Mammadov = Рашид Мамедов
Ilham Aliyev ≠ Heydar Aliyev
Ильхам Алиев ≠ حیدر علی‌اف
Austria ≠ Австралия
John Smith ≠ Jane Smith
Сергей Иванов ≠ Sergei Lavrov
حسن روحانی ≠ Hassan Nasrallah
Tokyo ≠ Киев
Vladimir ≠ Владимир Путин
習近平 ≠ Putin
`

describe("two names", () => {
  test.each(CASES.trim().split("\n"))("%s", async (line) => {
    const [a = "", sign = "", b = ""] = line.split(/ ([=≠]) /)
    const { score, why } = await compare(a, b)
    expect(score >= 0.5 ? "=" : "≠", `${score}: ${why}`).toBe(sign)
  })

  test("a comparison is the same both ways round", async () => {
    for (const line of CASES.trim().split("\n")) {
      const [a = "", , b = ""] = line.split(/ ([=≠]) /)
      expect((await compare(a, b)).score).toBeCloseTo((await compare(b, a)).score, 2)
    }
  })

  test("every score has a sentence that ends", async () => {
    for (const [a, b] of [
      ["Иван", "Ivan"],
      ["", "x"],
      ["Ali", "علی رضا"],
      ["J. Biden", "Joe Biden"],
    ] as const)
      expect((await compare(a, b)).why).toMatch(/^\p{Lu}.*\.$|^“.*\.$/u)
  })
})

describe("a folded name", () => {
  test("holds letters alone", () => {
    expect(foldName("O'Brien-Ćosić")).toBe("obriencosic")
    expect(foldName("احمدی‌نژاد")).toBe("احمدینژاد")
  })

  test("comes apart at spaces, hyphens and stops", () => {
    expect(nameOf("Башар аль-Асад").words.map((word) => word.folded)).toEqual([
      "башар",
      "аль",
      "асад",
    ])
    expect(nameOf("G.W. Bush").words.map((word) => word.script)).toEqual(["l", "l", "l"])
  })
})
