import type { Evidence } from "./evidence.js"
import { fingerprint } from "./fingerprint.js"

export const FAMILIES = [
  "contact",
  "statement",
  "agreement",
  "membership",
  "exercise",
  "training",
  "arms",
  "deployment",
  "access",
  "assistance",
  "sanction",
  "post",
  "incident",
  "measure",
] as const // prettier-ignore
export type Family = (typeof FAMILIES)[number]

export const STATUSES = [
  "occurred",
  "ongoing",
  "planned",
  "proposed",
  "cancelled",
  "denied",
  "alleged",
] as const
/** Status of the thing described, not of the speech about it. */
export type Status = (typeof STATUSES)[number]

/** Words in the report: half-open UTF-16 positions and what stands there. */
export interface Words {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A state, organisation or person in a role, with the words that name it. */
export interface Party extends Words {
  /** Such as `AZE`, `AZE.GOV.MIL.defence-ministry`, `NATO`, `person/ilham-aliyev`. */
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-3 or a PLOVER non-state code; null when the text does not say. */
  readonly country: string | null
  readonly sectors: readonly string[]
  /** Office or capacity in which it acts. */
  readonly role: string | null
}

export type Basis = "explicit" | "relative" | "document" | "inferred" | "none"

/** A date as printed, and as EDTF (ISO 8601-2), never finer than the words. */
export interface When extends Words {
  readonly edtf: string
  readonly basis: Basis
}

/** Where a deed was done: as fine as the words, a country when they name no place in it. */
export interface Where extends Words {
  readonly name: string
  readonly country: string | null
  /** GeoNames id of a place on its list. */
  readonly geonames?: number
  /** Degrees, where the place is known; a country has none. */
  readonly lat?: number
  readonly lon?: number
}

export interface Modality {
  readonly negated: boolean
  readonly future: boolean
  readonly hypothetical: boolean
  readonly generic: boolean
  /** The hedge as printed: reportedly, якобы, گویا. */
  readonly hedge: string
}

export interface Speaker extends Words {
  readonly id: string | null
  readonly name: string
  readonly verb: string
}

export interface Quantity extends Words {
  readonly value: number
  readonly max: number | null
  readonly bound: string
  /** `person`, an ISO 4217 code, `percent`, or an English singular noun. */
  readonly unit: string
  readonly of: string
  readonly per: string
}

/** What one report says that somebody did. Never merged, never corrected in place. */
export interface Claim {
  readonly id: string
  readonly report: string
  readonly language: string
  readonly family: Family
  readonly stage: string
  readonly event: string
  readonly mode: string
  readonly contexts: readonly string[]
  readonly act: Words
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
  readonly others: readonly Party[]
  readonly symmetric: boolean
  readonly when: When | null
  readonly reported: When | null
  readonly where: Where | null
  readonly status: Status
  readonly modality: Modality
  readonly attribution: readonly Speaker[]
  readonly quantities: readonly Quantity[]
  readonly fields: Readonly<Record<string, unknown>>
  readonly evidence: readonly Evidence[]
  readonly scope: "international" | "domestic"
  readonly confidence: number
  readonly rule: string
}

/**
 * Makes a claim; its id is a hash of report, act and rule's meaning.
 * @throws RangeError when it has no evidence, or its act has no words.
 */
export function claim(parts: Omit<Claim, "id">): Claim {
  const first = parts.evidence[0]
  if (!first) throw new RangeError(`a claim of report ${parts.report} has no evidence`)
  const { from, to, text } = parts.act
  if (to <= from || text === "")
    throw new RangeError(`a claim of report ${parts.report} has no words for its act`)
  const where = `${first.zone} ${from} ${to}`
  const who = [...parts.actor, ...parts.recipient].map((p) => p.id).join("+")
  const id = `c-${fingerprint(parts.report, where, parts.family, parts.event, who)}`
  return Object.freeze({ id, ...parts })
}
