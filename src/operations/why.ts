import { z } from "zod"
import { showQuantity } from "../ledger/support.js"
import type { Claim, Words } from "../model/claim.js"
import type { LedgerRecord } from "../model/record.js"

/** One value and the words from which a claim has it. */
export const whySchema = z.object({
  field: z.string(),
  value: z.string(),
  rule: z.string(),
  words: z.string(),
  confidence: z.number().nullable(),
  claim: z.string(),
})

type Why = z.output<typeof whySchema>
type Said = readonly [field: string, value: string, words: Words | null]

const FIELDS = [
  "family",
  "stage",
  "event",
  "status",
  "actor",
  "recipient",
  "others",
  "when",
  "reported",
  "where",
  "quantities",
  "attribution",
] // prettier-ignore

/** For each field what every claim of a record says, with the words and the rule that read them. */
export function whyOf(record: LedgerRecord, claims: readonly Claim[]): Why[] {
  const all = claims.flatMap((claim) =>
    saidBy(claim).map(([field, value, words]) => ({
      field,
      value,
      rule:
        field === "status" || field === "stage" || field === "event"
          ? claim.rule
          : (claim.evidence[0]?.rule ?? claim.rule),
      words: words?.text ?? "",
      confidence: claim.confidence,
      claim: claim.id,
    })),
  )
  const shown = (one: Why) => Number(!isShown(record, one))
  return all.sort(
    (a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || shown(a) - shown(b),
  )
}

function isShown(record: LedgerRecord, { field, value }: Why): boolean {
  if (field === "when") return record.when?.edtf === value
  if (field === "where") return record.where?.name === value
  if (field === "actor" || field === "recipient" || field === "others")
    return record[field].some((party) => party.id === value)
  if (field === "stage" || field === "status" || field === "event" || field === "family")
    return record[field] === value
  return true
}

function saidBy(claim: Claim): Said[] {
  const { act } = claim
  const parties = (["actor", "recipient", "others"] as const).flatMap((field) =>
    claim[field].map((party): Said => [field, party.id, party]),
  )
  const said: Said[] = [
    ["family", claim.family, act],
    ["stage", claim.stage, act],
    ["event", claim.event, act],
    ["status", claim.status, act],
    ...parties,
    ...claim.quantities.map((one): Said => ["quantities", `${showQuantity(one)} ${one.unit}`, one]),
    ...claim.attribution.map((one): Said => ["attribution", one.id ?? one.name, one]),
  ]
  if (claim.when) said.push(["when", claim.when.edtf, claim.when])
  if (claim.reported) said.push(["reported", claim.reported.edtf, claim.reported])
  if (claim.where) said.push(["where", claim.where.name, claim.where])
  return said
}
