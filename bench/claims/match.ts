/** Pairs the claims that were coded by hand with those that were read, sentence by sentence. */
import type { Claim } from "../../src/model/claim.js"

/** A coded claim, as in data/claims/*.jsonl and the compiled gold set. */
export type Coded = Pick<
  Claim,
  "family" | "stage" | "event" | "mode" | "act" | "actor" | "recipient" | "status" | "symmetric"
> & {
  readonly when: { readonly edtf: string } | null
  readonly attribution: readonly { readonly from: number; readonly to: number }[]
}

export interface Item {
  readonly id: string
  readonly language: string
  readonly published?: string
  readonly trap?: string
  readonly text: string
  readonly claims: readonly Coded[]
}

export interface Pair {
  readonly gold: Coded
  readonly read: Claim
}

export interface Matched {
  readonly pairs: readonly Pair[]
  readonly missed: readonly Coded[]
  readonly extra: readonly Claim[]
}

type Sided = Pick<Claim, "actor" | "recipient" | "symmetric">

/** Countries on each side; of a mutual deed the sides may be told either way round. */
export function countries(parties: readonly { readonly country: string | null }[]): string[] {
  return [...new Set(parties.flatMap((p) => (p.country ? [p.country] : [])))].sort()
}

/** Whether a side names the same countries; an empty side of the coding counts only if ours is empty too. */
export function sameSide(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((c, i) => c === b[i])
}

/** Whether both claims say the same countries in the same roles; mutual deeds have no roles. */
export function sameParties(a: Sided, b: Sided): boolean {
  if (a.symmetric || b.symmetric) return sameSide(everybody(a), everybody(b))
  return (
    sameSide(countries(a.actor), countries(b.actor)) &&
    sameSide(countries(a.recipient), countries(b.recipient))
  )
}

/** Whether actor and recipient stand the wrong way round. */
export function swapped(a: Sided, b: Sided): boolean {
  if (a.symmetric || b.symmetric) return false
  const [actor, recipient] = [countries(a.actor), countries(a.recipient)]
  if (actor.length === 0 || recipient.length === 0 || sameSide(actor, recipient)) return false
  return sameSide(actor, countries(b.recipient)) && sameSide(recipient, countries(b.actor))
}

/** Countries of actor and recipient together. */
export function everybody(claim: Sided): string[] {
  return countries([...claim.actor, ...claim.recipient])
}

/** Best pairs first: the same words for the act, then the same type, then the same countries. */
export function match(gold: readonly Coded[], read: readonly Claim[]): Matched {
  const options = gold.flatMap((g) => read.map((r) => ({ gold: g, read: r, worth: worth(g, r) })))
  options.sort((a, b) => b.worth - a.worth)
  const pairs: Pair[] = []
  const [usedGold, usedRead] = [new Set<Coded>(), new Set<Claim>()]
  for (const { gold: g, read: r, worth: value } of options) {
    if (value < 3 || usedGold.has(g) || usedRead.has(r)) continue
    usedGold.add(g)
    usedRead.add(r)
    pairs.push({ gold: g, read: r })
  }
  return {
    pairs,
    missed: gold.filter((g) => !usedGold.has(g)),
    extra: read.filter((r) => !usedRead.has(r)),
  }
}

function worth(gold: Coded, read: Claim): number {
  const overlap = gold.act.from < read.act.to && read.act.from < gold.act.to ? 3 : 0
  const type = gold.event === read.event ? 2 : gold.family === read.family ? 1 : 0
  const ours = everybody(read)
  const shared = everybody(gold).filter((c) => ours.includes(c)).length > 0 ? 1 : 0
  return overlap + type + shared + (sameParties(gold, read) ? 0.5 : 0)
}
