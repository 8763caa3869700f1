/** How much of one analysis of a text is in another, words aligned as in the CoNLL 2018 shared task. */
import type { Placed, PlacedWord } from "./treebank.js"

/** Numbers of found, right and expected things. */
export interface Hits {
  said: number
  right: number
  gold: number
}

export type Measures = Record<"sentences" | "words" | "upos" | "uas" | "las", Hits>

export const f1 = ({ said, right, gold }: Hits): number => (100 * 2 * right) / (said + gold || 1)

export function noMeasures(): Measures {
  const none = (): Hits => ({ said: 0, right: 0, gold: 0 })
  return { sentences: none(), words: none(), upos: none(), uas: none(), las: none() }
}

/** Counts one text. */
export function compare(gold: Placed, said: Placed, sums: Measures): void {
  const ends = new Set(gold.sentences.map(String))
  add(
    sums.sentences,
    said.sentences,
    gold.sentences,
    said.sentences.filter((one) => ends.has(String(one))).length,
  )
  const pairs = align(gold.words, said.words)
  const toGold = new Map(pairs.map(([g, s]) => [s, g]))
  const count = (right: (g: PlacedWord, s: PlacedWord) => boolean): number =>
    pairs.filter(([g, s]) => right(gold.words[g] as PlacedWord, said.words[s] as PlacedWord)).length
  const head = (g: PlacedWord, s: PlacedWord): boolean =>
    s.head < 0 ? g.head < 0 : toGold.get(s.head) === g.head
  add(sums.words, said.words, gold.words, pairs.length)
  add(
    sums.upos,
    said.words,
    gold.words,
    count((g, s) => g.upos === s.upos),
  )
  add(sums.uas, said.words, gold.words, count(head))
  add(
    sums.las,
    said.words,
    gold.words,
    count((g, s) => head(g, s) && g.rel === s.rel),
  )
}

function add(sum: Hits, said: readonly unknown[], gold: readonly unknown[], right: number): void {
  sum.said += said.length
  sum.gold += gold.length
  sum.right += right
}

/** Pairs of words on the same stretch; where a written word holds several, by the longest common row of forms. */
function align(gold: readonly PlacedWord[], said: readonly PlacedWord[]): [number, number][] {
  const pairs: [number, number][] = []
  let [g, s] = [0, 0]
  while (g < gold.length && s < said.length) {
    const [a, b] = [gold[g] as PlacedWord, said[s] as PlacedWord]
    if (a.part || b.part) {
      const [gEnd, sEnd] = regionEnd(gold, said, g, s)
      pairs.push(...common(gold, said, [g, gEnd], [s, sEnd]))
      ;[g, s] = [gEnd, sEnd]
    } else if (a.from === b.from && a.to === b.to) pairs.push([g++, s++])
    else if (a.from < b.from || (a.from === b.from && a.to < b.to)) g++
    else s++
  }
  return pairs
}

function regionEnd(
  gold: readonly PlacedWord[],
  said: readonly PlacedWord[],
  g: number,
  s: number,
): [number, number] {
  const end = Math.max(
    gold[g]?.part ? (gold[g]?.to ?? 0) : 0,
    said[s]?.part ? (said[s]?.to ?? 0) : 0,
  )
  while (g < gold.length && (gold[g]?.from ?? 0) < end) g++
  while (s < said.length && (said[s]?.from ?? 0) < end) s++
  return [g, s]
}

type Range = readonly [from: number, to: number]

function common(
  gold: readonly PlacedWord[],
  said: readonly PlacedWord[],
  g: Range,
  s: Range,
): [number, number][] {
  const best: [number, number][][] = Array.from({ length: s[1] - s[0] + 1 }, () => [])
  for (let a = g[0]; a < g[1]; a++) {
    let diagonal: [number, number][] = []
    for (let b = s[0]; b < s[1]; b++) {
      const at = b - s[0] + 1
      const above = best[at] ?? []
      const same = gold[a]?.form.toLowerCase() === said[b]?.form.toLowerCase()
      const left = best[at - 1] ?? []
      const next: [number, number][] = same
        ? [...diagonal, [a, b]]
        : above.length >= left.length
          ? above
          : left
      diagonal = above
      best[at] = next
    }
  }
  return best.at(-1) ?? []
}
