import { z } from "zod"
import { partiesOf, unitOf } from "../ledger/gist.js"
import type { LedgerRecord } from "../model/record.js"
import { filtered, filterSchema } from "./filter.js"
import { recordLine } from "./lines.js"
import { operation } from "./operation.js"
import { recordSchema } from "./schemas.js"

/** The records of the ledger, by date. */
export const records = operation({
  name: "records",
  summary:
    "Lists the records of the ledger by date: each deed once, with the reports that tell of it and where they disagree.",
  input: z.object({
    ...filterSchema.shape,
    limit: z.int().min(1).optional(),
    /** Where the page before ended: `next` of its answer. */
    cursor: z.string().regex(/^\d+$/).optional(),
  }),
  output: z.object({
    records: z.array(recordSchema),
    next: z.string().nullable(),
    total: z.int(),
    facets: z.record(z.string(), z.record(z.string(), z.int())),
  }),
  async run({ limit, cursor, ...filter }, context) {
    const all = await filtered(await context.records(), filter)
    const from = Number(cursor ?? 0)
    const to = limit === undefined ? all.length : from + limit
    return {
      records: all.slice(from, to).map(recordLine) as z.input<typeof recordSchema>[],
      next: to < all.length ? String(to) : null,
      total: all.length,
      facets: facetsOf(all),
    }
  },
})

function facetsOf(all: readonly LedgerRecord[]): Record<string, Record<string, number>> {
  return {
    family: count(all.map((record) => record.family)),
    status: count(all.map((record) => record.status)),
    actor: count(all.flatMap((record) => [...new Set(partiesOf(record).map(unitOf))])),
    year: count(all.map((record) => /\d{4}/.exec(record.when?.edtf ?? "")?.[0] ?? "undated")),
  }
}

function count(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}
