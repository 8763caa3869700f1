import type { Claim, Party } from "../model/claim.js"
import { unitOf } from "./gist.js"
import { zoneRank } from "./support.js"

/** Who did it to whom by all claims together: for each state or organisation the most exact party that a claim names. */
export function partiesOf(
  claims: readonly Claim[],
): Pick<Claim, "actor" | "recipient" | "others" | "symmetric"> {
  const ordered = [...claims].sort(fullestFirst)
  const lead = ordered[0] as Claim
  const sides = {
    actor: side(lead.actor),
    recipient: side(lead.recipient),
    others: side(lead.others),
  }
  for (const claim of ordered)
    for (const name of ["actor", "recipient", "others"] as const)
      for (const [unit, parties] of side(claim[name])) place(sides, name, unit, parties)
  const list = (of: Map<string, readonly Party[]>) => [...of.values()].flat()
  const { actor, recipient, others } = sides
  return {
    actor: list(actor),
    recipient: list(recipient),
    others: list(others),
    symmetric: lead.symmetric,
  }
}

type Sides = Record<"actor" | "recipient" | "others", Map<string, readonly Party[]>>

function place(sides: Sides, name: keyof Sides, unit: string, parties: readonly Party[]): void {
  const home = (Object.keys(sides) as (keyof Sides)[]).find((key) => sides[key].has(unit)) ?? name
  const there = sides[home].get(unit)
  if (!there || exactness(parties) > exactness(there)) sides[home].set(unit, parties)
}

function side(parties: readonly Party[]): Map<string, readonly Party[]> {
  const units = new Map<string, readonly Party[]>()
  for (const party of parties)
    units.set(unitOf(party), [...(units.get(unitOf(party)) ?? []), party])
  return units
}

function exactness(parties: readonly Party[]): number {
  return Math.max(
    ...parties.map((party) =>
      party.id.startsWith("person/") ? 2 : party.id.includes(".") ? 1 : 0,
    ),
  )
}

function fullestFirst(a: Claim, b: Claim): number {
  const count = (claim: Claim) =>
    Number(claim.actor.length > 0) + Number(claim.recipient.length > 0)
  const parties = (claim: Claim) =>
    claim.actor.length + claim.recipient.length + claim.others.length
  return (
    count(b) - count(a) ||
    zoneRank(b) - zoneRank(a) ||
    parties(b) - parties(a) ||
    b.confidence - a.confidence ||
    (a.id < b.id ? -1 : 1)
  )
}
