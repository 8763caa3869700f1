import type { Lexicon } from "../../language/lexicon.js"
import type { Family, Party, Status, When, Words } from "../../model/claim.js"
import type { QuantityLayer, Sentence } from "../../model/layers.js"
import type { PlacedDate } from "../claim-date.js"
import type { Match } from "../frame-match.js"
import { wordsOf as printed } from "../person-name.js"
import type { Scene } from "../scene.js"

/** A claim in the making: what is known of it when its fields are read. */
export interface Act {
  readonly scene: Scene
  readonly match: Match
  readonly sentence: Sentence
  readonly lexicon: Lexicon
  /** Tokens of all acts of the sentence. */
  readonly acts: ReadonlySet<number>
  readonly dates: readonly PlacedDate[]
  /** Amounts of the whole sentence. */
  readonly quantities: readonly QuantityLayer[]
  readonly family: Family
  readonly stage: string
  readonly status: Status
  readonly words: Words
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
  readonly when: When | null
}

/** What is small enough to stand as the value of a field. */
export type Small = string | number | boolean | Amount

/** An amount as a field holds it; a rate has its unit written `USD/year`. */
export interface Amount {
  readonly value: number
  readonly max: number | null
  readonly bound: string
  readonly unit: string
}

/** A value with the words that it rests on. */
export interface Field extends Words {
  readonly value: Small
}

/** Fields of a claim by name; a field that may hold several values is a list. */
export type Fields = Readonly<Record<string, Field | readonly Field[]>>

export const OTHER = 3

/** How closely a token belongs to the act: 0 under it, 1 under its clause, 2 under no act, 3 under another act. */
export function tierOf(act: Act, t: number): number {
  const { tree } = act.scene
  const { predicate } = act.match
  if (predicate.includes(t)) return 0
  const above = clauseOf(act)
  let here = act.acts.has(t) ? tree.head(t) : t
  for (let steps = 0; here >= 0 && steps < 60; here = tree.head(here), steps++) {
    if (predicate.includes(here)) return 0
    if (act.acts.has(here)) return OTHER
    if (above.has(here)) return 1
  }
  return 2
}

const BOUNDARIES = new Set(["acl", "advcl", "ccomp", "parataxis"])
const clauses = new WeakMap<Act, ReadonlySet<number>>()

/** The words over the act as far as its clause and no other act reaches. */
function clauseOf(act: Act): ReadonlySet<number> {
  const known = clauses.get(act)
  if (known) return known
  const { tree } = act.scene
  const out = new Set<number>()
  let here = act.match.token
  for (let steps = 0; steps < 20; steps++) {
    if (BOUNDARIES.has(tree.mainRel(here))) break
    here = tree.head(here)
    if (here < 0 || (act.acts.has(here) && !act.match.predicate.includes(here))) break
    out.add(here)
  }
  clauses.set(act, out)
  return out
}

/** The words of the report from one token up to another. */
export function wordsAt(scene: Scene, tokenFrom: number, tokenTo: number): Words {
  return printed(scene.tree, scene.text, tokenFrom, tokenTo)
}

/** The token of a sentence that holds a position, or -1. */
export function tokenIn(act: Act, position: number): number {
  const { from, to } = act.scene.tree.tokens
  for (let t = act.sentence.tokenFrom; t < act.sentence.tokenTo; t++)
    if ((from[t] ?? 0) <= position && position < (to[t] ?? 0)) return t
  return -1
}

/** Steps through the tree between two tokens, and a little for the words between them. */
export function distance(act: Act, a: number, b: number): number {
  const { tree } = act.scene
  const up = new Map<number, number>()
  for (let here = a, steps = 0; here >= 0 && steps < 40; here = tree.head(here), steps++)
    up.set(here, steps)
  let steps = 0
  for (let here = b; here >= 0 && steps < 40; here = tree.head(here), steps++) {
    const met = up.get(here)
    if (met !== undefined) return met + steps + Math.abs(a - b) / 4
  }
  return 99
}

export const wordsOf = ({ from, to, text }: Words): Words => ({ from, to, text })
