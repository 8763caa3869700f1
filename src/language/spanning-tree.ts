/**
 * The best tree over the words of a sentence: every word has one head, exactly one word hangs on
 * the root, no circle.
 *
 * `scores[d * size + h]` says how well word `d` hangs on `h`; 0 is the root, `size` counts it. A
 * word never hangs on itself. The answer holds the head of each word, its first entry (of the root)
 * is 0.
 */
export function spanningTree(scores: Float32Array, size: number): Int16Array {
  const greedy = bestHeads(scores, size)
  if (isTree(greedy)) return greedy
  return Int16Array.from(arborescence(penalised(scores, size), size))
}

/** Whether heads (the root's own is ignored) make a tree with one word on the root. */
export function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0
  // 0 not seen, otherwise the word from which the way began.
  const seen = new Int32Array(heads.length)
  for (let word = 1; word < heads.length; word++) {
    if (heads[word] === 0) roots++
    let at = word
    while (at !== 0 && seen[at] === 0) {
      seen[at] = word
      at = heads[at] as number
    }
    if (at !== 0 && seen[at] === word) return false
  }
  return roots === 1 || heads.length <= 1
}

function bestHeads(scores: Float32Array, size: number): Int16Array {
  return Int16Array.from({ length: size }, (_, d) => (d === 0 ? 0 : bestHead(scores, size, d)))
}

/**
 * Makes hanging on the root so dear that only one word does: of trees with one, the order stays.
 */
function penalised(scores: Float32Array, size: number): Float64Array {
  const dear = Float64Array.from(scores, (score) => (Number.isFinite(score) ? score : -1e6))
  let spread = 1
  for (const score of dear) spread = Math.max(spread, Math.abs(score))
  for (let d = 1; d < size; d++) dear[d * size] = (dear[d * size] as number) - 2 * spread * size
  return dear
}

/**
 * Chu-Liu and Edmonds: take the best heads, shrink a circle to one word, solve, open the circle
 * again.
 */
function arborescence(scores: Float64Array, size: number): number[] {
  const heads = [0]
  for (let d = 1; d < size; d++) heads.push(bestHead(scores, size, d))
  const circle = findCircle(heads)
  if (circle === null) return heads
  const inside = new Set(circle)
  const outside: number[] = []
  for (let word = 0; word < size; word++) if (!inside.has(word)) outside.push(word)
  const shrunk = shrink(scores, size, heads, circle, outside)
  const solved = arborescence(shrunk.scores, outside.length + 1)
  const whole = outside.length
  const result = heads.slice()
  for (let n = 1; n < outside.length; n++) {
    const head = solved[n] as number
    result[outside[n] as number] =
      head === whole ? (shrunk.leave[n] as number) : (outside[head] as number)
  }
  const entry = solved[whole] as number
  result[shrunk.enter[entry] as number] = outside[entry] as number
  return result
}

function bestHead(scores: ArrayLike<number>, size: number, d: number): number {
  let best = 0
  for (let h = 1; h < size; h++) {
    if (h !== d && (scores[d * size + h] as number) > (scores[d * size + best] as number)) best = h
  }
  return best
}

function findCircle(heads: readonly number[]): number[] | null {
  const seen = new Int32Array(heads.length)
  for (let word = 1; word < heads.length; word++) {
    let at = word
    while (at !== 0 && seen[at] === 0) {
      seen[at] = word
      at = heads[at] as number
    }
    if (at === 0 || seen[at] !== word) continue
    const circle = [at]
    for (let next = heads[at] as number; next !== at; next = heads[next] as number)
      circle.push(next)
    return circle
  }
  return null
}

interface Shrunk {
  readonly scores: Float64Array
  /** For each word outside, the word of the circle that it would hang on. */
  readonly leave: readonly number[]
  /** For each word outside, the word of the circle that would hang on it. */
  readonly enter: readonly number[]
}

/** Scores among the words outside and, as the last word, the circle. */
function shrink(
  scores: Float64Array,
  size: number,
  heads: readonly number[],
  circle: readonly number[],
  outside: readonly number[],
): Shrunk {
  const count = outside.length + 1
  const small = new Float64Array(count * count)
  const leave: number[] = []
  const enter: number[] = []
  outside.forEach((word, n) => {
    outside.forEach((other, m) => {
      small[n * count + m] = scores[word * size + other] as number
    })
    let out = -Infinity
    let into = -Infinity
    for (const member of circle) {
      const outScore = scores[word * size + member] as number
      if (outScore > out) {
        out = outScore
        leave[n] = member
      }
      const lost = scores[member * size + (heads[member] as number)] as number
      const intoScore = (scores[member * size + word] as number) - lost
      if (intoScore > into) {
        into = intoScore
        enter[n] = member
      }
    }
    small[n * count + count - 1] = out
    small[(count - 1) * count + n] = into
  })
  return { scores: small, leave, enter }
}
