/** Attention within one sentence. */
import { greatest, sum } from "./pointwise"

const SIZE: usize = 32

/** e to the power of numbers ≤ 0, by Cephes' polynomial. */
// @ts-ignore: decorator
@inline
function exp(v: v128): v128 {
  const x = f32x4.max(v, f32x4.splat(-87))
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)))
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)))
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)))
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return f32x4.mul(p, power)
}

/**
 * Turns scores into shares that add up to 1. `scores` has room for `size` rounded up to fours; what
 * is behind `size` becomes 0.
 */
export function softmax(scores: usize, size: usize): void {
  const end = scores + (((size + 3) & ~3) << 2)
  for (let at = scores + (size << 2); at < end; at += 4) store<f32>(at, -Infinity)
  let most = v128.load(scores)
  for (let at = scores + 16; at < end; at += 16) most = f32x4.max(most, v128.load(at))
  const top = f32x4.splat(greatest(most))
  let total = f32x4.splat(0)
  for (let at = scores; at < end; at += 16) {
    const power = exp(f32x4.sub(v128.load(at), top))
    v128.store(at, power)
    total = f32x4.add(total, power)
  }
  // What lies behind the end counts as e to the power of -87, which changes no bit of a sum of at
  // least 1.
  const factor = f32x4.splat(1 / sum(total))
  for (let at = scores; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor))
  for (let at = scores + (size << 2); at < end; at += 4) store<f32>(at, 0)
}

/**
 * Scores of four queries (rows `stride` apart) with eight keys that stand in columns `pitch` apart.
 */
function scores(q: usize, stride: usize, keys: usize, pitch: usize, out: usize): void {
  let a0 = f32x4.splat(0)
  let a1 = f32x4.splat(0)
  let b0 = f32x4.splat(0)
  let b1 = f32x4.splat(0)
  let c0 = f32x4.splat(0)
  let c1 = f32x4.splat(0)
  let d0 = f32x4.splat(0)
  let d1 = f32x4.splat(0)
  const q1 = q + stride
  const q2 = q1 + stride
  const q3 = q2 + stride
  for (let i: usize = 0; i < SIZE << 2; i += 4) {
    const low = v128.load(keys)
    const high = v128.load(keys, 16)
    let x = v128.load_splat<f32>(q + i)
    a0 = f32x4.add(a0, f32x4.mul(x, low))
    a1 = f32x4.add(a1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(q1 + i)
    b0 = f32x4.add(b0, f32x4.mul(x, low))
    b1 = f32x4.add(b1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(q2 + i)
    c0 = f32x4.add(c0, f32x4.mul(x, low))
    c1 = f32x4.add(c1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(q3 + i)
    d0 = f32x4.add(d0, f32x4.mul(x, low))
    d1 = f32x4.add(d1, f32x4.mul(x, high))
    keys += pitch
  }
  v128.store(out, a0)
  v128.store(out, a1, 16)
  out += pitch
  v128.store(out, b0)
  v128.store(out, b1, 16)
  out += pitch
  v128.store(out, c0)
  v128.store(out, c1, 16)
  out += pitch
  v128.store(out, d0)
  v128.store(out, d1, 16)
}

/**
 * Eight numbers of four queries' results: shares (rows `pitch` apart) times values (rows `stride`
 * apart).
 */
function blend(
  shares: usize,
  pitch: usize,
  values: usize,
  stride: usize,
  length: usize,
  out: usize,
  outStride: usize,
): void {
  let a0 = f32x4.splat(0)
  let a1 = f32x4.splat(0)
  let b0 = f32x4.splat(0)
  let b1 = f32x4.splat(0)
  let c0 = f32x4.splat(0)
  let c1 = f32x4.splat(0)
  let d0 = f32x4.splat(0)
  let d1 = f32x4.splat(0)
  const s1 = shares + pitch
  const s2 = s1 + pitch
  const s3 = s2 + pitch
  for (let i: usize = 0; i < length << 2; i += 4) {
    const low = v128.load(values)
    const high = v128.load(values, 16)
    let x = v128.load_splat<f32>(shares + i)
    a0 = f32x4.add(a0, f32x4.mul(x, low))
    a1 = f32x4.add(a1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(s1 + i)
    b0 = f32x4.add(b0, f32x4.mul(x, low))
    b1 = f32x4.add(b1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(s2 + i)
    c0 = f32x4.add(c0, f32x4.mul(x, low))
    c1 = f32x4.add(c1, f32x4.mul(x, high))
    x = v128.load_splat<f32>(s3 + i)
    d0 = f32x4.add(d0, f32x4.mul(x, low))
    d1 = f32x4.add(d1, f32x4.mul(x, high))
    values += stride
  }
  v128.store(out, a0)
  v128.store(out, a1, 16)
  out += outStride
  v128.store(out, b0)
  v128.store(out, b1, 16)
  out += outStride
  v128.store(out, c0)
  v128.store(out, c1, 16)
  out += outStride
  v128.store(out, d0)
  v128.store(out, d1, 16)
}

/** Copies the keys of one head into columns and clears what is behind the last. */
function columns(keys: usize, stride: usize, length: usize, pitch: usize, to: usize): void {
  for (let i: usize = 0; i < SIZE; i++) {
    let from = keys + (i << 2)
    let at = to + i * pitch
    const end = at + (length << 2)
    const last = to + i * pitch + pitch
    for (; at < end; at += 4) {
      store<f32>(at, load<f32>(from))
      from += stride
    }
    for (; at < last; at += 4) store<f32>(at, 0)
  }
}

/**
 * Attention of the `length` tokens of one sentence. `qkv` holds queries (already divided by the
 * root of the head's size), keys and values side by side. The rows of `out` behind the sentence may
 * be overwritten up to the next multiple of four, and as many of `qkv` are read, so sentences are
 * done in order. `scratch` has room for (32 + 4) · (length + 8) · 4 bytes.
 */
export function attention(
  qkv: usize,
  length: usize,
  heads: usize,
  out: usize,
  scratch: usize,
): void {
  const width = (heads * SIZE) << 2
  const stride = width * 3
  const pitch = ((length + 7) & ~7) << 2
  const shares = scratch + SIZE * pitch
  for (let head: usize = 0; head < heads; head++) {
    const q = qkv + ((head * SIZE) << 2)
    columns(q + width, stride, length, pitch, scratch)
    for (let t: usize = 0; t < length; t += 4) {
      for (let j: usize = 0; j < pitch; j += 32) {
        scores(q + t * stride, stride, scratch + j, pitch, shares + j)
      }
      for (let row: usize = 0; row < 4; row++) softmax(shares + row * pitch, length)
      for (let i: usize = 0; i < SIZE << 2; i += 32) {
        const to = out + t * width + ((head * SIZE) << 2) + i
        blend(shares, pitch, q + width * 2 + i, stride, length, to, width)
      }
    }
  }
}
