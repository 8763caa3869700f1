import { DragomanError } from "../model/error.js"
import type { SqliteConnection } from "./database.js"

/** Tables that are only ever added to: the database itself refuses to change or delete a row. */
const APPEND_ONLY = ["reports", "claims", "evidence", "judgements"] as const

function guard(table: string): string {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${table} are only ever added to'); END`
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
