import { Kysely, type SqliteDatabase, SqliteDialect } from "kysely"

/** The part of the `node:sqlite` API that the ledger uses; `@photostructure/sqlite` has the same. */
export interface SqliteConnection {
  exec(sql: string): void
  prepare(sql: string): {
    all(...parameters: never[]): unknown[]
    run(...parameters: never[]): { changes: number | bigint; lastInsertRowid: number | bigint }
    iterate(...parameters: never[]): Iterable<unknown>
  }
  close(): void
}

export interface ReportRow {
  readonly id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string | null
  readonly url: string | null
  readonly origin: string | null
  /** The whole report as JSON. */
  readonly body: string
  /** ISO 8601 time at which it was stored. */
  readonly added: string
}

export interface ClaimRow {
  readonly id: string
  readonly report: string
  readonly position: number
  readonly language: string
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly status: string
  readonly edtf: string | null
  readonly scope: string
  readonly confidence: number
  /** The whole claim as JSON. */
  readonly body: string
}

export interface EvidenceRow {
  readonly claim: string
  readonly position: number
  readonly report: string
  readonly from: number
  readonly to: number
  readonly zone: string
  readonly rule: string
  readonly quote: string
}

export interface JudgementRow {
  readonly id: string
  readonly kind: string
  readonly by: string
  readonly at: string
  readonly body: string
}

export interface Tables {
  readonly reports: ReportRow
  readonly claims: ClaimRow
  readonly evidence: EvidenceRow
  readonly judgements: JudgementRow
}

/**
 * Kysely over an open connection. A transaction takes the write lock at its start, so that a second
 * process waits for it instead of failing half-way.
 */
export function kyselyOver(connection: SqliteConnection): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyWants(connection) }) })
}

function asKyselyWants(connection: SqliteConnection): SqliteDatabase {
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = connection.prepare(sql === "begin" ? "begin immediate" : sql)
      const reader = /^\s*(select|with|pragma)\b/i.test(sql) || /\breturning\b/i.test(sql)
      return {
        reader,
        all: (parameters) => statement.all(...(parameters as never[])),
        run: (parameters) => statement.run(...(parameters as never[])),
        iterate: (parameters) =>
          statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
      }
    },
  }
}
