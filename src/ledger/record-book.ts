import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import { Catalogue } from "./catalogue.js"
import type { Entry } from "./entry.js"
import { allEntries, type Moment, putRecords } from "./record-table.js"
import { countsNow, judgementsAfter, setStamp, stampOf } from "./rebuild.js"
import { headsOf, resettle, type Settled } from "./resettle.js"
import { claimRow, evidenceRows, judgementRow } from "./rows.js"
import type { Sql } from "./sql.js"
import type { Store } from "./store.js"

/** The records of a ledger, ready to be looked up, and the judgements that make them what they are. */
export class RecordBook {
  private laid: Catalogue = new Catalogue([])
  private serial = -1
  private said: Judgement[] = []
  private saidTo = 0

  constructor(readonly store: Store) {}

  /** True when claims or judgements were added that the tables of records do not know. */
  get stale(): boolean {
    const { sql } = this.store
    const [stamp, now] = [stampOf(sql), countsNow(sql)]
    return stamp?.claims !== now.claims || stamp.judgements !== now.judgements
  }

  /** True when the tables were never filled. */
  get empty(): boolean {
    return stampOf(this.store.sql) === null
  }

  /** The entries of all records as the tables have them; another process may have changed them. */
  get catalogue(): Catalogue {
    const serial = stampOf(this.store.sql)?.serial ?? 0
    if (serial !== this.serial) {
      this.laid = new Catalogue(allEntries(this.store.sql))
      this.serial = serial
    }
    return this.laid
  }

  /** All judgements in the order in which they were made. */
  get judgements(): readonly Judgement[] {
    const { judgements } = countsNow(this.store.sql)
    if (judgements !== this.saidTo) {
      this.said = judgementsAfter(this.store.sql, 0)
      this.saidTo = judgements
    }
    return this.said
  }

  /**
   * Appends judgements and brings the records up to date, all in one transaction. `make` is called within it, so
   * that nothing can change between what it checks and what is written; when it throws, nothing is.
   */
  async judge(moment: Moment, make: () => readonly Judgement[]): Promise<Judged> {
    return this.change(moment, () => {
      const judgements = make()
      for (const judgement of judgements) this.insert("judgements", judgementRow(judgement))
      return { judgements, claims: [] }
    })
  }

  /** Appends a claim that a person found in a stored report, and settles the records around it. */
  async claim(moment: Moment, claim: Claim): Promise<Judged> {
    return this.change(moment, (sql) => {
      const known = sql.first("SELECT 1 FROM claims WHERE id = ?", claim.id)
      if (known) return { judgements: [], claims: [claim.id] }
      const { last } = sql.first<{ last: number }>(
        "SELECT coalesce(max(position), -1) AS last FROM claims WHERE report = ?",
        claim.report,
      ) as { last: number }
      this.insert("claims", claimRow(claim, last + 1))
      for (const row of evidenceRows(claim)) this.insert("evidence", row)
      return { judgements: [], claims: [claim.id] }
    })
  }

  private async change(moment: Moment, make: (sql: Sql) => Change): Promise<Judged> {
    const { catalogue, stale } = this
    try {
      return await this.store.write((sql) => {
        const made = make(sql)
        const { entries, settled } = this.settle(catalogue, made, moment)
        if (!stale) setStamp(sql, countsNow(sql))
        catalogue.change(settled.gone, entries)
        this.serial = stampOf(sql)?.serial ?? 0
        return { judgements: made.judgements, ...settled }
      })
    } catch (cause) {
      this.serial = -1
      throw cause
    }
  }

  private insert(table: string, row: object): void {
    const names = Object.keys(row).map((name) => `"${name}"`)
    const marks = names.map(() => "?").join(", ")
    const text = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${marks})`
    this.store.sql.run(text, ...(Object.values(row) as (string | number | null)[]))
  }

  private settle(
    catalogue: Catalogue,
    made: Change,
    moment: Moment,
  ): { readonly entries: readonly Entry[]; readonly settled: Settled } {
    const { sql } = this.store
    const { judgements } = this
    const touched = made.judgements.flatMap((one) => [...one.claims, ...(one.against ?? [])])
    const claims = [...new Set([...touched, ...made.claims])]
    const undone = new Set(made.judgements.map((one) => one.supersedes))
    const all = [...made.judgements, ...judgements.filter((one) => undone.has(one.id))]
    const regroup = made.claims.length > 0 || all.some(regroups)
    const settled = resettle(sql, catalogue, judgements, { claims, regroup })
    const heads = headsOf(
      sql,
      settled.rows.flatMap((row) => row.record.reports),
    )
    const head = (report: string) => heads.get(report) ?? null
    return { settled, entries: putRecords(sql, settled.gone, settled.rows, moment, head) }
  }
}

/** What is appended at one stroke. */
interface Change {
  readonly judgements: readonly Judgement[]
  /** Ids of claims that are new. */
  readonly claims: readonly string[]
}

export interface Judged extends Settled {
  readonly judgements: readonly Judgement[]
}

/** Values of a record as a whole, and undoing them, leave every claim where it stands. */
function regroups(judgement: Judgement): boolean {
  const { kind, record } = judgement
  if (kind === "accept" || kind === "reject" || kind === "undo") return false
  return kind !== "edit" || record === undefined
}
