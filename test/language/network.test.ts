import { existsSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Analysis, createNetwork, type Sentence } from "../../src/language/network.js"
import { isTree } from "../../src/language/spanning-tree.js"
import { tinyModel } from "./tiny-model.js"

const file = (path: string) => new URL(`../../${path}`, import.meta.url)
const wasm = readFileSync(file("encoder/build/encoder.wasm"))
const network = await createNetwork(tinyModel(), wasm)
const real = file("models/reader.bin")

const words = (text: string): Sentence => ({
  words: text.split(" ").filter((word) => word !== ""),
  style: "one",
})

/** Everything a sentence's analysis says, one word a line. */
function print(analysis: Analysis): string {
  const { upos, rel, head, names, sure, lemma, feats } = analysis
  return [...head]
    .map((h, n) => [
      upos[n],
      feats[n],
      lemma[n],
      h,
      rel[n],
      [...names.slice(3 * n, 3 * n + 3)],
      sure[n],
    ])
    .join("\n")
}

function wellFormed(analysis: Analysis, count: number): void {
  const { upos, feats, lemma, head, rel, names, sure } = analysis
  const lengths = [upos, feats, lemma, head, rel, sure].map((list) => list.length)
  expect(lengths).toEqual(lengths.map(() => count))
  expect(names.length).toBe(3 * count)
  if (count === 0) return
  expect(isTree([0, ...head])).toBe(true)
  expect([...sure].every((p) => p >= 0 && p <= 1.000001)).toBe(true)
  for (let n = 0; n < names.length; n++) {
    if (names[n] === 2) expect(names[n - 3] ?? 0).not.toBe(0)
  }
}

const SENTENCES = [
  "the minister met the ambassador .",
  "a",
  "по словам посла , соглашение подписано .",
  "می‌رود کتاب دو کشور .",
  "abababab ing ing the the the the , , .",
  "",
  "Talks resumed on Monday between the two countries , which had broken them off in spring .",
].map(words)

describe("a sentence is read the same bit for bit", () => {
  it("alone and in any batch", async () => {
    const alone: string[] = []
    for (const sentence of SENTENCES) {
      const [analysis] = await network.analyse([sentence])
      alone.push(print(analysis as Analysis))
    }
    const orders = fc.array(fc.nat(SENTENCES.length - 1), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const together = await network.analyse(order.map((n) => SENTENCES[n] as Sentence))
        expect(together.map(print)).toEqual(order.map((n) => alone[n]))
      }),
      { numRuns: 40 },
    )
  })

  it.skipIf(!existsSync(real))("by the real model too", async () => {
    const reader = await createNetwork(readFileSync(real), wasm)
    const sentences = SENTENCES.map(({ words }) => ({ words, style: "en_ewt-train" }))
    const together = await reader.analyse(sentences)
    for (const [n, sentence] of sentences.entries()) {
      const [alone] = await reader.analyse([sentence])
      expect(print(alone as Analysis)).toBe(print(together[n] as Analysis))
    }
  })
})

describe("odd input", () => {
  it("nothing gives nothing", async () => {
    expect(await network.analyse([])).toEqual([])
    const [analysis] = await network.analyse([{ words: [], style: "" }])
    wellFormed(analysis as Analysis, 0)
  })

  it("any words make a tree", async () => {
    const anyWord = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("\ud800", "\udc00x", "\0", "", " ", "<s>", "▁", "a\u200cb", "🙂", "ab"),
    )
    const sentence = fc.record({ words: fc.array(anyWord), style: fc.string() })
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { maxLength: 5 }), async (sentences) => {
        const found = await network.analyse(sentences)
        expect(found.length).toBe(sentences.length)
        found.forEach((analysis, n) => {
          wellFormed(analysis, sentences[n]?.words.length ?? 0)
        })
      }),
      { numRuns: 60 },
    )
  })

  it("a word of 10,000 letters is one word", async () => {
    const [analysis] = await network.analyse([words(`the ${"ab".repeat(5000)} .`)])
    wellFormed(analysis as Analysis, 3)
  })

  it("a sentence of 1,200 words is one tree, its windows joined", async () => {
    const long = words("the minister met , ".repeat(300))
    const [analysis, next] = await network.analyse([long, words("the minister met .")])
    wellFormed(analysis as Analysis, 1200)
    wellFormed(next as Analysis, 4)
    const rels = analysis as Analysis
    const joined = [...rels.rel].filter((rel) => network.labels.rels[rel] === "parataxis")
    expect(joined.length).toBeGreaterThanOrEqual(4)
  })
})
