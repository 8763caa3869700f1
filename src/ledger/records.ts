import { type Claim, claim as makeClaim } from "../model/claim.js"
import { fingerprint } from "../model/fingerprint.js"
import type { Judgement } from "../model/judgement.js"
import type { LedgerRecord, Support } from "../model/record.js"
import { type Gist, gist } from "./gist.js"
import { linkMatters } from "./matters.js"
import { type Doubt, inOrder, mergeWithDoubts, standing } from "./merge.js"
import { partiesOf } from "./parties.js"
import { weigh, zoneRank } from "./support.js"

/**
 * The records of a ledger, computed from its claims and judgements. They do not depend on the order in which
 * reports were added; they are sorted by date, the undated last.
 */
export function computeRecords(
  claims: readonly Claim[],
  judgements: readonly Judgement[] = [],
): readonly LedgerRecord[] {
  return linkMatters(unlinkedRecords(claims, judgements))
}

/** The records of some claims, without what else belongs to their matter. */
export function unlinkedRecords(
  claims: readonly Claim[],
  judgements: readonly Judgement[],
): readonly LedgerRecord[] {
  return recordsWithDoubts(claims, judgements).records
}

/** The same, and which claims of different records may tell of one deed after all. */
export function recordsWithDoubts(
  claims: readonly Claim[],
  judgements: readonly Judgement[],
): { readonly records: readonly LedgerRecord[]; readonly doubts: readonly Doubt[] } {
  const reviews = reviewsOf(judgements)
  const { groups, doubts } = mergeWithDoubts(gistsOf(claims, judgements), judgements)
  return { records: groups.map((group) => recordOf(group, reviews)), doubts }
}

/** What of claims is compared, with what people set right in single claims. */
export function gistsOf(claims: readonly Claim[], judgements: readonly Judgement[]): Gist[] {
  const reviews = reviewsOf(judgements)
  return claims.map((claim) => gist(edited(claim, reviews.get(claim.id) ?? [])))
}

type Reviews = ReadonlyMap<string, readonly Judgement[]>

function reviewsOf(judgements: readonly Judgement[]): Reviews {
  const reviews = new Map<string, Judgement[]>()
  for (const judgement of standing(judgements)) {
    if (!["accept", "edit", "reject"].includes(judgement.kind)) continue
    for (const id of judgement.claims) reviews.set(id, [...(reviews.get(id) ?? []), judgement])
  }
  return reviews
}

/** Fields that a person may set right; what a claim is and where it stands is not among them. */
// biome-ignore format: a table, one thing a line
export const EDITABLE = [
  "family", "stage", "event", "mode", "contexts", "actor", "recipient", "others", "symmetric", "when", "reported", "where",
  "status", "modality", "attribution", "quantities", "fields", "scope",
] as const

/** A claim with what a person set right in it alone; edits of a record leave its claims as they were read. */
function edited(claim: Claim, reviews: readonly Judgement[]): Claim {
  const changes = changesOf(reviews.filter((review) => review.record === undefined))
  if (Object.keys(changes).length === 0) return claim
  const { id, ...parts } = claim
  return Object.freeze({ ...makeClaim({ ...parts, ...changes } as Omit<Claim, "id">), id })
}

/** What edits say, the last word on each field. */
function changesOf(reviews: readonly Judgement[]): Partial<Claim> {
  const changes = reviews
    .filter((review) => review.kind === "edit")
    .map((review) => review.change ?? {})
  const wanted = Object.assign({}, ...changes) as Record<string, unknown>
  return Object.fromEntries(
    EDITABLE.filter((key) => key in wanted).map((key) => [key, wanted[key]] as const),
  )
}

/** What people said a record should show; what the reports say of it stays in its support. */
function overridesOf(claims: readonly Claim[], reviews: Reviews): Partial<Claim> {
  const all = claims.flatMap((claim) => reviews.get(claim.id) ?? [])
  const whole = all.filter((review) => review.record !== undefined)
  return changesOf(inOrder([...new Map(whole.map((one) => [one.id, one])).values()]))
}

function recordOf(group: readonly Gist[], reviews: Reviews): LedgerRecord {
  const all = group.map((one) => one.claim)
  const standing = all.filter((claim) => reviews.get(claim.id)?.at(-1)?.kind !== "reject")
  const claims = standing.length > 0 ? standing : all
  const lead = [...claims].sort(bestFirst)[0] as Claim
  const weighed = weigh(claims)
  const { when, where, status, stage, event, quantities } = weighed
  // biome-ignore format: a table, one thing a line
  const fields: [string, { readonly support: readonly Support[]; readonly disagree: boolean }][] = [
    ["when", when], ["where", where], ["status", status], ["stage", stage], ["event", event],
    ...quantities.map(([unit, chosen]): [string, typeof chosen] => [`quantities.${unit}`, chosen]),
  ]
  return Object.freeze({
    id: `d-${fingerprint(all[0]?.id ?? "")}`,
    claims: all.map((claim) => claim.id),
    reports: distinct(claims.map((claim) => claim.report)),
    language: lead.language,
    family: lead.family,
    stage: stage.best ?? lead.stage,
    event: event.best ?? lead.event,
    mode: lead.mode || (claims.find((claim) => claim.mode !== "")?.mode ?? ""),
    contexts: distinct(claims.flatMap((claim) => claim.contexts)),
    ...partiesOf(claims),
    when: when.best,
    reported: lead.reported ?? claims.find((claim) => claim.reported !== null)?.reported ?? null,
    where: where.best,
    status: (status.best ?? lead.status) as Claim["status"],
    modality: lead.modality,
    attribution: distinctBy(
      claims.flatMap((claim) => claim.attribution),
      (one) => one.id ?? one.name,
    ),
    quantities: quantities.flatMap(([, chosen]) => (chosen.best === null ? [] : [chosen.best])),
    fields: Object.assign(
      {},
      ...[...claims]
        .sort(bestFirst)
        .reverse()
        .map((claim) => claim.fields),
    ),
    evidence: [...claims].sort(bestFirst).flatMap((claim) => claim.evidence),
    scope: lead.scope,
    confidence: together(claims),
    support: Object.fromEntries(
      fields
        .filter(([, { support }]) => support.length > 0)
        .map(([name, one]) => [name, one.support]),
    ),
    disagreements: fields.filter(([, one]) => one.disagree).map(([name]) => name),
    same_matter: [],
    review: reviewOf(all, standing, reviews),
    ...overridesOf(all, reviews),
  })
}

/** Independent reports make a deed surer; a second claim of the same report does not. */
function together(claims: readonly Claim[]): number {
  const best = new Map<string, number>()
  for (const { report, confidence } of claims)
    best.set(report, Math.max(confidence, best.get(report) ?? 0))
  const doubt = [...best.values()].sort().reduce((left, one) => left * (1 - Math.min(one, 0.99)), 1)
  return Math.round(Math.min(0.99, 1 - doubt) * 1000) / 1000
}

function bestFirst(a: Claim, b: Claim): number {
  return zoneRank(b) - zoneRank(a) || b.confidence - a.confidence || (a.id < b.id ? -1 : 1)
}

const STATES = { accept: "accepted", edit: "edited", reject: "rejected" } as const

function reviewOf(
  all: readonly Claim[],
  standing: readonly Claim[],
  reviews: Reviews,
): LedgerRecord["review"] {
  const of = standing.length > 0 ? standing : all
  const last = inOrder(of.flatMap((claim) => reviews.get(claim.id) ?? [])).at(-1)
  if (!last) return { state: "proposed", by: null, at: null, why: "" }
  return {
    state: STATES[last.kind as keyof typeof STATES],
    by: last.by,
    at: last.at,
    why: last.why,
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()]
}
