import type { Claim } from "../api/types.js"

/** What lit words stand for. The order is the order of drawing: later ones lie above. */
export const ROLES = ["act", "where", "when", "amount", "speaker", "actor", "recipient"] as const
export type Role = (typeof ROLES)[number]

/** Words of a report with the role they play: half-open UTF-16 positions. */
export interface Lit {
  readonly from: number
  readonly to: number
  readonly role: Role | "hedge" | "chosen" | "dim"
}

type Placed = { readonly from: number; readonly to: number }
type Positions = Pick<
  Claim,
  "act" | "actor" | "recipient" | "when" | "where" | "quantities" | "attribution"
>

const litAs = (role: Role, words: readonly (Placed | null | undefined)[]): Lit[] =>
  words.flatMap((one) => (one && one.to > one.from ? [{ from: one.from, to: one.to, role }] : []))

/** Bases of a date that is said in words; another is taken from the report's own date and lights nothing. */
const SAID: ReadonlySet<string> = new Set(["explicit", "relative"])

/** The words behind a claim. */
export function litOf(claim: Positions): Lit[] {
  return [
    ...litAs("act", [claim.act]),
    ...litAs("where", [claim.where]),
    ...litAs("when", claim.when && SAID.has(claim.when.basis) ? [claim.when] : []),
    ...litAs("amount", claim.quantities),
    ...litAs("speaker", claim.attribution),
    ...litAs("actor", claim.actor),
    ...litAs("recipient", claim.recipient),
  ]
}

/** The hedge as printed, where it stands in the passage. */
export function hedgeIn(text: string, from: number, hedge: string): Lit[] {
  if (hedge === "") return []
  const at =
    text.toLocaleLowerCase("en").length === text.length
      ? text.toLocaleLowerCase("en").indexOf(hedge.toLocaleLowerCase("en"))
      : text.indexOf(hedge)
  return at < 0 ? [] : [{ from: from + at, to: from + at + hedge.length, role: "hedge" }]
}
