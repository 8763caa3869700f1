import { type Engine, limitFor, type Pointer, ROWS, type Rounded } from "./engine.js"
import { type ModelFile, numbersOf } from "./weights.js"

/** A sentence as the encoder takes it. */
export interface Pieces {
  /** Numbers of the sub-words, with those for begin and end. */
  readonly ids: readonly number[]
  /** For the root (0) and for each word, which sub-word is its first. */
  readonly first: readonly number[]
  /** Number of the style. */
  readonly style: number
}

/**
 * The encoder's layers. Each sentence of a batch has a row for its root and one for each word; a
 * row holds the mix of all layers at the word's first sub-word.
 */
export interface Encoder {
  /** Reads sentences of together at most `TOKENS` sub-words; gives back the number of rows. */
  encode(batch: readonly Pieces[]): number
  /** Mix for the tree's heads, with the style's vector, and mixes for names, for acts and for the sentence's vector. */
  readonly mix: Pointer
  readonly mixNames: Pointer
  readonly mixActs: Pointer
  readonly mixVector: Pointer
}

/** Lays the encoder's buffers out. */
export function createEncoder(engine: Engine, model: ModelFile): Encoder {
  const { hidden, inner, layers, heads, epsilon } = model.config
  const { run, floats, tensor, multiply } = engine
  const ids = floats(ROWS)
  const places = floats(ROWS)
  const first = floats(ROWS)
  const styles = floats(ROWS)
  const x = floats(ROWS * hidden)
  const y = floats(ROWS * hidden)
  const seen = floats(ROWS * hidden)
  const wide = floats(ROWS * Math.max(inner, 3 * hidden))
  const whole = engine.room(ROWS * inner * 2)
  const scales = floats(ROWS)
  const mixes = numbersOf(model, "mix")
  const targets = [0, 1, 2, 3].map(() => floats(ROWS * hidden))
  const [mix, mixNames, mixActs, mixVector] = targets as [Pointer, Pointer, Pointer, Pointer]
  const used = targets.slice(0, mixes.length / (layers + 1))
  const rounded: Rounded = { whole, scales }
  const limit = limitFor(hidden)

  /** Writes numbers, places and styles side by side, sentence behind sentence. */
  const lay = (batch: readonly Pieces[]): { tokens: number; rows: number } => {
    const [idView, placeView] = [engine.u32(ids, ROWS), engine.u32(places, ROWS)]
    const [firstView, styleView] = [engine.u32(first, ROWS), engine.u32(styles, ROWS)]
    let [tokens, rows] = [0, 0]
    for (const sentence of batch) {
      for (const index of sentence.first) {
        firstView[rows] = tokens + index
        styleView[rows++] = sentence.style
      }
      sentence.ids.forEach((id, place) => {
        idView[tokens] = id
        placeView[tokens++] = place
      })
    }
    return { tokens, rows }
  }

  const mixIn = (layer: number, rows: number): void => {
    used.forEach((to, n) => {
      run.mixIn(x, first, rows, hidden, mixes[n * (layers + 1) + layer] as number, to)
    })
  }

  const addNorm = (name: string, tokens: number): void => {
    const [weight, bias] = [tensor(`${name}.w`), tensor(`${name}.b`)]
    run.addNorm(x, y, tokens, hidden, weight, bias, epsilon, limit, whole, scales)
  }

  /** The last layer goes on with the first sub-word of each word only: nobody asks for the others. */
  const keepFirst = (rows: number): void => {
    const [bytes, firstView] = [engine.bytes(), engine.u32(first, rows)]
    firstView.forEach((token, row) => {
      const size = hidden * 4
      for (const from of [x, seen])
        bytes.copyWithin(from + row * size, from + token * size, from + (token + 1) * size)
      firstView[row] = row
    })
  }

  const layer = (n: number, batch: readonly Pieces[], all: number, rows: number): void => {
    multiply(`${n}.qkv`, rounded, all, hidden, wide)
    // In order: attention also writes up to three rows behind a sentence, which the next one
    // overwrites.
    let from = 0
    for (const sentence of batch) {
      const length = sentence.ids.length
      const [qkv, out] = [wide + from * hidden * 12, seen + from * hidden * 4]
      run.attention(qkv, length, heads, out, engine.scratch)
      from += length
    }
    const last = n + 1 === layers
    if (last) keepFirst(rows)
    const tokens = last ? rows : all
    run.quantise(seen, tokens, hidden, limit, whole, scales)
    multiply(`${n}.ao`, rounded, tokens, hidden, y)
    addNorm(`${n}.aln`, tokens)
    multiply(`${n}.fi`, rounded, tokens, hidden, wide)
    run.geluQuantise(wide, tokens, inner, limitFor(inner), whole, scales)
    multiply(`${n}.fo`, rounded, tokens, inner, y)
    addNorm(`${n}.oln`, tokens)
  }

  const embed = (tokens: number): void => {
    const [words, vectors] = [tensor("words"), tensor("places")]
    const [weight, bias] = [tensor("norm.w"), tensor("norm.b")]
    const from = [ids, places, tokens, hidden, words, vectors, weight, bias]
    run.embed(...from, epsilon, limit, x, whole, scales)
  }

  const encode = (batch: readonly Pieces[]): number => {
    const { tokens, rows } = lay(batch)
    for (const to of used) engine.f32(to, rows * hidden).fill(0)
    embed(tokens)
    mixIn(0, rows)
    for (let n = 0; n < layers; n++) {
      layer(n, batch, tokens, rows)
      mixIn(n + 1, rows)
    }
    run.mixIn(tensor("style"), styles, rows, hidden, 1, mix)
    return rows
  }

  return { encode, mix, mixNames, mixActs, mixVector }
}
