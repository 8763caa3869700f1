import type { Analysed, Tokens } from "../model/layers.js"
import { foldWord } from "../text/fold.js"

/** A report's words as one forest: what hangs on what, with folded lemmas and forms at hand. */
export class Tree {
  /** Folded lemma of each token. */
  readonly lemma: readonly string[]
  /** Folded form of each token. */
  readonly form: readonly string[]
  private readonly starts: Int32Array
  private readonly list: Int32Array

  constructor(
    readonly tokens: Tokens,
    readonly analysed: Analysed,
  ) {
    const n = tokens.count
    this.lemma = analysed.lemma.map((l, i) =>
      foldWord(l === "_" || l === "" ? (tokens.forms[i] ?? "") : l),
    )
    this.form = tokens.forms.map(foldWord)
    this.starts = new Int32Array(n + 2)
    for (let t = 0; t < n; t++) {
      const head = analysed.head[t] ?? -1
      if (head >= 0) this.starts[head + 1] = (this.starts[head + 1] ?? 0) + 1
    }
    for (let t = 0; t <= n; t++)
      this.starts[t + 1] = (this.starts[t + 1] ?? 0) + (this.starts[t] ?? 0)
    this.list = new Int32Array(n)
    const next = Int32Array.from(this.starts)
    for (let t = 0; t < n; t++) {
      const head = analysed.head[t] ?? -1
      if (head >= 0) {
        const at = next[head] as number
        this.list[at] = t
        next[head] = at + 1
      }
    }
  }

  /** The first token that begins at or after a position of the text; `tokens.count` when there is none. */
  tokenFrom(position: number): number {
    let low = 0
    let high = this.tokens.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.tokens.from[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The token that holds a position of the text, or −1. */
  tokenAt(position: number): number {
    const t = this.tokenFrom(position + 1) - 1
    return t >= 0 && position < (this.tokens.to[t] ?? 0) ? t : -1
  }

  /** Tokens that hang on t, in text order. */
  children(t: number): Int32Array {
    return this.list.subarray(this.starts[t] ?? 0, this.starts[t + 1] ?? 0)
  }

  head(t: number): number {
    return this.analysed.head[t] ?? -1
  }

  /** Relation with its subtype: `nsubj:pass`. */
  rel(t: number): string {
    return this.analysed.rel[t] ?? "dep"
  }

  /** Relation without its subtype. */
  mainRel(t: number): string {
    const rel = this.rel(t)
    const colon = rel.indexOf(":")
    return colon < 0 ? rel : rel.slice(0, colon)
  }

  upos(t: number): string {
    return this.analysed.upos[t] ?? "X"
  }

  /** Value of a feature, or "" when it has none. */
  feat(t: number, name: string): string {
    const feats = this.analysed.feats[t] ?? "_"
    const at = feats.startsWith(`${name}=`) ? 0 : feats.indexOf(`|${name}=`) + 1
    if (at === 0 && !feats.startsWith(`${name}=`)) return ""
    const end = feats.indexOf("|", at)
    return feats.slice(at + name.length + 1, end < 0 ? undefined : end)
  }

  /** First child with one of the relations (main or full), or −1. */
  child(t: number, ...rels: readonly string[]): number {
    for (const c of this.children(t))
      if (rels.includes(this.rel(c)) || rels.includes(this.mainRel(c))) return c
    return -1
  }

  /** t, then everything under it, breadth first; `enter` says whether to go below a token. */
  *under(t: number, enter: (token: number) => boolean = () => true): Generator<number> {
    const queue = [t]
    for (let i = 0; i < queue.length && i < 400; i++) {
      const here = queue[i] as number
      yield here
      if (i === 0 || enter(here)) queue.push(...this.children(here))
    }
  }

  /** True when `above` is t or stands over it. */
  isUnder(t: number, above: number): boolean {
    for (let here = t, steps = 0; here >= 0 && steps < 300; here = this.head(here), steps++)
      if (here === above) return true
    return false
  }

  /** The tokens joined to t as a list: t, then its conjuncts. */
  listed(t: number): readonly number[] {
    const out = [t]
    const children = [...this.children(t)]
    const list = children.some((c) => this.mainRel(c) === "conj")
    // In a list with commas a member may be read as an apposition of the first.
    for (const c of children)
      if (this.mainRel(c) === "conj" || (list && this.mainRel(c) === "appos"))
        out.push(...this.listed(c))
    return out
  }
}
