/** What the heads need beside products: greatest scores, arcs, relations, shares. */
import { softmax } from "./attention"
import { sum } from "./pointwise"

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, width: usize): f32 {
  let total = f32x4.splat(0)
  for (let i: usize = 0; i < width << 2; i += 16) {
    total = f32x4.add(total, f32x4.mul(v128.load(a + i), v128.load(b + i)))
  }
  return sum(total)
}

/**
 * For each of `count` rows the place, counted from `from`, of the greatest of `size` scores (the
 * first if equal).
 */
export function choose(
  scores: usize,
  count: usize,
  stride: usize,
  from: usize,
  size: usize,
  out: usize,
): void {
  for (let n: usize = 0; n < count; n++) {
    const row = scores + n * (stride << 2) + (from << 2)
    let best: u32 = 0
    let most = load<f32>(row)
    for (let i: usize = 1; i < size; i++) {
      const score = load<f32>(row + (i << 2))
      if (score > most) {
        most = score
        best = <u32>i
      }
    }
    store<u32>(out + (n << 2), best)
  }
}

/**
 * Scores of all heads (columns, 0 is the root) of all words (rows) of one sentence of `count` words
 * and root.
 */
export function arcs(dep: usize, head: usize, count: usize, width: usize, out: usize): void {
  for (let d: usize = 0; d < count; d++) {
    const own = dep + d * (width << 2)
    for (let h: usize = 0; h < count; h++) {
      store<f32>(out + ((d * count + h) << 2), dot(own, head + h * (width << 2), width))
    }
  }
}

/**
 * Shares of the heads of each word, with the word itself left out. `out` has room for fours of
 * columns.
 */
export function arcShares(scores: usize, count: usize, pitch: usize, out: usize): void {
  for (let d: usize = 0; d < count; d++) {
    const row = out + d * (pitch << 2)
    memory.copy(row, scores + d * (count << 2), count << 2)
    store<f32>(row + (d << 2), -Infinity)
    softmax(row, count)
  }
}

/**
 * Scores of the relations of `count` words: `heads` (u32) says which row of `products`, `relations`
 * × `width` numbers a row, belongs to a word's head; `own` and `others` hold the linear parts of
 * the word and of its head.
 */
export function relations(
  dep: usize,
  heads: usize,
  count: usize,
  products: usize,
  productStride: usize,
  own: usize,
  others: usize,
  linearStride: usize,
  size: usize,
  width: usize,
  out: usize,
): void {
  for (let n: usize = 0; n < count; n++) {
    const head = <usize>load<u32>(heads + (n << 2))
    const word = dep + n * (width << 2)
    const product = products + head * (productStride << 2)
    const ownLinear = own + ((n * linearStride) << 2)
    const otherLinear = others + ((head * linearStride) << 2)
    for (let r: usize = 0; r < size; r++) {
      const linear = load<f32>(ownLinear + (r << 2)) + load<f32>(otherLinear + (r << 2))
      const both = dot(word, product + r * (width << 2), width)
      store<f32>(out + ((n * size + r) << 2), both + linear)
    }
  }
}
