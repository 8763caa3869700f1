import type { Party } from "../model/claim.js"
import type { Match } from "./frame-match.js"
import { LIMITS } from "./limits.js"
import type { Deed, Weighed } from "./sides.js"

export type Sides = Pick<Match, "actor" | "recipient">

/** Who acts and who receives, of everybody whom the sentence names. */
export function sidesOf({ match, mutual }: Deed, weighed: readonly Weighed[]): Sides {
  if (mutual) return mutualSides(match, partiesOf(weighed.filter(takesPart)))
  const best = (role: "actor" | "recipient"): readonly Weighed[] => {
    const other = role === "actor" ? "recipient" : "actor"
    const able = weighed.filter((w) => w[role] >= LIMITS.only && w[role] > w[other])
    const sure = able.filter((w) => w[role] >= LIMITS.fill)
    if (sure.length > 0) return sure
    return able.sort((a, b) => b[role] - a[role]).slice(0, 1)
  }
  const keep = (role: "actor" | "recipient", found: readonly Party[]): readonly Party[] =>
    found.length > 0 ? found : (match?.[role] ?? []).filter((p) => !isWeighed(p, weighed))
  const actor = keep("actor", partiesOf(best("actor")))
  return { actor, recipient: free(keep("recipient", partiesOf(best("recipient"))), actor) }
}

/** The parties of some candidates, each state and each word once; `both countries` are two on one word. */
function partiesOf(own: readonly Weighed[]): readonly Party[] {
  const out: Party[] = []
  for (const { parties, both } of own.map((w) => w.candidate))
    for (const party of parties) {
      const known = out.some((p) => sameState(p, party) || (!both && sameParty(p, party)))
      if (!known) out.push(party)
    }
  return out
}

export interface Sure {
  readonly actor: number
  readonly recipient: number
}

/** How probable it is that just these take part, each candidate by itself. */
export function sureOf(
  mutual: boolean,
  weighed: readonly Weighed[],
  { actor, recipient }: Sides,
): Sure {
  const on = (side: readonly Party[], { candidate }: Weighed): boolean =>
    candidate.parties.some((p) => side.some((s) => sameParty(s, p) || sameState(s, p)))
  const side = (parties: readonly Party[], share: (w: Weighed) => number): number =>
    weighed.reduce((sum, w) => {
      const p = on(parties, w) ? share(w) : 1 - share(w)
      return sum + Math.log(Math.max(0.01, p))
    }, 0)
  if (mutual)
    return { actor: side([...actor, ...recipient], (w) => w.actor + w.recipient), recipient: 0 }
  return { actor: side(actor, (w) => w.actor), recipient: side(recipient, (w) => w.recipient) }
}

const takesPart = (w: Weighed): boolean => w.actor + w.recipient >= LIMITS.mutual

function isWeighed(party: Party, weighed: readonly Weighed[]): boolean {
  return weighed.some(({ candidate }) => candidate.parties.some((p) => sameParty(p, party)))
}

/** Of a mutual deed the sides count together. */
function mutualSides(match: Match | null, found: readonly Party[]): Sides {
  const framed = match ? [...match.actor, ...match.recipient] : []
  const all = found.length > 0 ? found : framed
  return { actor: all.slice(0, 1), recipient: all.slice(1) }
}

function sameParty(a: Party, b: Party): boolean {
  return a.id === b.id || (a.from < b.to && b.from < a.to)
}

function sameState(a: Party, b: Party): boolean {
  return a.country !== null && a.country === b.country && !/^(IGO|NGO|MNC|IMG)$/.test(a.country)
}

/** Parties that are not taken already. */
export function free(parties: readonly Party[], taken: readonly Party[]): readonly Party[] {
  return parties.filter((p) => !taken.some((t) => sameParty(t, p)))
}
