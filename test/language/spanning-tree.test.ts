import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isTree, spanningTree } from "../../src/language/spanning-tree.js"

const total = (scores: Float32Array, size: number, heads: ArrayLike<number>): number => {
  let sum = 0
  for (let d = 1; d < size; d++) sum += scores[d * size + (heads[d] as number)] as number
  return sum
}

/** The best of all trees, by trying all. */
function bestOfAll(scores: Float32Array, size: number): number {
  let best = -Infinity
  const heads = new Array<number>(size).fill(0)
  const next = (d: number): void => {
    if (d === size) {
      if (isTree(heads)) best = Math.max(best, total(scores, size, heads))
      return
    }
    for (let h = 0; h < size; h++) {
      if (h === d) continue
      heads[d] = h
      next(d + 1)
    }
  }
  next(1)
  return best
}

const matrix = (most: number) =>
  fc.integer({ min: 2, max: most }).chain((size) =>
    fc
      .array(fc.integer({ min: -20, max: 20 }), {
        minLength: size * size,
        maxLength: size * size,
      })
      .map((numbers) => ({ size, scores: Float32Array.from(numbers) })),
  )

describe("the spanning tree", () => {
  it("is a tree with one word on the root", () => {
    fc.assert(
      fc.property(matrix(30), ({ size, scores }) => {
        expect(isTree(spanningTree(scores, size))).toBe(true)
      }),
    )
  })

  it("is the best one", () => {
    fc.assert(
      fc.property(matrix(6), ({ size, scores }) => {
        expect(total(scores, size, spanningTree(scores, size))).toBe(bestOfAll(scores, size))
      }),
      { numRuns: 300 },
    )
  })

  it("takes the best head of each word where those make a tree", () => {
    // 1 on 2, 2 on the root, 3 on 2.
    const scores = Float32Array.from([0, 0, 0, 0, 1, 0, 5, 1, 9, 1, 0, 1, 2, 1, 3, 0])
    expect([...spanningTree(scores, 4)]).toEqual([0, 2, 0, 2])
  })

  it("stands numbers that are none", () => {
    const scores = new Float32Array(49).fill(Number.NaN)
    expect(isTree(spanningTree(scores, 7))).toBe(true)
    expect([...spanningTree(new Float32Array(1), 1)]).toEqual([0])
  })

  it("does 250 words in a circle quickly", () => {
    const size = 251
    const scores = new Float32Array(size * size)
    for (let d = 1; d < size; d++) scores[d * size + (d === 1 ? size - 1 : d - 1)] = 5
    const begun = performance.now()
    expect(isTree(spanningTree(scores, size))).toBe(true)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
