/**
 * What careless writing costs: trees from the text of a treebank, plain, in small letters, with a space around every mark,
 * and both; Persian with Arabic letters, with spaces for ZWNJ, and without any. Each sentence is a paragraph of its own.
 *
 *     npx tsx bench/copies.ts FILE.conllu LANGUAGE [--source REGEX] [--sentences N]
 */
import { parseArgs } from "node:util"
import { parseConllu } from "../src/language/conllu.js"
import { annotate } from "../src/operations/annotate.js"
import type { Context } from "../src/operations/context.js"
import { compare, f1, noMeasures } from "./align.js"
import { type Copy, copied, place, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    source: { type: "string", default: "" },
    sentences: { type: "string", default: "Infinity" },
  },
})
const [file = "", language = "en"] = positionals
const gold = treebank(file, values.source).slice(0, Number(values.sentences))
// No operation of these needs a ledger or a clock.
const context = {} as Context
const COPIES: Readonly<Record<string, readonly Copy[]>> = {
  fa: ["plain", "spaced", "arabic", "apart", "stuck"],
}
const copies = COPIES[language] ?? ["plain", "lower", "spaced", "both"]
let first = 0
for (const copy of copies) {
  const given = copied(gold, copy)
  const { conllu } = await annotate.run({ text: given.text, language, tokens: "own" }, context)
  const sums = noMeasures()
  compare(given, place(parseConllu(conllu)), sums)
  const las = f1(sums.las)
  if (copy === "plain") first = las
  const [sentences, words, upos] = [sums.sentences, sums.words, sums.upos].map((of) =>
    f1(of).toFixed(2),
  )
  const lost = copy === "plain" ? "" : `  lost ${(first - las).toFixed(2)}`
  console.log(
    `${language} ${copy.padEnd(6)} sentences ${sentences}  words ${words}  UPOS ${upos}  LAS ${las.toFixed(2)}${lost}`,
  )
}
