import type { RecordBook } from "../ledger/record-book.js"
import {
  lastVersion,
  oldVersion,
  recordsById,
  recordsOfClaims,
  type Versioned,
} from "../ledger/record-table.js"
import { EDITABLE } from "../ledger/records.js"
import { DragomanError } from "../model/error.js"
import type { LedgerRecord } from "../model/record.js"

/** What a field was when it was seen, what it is now, and whose doing that is. */
export interface FieldChange {
  readonly was: unknown
  readonly is: unknown
  readonly by: string | null
  readonly at: string | null
}

/**
 * The record with an id as it is now.
 * @throws DragomanError `ledger/changed` when its claims stand in others by now, `ledger/unknown-id` when it never was.
 */
export function current({ store }: RecordBook, id: string): Versioned {
  const [found] = recordsById(store.sql, [id])
  if (found) return found
  const before = lastVersion(store.sql, id)
  const now = before ? recordsOfClaims(store.sql, before.claims) : []
  if (now.length === 0)
    throw new DragomanError("ledger/unknown-id", `the ledger has no ${id}`, { id })
  const message = `${id} is no more: what it told of stands in ${now.join(" and ")}`
  const changed = { record: { was: id, is: now.join(" "), by: null, at: null } }
  throw new DragomanError("ledger/changed", message, { changed, now })
}

/** @throws DragomanError `ledger/changed` when a record is not at the version that somebody saw. */
export function assertVersion(book: RecordBook, found: Versioned, version: string): void {
  if (found.version === version) return
  const changed = changesSince(book, found, version)
  const fields = Object.keys(changed)
  const what = fields.length === 0 ? "" : ` (${fields.join(", ")})`
  const message = `${found.record.id} was changed meanwhile${what}: look at it again, then decide`
  throw new DragomanError("ledger/changed", message, { changed, version: found.version })
}

function changesSince(
  { store }: RecordBook,
  { record }: Versioned,
  version: string,
): Record<string, FieldChange> {
  const old = oldVersion(store.sql, record.id, version)
  if (!old) return {}
  const by = old.by === "" ? null : old.by
  return differences(old.record, record, { by, at: old.replaced })
}

const COMPARED = [...EDITABLE, "claims", "reports", "confidence", "disagreements"] as const

function differences(
  before: LedgerRecord,
  now: LedgerRecord,
  moment: { readonly by: string | null; readonly at: string },
): Record<string, FieldChange> {
  const fields = COMPARED.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  )
  const changes = fields.map((field): [string, FieldChange] => [
    field,
    { was: before[field], is: now[field], ...moment },
  ])
  if (before.review.state !== now.review.state || before.review.at !== now.review.at)
    changes.push([
      "review",
      { was: before.review.state, is: now.review.state, by: now.review.by, at: now.review.at },
    ])
  return Object.fromEntries(changes)
}
