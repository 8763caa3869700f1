/**
 * Scores the reader on gold words of a treebank.
 *
 *     npx tsx scripts/score-trees.ts --data PATH/ud --language en --set dev
 *         [--model FILE] [--sentences N] [--style S] [--source TREEBANK] [--last] [--confusion]
 */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { Confusion } from "../bench/confusion.js"
import { type ConlluLine, conlluWords, parseConllu } from "../src/language/conllu.js"
import { type Analysis, createNetwork, type Network } from "../src/language/network.js"
import { wordForm } from "../src/language/word-form.js"

const STYLES: Readonly<Record<string, string>> = {
  en: "en_ewt-train",
  ru: "ru_gsd-dev",
  fa: "fa_perdt-dev",
}

/** Attributes that UFeats counts, as in the CoNLL 2018 shared task. */
const UNIVERSAL = new Set(
  (
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree " +
    "VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite"
  ).split(" "),
)

const universal = (feats: string): string =>
  feats
    .split("|")
    .filter((pair) => UNIVERSAL.has(pair.split("=")[0] as string))
    .sort()
    .join("|")

const main = (relation: string): string => relation.split(":")[0] as string

interface Counts {
  words: number
  upos: number
  feats: number
  lemma: number
  uas: number
  las: number
  clas: number
}

const relations = new Confusion()
const tags = new Confusion()

function count(network: Network, gold: readonly ConlluLine[], said: Analysis, counts: Counts) {
  gold.forEach((line, n) => {
    const head = said.head[n] === Number(line.head)
    const rel = network.labels.rels[said.rel[n] as number] as string
    const las = head && main(rel) === main(line.deprel)
    counts.words++
    if (network.labels.upos[said.upos[n] as number] === line.upos) counts.upos++
    if (universal(said.feats[n] as string) === universal(line.feats)) counts.feats++
    if (line.lemma === "_" || said.lemma[n] === wordForm(line.lemma)) counts.lemma++
    if (head) counts.uas++
    if (las) counts.las++
    if (head && rel === line.deprel) counts.clas++
    relations.add(main(line.deprel), main(rel), las)
    tags.add(line.upos, network.labels.upos[said.upos[n] as number] ?? "")
  })
}

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    language: { type: "string", default: "en" },
    set: { type: "string", default: "dev" },
    model: { type: "string", default: "models/reader.bin" },
    style: { type: "string" },
    sentences: { type: "string", default: "Infinity" },
    source: { type: "string", default: "" },
    /** Takes the last sentences rather than the first: of a set that others were counted in. */
    last: { type: "boolean", default: false },
    confusion: { type: "boolean", default: false },
  },
})
if (!values.data) throw new TypeError("--data is missing: the folder that holds en/dev.conllu")

const begun = performance.now()
const network = await createNetwork(
  readFileSync(values.model),
  readFileSync("encoder/build/encoder.wasm"),
)
const started = performance.now() - begun
const text = readFileSync(`${values.data}/${values.language}/${values.set}.conllu`, "utf8")
const wanted = (comments: readonly string[]) =>
  values.source === "" || comments.some((c) => c.includes(values.source))
const all = parseConllu(text)
  .filter(({ comments }) => wanted(comments))
  .map(conlluWords)
  .filter((words) => words.length > 0)
const most = Number(values.sentences)
const gold = values.last ? all.slice(-most) : all.slice(0, most)
const style = values.style ?? STYLES[values.language] ?? ""
const input = gold.map((words) => ({ words: words.map(({ form }) => form), style }))

await network.analyse(input.slice(0, 20))
const cpu = process.cpuUsage()
const clock = performance.now()
const said = await network.analyse(input)
const wall = (performance.now() - clock) / 1000
const used = process.cpuUsage(cpu)
const seconds = (used.user + used.system) / 1e6

const counts: Counts = { words: 0, upos: 0, feats: 0, lemma: 0, uas: 0, las: 0, clas: 0 }
gold.forEach((words, n) => {
  count(network, words, said[n] as Analysis, counts)
})
const share = (n: number): string => ((100 * n) / counts.words).toFixed(2)
const rate = (n: number, time: number): string => (n / time).toFixed(1)
console.log(
  [
    `${values.language} ${values.set}, ${style}: ${gold.length} sentences, ${counts.words} words`,
    `UPOS ${share(counts.upos)}  UFeats ${share(counts.feats)}  lemma ${share(counts.lemma)}`,
    `UAS ${share(counts.uas)}  LAS ${share(counts.las)}  (with subtypes ${share(counts.clas)})`,
    `per CPU-second: ${rate(counts.words, seconds)} words, ${rate(gold.length, seconds)} sentences`,
    `per second: ${rate(counts.words, wall)} words, ${rate(gold.length, wall)} sentences`,
    `start ${started.toFixed(0)} ms, memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  ].join("\n"),
)
if (values.confusion)
  console.log(
    [
      `\nby part of speech\n${tags.table()}\noften taken for: ${tags.worst()}`,
      `\nby relation (right: head and relation)\n${relations.table()}\noften taken for: ${relations.worst()}`,
    ].join("\n"),
  )
