/** Types of names, in the order of the tags. */
export const NAME_TYPES = ["PER", "ORG", "LOC"] as const

type Tag = 0 | 1 | 2
const OUTSIDE: Tag = 0
const BEGIN: Tag = 1
const INSIDE: Tag = 2

/**
 * For each type the best row of tags in which *inside* never follows *outside* or the beginning of
 * the sentence. `scores` holds `stride` numbers a word: outside, begin, inside for each type. The
 * answer has three tags a word.
 */
export function nameTags(scores: Float32Array, stride: number, count: number): Uint8Array {
  const tags = new Uint8Array(3 * count)
  for (let type = 0; type < 3; type++) {
    const best = bestRow(scores, stride, count, 3 * type)
    best.forEach((tag, n) => {
      tags[3 * n + type] = tag
    })
  }
  return tags
}

function bestRow(scores: Float32Array, stride: number, count: number, from: number): Uint8Array {
  let sums = [0, -Infinity, -Infinity] as [number, number, number]
  const back: [Tag, Tag, Tag][] = []
  for (let n = 0; n < count; n++) {
    const at = n * stride + from
    const inside = sums[INSIDE] > sums[BEGIN] ? INSIDE : BEGIN
    const any = sums[OUTSIDE] >= sums[inside] ? OUTSIDE : inside
    back.push([any, any, inside])
    sums = [
      sums[any] + (scores[at] as number),
      sums[any] + (scores[at + 1] as number),
      sums[inside] + (scores[at + 2] as number),
    ]
  }
  const tags = new Uint8Array(count)
  let tag: Tag = sums[INSIDE] > sums[BEGIN] ? INSIDE : BEGIN
  if (sums[OUTSIDE] >= sums[tag]) tag = OUTSIDE
  for (let n = count - 1; n >= 0; n--) {
    tags[n] = tag
    tag = back[n]?.[tag] as Tag
  }
  return tags
}
