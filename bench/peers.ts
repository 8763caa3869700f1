/**
 * Our time beside that of others on the same texts in one run, by the processor time of each process, and our share of what the
 * machine can do. What is needed of others is fetched into FOLDER (npm and pip); what cannot be had is said.
 *
 *     npx tsx bench/peers.ts PATH/ud FOLDER [--sentences N]
 */
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { createEngine, limitFor } from "../src/language/engine.js"
import { readModel } from "../src/language/weights.js"
import { cutText } from "../src/operations/annotate-cut.js"
import { languages, openNetwork } from "../src/operations/reader.js"
import { rawTexts, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sentences: { type: "string", default: "1000" } },
})
const [data = "", folder = ""] = positionals
mkdirSync(folder, { recursive: true })
const here = (name: string): string => new URL(`peers/${name}`, import.meta.url).pathname

interface Peer {
  readonly name: string
  readonly does: string
  readonly language: "en" | "ru"
  /** Fetches what is needed and gives the command. */
  command(): readonly string[]
}

function fetched(name: string, ...packages: string[]): string {
  const path = join(folder, name)
  if (!existsSync(path)) {
    mkdirSync(path)
    execFileSync(
      "npm",
      ["install", "--prefix", path, "--ignore-scripts", "--no-audit", "--no-fund", ...packages],
      { stdio: "pipe" },
    )
  }
  return path
}

function python(name: string, ...packages: string[]): string {
  const path = join(folder, name)
  if (!existsSync(path)) execFileSync("python3", ["-m", "venv", path], { stdio: "pipe" })
  execFileSync(join(path, "bin/pip"), ["install", "--quiet", ...packages], { stdio: "pipe" })
  return join(path, "bin/python")
}

const PEERS: readonly Peer[] = [
  {
    name: "wink-nlp",
    does: "words, tags",
    language: "en",
    command: () => [
      process.execPath,
      here("wink.mjs"),
      fetched("wink", "wink-nlp", "wink-eng-lite-web-model"),
    ],
  },
  {
    name: "compromise",
    does: "words, tags",
    language: "en",
    command: () => [process.execPath, here("compromise.mjs"), fetched("compromise", "compromise")],
  },
  {
    name: "spaCy, small",
    does: "words, tags, trees, names",
    language: "en",
    command: () => [python("spacy", "spacy", "en_core_web_sm"), here("spacy_peer.py")],
  },
  {
    name: "natasha",
    does: "words, tags, trees, names",
    language: "ru",
    command: () => [python("natasha", "natasha", "setuptools<80"), here("natasha_peer.py")],
  },
]

const most = Number(values.sentences)
const sets = {
  en: rawTexts(treebank(join(data, "en/dev.conllu")).slice(0, most), 10),
  ru: rawTexts(treebank(join(data, "ru/train.conllu"), "gsd").slice(0, most), 10),
}
const network = await openNetwork()

/** Our seconds of processor time and sub-words' products. */
async function ours(language: "en" | "ru"): Promise<{ seconds: number; words: number }> {
  const texts = sets[language].map(({ text }) => text)
  const read = async (text: string): Promise<number> => {
    const cut = cutText(text, undefined, languages)
    await network.analyse(
      cut.map(({ forms, language: code }) => ({
        words: forms,
        style: languages.get(code)?.style ?? "",
      })),
    )
    return cut.reduce((sum, { forms }) => sum + forms.length, 0)
  }
  for (const text of texts.slice(0, 5)) await read(text)
  const before = process.cpuUsage()
  let words = 0
  for (const text of texts) words += await read(text)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, words }
}

/** Products a second of the inner loop alone, on operands that stay near the processor: the most that this machine gives. */
async function peak(): Promise<number> {
  const model = readModel(readFileSync("models/reader.bin"))
  const engine = await createEngine(model, readFileSync("encoder/build/encoder.wasm"))
  const { hidden, inner } = model.config
  const [tokens, rounds] = [128, 40]
  const whole = engine.room(tokens * hidden * 2)
  const scales = engine.floats(tokens)
  const out = engine.floats(tokens * inner)
  engine.bytes().fill(limitFor(hidden) & 1, whole, whole + tokens * hidden * 2)
  const go = (): void => engine.multiply("0.fi", { whole, scales }, tokens, hidden, out)
  for (let i = 0; i < 5; i++) go()
  const before = process.cpuUsage()
  for (let i = 0; i < rounds; i++) go()
  const { user, system } = process.cpuUsage(before)
  return (rounds * tokens * hidden * inner) / ((user + system) / 1e6)
}

const { hidden, inner, layers } = readModel(readFileSync("models/reader.bin")).config
const perPiece = layers * (4 * hidden * hidden + 2 * hidden * inner)
const most1 = await peak()
for (const language of ["en", "ru"] as const) {
  const mine = await ours(language)
  const sentences = sets[language].reduce((sum, text) => sum + text.sentences.length, 0)
  // A third more sub-words than words, counted on these sets.
  const rate = (mine.words * 1.35 * perPiece) / mine.seconds
  console.log(
    `${language}: ours ${(sentences / mine.seconds).toFixed(0)} sentences, ${(mine.words / mine.seconds).toFixed(0)} words a second of processor time (words, tags, features, lemmas, trees, names); ` +
      `${(rate / 1e9).toFixed(0)} thousand million products a second, ${((100 * rate) / most1).toFixed(0)} % of what the inner loop alone does here (${(most1 / 1e9).toFixed(0)})`,
  )
  for (const peer of PEERS.filter((one) => one.language === language)) {
    try {
      const [command = "", ...args] = peer.command()
      const input = JSON.stringify(sets[language].map(({ text }) => text))
      const done = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 26 })
      const { seconds, words } = JSON.parse(done.stdout) as { seconds: number; words: number }
      const ratio = words / seconds / (mine.words / mine.seconds)
      console.log(
        `  ${peer.name} (${peer.does}): ${(words / seconds).toFixed(0)} words a second, ${ratio.toFixed(2)} times ours`,
      )
    } catch (error) {
      const line = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)
      console.log(`  ${peer.name}: cannot be had here (${line.slice(0, 120)})`)
    }
  }
}
