import { beforeAll, describe, expect, test } from "vitest"
import { weaponAt, weaponName } from "../../src/knowledge/weapons.js"
import { openReader } from "../../src/operations/reader.js"
import type { Reader } from "../../src/operations/reader-type.js"
import { fieldRows } from "../../src/operations/field-rows.js"
import { foldWord } from "../../src/text/fold.js"
import { fieldCases, fieldsRead, unmet } from "./fields-run.js"

let reader: Reader

beforeAll(async () => {
  reader = await openReader()
}, 120_000)

for (const code of ["en", "ru", "fa"]) {
  describe(`fields in ${code}`, () => {
    test.each(fieldCases(code).map((one) => [one.text, one] as const))("%s", async (text, one) => {
      expect(unmet(one, await fieldsRead(reader, text))).toEqual([])
    })
  })
}

describe("weapons", () => {
  test.each([
    ["S-300", "S-300", "SAM"],
    ["С-300", "S-300", "SAM"],
    ["اس‌-۳۰۰", "S-300", "SAM"],
    ["Т-90", "T-90", "tank"],
    ["Bayraktar TB2", "Bayraktar TB2", "UAV"],
    ["JF-17", "JF-17", "fighter"],
    ["«Тор-М1»", "Tor-M1", "SAM"],
  ])("%s is %s, %s", (words, id, category) => {
    expect(weaponAt(weaponName(foldWord(words)))).toMatchObject({ id, category })
  })

  test("are not found under words that name none", () => {
    expect(weaponAt("treaty")).toBeNull()
  })
})

describe("rows of fields", () => {
  test("show each value with its words", () => {
    const amount = { value: 40, max: 60, bound: "about", unit: "person" }
    const rows = fieldRows({
      trainees: { value: amount, from: 0, to: 2, text: "40" },
      topics: [{ value: "energy", from: 3, to: 6, text: "gas" }],
      note: "set by hand",
    })
    expect(rows).toEqual([
      { name: "trainees", value: "about 40–60 person", text: "40" },
      { name: "topics", value: "energy", text: "gas" },
      { name: "note", value: "set by hand", text: "" },
    ])
  })
})
