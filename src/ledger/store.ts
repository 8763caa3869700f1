import type { Kysely, Transaction } from "kysely"
import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import type { Report } from "../model/report.js"
import { kyselyOver, type SqliteConnection, type Tables } from "./database.js"
import { claimRow, evidenceRows, judgementRow, reportRow } from "./rows.js"
import { migrate } from "./schema.js"
import { Sql } from "./sql.js"

/** What became of a report that was handed to the store. */
export interface Addition {
  /** `added`; `known` when it was there already; `differs` when its id is taken by another text. */
  readonly outcome: "added" | "known" | "differs"
  readonly claims: number
}

/** How much a ledger holds; it only grows, so equal counts mean nothing has changed. */
export interface Counts {
  readonly reports: number
  readonly claims: number
  readonly judgements: number
}

/** The reports, claims and judgements of a ledger: only ever added to. Records are computed from them. */
export class Store {
  private constructor(
    private readonly database: Kysely<Tables>,
    /** For reading; what writes goes through `write`. */
    readonly sql: Sql,
  ) {}

  /** A store over an open connection, which it closes in the end; makes or renews the tables. */
  static over(connection: SqliteConnection): Store {
    migrate(connection)
    return new Store(kyselyOver(connection), new Sql(connection))
  }

  /** Runs statements in one transaction; nothing else of this process comes between them. */
  write<T>(work: (sql: Sql) => T): Promise<T> {
    return this.database.transaction().execute(async () => work(this.sql))
  }

  /** Stores a report with its claims in one transaction. The same report twice changes nothing. */
  add(report: Report, claims: readonly Claim[], now: string): Promise<Addition> {
    return this.database.transaction().execute(async (transaction) => {
      const done = await transaction
        .insertInto("reports")
        .values(reportRow(report, now))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (Number(done.numInsertedOrUpdatedRows ?? 0) > 0)
        return { outcome: "added", claims: await addClaims(transaction, claims) }
      const stored = await transaction
        .selectFrom("reports")
        .select("body")
        .where("id", "=", report.id)
        .executeTakeFirstOrThrow()
      const same = (JSON.parse(stored.body) as Report).text === report.text
      return { outcome: same ? "known" : "differs", claims: 0 }
    })
  }

  async has(report: string): Promise<boolean> {
    const row = await this.database
      .selectFrom("reports")
      .select("id")
      .where("id", "=", report)
      .executeTakeFirst()
    return row !== undefined
  }

  async report(id: string): Promise<Report | null> {
    const row = await this.database
      .selectFrom("reports")
      .select("body")
      .where("id", "=", id)
      .executeTakeFirst()
    return row ? (JSON.parse(row.body) as Report) : null
  }

  /** Reports without their text, by id. */
  async reports(): Promise<readonly Omit<Report, "text">[]> {
    return this.database
      .selectFrom("reports")
      .select(["id", "title", "outlet", "published", "language", "url", "origin"])
      .orderBy("id")
      .execute()
      .then((rows) => rows.map((row) => ({ ...row, publishedBasis: null })))
  }

  /** All claims, or those of one report in text order. */
  async claims(report?: string): Promise<readonly Claim[]> {
    const all = this.database
      .selectFrom("claims")
      .select("body")
      .orderBy("report")
      .orderBy("position")
    const rows = await (report === undefined ? all : all.where("report", "=", report)).execute()
    return rows.map((row) => JSON.parse(row.body) as Claim)
  }

  async claim(id: string): Promise<Claim | null> {
    const row = await this.database
      .selectFrom("claims")
      .select("body")
      .where("id", "=", id)
      .executeTakeFirst()
    return row ? (JSON.parse(row.body) as Claim) : null
  }

  /** Appends a judgement; one that is there already changes nothing. */
  async judge(judgement: Judgement): Promise<void> {
    await this.database
      .insertInto("judgements")
      .values(judgementRow(judgement))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async judgements(): Promise<readonly Judgement[]> {
    const rows = await this.database
      .selectFrom("judgements")
      .select("body")
      .orderBy("at")
      .orderBy("id")
      .execute()
    return rows.map((row) => JSON.parse(row.body) as Judgement)
  }

  async counts(): Promise<Counts> {
    const [reports, claims, judgements] = await Promise.all(
      (["reports", "claims", "judgements"] as const).map(async (table) => {
        const counted = this.database
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as("n"))
        return Number((await counted.executeTakeFirstOrThrow()).n)
      }),
    )
    return { reports: reports ?? 0, claims: claims ?? 0, judgements: judgements ?? 0 }
  }

  close(): Promise<void> {
    return this.database.destroy()
  }
}

/** SQLite takes 32,766 parameters a statement; 500 rows of 12 stay well below. */
const BATCH = 500

async function addClaims(
  transaction: Transaction<Tables>,
  claims: readonly Claim[],
): Promise<number> {
  const distinct = [...new Map(claims.map((claim) => [claim.id, claim])).values()]
  for (let at = 0; at < distinct.length; at += BATCH) {
    const part = distinct.slice(at, at + BATCH)
    const rows = part.map((claim, i) => claimRow(claim, at + i))
    await transaction
      .insertInto("claims")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const evidence = part.flatMap(evidenceRows)
    for (let from = 0; from < evidence.length; from += BATCH)
      await transaction
        .insertInto("evidence")
        .values(evidence.slice(from, from + BATCH))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
  return distinct.length
}
