/**
 * Products of activations (i16, one scale a token) and weights (i8, one scale a row).
 *
 * Sums are whole numbers, so neither the order of tokens nor the size of a tile can change a
 * result: a sentence gets the same bits alone and in any batch. The caller keeps |activation| · 127
 * · inputs below 2³¹.
 */

/** Rows of one panel: two vectors of four i32 sums. */
const ROWS: usize = 8
/**
 * Bytes of a pair of inputs of all rows of a panel, as i8 in the model and as i16 in the scratch.
 */
const PAIR: usize = 32

/** Widens one panel of `pairs` × 8 rows × 2 inputs from i8 to i16. */
function widen(panel: usize, pairs: usize, scratch: usize): void {
  for (let i: usize = 0; i < pairs; i++) {
    v128.store(scratch, v128.load_ext<i8>(panel))
    v128.store(scratch, v128.load_ext<i8>(panel, 8), 16)
    panel += 16
    scratch += PAIR
  }
}

/** Scales four sums and adds the bias. */
// @ts-ignore: decorator
@inline
function finish(out: usize, sums: v128, token: v128, scale: v128, bias: v128): void {
  const scaled = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(token, scale))
  v128.store(out, f32x4.add(scaled, bias))
}

/** Four tokens times one panel. */
function four(
  input: usize,
  stride: usize,
  pairs: usize,
  panel: usize,
  tokens: usize,
  scales: usize,
  bias: usize,
  out: usize,
  outStride: usize,
): void {
  let a0 = i32x4.splat(0)
  let a1 = i32x4.splat(0)
  let b0 = i32x4.splat(0)
  let b1 = i32x4.splat(0)
  let c0 = i32x4.splat(0)
  let c1 = i32x4.splat(0)
  let d0 = i32x4.splat(0)
  let d1 = i32x4.splat(0)
  let a = input
  let b = a + stride
  let c = b + stride
  let d = c + stride
  const end = a + pairs * 4
  while (a < end) {
    const low = v128.load(panel)
    const high = v128.load(panel, 16)
    let x = v128.load_splat<i32>(a)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, low))
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, high))
    x = v128.load_splat<i32>(b)
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x, low))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x, high))
    x = v128.load_splat<i32>(c)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x, low))
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x, high))
    x = v128.load_splat<i32>(d)
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x, low))
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x, high))
    // One pair a turn: unrolled by hand it is slower, the vectors no longer fit into registers.
    a += 4
    b += 4
    c += 4
    d += 4
    panel += PAIR
  }
  const s0 = v128.load(scales)
  const s1 = v128.load(scales, 16)
  const b_0 = v128.load(bias)
  const b_1 = v128.load(bias, 16)
  let token = v128.load_splat<f32>(tokens)
  finish(out, a0, token, s0, b_0)
  finish(out + 16, a1, token, s1, b_1)
  out += outStride
  token = v128.load_splat<f32>(tokens, 4)
  finish(out, b0, token, s0, b_0)
  finish(out + 16, b1, token, s1, b_1)
  out += outStride
  token = v128.load_splat<f32>(tokens, 8)
  finish(out, c0, token, s0, b_0)
  finish(out + 16, c1, token, s1, b_1)
  out += outStride
  token = v128.load_splat<f32>(tokens, 12)
  finish(out, d0, token, s0, b_0)
  finish(out + 16, d1, token, s1, b_1)
}

/** One token times one panel, for what is left over. */
function one(
  input: usize,
  pairs: usize,
  panel: usize,
  token: usize,
  scales: usize,
  bias: usize,
  out: usize,
): void {
  let low = i32x4.splat(0)
  let high = i32x4.splat(0)
  const end = input + pairs * 4
  while (input < end) {
    const x = v128.load_splat<i32>(input)
    low = i32x4.add(low, i32x4.dot_i16x8_s(x, v128.load(panel)))
    high = i32x4.add(high, i32x4.dot_i16x8_s(x, v128.load(panel, 16)))
    input += 4
    panel += PAIR
  }
  const scale = v128.load_splat<f32>(token)
  finish(out, low, scale, v128.load(scales), v128.load(bias))
  finish(out + 16, high, scale, v128.load(scales, 16), v128.load(bias, 16))
}

/**
 * `out[t][r] = Σ input[t][i] · weight[r][i] · tokenScale[t] · rowScale[r] + bias[r]` for `count`
 * tokens. `inputs` is a multiple of 4, `rows` of 8; `scratch` has room for 16 · inputs bytes.
 */
export function product(
  input: usize,
  tokens: usize,
  count: usize,
  inputs: usize,
  weight: usize,
  scales: usize,
  bias: usize,
  rows: usize,
  out: usize,
  scratch: usize,
): void {
  const pairs = inputs >> 1
  const stride = inputs << 1
  const outStride = rows << 2
  const whole = count & ~3
  for (let row: usize = 0; row < rows; row += ROWS) {
    widen(weight + row * inputs, pairs, scratch)
    const s = scales + (row << 2)
    const b = bias + (row << 2)
    let to = out + (row << 2)
    let from = input
    let t: usize = 0
    for (; t < whole; t += 4) {
      four(from, stride, pairs, scratch, tokens + (t << 2), s, b, to, outStride)
      from += stride << 2
      to += outStride << 2
    }
    for (; t < count; t++) {
      one(from, pairs, scratch, tokens + (t << 2), s, b, to)
      from += stride
      to += outStride
    }
  }
}
