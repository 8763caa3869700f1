import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import type { LedgerRecord } from "../model/record.js"
import type { Catalogue } from "./catalogue.js"
import { compare } from "./compare.js"
import { daysOf } from "./dates.js"
import { type Gist, partiesOf, unitOf } from "./gist.js"
import { linkMatters, matterOf } from "./matters.js"
import { type RecordRow, type ReportHead, recordRow } from "./record-row.js"
import { recordsById, recordsOfClaims, recordsOfMatters } from "./record-table.js"
import { gistsOf, unlinkedRecords } from "./records.js"
import type { Clause } from "./segment.js"
import type { Sql } from "./sql.js"

/** What becomes of records when something was judged. */
export interface Settled {
  /** Ids that are no more. */
  readonly gone: readonly string[]
  readonly rows: readonly RecordRow[]
}

/** At most so many records are looked at again for one judgement. */
const MOST = 400

/**
 * Computes anew the records in which some claims stand, those that may become one with them, and the rest of their
 * matters. `regroup` is false when only values were judged, and no claim can change its record.
 */
export function resettle(
  sql: Sql,
  catalogue: Catalogue,
  judgements: readonly Judgement[],
  { claims, regroup }: { readonly claims: readonly string[]; readonly regroup: boolean },
): Settled {
  const direct = recordsOfClaims(sql, claims)
  const ids = regroup ? withNeighbours(sql, catalogue, judgements, { direct, claims }) : direct
  const before = recordsById(sql, ids).map((one) => one.record)
  const mine = claimsById(sql, [...new Set([...before.flatMap((one) => one.claims), ...claims])])
  const made = unlinkedRecords(mine, judgements)
  const rows = linked(sql, before, made)
  return {
    gone: before.map((one) => one.id).filter((id) => !made.some((one) => one.id === id)),
    rows: changedRows(sql, rows),
  }
}

export function claimsById(sql: Sql, ids: readonly string[]): Claim[] {
  return sql
    .among<{ body: string }>("SELECT body FROM claims WHERE id IN (?*)", ids)
    .map((row) => JSON.parse(row.body) as Claim)
}

/** The records made anew with all others of their matters, linked. */
function linked(
  sql: Sql,
  before: readonly LedgerRecord[],
  made: readonly LedgerRecord[],
): readonly LedgerRecord[] {
  const matters = [...new Set([...before, ...made].map(matterOf))].filter((one) => one !== "")
  const replaced = new Set([...before, ...made].map((one) => one.id))
  const others = recordsOfMatters(sql, matters).filter((id) => !replaced.has(id))
  return linkMatters([...made, ...recordsById(sql, others).map((one) => one.record)])
}

/** Rows for those of the records that are not in the tables as they are. */
function changedRows(sql: Sql, records: readonly LedgerRecord[]): RecordRow[] {
  const ids = records.map((one) => one.id)
  const stored = new Map(
    recordsById(sql, ids).map(({ record }) => [record.id, JSON.stringify(record)]),
  )
  const changed = records.filter((record) => stored.get(record.id) !== JSON.stringify(record))
  const languages = languagesOf(
    sql,
    changed.flatMap((one) => one.claims),
  )
  const facts = headsOf(
    sql,
    changed.flatMap((one) => one.reports),
  )
  return changed.map((record) =>
    recordRow(
      record,
      (claim) => languages.get(claim),
      (report) => facts.get(report) ?? null,
    ),
  )
}

function languagesOf(sql: Sql, claims: readonly string[]): Map<string, string> {
  const rows = sql.among<{ id: string; language: string }>(
    "SELECT id, language FROM claims WHERE id IN (?*)",
    claims,
  )
  return new Map(rows.map((row) => [row.id, row.language]))
}

export function headsOf(sql: Sql, reports: readonly string[]): Map<string, ReportHead> {
  const rows = sql.among<ReportHead & { id: string }>(
    "SELECT id, title, outlet, language, added FROM reports WHERE id IN (?*)",
    reports,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The records in which claims stand, and all that a chain of likeness leads to from them. */
function withNeighbours(
  sql: Sql,
  catalogue: Catalogue,
  judgements: readonly Judgement[],
  start: { readonly direct: readonly string[]; readonly claims: readonly string[] },
): string[] {
  const known = new Set(start.direct)
  let frontier = [
    ...gistsOfRecords(sql, judgements, start.direct),
    ...asRecords(claimsById(sql, start.claims), judgements),
  ]
  while (frontier.length > 0 && known.size < MOST) {
    const near = frontier.flatMap(({ record }) => nearIn(catalogue, record))
    const fresh = [...new Set(near)].filter((id) => !known.has(id))
    const like = gistsOfRecords(sql, judgements, fresh).filter((one) =>
      frontier.some((other) => alike(one.gists, other.gists)),
    )
    for (const { record } of like) known.add(record.id)
    frontier = like
  }
  return [...known]
}

interface WithGists {
  readonly record: LedgerRecord
  readonly gists: readonly Gist[]
}

function gistsOfRecords(
  sql: Sql,
  judgements: readonly Judgement[],
  ids: readonly string[],
): WithGists[] {
  const records = recordsById(sql, ids).map((one) => one.record)
  const claims = claimsById(
    sql,
    records.flatMap((one) => one.claims),
  )
  const gists = new Map(gistsOf(claims, judgements).map((one) => [one.id, one]))
  return records.map((record) => ({
    record,
    gists: record.claims.flatMap((claim) => gists.get(claim) ?? []),
  }))
}

/** Each claim as it would be a record alone: for those that are new, or have been set right. */
function asRecords(claims: readonly Claim[], judgements: readonly Judgement[]): WithGists[] {
  return claims.flatMap((claim) =>
    unlinkedRecords([claim], judgements).map((record) => ({
      record,
      gists: gistsOf([claim], judgements),
    })),
  )
}

function alike(left: readonly Gist[], right: readonly Gist[]): boolean {
  return left.some((a) => right.some((b) => compare(a, b).verdict === "same"))
}

/** How far apart two reports may date one step, in days: as far as candidates are looked for. */
const SLACK = 367

/** Records of the same kind with a party in common, dated near it or told by the same report. */
function nearIn(catalogue: Catalogue, record: LedgerRecord): string[] {
  const days = daysOf(record.when?.edtf ?? null)
  const units = [...new Set(partiesOf(record).map(unitOf))]
  const kind: Clause[] = [
    { by: "family", values: [record.family], facet: "family" },
    ...(units.length > 0 ? [{ by: "actor", values: units, facet: "actor" } as const] : []),
  ]
  const find = (clause: Clause) =>
    catalogue
      .find({ clauses: [...kind, clause], sort: "date", limit: MOST, after: null })
      .entries.map((one) => one.id)
  const told = find({ by: "report", values: record.reports, facet: "outlet" })
  if (!days) return told
  const reach = days.to - days.from > 27 ? SLACK : 3
  return [...told, ...find({ from: days.from - reach, to: days.to + reach })]
}
