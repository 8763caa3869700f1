import type { Language } from "../language/language.js"
import { type MoreLemmas, readLemmaLists, withLemmas, withWords } from "../language/lemma-list.js"
import { type Lexicon, lexiconOf, tableWords } from "../language/lexicon.js"
import { createNetwork, type Network } from "../language/network.js"
import { tokenize } from "../language/segment.js"
import { english } from "../languages/en/index.js"
import { persian } from "../languages/fa/index.js"
import { russian } from "../languages/ru/index.js"
import { Pipeline } from "../model/pipeline.js"
import { report } from "../model/report.js"
import type { Observer } from "../reading/claims.js"
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
import { zoneCues } from "../reading/zones.js"
import type { ReadDocument, Reader } from "./reader-type.js"

/** The languages that are plugged in. */
export const languages: ReadonlyMap<string, Language> = new Map(
  [english, russian, persian].map((l) => [l.code, l]),
)

/** What the network is made of: `models/reader.bin`, `encoder/build/encoder.wasm`, `models/lemmas.txt`. */
export interface NetworkFiles {
  readonly model: Uint8Array
  readonly wasm: Uint8Array
  readonly lemmas: string
}

/** The network from the bytes of its files; needs no machine beyond WebAssembly. */
export async function networkOf({ model, wasm, lemmas }: NetworkFiles): Promise<Network> {
  return checkedLemmas(await createNetwork(model, wasm), lemmas)
}

/** A network whose lemmas are checked against the lists and the tables of every language. */
export function checkedLemmas(network: Network, lemmas: string): Network {
  const words = new Map<string, MoreLemmas>()
  const more = (code: string): MoreLemmas | null => {
    const lexicon = lexicons().get(code)
    if (lexicon === undefined) return null
    const made = words.get(code) ?? { words: tableWords(lexicon), irregular: lexicon.irregular }
    words.set(code, made)
    return made
  }
  return withLemmas(network, withWords(readLemmaLists(lemmas), more))
}

const split = (name: string, language: Language) =>
  tokenize(name, { from: 0, to: name.length }, language.segment).forms

/** Lexicons by language, each built when it is first asked for: a report in one language pays for one. */
class Lexicons extends Map<string, Lexicon> {
  override get(code: string): Lexicon | undefined {
    const language = languages.get(code)
    if (language !== undefined && !super.has(code)) super.set(code, lexiconOf(language, split))
    return super.get(code)
  }
}

const built = new Lexicons()

/** The tables of every language, made ready when they are first asked for. */
export function lexicons(): Pick<ReadonlyMap<string, Lexicon>, "get"> {
  return built
}

/** A reader with all languages that asks the network given. */
export function readerOf(network: Network, observe?: Observer): Reader {
  const known = lexicons()
  const cues = zoneCues(
    [...languages.values()].flatMap(({ tables }) => [tables.boilerplate, tables.page]),
  )
  const pipeline = Pipeline.start()
    .use(identifyStage)
    .use(zoneStage(cues))
    .use(segmentStage(languages))
    .use(encodeStage(network, languages, known))
    .use(publishedStage(languages))
    .use(dateStage(languages))
    .use(quantityStage(languages))
    .use(claimStage(known, observe))
  return { read: async (input) => (await pipeline.read(report(input))) as ReadDocument }
}
