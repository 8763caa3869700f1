import type { Claim } from "./claim.js"

/** One value of a field and the claims that say so. */
export interface Support {
  readonly value: string
  readonly claims: readonly string[]
}

/** One deed: the claims judged to tell of it. Computed from claims and judgements; there is no setter. */
export interface LedgerRecord extends Omit<Claim, "id" | "report" | "act" | "rule" | "evidence"> {
  /** `d-` and a hash of its first claim's meaning. */
  readonly id: string
  readonly claims: readonly string[]
  readonly reports: readonly string[]
  readonly evidence: Claim["evidence"]
  readonly support: Readonly<Record<string, readonly Support[]>>
  readonly disagreements: readonly string[]
  readonly same_matter: readonly string[]
  readonly review: {
    readonly state: "proposed" | "accepted" | "edited" | "rejected"
    readonly by: string | null
    readonly at: string | null
    readonly why: string
  }
}
