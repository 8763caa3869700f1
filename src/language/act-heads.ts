import type { Pieces } from "./encoder.js"
import { type Engine, limitFor, type Pointer, ROWS } from "./engine.js"
import type { ModelFile } from "./weights.js"

/** What the network says of a word that may carry an act. */
export interface ActScores {
  /** Word of the sentence, from 0. */
  readonly word: number
  /** Probability of each type of `labels.types`; the first is none. */
  readonly types: Float32Array
  /** The likeliest family/stage, an index into `labels.kinds`, and its probability. */
  readonly kind: number
  readonly kindShare: number
  /** Probability of each status of `labels.statuses`. */
  readonly statuses: Float32Array
  /** Four a word of the sentence: probability that it is none, actor, recipient, other of the act. */
  readonly roles: Float32Array
}

/** What the network says of a sentence beside its tree. */
export interface SentenceActs {
  /** Acts, in the order of words: every word that is one with more than `LEAST` probability. */
  readonly acts: readonly ActScores[]
  /** Probability of each type for the sentence as a whole. */
  readonly whole: Float32Array
  /** The sentence's vector, of length one: sentences that tell the same are near in any language. */
  readonly vector: Float32Array
}

/** Words that are an act with less probability are not told of. */
export const LEAST = 0.03

/** Asks the heads for acts. An answer on a sentence is the same bit for bit in any batch. */
export interface ActHeads {
  /** What is said of each sentence of a batch that the encoder has just read. */
  read(batch: readonly Pieces[]): SentenceActs[]
}

const ROLES = 4

/** Lays the buffers of these heads out; null for a model without them. */
export function createActHeads(
  engine: Engine,
  mixes: { readonly acts: Pointer; readonly vector: Pointer },
  model: ModelFile,
): ActHeads | null {
  const { types, kinds, statuses } = model.inventory
  if (!types || !kinds || !statuses || !model.tensors.has("act.in.w")) return null
  const { hidden } = model.config
  const { run, floats, multiply } = engine
  const act = engine.rows("act.in")
  const role = engine.rows("role.word")
  const room = (width: number) => ({ whole: engine.room(ROWS * width * 2), scales: floats(ROWS) })
  const rounded = room(Math.max(2 * hidden, act))
  const names = ["act.in", "act.type", "act.kind", "act.status", "role.act", "role.word"]
  const more = ["role.w", "role.d", "root.in", "root", "vector"]
  const out = new Map([...names, ...more].map((name) => [name, floats(ROWS * engine.rows(name))]))
  const to = (name: string): Pointer => out.get(name) as Pointer
  const pooled = floats(ROWS * 2 * hidden)

  const ask = (name: string, rows: number, width: number): void =>
    multiply(name, rounded, rows, width, to(name))
  const gelu = (name: string, rows: number): void =>
    run.geluQuantise(to(name), rows, act, limitFor(act), rounded.whole, rounded.scales)
  const relu = (name: string, rows: number): void =>
    run.reluQuantise(to(name), rows, role, limitFor(role), rounded.whole, rounded.scales)

  /** Everything that is asked of each row. */
  const byRow = (rows: number): void => {
    run.quantise(mixes.acts, rows, hidden, limitFor(hidden), rounded.whole, rounded.scales)
    for (const name of ["act.in", "role.act", "role.word"]) ask(name, rows, hidden)
    gelu("act.in", rows)
    for (const name of ["act.type", "act.kind", "act.status"]) ask(name, rows, act)
    relu("role.act", rows)
    ask("role.w", rows, role)
    relu("role.word", rows)
    ask("role.d", rows, role)
  }

  /** Everything that is asked of each sentence, from the mean of its rows. */
  const bySentence = (batch: readonly Pieces[], rows: number): void => {
    const both = engine.f32(pooled, batch.length * 2 * hidden)
    pool(engine.f32(mixes.acts, rows * hidden), batch, hidden, both, true)
    run.quantise(
      pooled,
      batch.length,
      2 * hidden,
      limitFor(2 * hidden),
      rounded.whole,
      rounded.scales,
    )
    ask("root.in", batch.length, 2 * hidden)
    gelu("root.in", batch.length)
    ask("root", batch.length, act)
    pool(engine.f32(mixes.vector, rows * hidden), batch, hidden, both, false)
    run.quantise(pooled, batch.length, hidden, limitFor(hidden), rounded.whole, rounded.scales)
    ask("vector", batch.length, hidden)
  }

  const rolesOf = (row: number, from: number, size: number): Float32Array => {
    const product = engine.f32(to("role.w") + row * ROLES * role * 4, ROLES * role)
    const words = engine.f32(to("role.word") + from * role * 4, size * role)
    const linear = engine.rows("role.d")
    const own = engine.f32(to("role.d") + from * linear * 4, size * linear)
    const shares = new Float32Array(ROLES * (size - 1))
    const scores = new Float32Array(ROLES)
    for (let word = 1; word < size; word++) {
      for (let k = 0; k < ROLES; k++) {
        let sum = own[word * linear + k] as number
        for (let d = 0; d < role; d++) {
          const value = words[word * role + d] as number
          if (value > 0) sum += value * (product[k * role + d] as number)
        }
        scores[k] = sum
      }
      shares.set(softmax(scores), ROLES * (word - 1))
    }
    return shares
  }

  const actsOf = (from: number, size: number): ActScores[] => {
    const found: ActScores[] = []
    for (let word = 1; word < size; word++) {
      const row = from + word
      const shares = softmax(scoresAt(engine, to("act.type"), row, "act.type", types.length))
      if (1 - (shares[0] as number) < LEAST) continue
      const ofKinds = softmax(scoresAt(engine, to("act.kind"), row, "act.kind", kinds.length))
      const kind = greatest(ofKinds)
      found.push({
        word: word - 1,
        types: shares,
        kind,
        kindShare: ofKinds[kind] as number,
        statuses: softmax(scoresAt(engine, to("act.status"), row, "act.status", statuses.length)),
        roles: rolesOf(row, from, size),
      })
    }
    return found
  }

  const read = (batch: readonly Pieces[]): SentenceActs[] => {
    const rows = batch.reduce((sum, { first }) => sum + first.length, 0)
    byRow(rows)
    bySentence(batch, rows)
    let from = 0
    return batch.map(({ first }, n) => {
      const acts = actsOf(from, first.length)
      from += first.length
      const whole = softmax(scoresAt(engine, to("root"), n, "root", types.length))
      return { acts, whole, vector: unit(scoresAt(engine, to("vector"), n, "vector", hidden)) }
    })
  }
  return { read }
}

function scoresAt(
  engine: Engine,
  from: Pointer,
  row: number,
  name: string,
  size: number,
): Float32Array {
  return engine.f32(from + row * engine.rows(name) * 4, size)
}

/** Means of the rows of each sentence, with its first row before them if asked for. */
function pool(
  rows: Float32Array,
  batch: readonly Pieces[],
  hidden: number,
  to: Float32Array,
  withFirst: boolean,
): void {
  let [row, at] = [0, 0]
  for (const { first } of batch) {
    if (withFirst) {
      to.set(rows.subarray(row * hidden, (row + 1) * hidden), at)
      at += hidden
    }
    for (let d = 0; d < hidden; d++) {
      let sum = 0
      for (let r = 0; r < first.length; r++) sum += rows[(row + r) * hidden + d] as number
      to[at + d] = sum / first.length
    }
    at += hidden
    row += first.length
  }
}

function softmax(scores: Float32Array): Float32Array {
  const most = scores[greatest(scores)] as number
  const shares = Float32Array.from(scores, (s) => exponential(s - most))
  let sum = 0
  for (const share of shares) sum += share
  return shares.map((share) => share / sum)
}

/**
 * eˣ for x ≤ 0 by halving and a polynomial: engines differ in the last bits of `Math.exp`, and equal words
 * must give equal numbers everywhere. Error below 10⁻⁷.
 */
function exponential(x: number): number {
  if (x < -60) return 0
  const y = x / 64
  let value = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + (y / 5) * (1 + y / 6)))))
  for (let n = 0; n < 6; n++) value *= value
  return value
}

function greatest(values: Float32Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[best] as number)) best = i
  return best
}

function unit(values: Float32Array): Float32Array {
  let sum = 0
  for (const value of values) sum += value * value
  const length = Math.sqrt(sum) || 1
  return values.map((value) => value / length)
}
