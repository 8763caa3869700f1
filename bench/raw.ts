/**
 * Sentences, words and trees from running text against a treebank, beside trees on its own words.
 *
 *     npx tsx bench/raw.ts FILE.conllu LANGUAGE [--source REGEX] [--group N] [--style S] [--no-trees]
 *         [--misses sentences|words] [--sentences N]
 */
import { parseArgs } from "node:util"
import { isWord, parseConllu, printConllu } from "../src/language/conllu.js"
import { annotate } from "../src/operations/annotate.js"
import { cutText } from "../src/operations/annotate-cut.js"
import type { Context } from "../src/operations/context.js"
import { languages } from "../src/operations/reader.js"
import { compare, f1, type Measures, noMeasures } from "./align.js"
import { place, type RawText, rawTexts, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    source: { type: "string", default: "" },
    group: { type: "string", default: "Infinity" },
    "no-trees": { type: "boolean", default: false },
    misses: { type: "string", default: "" },
    sentences: { type: "string", default: "Infinity" },
  },
})
const [file = "", language = "en"] = positionals
const gold = treebank(file, values.source).slice(0, Number(values.sentences))
const texts = rawTexts(gold, Number(values.group))
const given = noMeasures()
const own = noMeasures()
// No operation of these needs a ledger or a clock.
const context = {} as Context
const asked = async (text: string, tokens: "own" | "given") =>
  parseConllu((await annotate.run({ text, language, tokens }, context)).conllu)

for (const text of texts) {
  const cut = values["no-trees"]
    ? cutText(text.text, language, languages).map(({ conllu }) => conllu)
    : await asked(text.text, "own")
  const said = place(cut)
  compare(text, said, own)
  show(text, said)
}
if (!values["no-trees"]) {
  const bare = gold.map((sentence) => ({ ...sentence, comments: [] }))
  compare(place(gold), place(await asked(printConllu(bare), "given")), given)
}
const line = (name: string, of: Measures) =>
  `${name}: ${Object.entries(of)
    .map(([what, hits]) => `${what} ${f1(hits).toFixed(2)}`)
    .join("  ")}`
console.log(
  `${file.split("/").slice(-2).join("/")} ${values.source}: ${gold.length} sentences, ${gold.reduce((sum, { lines }) => sum + lines.filter(isWord).length, 0)} words`,
)
console.log(line("from text   ", own))
if (!values["no-trees"])
  console.log(
    `${line("given words ", given)}\nlost by cutting: LAS ${(f1(given.las) - f1(own.las)).toFixed(2)}`,
  )

/** Prints where a text is cut otherwise than the treebank has it. */
function show(text: RawText, said: ReturnType<typeof place>): void {
  if (values.misses === "") return
  const letters = text.text.replace(/[\s\p{Cf}\p{Cc}]+/gu, "")
  const [a, b] =
    values.misses === "words"
      ? [text.words.map(({ from, to }) => [from, to]), said.words.map(({ from, to }) => [from, to])]
      : [text.sentences, said.sentences]
  const [golds, saids] = [new Set(a.map(String)), new Set(b.map(String))]
  const cut = (of: readonly (readonly number[])[]) =>
    of
      .map(([from = 0, to = 0]) =>
        values.misses === "words" ? letters.slice(from, to) : letters.slice(from, to).slice(-60),
      )
      .join(" | ")
  for (const span of a.filter((one) => !saids.has(String(one)))) {
    const [from = 0, to = 0] = span
    console.log(
      "gold",
      cut([span]),
      "  said",
      cut(b.filter(([f = 0, t = 0]) => f < to && t > from && !golds.has(String([f, t])))),
    )
  }
}
