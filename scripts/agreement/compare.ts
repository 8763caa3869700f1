import { codebook } from "../../src/knowledge/codebook-data.js"
import type { Compiled } from "../claims/compile.js"
import type { CodedClaim } from "../claims/claim-line.js"
import type { Pair } from "./alpha.js"
import { countryValue, type Matched, matchClaims } from "./match.js"

/** What is compared. */
export const MEASURES = [
  "sentence has a claim",
  "event type",
  "quad",
  "actor country",
  "recipient country",
  "status",
] as const
export type Measure = (typeof MEASURES)[number]

/** Something that the two codings say differently. */
export interface Disagreement {
  readonly id: string
  readonly measure: Measure
  readonly act: string
  readonly pair: Pair
}

export interface Comparison {
  readonly pairs: Readonly<Record<Measure, readonly Pair[]>>
  readonly disagreements: readonly Disagreement[]
  /** Items that only one coding has, or whose texts differ. */
  readonly left: readonly string[]
}

const quads: Readonly<Record<string, { readonly quad: string }>> = codebook.events

/** Compares two codings of the same items, matched by id and text. */
export function compareCodings(
  first: readonly Compiled[],
  second: readonly Compiled[],
): Comparison {
  const others = new Map(second.map((one) => [one.item.id, one]))
  const pairs: Record<Measure, Pair[]> = {
    "sentence has a claim": [],
    "event type": [],
    quad: [],
    "actor country": [],
    "recipient country": [],
    status: [],
  }
  const disagreements: Disagreement[] = []
  const left: string[] = []
  for (const one of first) {
    const other = others.get(one.item.id)
    others.delete(one.item.id)
    if (other?.item.text !== one.item.text) {
      left.push(one.item.id)
      continue
    }
    for (const { measure, act, pair } of itemPairs(one, other)) {
      pairs[measure].push(pair)
      if (pair[0] !== pair[1]) disagreements.push({ id: one.item.id, measure, act, pair })
    }
  }
  return { pairs, disagreements, left: [...left, ...others.keys()] }
}

type Unit = Omit<Disagreement, "id">

function itemPairs(first: Compiled, second: Compiled): Unit[] {
  const any = (claims: readonly CodedClaim[]) => (claims.length > 0 ? "yes" : "no")
  const whole: Unit = {
    measure: "sentence has a claim",
    act: "",
    pair: [any(first.claims), any(second.claims)],
  }
  return [whole, ...matchClaims(first.claims, second.claims).flatMap(claimPairs)]
}

/** An act that only one coding has counts against type and quad, where the other side is `none`. */
function claimPairs(matched: Matched): Unit[] {
  const [a, b] = matched
  const act = [...new Set([a?.act.text, b?.act.text].filter((text) => text))].join(" / ")
  const unit = (measure: Measure, of: (claim: CodedClaim) => string): Unit => ({
    measure,
    act,
    pair: [a ? of(a) : "none", b ? of(b) : "none"],
  })
  const types = [
    unit("event type", (claim) => claim.event),
    unit("quad", (claim) => quads[claim.event]?.quad ?? "no quad"),
  ]
  if (!a || !b) return types
  const mutual = a.symmetric && b.symmetric
  const side = (key: "actor" | "recipient") => (claim: CodedClaim) =>
    countryValue(mutual ? [...claim.actor, ...claim.recipient] : claim[key])
  return [
    ...types,
    unit("actor country", side("actor")),
    unit("recipient country", side("recipient")),
    unit("status", (claim) => claim.status),
  ]
}
