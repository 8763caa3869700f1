/** Letters taken on either side by one step of an alignment; the order is that of `OPS` in `training/names.py`. */
export const STEPS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [1, 3],
] as const // prettier-ignore

/** What a step costs that was hardly ever met. */
const UNMET = [-4, -3, -3] as const
const NEVER = -30
const LONGEST = 26

/** A step of the best alignment: what stands on either side, and its weight. */
export interface Step {
  readonly a: string
  readonly b: string
  readonly weight: number
}

/** How the letters of one script stand for those of another: weights of steps, learned from pairs of names. */
export class LetterPairs {
  readonly bias: number
  private readonly lettersA = new Uint8Array(65536)
  private readonly lettersB = new Uint8Array(65536)
  private readonly sizeA: number
  private readonly sizeB: number
  private readonly one: Float32Array
  private readonly dropA: Float32Array
  private readonly dropB: Float32Array
  private readonly two: Float32Array
  private readonly toTwo: Float32Array
  private readonly rare: Weights
  /** For each letter of the first side, the string of the second that stands for it most surely. */
  readonly plainest = new Map<string, string>()
  private readonly a = new Uint8Array(LONGEST + 2)
  private readonly b = new Uint8Array(LONGEST + 2)
  private readonly best = new Float32Array((LONGEST + 3) * (LONGEST + 3))

  constructor(bias: number, rows: readonly (readonly [string, string, number])[], same: boolean) {
    this.bias = bias
    this.sizeA = number(this.lettersA, rows.map((row) => row[0] + (same ? row[1] : "")).join(""))
    this.sizeB = number(this.lettersB, rows.map((row) => row[1] + (same ? row[0] : "")).join(""))
    const { sizeA, sizeB } = this
    this.one = new Float32Array(sizeA * sizeB).fill(UNMET[0])
    this.dropA = new Float32Array(sizeA).fill(UNMET[1])
    this.dropB = new Float32Array(sizeB).fill(UNMET[2])
    this.two = new Float32Array(sizeA * sizeA * sizeB).fill(NEVER)
    this.toTwo = new Float32Array(sizeA * sizeB * sizeB).fill(NEVER)
    this.rare = new Weights(rows.filter((row) => row[0].length + row[1].length === 4).length)
    for (const row of rows) this.put(row)
    this.learnPlainest(rows)
  }

  private put([left, right, weight]: readonly [string, string, number]): void {
    const a = [...left].map((letter) => this.lettersA[letter.charCodeAt(0)] ?? 0)
    const b = [...right].map((letter) => this.lettersB[letter.charCodeAt(0)] ?? 0)
    const [a0 = 0, a1 = 0] = a
    const [b0 = 0, b1 = 0, b2 = 0] = b
    const { sizeA: A, sizeB: B } = this
    if (a.length === 1 && b.length === 1) this.one[a0 * B + b0] = weight
    else if (a.length === 1 && b.length === 0) this.dropA[a0] = weight
    else if (a.length === 0) this.dropB[b0] = weight
    else if (a.length === 2 && b.length === 1) this.two[(a0 * A + a1) * B + b0] = weight
    else if (a.length === 1 && b.length === 2) this.toTwo[(a0 * B + b0) * B + b1] = weight
    else if (a.length === 2) this.rare.set(keyOf(a0, a1, b0, b1), weight)
    else this.rare.set(keyOf(a0, b0, b1, b2) | (1 << 28), weight)
  }

  private learnPlainest(rows: readonly (readonly [string, string, number])[]): void {
    const sure = new Map<string, number>()
    for (const [left, right, weight] of rows) {
      if (left.length !== 1 || right.length === 0 || right.length > 2 || /[?^$]/.test(left + right))
        continue
      if (weight <= (sure.get(left) ?? 0)) continue
      sure.set(left, weight)
      this.plainest.set(left, right)
    }
  }

  /** Log-odds that two folded words are one name, by their letters alone. */
  score(left: string, right: string): number {
    return this.align(left, right) + this.bias
  }

  private align(left: string, right: string): number {
    const { a, b, best, sizeA: A, sizeB: B } = this
    const n = fill(a, left, this.lettersA)
    const m = fill(b, right, this.lettersB)
    const width = LONGEST + 3
    best[0] = 0
    for (let i = 0; i <= n; i++) {
      const a1 = a[i - 1] ?? 0
      const a2 = a[i - 2] ?? 0
      for (let j = i === 0 ? 1 : 0; j <= m; j++) {
        const here = i * width + j
        let top = -1e9
        if (i > 0) top = (best[here - width] as number) + (this.dropA[a1] as number)
        if (j > 0) {
          const b1 = b[j - 1] as number
          const dropped = (best[here - 1] as number) + (this.dropB[b1] as number)
          if (dropped > top) top = dropped
          if (i > 0) {
            const met = (best[here - width - 1] as number) + (this.one[a1 * B + b1] as number)
            if (met > top) top = met
            if (i > 1) {
              const w =
                (best[here - 2 * width - 1] as number) +
                (this.two[(a2 * A + a1) * B + b1] as number)
              if (w > top) top = w
            }
            if (j > 1) {
              const b2 = b[j - 2] as number
              const w =
                (best[here - width - 2] as number) + (this.toTwo[(a1 * B + b2) * B + b1] as number)
              if (w > top) top = w
              if (i > 1) {
                const v =
                  (best[here - 2 * width - 2] as number) + this.rare.get(keyOf(a2, a1, b2, b1))
                if (v > top) top = v
              }
              if (j > 2) {
                const key = keyOf(a1, b[j - 3] as number, b2, b1) | (1 << 28)
                const v = (best[here - width - 3] as number) + this.rare.get(key)
                if (v > top) top = v
              }
            }
          }
        }
        best[here] = top
      }
    }
    return best[n * width + m] as number
  }

  /** The steps of the best alignment, in order. */
  steps(left: string, right: string): readonly Step[] {
    this.align(left, right)
    const { a, b, best } = this
    const wordA = `^${left.slice(0, LONGEST)}$`
    const wordB = `^${right.slice(0, LONGEST)}$`
    const width = LONGEST + 3
    const out: Step[] = []
    let i = wordA.length
    let j = wordB.length
    while (i > 0 || j > 0) {
      const value = best[i * width + j] ?? 0
      const step = STEPS.find(([x, y]) => {
        if (i < x || j < y) return false
        return (
          Math.abs((best[(i - x) * width + j - y] ?? 0) + this.weight(a, b, [i, j, x, y]) - value) <
          1e-3
        )
      })
      if (!step) break
      const [x, y] = step
      const weight = this.weight(a, b, [i, j, x, y])
      out.push({ a: wordA.slice(i - x, i), b: wordB.slice(j - y, j), weight })
      i -= x
      j -= y
    }
    return out.reverse()
  }

  private weight(
    a: Uint8Array,
    b: Uint8Array,
    [i, j, x, y]: readonly [number, number, number, number],
  ): number {
    const [a1 = 0, a2 = 0, b1 = 0, b2 = 0, b3 = 0] = [
      a[i - 1],
      a[i - 2],
      b[j - 1],
      b[j - 2],
      b[j - 3],
    ]
    const { sizeA: A, sizeB: B } = this
    if (y === 0) return this.dropA[a1] ?? NEVER
    if (x === 0) return this.dropB[b1] ?? NEVER
    if (x === 1 && y === 1) return this.one[a1 * B + b1] ?? NEVER
    if (x === 2 && y === 1) return this.two[(a2 * A + a1) * B + b1] ?? NEVER
    if (y === 2)
      return x === 1
        ? (this.toTwo[(a1 * B + b2) * B + b1] ?? NEVER)
        : this.rare.get(keyOf(a2, a1, b2, b1))
    return this.rare.get(keyOf(a1, b3, b2, b1) | (1 << 28))
  }
}

/** Gives each letter a number: 0 unknown, 1 begin, 2 end; the answer is how many there are. */
function number(letters: Uint8Array, all: string): number {
  letters["^".charCodeAt(0)] = 1
  letters["$".charCodeAt(0)] = 2
  const known = [...new Set(all)].filter((letter) => !"?^$".includes(letter)).sort()
  for (const [i, letter] of known.entries()) letters[letter.charCodeAt(0)] = i + 3
  return known.length + 3
}

function fill(into: Uint8Array, word: string, letters: Uint8Array): number {
  const length = Math.min(word.length, LONGEST)
  into[0] = 1
  for (let i = 0; i < length; i++) into[i + 1] = letters[word.charCodeAt(i)] ?? 0
  into[length + 1] = 2
  return length + 2
}

const keyOf = (p: number, q: number, r: number, s: number): number =>
  (p << 21) | (q << 14) | (r << 7) | s

/** Weights of rarer steps under whole-number keys: an open hash in two flat arrays. */
class Weights {
  private readonly keys: Int32Array
  private readonly values: Float32Array
  private readonly mask: number

  constructor(count: number) {
    let size = 64
    while (size < count * 4) size *= 2
    this.mask = size - 1
    this.keys = new Int32Array(size).fill(-1)
    this.values = new Float32Array(size)
  }

  private place(key: number): number {
    let at = (Math.imul(key, 0x9e3779b1) >>> 15) & this.mask
    while (this.keys[at] !== -1 && this.keys[at] !== key) at = (at + 1) & this.mask
    return at
  }

  set(key: number, weight: number): void {
    const at = this.place(key)
    this.keys[at] = key
    this.values[at] = weight
  }

  get(key: number): number {
    const at = this.place(key)
    return this.keys[at] === key ? (this.values[at] as number) : NEVER
  }
}
