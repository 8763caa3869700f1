/** The first representation of sub-words, from four-bit word vectors and half-precision places. */
import { norm, round } from "./pointwise"

/** A half-precision number as f32. */
// @ts-ignore: decorator
@inline
function half(bits: u32): f32 {
  const plain = reinterpret<f32>((bits & 0x7fff) << 13) * reinterpret<f32>(0x77800000)
  return bits & 0x8000 ? -plain : plain
}

/**
 * First representation of `count` sub-words: word vector (blocks of 32 four-bit weights) + vector
 * of its place, normalised, and rounded to i16. `ids` and `places` are u32.
 */
export function embed(
  ids: usize,
  places: usize,
  count: usize,
  width: usize,
  words: usize,
  places16: usize,
  weight: usize,
  bias: usize,
  epsilon: f32,
  limit: f32,
  x: usize,
  to: usize,
  scales: usize,
): void {
  for (let t: usize = 0; t < count; t++) {
    let block = words + <usize>load<u32>(ids + (t << 2)) * (width >> 5) * 18
    let place = places16 + <usize>load<u32>(places + (t << 2)) * (width << 1)
    for (let i: usize = 0; i < width; i += 32) {
      const scale = half(load<u16>(block))
      for (let j: usize = 0; j < 16; j++) {
        const pair = <u32>load<u8>(block + 2 + j)
        const at = x + ((i + j) << 2)
        const low = <f32>(<i32>(pair & 15) - 8) * scale
        const high = <f32>(<i32>(pair >> 4) - 8) * scale
        store<f32>(at, low + half(load<u16>(place + (j << 1))))
        store<f32>(at, high + half(load<u16>(place + (j << 1), 32)), 64)
      }
      block += 18
      place += 64
    }
    round(x, width, norm(x, width, weight, bias, epsilon), limit, to, scales)
    x += width << 2
    to += width << 1
    scales += 4
  }
}
