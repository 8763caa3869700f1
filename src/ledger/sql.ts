import type { SqliteConnection } from "./database.js"

type Value = string | number | null

/** Statements by their text over one connection; each is prepared once. */
export class Sql {
  private readonly prepared = new Map<string, ReturnType<SqliteConnection["prepare"]>>()

  constructor(private readonly connection: SqliteConnection) {}

  all<Row>(text: string, ...values: readonly Value[]): Row[] {
    return this.statement(text).all(...(values as never[])) as Row[]
  }

  first<Row>(text: string, ...values: readonly Value[]): Row | null {
    return this.all<Row>(text, ...values)[0] ?? null
  }

  /** How many rows were changed. */
  run(text: string, ...values: readonly Value[]): number {
    return Number(this.statement(text).run(...(values as never[])).changes)
  }

  /** Rows for a list of values, however long: `text` holds one `IN (…)` written as `(?*)`. */
  among<Row>(text: string, values: readonly string[] | readonly number[]): Row[] {
    const rows: Row[] = []
    for (let at = 0; at < values.length; at += MOST) {
      const part = values.slice(at, at + MOST)
      rows.push(
        ...this.all<Row>(
          text.replace("(?*)", "(SELECT value FROM json_each(?))"),
          JSON.stringify(part),
        ),
      )
    }
    return rows
  }

  private statement(text: string): ReturnType<SqliteConnection["prepare"]> {
    const known = this.prepared.get(text)
    if (known) return known
    const made = this.connection.prepare(text)
    this.prepared.set(text, made)
    return made
  }
}

const MOST = 5000
