import type { LedgerRecord } from "../model/record.js"
import { type Entry, readTerms, writeTerms } from "./entry.js"
import { type RecordRow, type ReportHead, searchText } from "./record-row.js"
import type { Sql } from "./sql.js"

/** When and by whom records were changed. */
export interface Moment {
  readonly at: string
  readonly by: string
}

/**
 * The tables in which records lie ready. They hold nothing that could not be computed again from claims and
 * judgements, except what a record looked like before it changed.
 */
export function putRecords(
  sql: Sql,
  gone: readonly string[],
  rows: readonly RecordRow[],
  moment: Moment,
  facts: (report: string) => ReportHead | null,
): Entry[] {
  const places = new Map<string, number>()
  const known = sql.among<{ id: string; n: number; version: string }>(
    "SELECT id, n, version FROM records WHERE id IN (?*)",
    [...gone, ...rows.map((row) => row.record.id)],
  )
  const versions = new Map(rows.map((row) => [row.record.id, row.version]))
  for (const { id, n, version } of known) {
    places.set(id, n)
    if (versions.get(id) !== version) keepOld(sql, n, moment)
    takeOut(sql, n)
  }
  // Those that keep their number first: a new one is given the next after the highest that is there.
  const placed = (row: RecordRow): boolean => places.has(row.record.id)
  const ordered = [...rows.filter(placed), ...rows.filter((row) => !placed(row))]
  return ordered.map((row) => {
    const n = putIn(sql, row, places.get(row.record.id) ?? null, facts)
    return { ...row.entry, n }
  })
}

function keepOld(sql: Sql, n: number, { at, by }: Moment): void {
  sql.run(
    `INSERT INTO record_versions (record, version, body, replaced, "by")
     SELECT id, version, body, ?, ? FROM records JOIN record_bodies USING (n) WHERE n = ?
     ON CONFLICT (record, version) DO UPDATE SET replaced = excluded.replaced, "by" = excluded."by"`,
    at,
    by,
    n,
  )
}

function takeOut(sql: Sql, n: number): void {
  for (const table of ["records", "record_bodies", "record_claims"])
    sql.run(`DELETE FROM ${table} WHERE n = ?`, n)
  sql.run("DELETE FROM record_search WHERE rowid = ?", n)
}

function putIn(
  sql: Sql,
  { record, version, matter, entry, body }: RecordRow,
  place: number | null,
  facts: (report: string) => ReportHead | null,
): number {
  const { id, day, last, confidence, doubt, value, added, terms } = entry
  const { n } = sql.first<{ n: number }>(
    `INSERT INTO records (n, id, version, day, last, confidence, doubt, value, added, family, matter, terms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n`,
    place, id, version, day, last, confidence, doubt, value, added, record.family, matter, writeTerms(terms),
  ) as { n: number } // prettier-ignore
  sql.run("INSERT INTO record_bodies (n, body) VALUES (?, ?)", n, body)
  for (const claim of record.claims)
    sql.run("INSERT OR REPLACE INTO record_claims (claim, n) VALUES (?, ?)", claim, n)
  const { words, joined } = searchText(record, facts)
  sql.run("INSERT INTO record_search (rowid, words, joined) VALUES (?, ?, ?)", n, words, joined)
  return n
}

type EntryRow = Omit<Entry, "terms"> & { readonly terms: string }

/** All entries, as the catalogue wants them. */
export function allEntries(sql: Sql): Entry[] {
  return sql
    .all<EntryRow>(
      "SELECT id, n, day, last, confidence, doubt, value, added, terms FROM records ORDER BY day, id",
    )
    .map((row) => ({ ...row, terms: readTerms(row.terms) }))
}

/** A record and the version it is at. */
export interface Versioned {
  readonly record: LedgerRecord
  readonly version: string
}

type BodyRow = { readonly id: string; readonly version: string; readonly body: string }

/** Records by id, in the order asked for; those that are not there are left out. */
export function recordsById(sql: Sql, ids: readonly string[]): Versioned[] {
  const rows = sql.among<BodyRow>(
    "SELECT id, version, body FROM records JOIN record_bodies USING (n) WHERE id IN (?*)",
    ids,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [{ record: JSON.parse(row.body) as LedgerRecord, version: row.version }] : []
  })
}

/** What a record was at a version that is no more, and who changed it when. */
export function oldVersion(
  sql: Sql,
  id: string,
  version: string,
): { readonly record: LedgerRecord; readonly replaced: string; readonly by: string } | null {
  const row = sql.first<{ body: string; replaced: string; by: string }>(
    `SELECT body, replaced, "by" FROM record_versions WHERE record = ? AND version = ?`,
    id,
    version,
  )
  return row ? { record: JSON.parse(row.body) as LedgerRecord, replaced: row.replaced, by: row.by } : null
}

/** The last thing a record that is no more was. */
export function lastVersion(sql: Sql, id: string): LedgerRecord | null {
  const row = sql.first<{ body: string }>(
    "SELECT body FROM record_versions WHERE record = ? ORDER BY replaced DESC LIMIT 1",
    id,
  )
  return row ? (JSON.parse(row.body) as LedgerRecord) : null
}

/** Ids of the records in which claims stand. */
export function recordsOfClaims(sql: Sql, claims: readonly string[]): string[] {
  const rows = sql.among<{ id: string }>(
    "SELECT DISTINCT id FROM record_claims JOIN records USING (n) WHERE claim IN (?*)",
    claims,
  )
  return [...new Set(rows.map((row) => row.id))]
}

/** The rows of the records that fit a full-text search: 1 at the number of each. */
export function rowsWithWords(sql: Sql, match: string): Uint8Array {
  const found = sql.all<{ n: number }>(
    "SELECT rowid AS n FROM record_search WHERE record_search MATCH ?",
    match,
  )
  return marked(sql, found)
}

/** 1 at each of some row numbers. */
export function marked(sql: Sql, rows: readonly { readonly n: number }[]): Uint8Array {
  const last = sql.first<{ n: number }>("SELECT coalesce(max(n), 0) AS n FROM records")?.n ?? 0
  const marks = new Uint8Array(last + 1)
  for (const { n } of rows) marks[n] = 1
  return marks
}

/** Ids of the records of some matters. */
export function recordsOfMatters(sql: Sql, matters: readonly string[]): string[] {
  return sql
    .among<{ id: string }>("SELECT id FROM records WHERE matter IN (?*)", matters)
    .map((row) => row.id)
}
