import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import { Catalogue } from "./catalogue.js"
import { FORM } from "./entry.js"
import type { Doubt } from "./merge.js"
import { linkMatters } from "./matters.js"
import { foldedText, type RecordRow, type ReportHead, recordRow } from "./record-row.js"
import { allEntries, type Moment, putRecords } from "./record-table.js"
import { recordsWithDoubts } from "./records.js"
import { resettle } from "./resettle.js"
import type { Sql } from "./sql.js"
import type { Store } from "./store.js"

/** How far the tables of records have come. */
export interface Stamp {
  readonly claims: number
  readonly judgements: number
  /** One more for every change of the tables. */
  readonly serial: number
  /** See `FORM`. */
  readonly form: string
}

/** What the ledger holds now. Rows are only ever added, so the last row's number counts them. */
export function countsNow(sql: Sql): Pick<Stamp, "claims" | "judgements"> {
  return sql.first<Pick<Stamp, "claims" | "judgements">>(
    `SELECT (SELECT coalesce(max(rowid), 0) FROM claims) AS claims,
            (SELECT coalesce(max(rowid), 0) FROM judgements) AS judgements`,
  ) as Stamp
}

export function stampOf(sql: Sql): Stamp | null {
  const row = sql.first<{ stamp: string }>("SELECT stamp FROM derived WHERE name = 'records'")
  const stamp = row ? (JSON.parse(row.stamp) as Stamp) : null
  return stamp?.form === FORM ? stamp : null
}

export function setStamp(sql: Sql, counts: Pick<Stamp, "claims" | "judgements">): void {
  const serial = (stampOf(sql)?.serial ?? 0) + 1
  const stamp = JSON.stringify({ ...counts, serial, form: FORM })
  sql.run("INSERT OR REPLACE INTO derived (name, stamp) VALUES ('records', ?)", stamp)
}

/** Judgements from a row on, in order. */
export function judgementsAfter(sql: Sql, row: number): Judgement[] {
  return sql
    .all<{ body: string }>("SELECT body FROM judgements WHERE rowid > ? ORDER BY at, id", row)
    .map((one) => JSON.parse(one.body) as Judgement)
}

/**
 * Computes all records anew and writes what has changed. Judgements that come while it computes are taken
 * into account before it writes; reports that come meanwhile leave the tables to be computed once more.
 */
export async function rebuild(store: Store, moment: Moment): Promise<void> {
  const { sql } = store
  const counts = countsNow(sql)
  const claims = claimsUpTo(sql, counts.claims)
  const judgements = judgementsAfter(sql, 0)
  const { records, doubts } = recordsWithDoubts(claims, judgements)
  const facts = headsOfAll(sql)
  const languages = new Map(claims.map((claim) => [claim.id, claim.language]))
  const head = (report: string) => facts.get(report) ?? null
  const rows = linkMatters(records).map((record) =>
    recordRow(record, (claim) => languages.get(claim), head),
  )
  await store.write(() => {
    putChanged(sql, rows, moment, head)
    putDoubts(sql, doubts)
    indexReports(sql)
    settleSince(sql, counts.judgements, moment, head)
    setStamp(sql, { ...counts, judgements: countsNow(sql).judgements })
  })
}

function claimsUpTo(sql: Sql, row: number): Claim[] {
  return sql
    .all<{ body: string }>(
      "SELECT body FROM claims WHERE rowid <= ? ORDER BY report, position",
      row,
    )
    .map((one) => JSON.parse(one.body) as Claim)
}

function headsOfAll(sql: Sql): Map<string, ReportHead> {
  const rows = sql.all<ReportHead & { id: string }>(
    "SELECT id, title, outlet, language, added FROM reports",
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function putChanged(
  sql: Sql,
  rows: readonly RecordRow[],
  moment: Moment,
  head: (report: string) => ReportHead | null,
): void {
  const wanted = new Map(rows.map((row) => [row.record.id, row]))
  const gone: string[] = []
  const laidOut = stampOf(sql) !== null
  const same = new Set<string>()
  for (const { id, body } of sql.all<{ id: string; body: string }>(
    "SELECT id, body FROM records JOIN record_bodies USING (n)",
  )) {
    const row = wanted.get(id)
    if (!row) gone.push(id)
    else if (laidOut && row.body === body) same.add(id)
  }
  const changed = rows.filter((row) => !same.has(row.record.id))
  putRecords(sql, gone, changed, moment, head)
}

function putDoubts(sql: Sql, doubts: readonly Doubt[]): void {
  sql.run("DELETE FROM record_pairs")
  for (const { a, b, points, why } of doubts)
    sql.run(
      "INSERT OR REPLACE INTO record_pairs (a, b, points, why) VALUES (?, ?, ?, ?)",
      a,
      b,
      points,
      why,
    )
}

/** Lays the texts of new reports open for searching. */
function indexReports(sql: Sql): void {
  const last = sql.first<{ n: number }>("SELECT coalesce(max(rowid), 0) AS n FROM report_search")
  const fresh = sql.all<{ n: number; title: string | null; body: string }>(
    "SELECT rowid AS n, title, body FROM reports WHERE rowid > ? ORDER BY rowid",
    last?.n ?? 0,
  )
  for (const { n, title, body } of fresh) {
    const { words, joined } = foldedText([title ?? "", (JSON.parse(body) as { text: string }).text])
    sql.run("INSERT INTO report_search (rowid, words, joined) VALUES (?, ?, ?)", n, words, joined)
  }
}

function settleSince(
  sql: Sql,
  row: number,
  moment: Moment,
  head: (report: string) => ReportHead | null,
): void {
  const late = judgementsAfter(sql, row)
  if (late.length === 0) return
  const claims = late.flatMap((one) => [...one.claims, ...(one.against ?? [])])
  const catalogue = new Catalogue(allEntries(sql))
  const { gone, rows } = resettle(sql, catalogue, judgementsAfter(sql, 0), {
    claims,
    regroup: true,
  })
  putRecords(sql, gone, rows, moment, head)
}
