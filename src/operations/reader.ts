import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Language } from "../language/language.js"
import { type Lexicon, lexiconOf, tableWords } from "../language/lexicon.js"
import { readLemmaLists, withLemmas, withWords } from "../language/lemma-list.js"
import { createNetwork, type Network } from "../language/network.js"
import { tokenize } from "../language/segment.js"
import { english } from "../languages/en/index.js"
import { persian } from "../languages/fa/index.js"
import { russian } from "../languages/ru/index.js"
import { Pipeline } from "../model/pipeline.js"
import { report } from "../model/report.js"
import {
  claimStage,
  dateStage,
  encodeStage,
  identifyStage,
  publishedStage,
  quantityStage,
  segmentStage,
  zoneStage,
} from "../reading/stages.js"
import type { Observer } from "../reading/claims.js"
import { zoneCues } from "../reading/zones.js"
import type { ReadDocument, Reader } from "./reader-type.js"

/** The languages that are plugged in. */
export const languages: ReadonlyMap<string, Language> = new Map(
  [english, russian, persian].map((l) => [l.code, l]),
)

const root = new URL("../../", import.meta.url)

/** Opens the network that is shipped with the package. */
export async function openNetwork(): Promise<Network> {
  const model = await readFile(fileURLToPath(new URL("models/reader.bin", root)))
  const wasm = await readFile(fileURLToPath(new URL("encoder/build/encoder.wasm", root)))
  const lemmas = await readFile(fileURLToPath(new URL("models/lemmas.txt", root)), "utf8")
  let lists = readLemmaLists(lemmas)
  for (const [code, lexicon] of lexicons())
    lists = withWords(lists, code, tableWords(lexicon), lexicon.irregular)
  return withLemmas(await createNetwork(model, wasm), lists)
}

let built: ReadonlyMap<string, Lexicon> | null = null

/** The tables of every language, made ready once. */
export function lexicons(): ReadonlyMap<string, Lexicon> {
  const split = (name: string, language: Language) =>
    tokenize(name, { from: 0, to: name.length }, language.segment).forms
  built ??= new Map([...languages].map(([code, language]) => [code, lexiconOf(language, split)]))
  return built
}

/** Opens the reader with all languages; takes some tenths of a second. */
export async function openReader(
  network?: Network,
  { observe }: { readonly observe?: Observer } = {},
): Promise<Reader> {
  const net = network ?? (await openNetwork())
  const known = lexicons()
  const cues = zoneCues(
    [...languages.values()].flatMap(({ tables }) => [tables.boilerplate, tables.page]),
  )
  const pipeline = Pipeline.start()
    .use(identifyStage)
    .use(zoneStage(cues))
    .use(segmentStage(languages))
    .use(encodeStage(net, languages))
    .use(publishedStage(languages))
    .use(dateStage(languages))
    .use(quantityStage(languages))
    .use(claimStage(known, observe))
  return { read: async (input) => (await pipeline.read(report(input))) as ReadDocument }
}
