/** What happens to each token alone: rounding to i16, LayerNorm, GELU, the mix of layers. */

/** Sum of the four lanes, always in the same order. */
// @ts-ignore: decorator
@inline
export function sum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  )
}

/** Greatest of the four lanes. */
// @ts-ignore: decorator
@inline
export function greatest(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  )
}

/**
 * Rounds one token to whole numbers up to ±limit and keeps the scale that leads back. `width` is a
 * multiple of 8.
 */
// @ts-ignore: decorator
@inline
export function round(x: usize, width: usize, most: f32, limit: f32, to: usize, scale: usize): void {
  const factor: f32 = most > 0 ? limit / most : 0
  store<f32>(scale, most / limit)
  const f = f32x4.splat(factor)
  for (let i: usize = 0; i < width; i += 8) {
    const low = f32x4.nearest(f32x4.mul(v128.load(x), f))
    const high = f32x4.nearest(f32x4.mul(v128.load(x, 16), f))
    v128.store(
      to,
      i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high)),
    )
    x += 32
    to += 16
  }
}

/** Rounds `count` tokens of f32 to i16. */
export function quantise(
  x: usize,
  count: usize,
  width: usize,
  limit: f32,
  to: usize,
  scales: usize,
): void {
  for (let t: usize = 0; t < count; t++) {
    let most = f32x4.splat(0)
    for (let i: usize = 0; i < width; i += 4) {
      most = f32x4.max(most, f32x4.abs(v128.load(x + (i << 2))))
    }
    round(x, width, greatest(most), limit, to, scales)
    x += width << 2
    to += width << 1
    scales += 4
  }
}

/** Negative numbers become 0; then as `quantise`. */
export function reluQuantise(
  x: usize,
  count: usize,
  width: usize,
  limit: f32,
  to: usize,
  scales: usize,
): void {
  const end = x + count * (width << 2)
  for (let at = x; at < end; at += 16) v128.store(at, f32x4.max(v128.load(at), f32x4.splat(0)))
  quantise(x, count, width, limit, to, scales)
}

/** Error function by a quotient of polynomials; the greatest error is below 4e-7. */
// @ts-ignore: decorator
@inline
function erf(v: v128): v128 {
  const x = f32x4.min(f32x4.max(v, f32x4.splat(-4)), f32x4.splat(4))
  const s = f32x4.mul(x, x)
  let p = f32x4.splat(-2.72614225801306e-10)
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(2.77068142495902e-8))
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-2.10102402082508e-6))
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-5.69250639462346e-5))
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-7.34990630326855e-4))
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-2.954599809854e-3))
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-1.60960333262415e-2))
  let q = f32x4.splat(-1.45660718464996e-5)
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(-2.13374055278905e-4))
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(-1.68282697438203e-3))
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(-7.37332916720468e-3))
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(-1.42647390514189e-2))
  return f32x4.div(f32x4.mul(x, p), q)
}

/** GELU of each number, then as `quantise`. */
export function geluQuantise(
  x: usize,
  count: usize,
  width: usize,
  limit: f32,
  to: usize,
  scales: usize,
): void {
  const half = f32x4.splat(0.5)
  const root = f32x4.splat(0.7071067811865476)
  for (let t: usize = 0; t < count; t++) {
    let most = f32x4.splat(0)
    for (let at = x; at < x + (width << 2); at += 16) {
      const v = v128.load(at)
      const h = f32x4.mul(v, half)
      const g = f32x4.add(h, f32x4.mul(h, erf(f32x4.mul(v, root))))
      v128.store(at, g)
      most = f32x4.max(most, f32x4.abs(g))
    }
    round(x, width, greatest(most), limit, to, scales)
    x += width << 2
    to += width << 1
    scales += 4
  }
}

/** LayerNorm of one token in place; gives back its greatest absolute number. */
export function norm(x: usize, width: usize, weight: usize, bias: usize, epsilon: f32): f32 {
  const end = x + (width << 2)
  let total = f32x4.splat(0)
  for (let at = x; at < end; at += 16) total = f32x4.add(total, v128.load(at))
  const mean = f32x4.splat(sum(total) / <f32>width)
  let squares = f32x4.splat(0)
  for (let at = x; at < end; at += 16) {
    const v = f32x4.sub(v128.load(at), mean)
    squares = f32x4.add(squares, f32x4.mul(v, v))
  }
  const factor = f32x4.splat(1 / sqrt<f32>(sum(squares) / <f32>width + epsilon))
  let most = f32x4.splat(0)
  for (let at = x; at < end; at += 16) {
    const v = f32x4.mul(f32x4.sub(v128.load(at), mean), factor)
    const y = f32x4.add(f32x4.mul(v, v128.load(weight)), v128.load(bias))
    v128.store(at, y)
    most = f32x4.max(most, f32x4.abs(y))
    weight += 16
    bias += 16
  }
  return greatest(most)
}

/** `x = LayerNorm(x + y)` in place, and the result rounded to i16. */
export function addNorm(
  x: usize,
  y: usize,
  count: usize,
  width: usize,
  weight: usize,
  bias: usize,
  epsilon: f32,
  limit: f32,
  to: usize,
  scales: usize,
): void {
  for (let t: usize = 0; t < count; t++) {
    for (let i: usize = 0; i < width << 2; i += 16) {
      v128.store(x + i, f32x4.add(v128.load(x + i), v128.load(y + i)))
    }
    round(x, width, norm(x, width, weight, bias, epsilon), limit, to, scales)
    x += width << 2
    y += width << 2
    to += width << 1
    scales += 4
  }
}

/**
 * Adds the representation of each word's first sub-word, times the layer's weight, to the word's
 * mix.
 */
export function mixIn(
  x: usize,
  first: usize,
  count: usize,
  width: usize,
  weight: f32,
  mix: usize,
): void {
  const w = f32x4.splat(weight)
  for (let n: usize = 0; n < count; n++) {
    let from = x + <usize>load<u32>(first + (n << 2)) * (width << 2)
    const end = mix + (width << 2)
    for (; mix < end; mix += 16) {
      v128.store(mix, f32x4.add(v128.load(mix), f32x4.mul(w, v128.load(from))))
      from += 16
    }
  }
}
