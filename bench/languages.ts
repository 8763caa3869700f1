/**
 * How often the language of a sentence, and of three words of one, is told rightly, with and without a language said before.
 *
 *     npx tsx bench/languages.ts PATH/ud [--misses LANGUAGE]
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { identify } from "../src/reading/identify.js"
import { azerbaijani } from "./azerbaijani.js"
import { sentenceText, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string", default: "" } },
})
const folder = positionals[0] ?? ""
const CODES = ["en", "ru", "fa", "tr", "hy", "ka", "ar", "uk", "es", "fr", "de"]
const MOST = 500

/** Sentences that were not counted when the tables were made. */
function sentences(code: string): string[] {
  const dev = join(folder, code, "dev.conllu")
  const all = treebank(existsSync(dev) ? dev : join(folder, code, "train.conllu")).map(sentenceText)
  const kept = existsSync(dev) ? all : all.slice(Math.ceil(all.length * 0.9) + 1)
  return kept.filter((text) => /\p{L}{2}/u.test(text)).slice(0, MOST)
}

/** The first three words in a row that hold letters of the language's script only. */
function three(text: string, code: string): string | null {
  const words = text
    .split(/\s+/)
    .filter((word) => /^\p{P}*[\p{L}\p{M}\u200c'’-]+\p{P}*$/u.test(word))
  const cyrillic = code === "ru" || code === "uk"
  const own = cyrillic
    ? /\p{Script=Cyrillic}/u
    : code === "fa" || code === "ar"
      ? /\p{Script=Arabic}/u
      : /\p{L}/u
  const good = words.filter((word) => own.test(word))
  return good.length < 6 ? null : good.slice(2, 5).join(" ")
}

const sets = new Map(CODES.map((code) => [code, sentences(code)]))
sets.set("az", azerbaijani)
const share = (n: number, of: number): string =>
  (of === 0 ? "–" : ((100 * n) / of).toFixed(1)).padStart(6)
const sums = [0, 0, 0, 0]
console.log(
  "code  sentence  three words  three words, language said before  another said before (sentence)",
)
for (const [code, texts] of sets) {
  const parts = texts.map((text) => three(text, code)).filter((text) => text !== null)
  const right = (all: readonly string[], prior?: string) =>
    all.filter((text) => {
      const said = identify(text, prior).language
      if (said !== code && values.misses === code && prior === undefined)
        console.log("  ", said, text.slice(0, 100))
      return said === code
    }).length
  const wrong =
    code === "en" || code === "ru" || code === "fa" ? { en: "es", ru: "uk", fa: "ar" }[code] : "en"
  const rates = [right(texts), right(parts), right(parts, code), right(texts, wrong)]
  const sizes = [texts.length, parts.length, parts.length, texts.length]
  rates.forEach((n, i) => {
    sums[i] = (sums[i] ?? 0) + n / (sizes[i] || 1) / sets.size
  })
  console.log(
    code,
    rates.map((n, i) => share(n, sizes[i] ?? 0)).join("  "),
    `  of ${texts.length}, ${parts.length}`,
  )
}
console.log("mean", sums.map((n) => (100 * n).toFixed(2)).join("  "))
