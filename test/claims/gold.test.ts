import { basename } from "node:path"
import { describe, expect, test } from "vitest"
import { compileFolders, languageFolders } from "../../scripts/claims/compile.js"
import { codebook } from "../../src/knowledge/codebook-data.js"

const { compiled } = compileFolders(languageFolders("test/gold"))
const partOf = (id: string) => id.split("-")[2] ?? ""

describe("the second coding of the gold set", () => {
  const second = compileFolders(languageFolders("test/gold/second"))
  const texts = (items: typeof compiled) =>
    new Map(items.map(({ item }) => [item.id, item.text] as const))

  test("is free of faults and has every item of the gold set with the same text", () => {
    expect(second.faults).toEqual([])
    expect(texts(second.compiled)).toEqual(texts(compiled))
  })

  test("is not taken for gold", () => {
    expect(compiled.filter(({ item }) => item.file.includes("second"))).toEqual([])
  })
})

describe("the gold set", () => {
  test("keeps an item in the file of its part, and a translation in the part of its original", () => {
    for (const { item } of compiled) {
      expect(basename(item.file).split("-")[0]).toBe(partOf(item.id))
      const of = item.marks.get("of")
      if (of !== undefined) expect(partOf(of)).toBe(partOf(item.id))
    }
  })

  test.each(["en", "ru", "fa"])("has all types, statuses and families in %s", (language) => {
    const claims = compiled
      .filter(({ item }) => item.language === language)
      .flatMap((c) => c.claims)
    expect(new Set(claims.map((c) => c.event))).toEqual(
      new Set([...Object.keys(codebook.events), "NONE"]),
    )
    expect(new Set(claims.map((c) => c.status)).size).toBe(7)
    expect(new Set(claims.map((c) => c.family)).size).toBe(14)
  })

  test("marks what is planned, proposed or denied as such", () => {
    for (const { item, claims } of compiled)
      for (const { status, modality } of claims) {
        if (status === "planned" || status === "proposed")
          expect(modality.future, item.id).toBe(true)
        if (status === "denied") expect(modality.negated, item.id).toBe(true)
      }
  })
})
