import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { applyLemmaScript } from "../../src/language/lemma-script.js"
import { createNetwork } from "../../src/language/network.js"
import { createSubWords } from "../../src/language/subwords.js"
import { type ModelFile, readModel, textOf } from "../../src/language/weights.js"

/** Written by training/parity.py: what the model in PyTorch and f32 decides, one word at a time. */
interface Parity {
  readonly fingerprint: string
  readonly sentences: readonly {
    readonly style: string
    readonly words: readonly string[]
    readonly ids: readonly number[]
    readonly upos: readonly string[]
    readonly feats: readonly string[]
    readonly lemma: readonly string[]
    readonly head: readonly number[]
    readonly rel: readonly string[]
    readonly names: readonly number[]
    readonly sure: readonly number[]
  }[]
  readonly subwords: Readonly<Record<string, readonly string[]>>
}

const file = (path: string) => new URL(`../../${path}`, import.meta.url)
const parity = JSON.parse(readFileSync(new URL("parity.json", import.meta.url), "utf8")) as Parity
const model = file("models/reader.bin")

describe.skipIf(!existsSync(model))("the model in WebAssembly is the one that was trained", () => {
  const bytes = existsSync(model) ? readFileSync(model) : new Uint8Array()

  it("sub-words are those of training", () => {
    const opened: ModelFile = readModel(bytes)
    const pieces = textOf(opened, "pieces").split("\n")
    const subWords = createSubWords(opened)
    for (const [word, expected] of Object.entries(parity.subwords)) {
      const found = subWords.of(word).map((id) => pieces[id])
      expect([word, ...found]).toEqual([word, ...expected])
    }
  })

  it("decisions are those of PyTorch in f32", async () => {
    // If this fails, the model was exported anew: run training/parity.py on the same run.
    expect(readModel(bytes).about.fingerprint).toBe(parity.fingerprint)
    const network = await createNetwork(bytes, readFileSync(file("encoder/build/encoder.wasm")))
    const { upos, rels } = network.labels
    const found = await network.analyse(parity.sentences)
    let [words, differ, far] = [0, 0, 0]
    parity.sentences.forEach((gold, n) => {
      gold.words.forEach((word, at) => {
        const said = found[n]
        if (!said) return
        words++
        const same =
          upos[said.upos[at] as number] === gold.upos[at] &&
          said.feats[at] === gold.feats[at] &&
          said.lemma[at] === applyLemmaScript(word, gold.lemma[at] as string) &&
          said.head[at] === gold.head[at] &&
          rels[said.rel[at] as number] === gold.rel[at]
        if (!same) differ++
        if (Math.abs((said.sure[at] as number) - (gold.sure[at] as number)) > 0.05) far++
      })
    })
    // Weights are rounded to eight bits, and heads are made a tree: a close decision may fall the
    // other way.
    expect(differ / words).toBeLessThan(0.05)
    expect(far / words).toBeLessThan(0.05)
  })
})
