import { z } from "zod"
import { daysOf, overlap } from "../ledger/dates.js"
import { partiesOf } from "../ledger/gist.js"
import { DragomanError } from "../model/error.js"
import { FAMILIES, STATUSES } from "../model/claim.js"
import type { LedgerRecord } from "../model/record.js"
import { actorId, isActor } from "./actor-name.js"

const date = z
  .string()
  .refine((text) => daysOf(text) !== null, "a date such as 2012, 2012-03 or 2012-03-07")

/** Which records are wanted. Actors are ids, codes or names in any of the languages. */
export const filterSchema = z.object({
  actor: z.string().optional(),
  with: z.string().optional(),
  family: z.enum(FAMILIES).optional(),
  status: z.enum(STATUSES).optional(),
  since: date.optional(),
  until: date.optional(),
  disagreements: z.boolean().optional(),
  min_confidence: z.number().min(0).max(1).optional(),
  scope: z.enum(["international", "domestic"]).optional(),
})

export type Filter = z.output<typeof filterSchema>

/** The records that a filter lets through, in their order. Rejected records are left out. */
export async function filtered(
  records: readonly LedgerRecord[],
  filter: Filter,
): Promise<readonly LedgerRecord[]> {
  const actor = filter.actor === undefined ? null : await actorId(filter.actor)
  const other = filter.with === undefined ? null : await actorId(filter.with)
  const span = spanOf(filter)
  return records.filter((record) => {
    const parties = partiesOf(record)
    const names = (id: string | null) => id === null || parties.some((party) => isActor(party, id))
    return (
      record.review.state !== "rejected" &&
      names(actor) &&
      names(other) &&
      (filter.family === undefined || record.family === filter.family) &&
      (filter.status === undefined || record.status === filter.status) &&
      (filter.scope === undefined || record.scope === filter.scope) &&
      (filter.disagreements !== true || record.disagreements.length > 0) &&
      record.confidence >= (filter.min_confidence ?? 0) &&
      (span === null || within(record, span))
    )
  })
}

type Span = { readonly from: number; readonly to: number }

function spanOf({ since, until }: Filter): Span | null {
  if (since === undefined && until === undefined) return null
  const from = since === undefined ? -Infinity : (daysOf(since)?.from ?? -Infinity)
  const to = until === undefined ? Infinity : (daysOf(until)?.to ?? Infinity)
  if (from > to)
    throw new DragomanError(
      "records/empty-span",
      `--since ${since} is later than --until ${until}`,
      { since, until },
    )
  return { from, to }
}

function within(record: LedgerRecord, span: Span): boolean {
  const days = daysOf(record.when?.edtf ?? null)
  return days !== null && overlap(days, span)
}
