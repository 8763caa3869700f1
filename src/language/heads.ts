import type { Encoder, Pieces } from "./encoder.js"
import { type Engine, limitFor, type Pointer, ROWS, type Rounded } from "./engine.js"
import type { ModelFile } from "./weights.js"
import { WINDOW } from "./windows.js"

/**
 * What the heads say of a batch, row by row: each sentence has a row for its root and one for each
 * word. The views are into the memory of the arithmetic and hold until the next call.
 */
export interface Scores {
  readonly rows: number
  readonly upos: Uint32Array
  /** For each attribute, in the order of the inventory, the value of each row. */
  readonly attributes: readonly Uint32Array[]
  readonly lemma: Uint32Array
  /** All scores of the lemma scripts, `lemmaStride` a row. */
  readonly lemmaScores: Float32Array
  readonly lemmaStride: number
  /** Nine of `namesStride` a row: for each type outside, begin, inside. */
  readonly names: Float32Array
  readonly namesStride: number
}

/** Scores and shares of heads of one sentence: `scores[d * size + h]`, `shares[d * pitch + h]`. */
export interface Arcs {
  readonly size: number
  readonly pitch: number
  readonly scores: Float32Array
  readonly shares: Float32Array
}

/** Asks the heads. Every answer on a sentence is the same bit for bit in any batch. */
export interface Heads {
  /** Reads sentences of together at most `TOKENS` sub-words. */
  read(batch: readonly Pieces[]): Scores
  /** The arcs of the sentence whose root has row `from`. */
  arcs(from: number, size: number): Arcs
  /** Scores of the relations of all rows, given for each row the row of its head. */
  relations(headRows: Uint32Array): Float32Array
}

const OF_MIX = ["upos", "feats", "lemma", "arc.dep", "arc.head", "label.dep", "label.head"] as const

/** Lays the heads' buffers out. */
export function createHeads(engine: Engine, encoder: Encoder, model: ModelFile): Heads {
  const { hidden, arc, label } = model.config
  const { attributes, rels, lemma, upos } = model.inventory
  const { run, floats, multiply } = engine
  const buffers = new Map<string, Pointer>()
  for (const name of [...OF_MIX, "names", "arc", "label.d", "label.h"]) {
    buffers.set(name, floats(ROWS * engine.rows(name)))
  }
  const out = (name: string): Pointer => buffers.get(name) as Pointer
  const roundedRoom = (width: number): Rounded => ({
    whole: engine.room(ROWS * width * 2),
    scales: floats(ROWS),
  })
  const rounded = roundedRoom(Math.max(hidden, arc, label))
  const labelHeads = roundedRoom(label)
  const picked = roundedRoom(label)
  const products = floats(ROWS * engine.rows("label"))
  const slots = floats(ROWS)
  const relationScores = floats(ROWS * rels.length)
  const most = WINDOW.words + 1
  const arcScores = floats(most * most)
  const arcShares = floats(most * (most + 3))
  const ranges = attributeRanges(attributes)
  const chosen = floats(ROWS * (2 + ranges.length))
  let rows = 0

  const round = (from: Pointer, width: number): void =>
    run.quantise(from, rows, width, limitFor(width), rounded.whole, rounded.scales)
  const relu = (name: string, width: number, to: Rounded): void =>
    run.reluQuantise(out(name), rows, width, limitFor(width), to.whole, to.scales)

  const ask = (): void => {
    round(encoder.mixNames, hidden)
    multiply("names", rounded, rows, hidden, out("names"))
    round(encoder.mix, hidden)
    for (const name of OF_MIX) multiply(name, rounded, rows, hidden, out(name))
    // Only its numbers without negatives are wanted, as f32.
    relu("arc.head", arc, rounded)
    relu("arc.dep", arc, rounded)
    multiply("arc", rounded, rows, arc, out("arc"))
    relu("label.dep", label, rounded)
    multiply("label.d", rounded, rows, label, out("label.d"))
    relu("label.head", label, labelHeads)
  }

  const choose = (name: string, slot: number, from: number, size: number): Uint32Array => {
    const to = chosen + slot * ROWS * 4
    run.choose(out(name), rows, engine.rows(name), from, size, to)
    return engine.u32(to, rows)
  }

  const read = (batch: readonly Pieces[]): Scores => {
    rows = encoder.encode(batch)
    ask()
    const [lemmaStride, namesStride] = [engine.rows("lemma"), engine.rows("names")]
    return {
      rows,
      upos: choose("upos", 0, 0, upos.length),
      lemma: choose("lemma", 1, 0, lemma.length),
      attributes: ranges.map(({ from, size }, n) => choose("feats", n + 2, from, size)),
      lemmaScores: engine.f32(out("lemma"), rows * lemmaStride),
      lemmaStride,
      names: engine.f32(out("names"), rows * namesStride),
      namesStride,
    }
  }

  const arcs = (from: number, size: number): Arcs => {
    const pitch = Math.ceil(size / 4) * 4
    const begin = from * arc * 4
    run.arcs(out("arc") + begin, out("arc.head") + begin, size, arc, arcScores)
    run.arcShares(arcScores, size, pitch, arcShares)
    const scores = engine.f32(arcScores, size * size)
    return { size, pitch, scores, shares: engine.f32(arcShares, size * pitch) }
  }

  /**
   * Puts the rows of all words that are a head side by side; says for each row where its head is.
   */
  const pickHeads = (headRows: Uint32Array): number => {
    const slot = new Map<number, number>()
    const [bytes, where] = [engine.bytes(), engine.u32(slots, rows)]
    headRows.forEach((head, row) => {
      let found = slot.get(head)
      if (found === undefined) {
        found = slot.size
        slot.set(head, found)
        const [from, scale] = [labelHeads.whole + head * label * 2, labelHeads.scales + head * 4]
        bytes.copyWithin(picked.whole + found * label * 2, from, from + label * 2)
        bytes.copyWithin(picked.scales + found * 4, scale, scale + 4)
      }
      where[row] = found
    })
    return slot.size
  }

  const relations = (headRows: Uint32Array): Float32Array => {
    const count = pickHeads(headRows)
    multiply("label", picked, count, label, products)
    multiply("label.h", picked, count, label, out("label.h"))
    const linear = [out("label.d"), out("label.h"), engine.rows("label.d")]
    const product = [products, engine.rows("label"), ...linear]
    run.relations(out("label.dep"), slots, rows, ...product, rels.length, label, relationScores)
    return engine.f32(relationScores, rows * rels.length)
  }

  return { read, arcs, relations }
}

interface Range {
  readonly from: number
  readonly size: number
}

function attributeRanges(attributes: Readonly<Record<string, readonly string[]>>): Range[] {
  let end = 0
  return Object.values(attributes).map(({ length: size }) => {
    end += size
    return { from: end - size, size }
  })
}
