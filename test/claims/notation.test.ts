import { describe, expect, test } from "vitest"
import { claimsOf, compileFolders, languageFolders } from "../../scripts/claims/compile.js"
import { type Fault, parseItems } from "../../scripts/claims/items.js"
import { measured } from "../../scripts/claims/quantity.js"
import { findWords } from "../../scripts/claims/words.js"

const HEAD =
  "## en-one style=agency published=2020-03-04\n> Oman met Iran, and Iran thanked Oman.\n"

function read(claim: string) {
  const { items, faults } = parseItems(`${HEAD}= ${claim}\n`, "one.txt", "en")
  const found: Fault[] = [...faults]
  const claims = items.flatMap((item) => claimsOf(item, found))
  return { claims, messages: found.map((fault) => `${fault.line}: ${fault.message}`) }
}

describe("the notation of coded claims", () => {
  test("gives words their place in UTF-16 units, the second time where that is meant", () => {
    const { claims, messages } = read(
      "statement/praise SUPPORT occurred | act: thanked | actor: Iran#2 → IRN.GOV | recipient: Oman#2 → OMN",
    )
    expect(messages).toEqual([])
    expect(claims[0]?.act).toEqual({ from: 24, to: 31, text: "thanked" })
    expect(claims[0]?.actor[0]).toMatchObject({ from: 19, country: "IRN", sectors: ["GOV"] })
    expect(claims[0]?.recipient[0]).toMatchObject({ from: 32, to: 36, country: "OMN" })
  })

  test("lets several codes share the same words", () => {
    const { claims, messages } = read(
      "contact/meeting CONSULT occurred | act: met | actor: Oman#1 → OMN.GOV; IRN.GOV",
    )
    expect(messages).toEqual([])
    expect(claims[0]?.actor.map((party) => [party.from, party.country])).toEqual([
      [0, "OMN"],
      [0, "IRN"],
    ])
  })

  test.each([
    ["contact/meeting CONSULT.meet occurred | act: met", 'no mode "meet"'],
    ["contact/met CONSULT occurred | act: met", 'no stage "met"'],
    ["contact/meeting TALK occurred | act: met", 'no type "TALK"'],
    ["contact/meeting CONSULT done | act: met", 'no status "done"'],
    ["contact/meeting CONSULT planned | act: met", "write AGREE planned"],
    ["contact/meeting CONSULT occurred | act: talked", "does not stand in the text"],
    ["contact/meeting CONSULT occurred | act: me", "cuts a word"],
    ["contact/meeting CONSULT occurred | act: met | actor: Oman → OMN", 'write "Oman#1"'],
    ["contact/meeting CONSULT occurred | act: met | actor: Oman#3 → OMN", "#3 is too high"],
    ["contact/meeting CONSULT occurred | act: met | actor: Oman#1 → QQQ", '"QQQ" is no state'],
    ["contact/meeting CONSULT occurred | act: met | actor: Oman#1 → OMN.XYZ", "no PLOVER sector"],
    ["contact/meeting CONSULT occurred | act: met | when: met → 2020-14-01", "no EDTF date"],
    ["contact/meeting CONSULT occurred | act: met | where: Oman#1 → Muscat", "no country code"],
    ["contact/meeting CONSULT occurred | act: met | contexts: warlike", 'no context "warlike"'],
    ["contact/meeting CONSULT occurred | act: met | quantity: met → five ships", "write a number"],
    ["contact/meeting CONSULT occurred | act: met | fields: rent_paid=7", "is none of visitor="],
    ["contact/meeting CONSULT occurred | act: met | mutual", "is no field"],
  ])("says what is wrong with %s", (claim, message) => {
    expect(read(claim).messages.join("\n")).toContain(message)
  })

  test("reads values of quantities", () => {
    expect(measured("1400-1500 person about per year")).toMatchObject({
      value: 1400,
      max: 1500,
      bound: "about",
      unit: "person",
      per: "year",
    })
    expect(measured("2.5 square kilometre")).toMatchObject({ value: 2.5, unit: "square kilometre" })
    expect(measured("3 USB")).toContain("no ISO 4217 currency")
  })

  test("does not take a part of a word for the word", () => {
    expect(findWords("Romans met a man", "man")).toMatchObject({ words: { from: 13, to: 16 } })
    expect(findWords("визита", "визит")).toHaveProperty("why")
  })
})

describe("the coded data", () => {
  const folders = ["data/claims", "test/gold"].flatMap(languageFolders)

  test("compile without a fault", () => {
    const { compiled, faults } = compileFolders(folders)
    expect(faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([])
    expect(compiled.length).toBeGreaterThan(0)
  }, 120_000)
})
