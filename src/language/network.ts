import { type ActHeads, createActHeads, type SentenceActs } from "./act-heads.js"
import { createEncoder, type Pieces } from "./encoder.js"
import { createEngine } from "./engine.js"
import { createFeats } from "./feats.js"
import { createHeads, type Heads, type Scores } from "./heads.js"
import { applyLemmaScript } from "./lemma-script.js"
import { nameTags } from "./name-tags.js"
import { spanningTree } from "./spanning-tree.js"
import { createSubWords, type SubWords } from "./subwords.js"
import { type Inventory, readModel } from "./weights.js"
import { windows } from "./windows.js"
import { wordForm } from "./word-form.js"

/** What the network says of one sentence of n words. */
export interface Analysis {
  /** Index into `labels.upos`. */
  readonly upos: Uint8Array
  /** FEATS as in Universal Dependencies, attributes sorted; `_` if none. */
  readonly feats: readonly string[]
  readonly lemma: readonly string[]
  /** 0 is the root, else the number of a word, counted from 1. */
  readonly head: Int16Array
  /** Index into `labels.rels`. */
  readonly rel: Uint8Array
  /**
   * 3n: for PER, ORG, LOC of each word 0 outside, 1 begin, 2 inside; inside never follows outside.
   */
  readonly names: Uint8Array
  /** Probability of the chosen head of each word. */
  readonly sure: Float32Array
  /** Acts, type of the whole and vector, one for each window of the sentence; empty when the model knows no acts. */
  readonly acts: readonly WindowActs[]
}

/** What is said of the acts in a stretch of a sentence that was read at once; nearly always the whole. */
export interface WindowActs extends SentenceActs {
  /** The first word of the stretch, from 0. */
  readonly from: number
}

/** A sentence to be read. */
export interface Sentence {
  /** Words as they stand in the text; `wordForm` is applied here. */
  readonly words: readonly string[]
  /**
   * The treebank whose habits to follow, one of `labels.styles`; an unknown one is read as "", no
   * style.
   */
  readonly style: string
}

/** The one network that reads every language. */
export interface Network {
  readonly labels: {
    readonly upos: readonly string[]
    readonly rels: readonly string[]
    readonly styles: readonly string[]
    /** Types of acts, the first none; family/stage; statuses. Empty in a model that knows no acts. */
    readonly types: readonly string[]
    readonly kinds: readonly string[]
    readonly statuses: readonly string[]
  }
  /** Reads sentences. An answer does not depend on what else is in the batch, bit for bit. */
  analyse(sentences: readonly Sentence[]): Promise<readonly Analysis[]>
}

/**
 * Opens a model file with the arithmetic of encoder/build/encoder.wasm (its bytes or a
 * `WebAssembly.Module`). The model's bytes are copied.
 */
export async function createNetwork(
  model: Uint8Array,
  wasm: Uint8Array | object,
): Promise<Network> {
  const file = readModel(model)
  const { inventory } = file
  const engine = await createEngine(file, wasm)
  const encoder = createEncoder(engine, file)
  const heads = createHeads(engine, encoder, file)
  const { mixActs, mixVector } = encoder
  const acts = createActHeads(engine, { acts: mixActs, vector: mixVector }, file)
  const subWords = createSubWords(file)
  const reader = { heads, acts, subWords, inventory, feats: createFeats(inventory) }
  const { upos, rels, styles, types = [], kinds = [], statuses = [] } = inventory
  return {
    labels: { upos, rels, styles, types, kinds, statuses },
    analyse: async (sentences) => analyse(reader, sentences),
  }
}

interface Reader {
  readonly heads: Heads
  readonly acts: ActHeads | null
  readonly subWords: SubWords
  readonly inventory: Inventory
  readonly feats: (scores: Scores, row: number) => string
}

/** A part of a sentence that is read at once, and where its answers go. */
interface Part extends Pieces {
  readonly words: readonly string[]
  readonly answer: Answer
  readonly from: number
}

interface Answer extends Analysis {
  readonly feats: string[]
  readonly lemma: string[]
  readonly acts: WindowActs[]
}

/**
 * Sub-words read at once, unless a single sentence has more. More is not faster: less stays near
 * the processor.
 */
const BATCH = 192

function analyse(reader: Reader, sentences: readonly Sentence[]): Analysis[] {
  const answers: Answer[] = []
  let batch: Part[] = []
  let tokens = 0
  const flush = (): void => {
    if (batch.length > 0) readBatch(reader, batch)
    batch = []
    tokens = 0
  }
  for (const sentence of sentences) {
    const answer = emptyAnswer(sentence.words.length)
    answers.push(answer)
    for (const part of partsOf(reader, sentence, answer)) {
      if (tokens + part.ids.length > BATCH) flush()
      batch.push(part)
      tokens += part.ids.length
    }
  }
  flush()
  for (const answer of answers) joinWindows(answer, reader.inventory)
  return answers
}

function emptyAnswer(count: number): Answer {
  return {
    upos: new Uint8Array(count),
    feats: [],
    lemma: [],
    head: new Int16Array(count),
    rel: new Uint8Array(count),
    names: new Uint8Array(3 * count),
    sure: new Float32Array(count),
    acts: [],
  }
}

function partsOf({ subWords, inventory }: Reader, sentence: Sentence, answer: Answer): Part[] {
  const words = sentence.words.map(wordForm)
  const pieces = words.map((word) => subWords.of(word))
  const style = Math.max(0, inventory.styles.indexOf(sentence.style))
  return windows(words, pieces).map(([from, to]) => {
    const ids = [subWords.begin]
    const first = [0]
    for (const own of pieces.slice(from, to)) {
      first.push(ids.length)
      ids.push(...own)
    }
    ids.push(subWords.end)
    return { ids, first, style, words: words.slice(from, to), answer, from }
  })
}

function readBatch(reader: Reader, batch: readonly Part[]): void {
  const { heads } = reader
  const scores = heads.read(batch)
  const headRows = new Uint32Array(scores.rows)
  let row = 0
  for (const part of batch) {
    headRows[row] = row
    tagWords(reader, scores, part, row)
    const { head, sure } = part.answer
    const arcs = heads.arcs(row, part.first.length)
    const tree = spanningTree(arcs.scores, arcs.size)
    for (let word = 1; word < arcs.size; word++) {
      const chosen = tree[word] as number
      const at = part.from + word - 1
      headRows[row + word] = row + chosen
      head[at] = chosen === 0 ? 0 : part.from + chosen
      sure[at] = arcs.shares[word * arcs.pitch + chosen] as number
    }
    row += arcs.size
  }
  nameRelations(reader, batch, heads.relations(headRows))
  reader.acts?.read(batch).forEach((acts, n) => {
    const { answer, from } = batch[n] as Part
    answer.acts.push({ ...acts, from })
  })
}

function tagWords({ inventory, feats }: Reader, scores: Scores, part: Part, row: number): void {
  const { answer, words, from } = part
  words.forEach((word, n) => {
    const at = row + n + 1
    answer.upos[from + n] = scores.upos[at] as number
    answer.feats.push(feats(scores, at))
    answer.lemma.push(lemmaOf(inventory, scores, word, at))
  })
  const { names, namesStride } = scores
  const own = names.subarray((row + 1) * namesStride, (row + 1 + words.length) * namesStride)
  answer.names.set(nameTags(own, namesStride, words.length), 3 * from)
}

function lemmaOf(inventory: Inventory, scores: Scores, word: string, row: number): string {
  const best = applyLemmaScript(word, inventory.lemma[scores.lemma[row] as number] as string)
  if (best !== null) return best
  const from = row * scores.lemmaStride
  const own = scores.lemmaScores.subarray(from, from + inventory.lemma.length)
  const order = [...own.keys()].sort((a, b) => (own[b] as number) - (own[a] as number) || a - b)
  for (const n of order) {
    const lemma = applyLemmaScript(word, inventory.lemma[n] as string)
    if (lemma !== null) return lemma
  }
  return word
}

/** The word on the root is `root`, no other word is. */
function nameRelations({ inventory }: Reader, batch: readonly Part[], scores: Float32Array): void {
  const { rels } = inventory
  const root = rels.indexOf("root")
  let row = 0
  for (const { answer, words, from } of batch) {
    for (let n = 0; n < words.length; n++) {
      const at = (row + n + 1) * rels.length
      let best = root === 0 ? 1 : 0
      for (let r = best + 1; r < rels.length; r++) {
        if (r !== root && (scores[at + r] as number) > (scores[at + best] as number)) best = r
      }
      answer.rel[from + n] = answer.head[from + n] === 0 && root >= 0 ? root : best
    }
    row += words.length + 1
  }
}

/** Roots of further windows hang on the first. */
function joinWindows({ head, rel }: Answer, { rels }: Inventory): void {
  const first = head.indexOf(0)
  for (let at = first + 1; at < head.length && first >= 0; at++) {
    if (head[at] !== 0) continue
    head[at] = first + 1
    rel[at] = Math.max(0, rels.indexOf("parataxis"))
  }
}
