import {
  lastVersion,
  recordsById,
  recordsOfClaims,
  type Versioned,
} from "../ledger/record-table.js"
import type { Sql } from "../ledger/sql.js"
import { DragomanError } from "../model/error.js"
import type { Context } from "./context.js"

/**
 * The record with an id, or with an id that begins so.
 * @throws DragomanError `ledger/moved` when it has become part of another, `ledger/unknown-id` when there never was one.
 */
export async function recordNamed(id: string, context: Context): Promise<Versioned> {
  const { store } = await context.book()
  const [exact] = recordsById(store.sql, [id])
  if (exact) return exact
  const begun = id.length < 6 ? [] : idsBeginning(id, store.sql)
  const [found] = begun.length === 1 ? recordsById(store.sql, begun) : []
  if (found) return found
  const before = lastVersion(store.sql, id)
  const now = before ? recordsOfClaims(store.sql, before.claims) : []
  if (now.length > 0) {
    const message = `what ${id} told of stands in ${now.join(" and ")} now`
    throw new DragomanError("ledger/moved", message, { id, now })
  }
  const message = `the ledger has no ${id}: see "dragoman records" for the ids it has`
  throw new DragomanError("ledger/unknown-id", message, { id })
}

function idsBeginning(id: string, sql: Sql): string[] {
  return sql
    .all<{ id: string }>(
      "SELECT id FROM records WHERE id >= ? AND id < ? LIMIT 2",
      id,
      `${id}\uffff`,
    )
    .map((row) => row.id)
}
