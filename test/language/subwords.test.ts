import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createSubWords } from "../../src/language/subwords.js"
import { readModel, textOf } from "../../src/language/weights.js"
import { tinyModel } from "./tiny-model.js"

const model = readModel(tinyModel())
const pieces = textOf(model, "pieces").split("\n")
const subWords = createSubWords(model)
const cut = (word: string): string =>
  subWords
    .of(word)
    .map((id) => pieces[id])
    .join(" ")

describe("sub-words", () => {
  it("a bare ▁ before others is dropped, alone it stays", () => {
    expect(cut(".")).toBe(".")
    expect(cut("▁")).toBe("▁")
    expect(cut("the")).toBe("▁the")
  })

  it("letters are normalised first; what becomes a space begins a new word", () => {
    expect(cut("A")).toBe("▁a")
    expect(cut("a\u200ca")).toBe("▁a ▁a")
    expect(cut("\u0001")).toBe("<unk>")
  })

  it("unknown letters side by side are one unknown", () => {
    expect(cut("中中中")).toBe("<unk>")
    expect(cut("中a中")).toBe("<unk> a <unk>")
    expect(cut("\ud800")).toBe("<unk>")
  })

  it("every word has one to twelve", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        const { length } = subWords.of(word)
        expect(length).toBeGreaterThan(0)
        expect(length).toBeLessThan(13)
      }),
    )
    expect(subWords.of("ab".repeat(100_000)).length).toBe(12)
  })
})
