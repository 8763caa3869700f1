import { DragomanError } from "../model/error.js"
import type { SqliteConnection } from "./database.js"

/** Tables that are only ever added to: the database itself refuses to change or delete a row. */
const APPEND_ONLY = ["reports", "claims", "evidence", "judgements"] as const

function guard(table: string): string {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${table} ${table === "audit" ? "is" : "are"} only ever added to'); END`
  return `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} ${refuse};
    CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} ${refuse};`
}

/** One entry a version, in order; an entry that has been released is never altered. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE reports (
     id TEXT PRIMARY KEY, title TEXT, outlet TEXT, published TEXT, language TEXT, url TEXT, origin TEXT,
     body TEXT NOT NULL, added TEXT NOT NULL) STRICT;
   CREATE TABLE claims (
     id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id), position INTEGER NOT NULL,
     language TEXT NOT NULL, family TEXT NOT NULL, stage TEXT NOT NULL, event TEXT NOT NULL,
     status TEXT NOT NULL, edtf TEXT, scope TEXT NOT NULL, confidence REAL NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX claims_by_report ON claims (report, position);
   CREATE INDEX claims_by_family ON claims (family, edtf);
   CREATE TABLE evidence (
     claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL, report TEXT NOT NULL REFERENCES reports (id),
     "from" INTEGER NOT NULL, "to" INTEGER NOT NULL, zone TEXT NOT NULL, rule TEXT NOT NULL, quote TEXT NOT NULL,
     PRIMARY KEY (claim, position)) STRICT, WITHOUT ROWID;
   CREATE INDEX evidence_by_report ON evidence (report, "from");
   CREATE TABLE judgements (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   ${APPEND_ONLY.map(guard).join("\n")}`,
  // What is computed from the above and may be thrown away; who may do what; what was done. Words come to the search
  // tables folded and cut, with a space between two; `ascii` takes every letter as one, those younger than Unicode 6 too.
  `CREATE TABLE records (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version TEXT NOT NULL, day INTEGER NOT NULL, last INTEGER NOT NULL,
     confidence REAL NOT NULL, doubt REAL NOT NULL, value REAL NOT NULL, added TEXT NOT NULL, family TEXT NOT NULL,
     matter TEXT NOT NULL, terms TEXT NOT NULL) STRICT;
   CREATE INDEX records_by_matter ON records (matter);
   CREATE INDEX records_by_family ON records (family, day);
   CREATE TABLE record_bodies (n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE record_claims (claim TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX record_claims_by_record ON record_claims (n);
   CREATE TABLE record_versions (
     record TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, replaced TEXT NOT NULL, "by" TEXT NOT NULL,
     PRIMARY KEY (record, version)) STRICT, WITHOUT ROWID;
   CREATE TABLE record_pairs (
     a TEXT NOT NULL, b TEXT NOT NULL, points REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
   CREATE TABLE derived (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE VIRTUAL TABLE record_search USING fts5 (
     words, joined, content='', contentless_delete=1, prefix='2 3', tokenize="ascii");
   CREATE VIRTUAL TABLE report_search USING fts5 (
     words, joined, content='', contentless_delete=1, prefix='2 3', tokenize="ascii");
   CREATE TABLE people (name TEXT PRIMARY KEY, password TEXT NOT NULL, since TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE sessions (
     key TEXT PRIMARY KEY, person TEXT NOT NULL, began TEXT NOT NULL, ends TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE tokens (
     id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, person TEXT NOT NULL, scopes TEXT NOT NULL,
     made TEXT NOT NULL, ends TEXT, withdrawn TEXT) STRICT, WITHOUT ROWID;
   CREATE TABLE audit (
     n INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, through TEXT NOT NULL, act TEXT NOT NULL,
     target TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
   ${guard("audit")}`,
]

/**
 * Brings a database to the newest schema, under the write lock, so that two processes may begin at once.
 * @throws DragomanError `ledger/newer` when a later version of the program wrote it.
 */
export function migrate(connection: SqliteConnection): void {
  connection.exec("BEGIN IMMEDIATE")
  try {
    connection.exec(
      "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY) STRICT",
    )
    const has = schemaVersion(connection)
    if (has > MIGRATIONS.length) throw newer(has)
    MIGRATIONS.slice(has).forEach((sql, at) => {
      connection.exec(sql)
      connection.exec(`INSERT INTO schema_version (version) VALUES (${has + at + 1})`)
    })
    connection.exec("COMMIT")
  } catch (cause) {
    connection.exec("ROLLBACK")
    throw cause
  }
}

function newer(has: number): DragomanError {
  const message = `the ledger has schema ${has}, this program knows ${MIGRATIONS.length}: install a newer dragoman`
  return new DragomanError("ledger/newer", message, { has, knows: MIGRATIONS.length })
}

/** The version a database is at; 0 when it has none of our tables. */
export function schemaVersion(connection: SqliteConnection): number {
  const [row] = connection.prepare("SELECT max(version) AS version FROM schema_version").all()
  return Number((row as { version: number | null } | undefined)?.version ?? 0)
}
