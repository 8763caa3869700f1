/**
 * How fast running text becomes trees and names on one core, by the processor time of this process, and where it goes.
 *
 *     node --import tsx bench/speed.ts FILE.conllu LANGUAGE [--sentences N] [--claims]
 */
import { parseArgs } from "node:util"
import { cutText } from "../src/operations/annotate-cut.js"
import { languages, openNetwork, openReader } from "../src/operations/reader.js"
import { rawTexts, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sentences: { type: "string", default: "Infinity" },
    claims: { type: "boolean", default: false },
  },
})
const [file = "", language = "en"] = positionals
/** Seconds of processor time that something takes. */
async function cost<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage()
  const made = await work()
  const { user, system } = process.cpuUsage(before)
  return [made, (user + system) / 1e6]
}

const texts = rawTexts(treebank(file).slice(0, Number(values.sentences)), 20).map(
  ({ text }) => text,
)
const [network, start] = await cost(() => openNetwork())
const cut = () => texts.flatMap((text) => cutText(text, undefined, languages))
const analyse = async (sentences: ReturnType<typeof cut>) => {
  const asked = sentences.map(({ forms, language: code }) => ({
    words: forms,
    style: languages.get(code)?.style ?? "",
  }))
  for (let at = 0; at < asked.length; at += 64) await network.analyse(asked.slice(at, at + 64))
}
await analyse(cut().slice(0, 100))
const [sentences, cutting] = await cost(cut)
const [, reading] = await cost(() => analyse(sentences))
const words = sentences.reduce((sum, { forms }) => sum + forms.length, 0)
const rate = (seconds: number) => (sentences.length / seconds).toFixed(0)
console.log(`${sentences.length} sentences, ${words} words of ${language}`)
console.log(
  `start ${(start * 1000).toFixed(0)} ms of processor time, memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
)
console.log(
  `language, sentences, words: ${rate(cutting)} sentences a second (${((100 * cutting) / (cutting + reading)).toFixed(1)} % of the time)`,
)
console.log(
  `trees and names: ${rate(reading)}; together ${rate(cutting + reading)} sentences, ${(words / (cutting + reading)).toFixed(0)} words a second`,
)
if (values.claims) {
  const reader = await openReader(network)
  const [, all] = await cost(async () => {
    for (const [i, text] of texts.entries()) await reader.read({ id: String(i), origin: "", text })
  })
  console.log(`with claims: ${rate(all)} sentences a second`)
}
