import { foldName, type FoldedName, type NameWord, nameOf } from "./name-fold.js"
import { NameGroups } from "./name-groups.js"
import { NameModel } from "./name-model.js"
import { type WordMatch, WordMatcher } from "./word-match.js"

export interface NameTables {
  /** Text of `models/names.txt`. */
  readonly letters: string
  /** Bytes of `models/names.bin`. */
  readonly groups: Uint8Array
  /** Folded words that are no part of a name: Mr, господин, آقای. */
  readonly titles: ReadonlySet<string>
  /** Folded words that a name may have or lack: al, bin, von. */
  readonly particles: ReadonlySet<string>
  /** Base forms that an inflected word of a name may have. */
  readonly bases: (word: NameWord) => readonly string[]
}

/** Whether two names may name one and the same: 0 surely not, 1 surely; and why, in plain English. */
export interface Sameness {
  readonly score: number
  readonly why: string
}

interface Paired {
  readonly a: NameWord
  readonly b: NameWord
  readonly match: WordMatch
  readonly i: number
  readonly j: number
}

const STRANGE: Sameness = {
  score: 0.1,
  why: "One of the two is in a script, or in several, that cannot be compared with the other's.",
}

const MOST_WORDS = 7

/** Compares names across scripts. Pure; made once from its tables. */
export class NameMatcher {
  private readonly words: WordMatcher
  private readonly cache = new Map<string, FoldedName>()

  constructor(private readonly tables: NameTables) {
    const model = new NameModel(tables.letters)
    const groups = new NameGroups(tables.groups)
    this.words = new WordMatcher({ model, groups, bases: tables.bases })
  }

  compare(a: string, b: string): Sameness {
    const left = this.name(a)
    const right = this.name(b)
    if (left.words.length === 0 || right.words.length === 0)
      return { score: 0, why: "One of the two holds no letters." }
    if (left.joined === right.joined)
      return { score: 0.99, why: "Both are written with the same letters." }
    if (left.script === "?" && right.script !== "?" && right.words.length > 0) return STRANGE
    if (right.script === "?" && left.script !== "?") return STRANGE
    if (left.words.length === 1 && right.words.length === 1) {
      const pair = this.pair(left.words[0] as NameWord, right.words[0] as NameWord, 0, 0)
      const odds = pair.match.how === "woman" ? -0.3 : pair.match.odds
      return { score: probability(odds), why: `${sentence(this.told(pair))}.` }
    }
    return this.several(left, right)
  }

  /** Names of several words: what of one has its like in the other, and what stands over. */
  private several(left: FoldedName, right: FoldedName): Sameness {
    const joined = this.joined(left, right)
    if (joined !== null && joined > 2)
      return { score: probability(joined), why: "Written as one word the two names agree." }
    const pairs = this.aligned(left.words, right.words)
    const freeA = left.words.filter((_, i) => !pairs.some((pair) => pair.i === i))
    const freeB = right.words.filter((_, j) => !pairs.some((pair) => pair.j === j))
    const { odds, remark } = verdict(pairs, this.counted(freeA), this.counted(freeB), {
      short: Math.min(left.words.length, right.words.length),
      lastA: left.words.length - 1,
      lastB: right.words.length - 1,
    })
    const parts = pairs.map((pair) => this.told(pair))
    return { score: probability(odds), why: `${sentence([...parts, ...remark].join("; "))}.` }
  }

  /** A name apart in one script and together in the other: Abdul Rahman, Абдурахман. */
  private joined(left: FoldedName, right: FoldedName): number | null {
    if (left.words.length === right.words.length || left.script === "?" || right.script === "?")
      return null
    if (Math.abs(left.joined.length - right.joined.length) > 7) return null
    const word = (name: FoldedName): NameWord => ({
      printed: "",
      folded: name.joined,
      script: name.script,
    })
    return this.words.compare(word(left), word(right)).odds
  }

  private counted(words: readonly NameWord[]): readonly NameWord[] {
    return words.filter((word) => !this.tables.particles.has(word.folded))
  }

  /** In a longer name the other words speak too, so that spellings which are listed apart count for less. */
  private within(a: NameWord, b: NameWord, i: number, j: number): Paired {
    const pair = this.pair(a, b, i, j)
    if (pair.match.how !== "other" || a.script === b.script) return pair
    return { ...pair, match: { ...pair.match, odds: pair.match.odds + 1.5 } }
  }

  /** The best partner of each word, surest pairs first; a word has one. */
  private aligned(left: readonly NameWord[], right: readonly NameWord[]): readonly Paired[] {
    const inOrder =
      left.length === right.length
        ? left.map((a, i) => this.within(a, right[i] as NameWord, i, i))
        : []
    if (inOrder.length > 0 && inOrder.every((pair) => pair.match.odds > 1)) return inOrder
    const all: Paired[] = [...inOrder]
    for (const [i, a] of left.entries())
      for (const [j, b] of right.entries())
        if (inOrder.length === 0 || i !== j) all.push(this.within(a, b, i, j))
    all.sort((p, q) => q.match.odds - p.match.odds)
    const out: Paired[] = []
    for (const pair of all) {
      if (
        pair.match.odds < (pair.i === pair.j ? -2.2 : -1.2) ||
        out.some((o) => o.i === pair.i || o.j === pair.j)
      )
        continue
      out.push(pair)
    }
    return out.sort((p, q) => p.i - q.i)
  }

  private pair(a: NameWord, b: NameWord, i: number, j: number): Paired {
    const match = this.words.compare(a, b)
    return { a, b, match, i, j }
  }

  private told({ a, b, match }: Paired): string {
    const both = `“${a.printed}” and “${b.printed}”`
    if (match.how === "alike") return `“${a.printed}” is written alike`
    if (match.how === "listed") return `${both} are listed as forms of one name`
    if (match.how === "initial")
      return match.odds > 0
        ? `the initial of ${both} agrees`
        : `the initial of ${both} does not agree`
    if (match.how === "woman")
      return `${both} agree once case endings are taken off, but are listed as two names`
    if (match.how === "form") return `${both} agree once case endings are taken off`
    if (match.how === "unknown") return `the scripts of ${both} are not known together`
    const doubt = this.words.doubts(a, b)[0]
    const letters = doubt ? ` (“${shown(doubt.a)}” for “${shown(doubt.b)}”)` : ""
    if (match.how === "other") return `${both} are listed as two names${letters}`
    if (match.odds > 1) return `the letters of ${both} agree`
    if (match.odds > 0) return `the letters of ${both} mostly agree${letters}`
    return match.odds > -1.5
      ? `the letters of ${both} agree only in part${letters}`
      : `the letters of ${both} do not agree${letters}`
  }

  /** A name taken apart, titles and what goes before names left out unless nothing else is there. */
  private name(text: string): FoldedName {
    const known = this.cache.get(text)
    if (known) return known
    const made = this.withoutTitles(nameOf(text))
    if (this.cache.size > 50000) this.cache.clear()
    this.cache.set(text, made)
    return made
  }

  private withoutTitles(name: FoldedName): FoldedName {
    if (name.words.length === 1) return name
    const words = name.words
      .filter((word) => !this.tables.titles.has(word.folded))
      .slice(0, MOST_WORDS)
    if (words.length === 0 || words.length === name.words.length) return name
    const scripts = new Set(words.map((word) => word.script))
    const script = scripts.size === 1 ? (words[0]?.script ?? "?") : "?"
    return { words, joined: words.map((word) => word.folded).join(""), script }
  }
}

interface Shape {
  readonly short: number
  readonly lastA: number
  readonly lastB: number
}

/** What pairs of words and words left over say of two whole names. */
function verdict(
  pairs: readonly Paired[],
  freeA: readonly NameWord[],
  freeB: readonly NameWord[],
  shape: Shape,
): { readonly odds: number; readonly remark: readonly string[] } {
  const remark: string[] = []
  const full = pairs.filter((pair) => pair.match.how !== "initial")
  if (full.length === 0) return { odds: -4, remark: ["no word of one has its like in the other"] }
  const weakest = Math.min(...pairs.map((pair) => pair.match.odds))
  const mean = pairs.reduce((sum, pair) => sum + Math.min(pair.match.odds, 6), 0) / pairs.length
  let odds = 0.6 * Math.min(weakest, 6) + 0.4 * mean
  if (pairs.some((pair) => pair.match.how === "initial")) odds = Math.min(odds + 1, 2)
  if (pairs.some((p, n) => pairs.slice(n + 1).some((q) => (p.i - q.i) * (p.j - q.j) < 0))) {
    odds -= 0.3
    remark.push("the words stand in another order")
  }
  const over = [...freeA, ...freeB].map((word) => `“${word.printed}”`).join(" and ")
  if (freeA.length > 0 && freeB.length > 0) {
    remark.push(`${over} have no like on the other side`)
    return { odds: Math.min(odds, 0) - 3, remark }
  }
  if (freeA.length + freeB.length === 0) return { odds, remark }
  remark.push(`${over} stands on one side only`)
  if (full.length >= 2) return { odds: odds - 0.5 * (freeA.length + freeB.length), remark }
  const only = full[0] as Paired
  const surname = only.i === shape.lastA && only.j === shape.lastB
  const limit = pairs.length > 1 ? 1.2 : surname ? 0.8 : -0.4
  return { odds: Math.min(odds - 1, limit), remark }
}

function probability(odds: number): number {
  const score = 1 / (1 + Math.exp(-odds))
  return Math.round(Math.min(0.99, Math.max(0.01, score)) * 1000) / 1000
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function shown(letters: string): string {
  return letters.replace(/[\^$]/g, "") || "nothing"
}

/** Titles and particles of a table with the columns `word` and `kind`, folded. */
export function wordsOfKind(
  rows: readonly Readonly<Record<string, string>>[],
  kind: string,
): Set<string> {
  return new Set(
    rows
      .filter((row) => row.kind === kind)
      .flatMap((row) => (row.word ?? "").split("|").map(foldName)),
  )
}
