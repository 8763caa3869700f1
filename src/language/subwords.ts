import { type ModelFile, numbersOf, textOf } from "./weights.js"

/** Cuts words into the sub-words that the network knows. */
export interface SubWords {
  /** Numbers of the sub-words of one word: at least one, at most `longest`. */
  of(word: string): readonly number[]
  readonly begin: number
  readonly end: number
}

/** Words kept in mind; more than that and all are forgotten. */
const REMEMBERED = 50_000
/** Letters (UTF-16 units) of a word that are looked at: far more than fill its sub-words. */
const LOOKED_AT = 400
// Python's `str.split()`: JavaScript's \s differs in U+FEFF, U+0085 and U+001C–U+001F.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are spaces there.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u
const LONE = /\p{Surrogate}/gu

/** The sub-words of a model file. */
export function createSubWords(model: ModelFile): SubWords {
  const { begin, end, unknown, bare, unknownScore, longest } = model.subwords
  const letters = JSON.parse(textOf(model, "letters")) as Record<string, string>
  const plain = new Map(Object.entries(letters))
  const cut = viterbi(pieces(model), numbersOf(model, "pieces.s"), unknown, unknownScore)
  const known = new Map<string, readonly number[]>()

  const find = (word: string): readonly number[] => {
    let text = ""
    for (const letter of word.slice(0, LOOKED_AT).replace(LONE, "\ufffd")) {
      text += plain.get(letter) ?? letter
    }
    const groups = text.split(SPACE).filter((group) => group !== "")
    const ids = groups.flatMap((group) => cut(`▁${group}`))
    if (ids.length === 0) return [unknown]
    // A bare ▁ before further sub-words says only that a word begins.
    const from = ids.length > 1 && ids[0] === bare ? 1 : 0
    return ids.slice(from, from + longest)
  }

  const of = (word: string): readonly number[] => {
    let ids = known.get(word)
    if (ids === undefined) {
      ids = find(word)
      if (known.size >= REMEMBERED) known.clear()
      if (word.length <= LOOKED_AT) known.set(word, ids)
    }
    return ids
  }
  return { of, begin, end }
}

interface Pieces {
  readonly numbers: ReadonlyMap<string, number>
  readonly longest: number
}

function pieces(model: ModelFile): Pieces {
  const numbers = new Map<string, number>()
  let longest = 1
  let number = 0
  for (const piece of textOf(model, "pieces").split("\n")) {
    numbers.set(piece, number++)
    if (piece.length > longest) longest = piece.length
  }
  return { numbers, longest }
}

/**
 * The cut with the greatest sum of scores. A letter that is no sub-word gets the score of the
 * unknown; neighbours of that kind become one. Of equal cuts the one found first stays, as in the
 * Unigram model of `tokenizers`.
 */
function viterbi(
  { numbers, longest }: Pieces,
  scores: Float32Array,
  unknown: number,
  unknownScore: number,
): (group: string) => number[] {
  return (group) => {
    const size = group.length
    const best = new Float64Array(size + 1)
    const start = new Int32Array(size + 1).fill(-1)
    const piece = new Int32Array(size + 1)
    const offer = (from: number, to: number, number: number, score: number): void => {
      if (start[to] !== -1 && score <= (best[to] as number)) return
      best[to] = score
      start[to] = from
      piece[to] = number
    }
    for (let from = 0; from < size; ) {
      const step = (group.codePointAt(from) as number) > 0xffff ? 2 : 1
      const here = best[from] as number
      let single = false
      for (let to = from + step; to <= Math.min(size, from + longest); to++) {
        const number = numbers.get(group.slice(from, to))
        if (number === undefined) continue
        offer(from, to, number, here + (scores[number] as number))
        if (to === from + step) single = true
      }
      if (!single) offer(from, from + step, unknown, here + unknownScore)
      from += step
    }
    return wayBack(start, piece, unknown)
  }
}

function wayBack(start: Int32Array, piece: Int32Array, unknown: number): number[] {
  const ids: number[] = []
  for (let to = start.length - 1; to > 0; to = start[to] as number) {
    const number = piece[to] as number
    if (number !== unknown || ids.at(-1) !== unknown) ids.push(number)
  }
  return ids.reverse()
}
