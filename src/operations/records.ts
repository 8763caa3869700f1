import { z } from "zod"
import { recordsById } from "../ledger/record-table.js"
import { keyOf, SORTS } from "../ledger/segment.js"
import { type Search, hitsIn } from "../ledger/words.js"
import { DragomanError } from "../model/error.js"
import type { LedgerRecord } from "../model/record.js"
import { cursorOf, readCursor } from "./cursor.js"
import { demandOf, filterSchema } from "./filter.js"
import { recordLine } from "./lines.js"
import { operation } from "./operation.js"
import { facetsSchema, hitSchema, recordSchema } from "./schemas.js"

/** A record with the version that a judgement on it must name. */
export const versionedSchema = z.object({ ...recordSchema.shape, version: z.string() })

/** The records of the ledger, by date. */
export const records = operation({
  name: "records",
  summary:
    "Lists the records of the ledger by date: each deed once, with the reports that tell of it and where they disagree.",
  input: z.object({
    ...filterSchema.shape,
    sort: z.enum(SORTS).default("date"),
    limit: z.int().min(1).max(1000).optional(),
    /** Where the page before ended: `next` of its answer. */
    cursor: z.string().max(400).optional(),
    /** Begins so many records further down, for whoever jumps into the middle; not together with `cursor`. */
    offset: z.int().min(0).max(1e9).optional(),
    /** Whether to count the values of each facet. */
    facets: z.boolean().default(false),
  }),
  output: z.object({
    records: z.array(versionedSchema),
    next: z.string().nullable(),
    total: z.int(),
    facets: facetsSchema,
    /** As it was asked for. */
    offset: z.int().optional(),
    /** For a search: where its words stand in the reports of each record. */
    hits: z.record(z.string(), z.array(hitSchema)).optional(),
  }),
  async run({ sort, limit = 1e9, cursor, offset, facets, ...filter }, context) {
    if (cursor !== undefined && offset !== undefined) throw twoPlaces()
    const book = await context.book()
    const { clauses, search } = await demandOf(filter, context)
    const after = readCursor(cursor, sort)
    const { entries, total, more } = book.catalogue.find({
      clauses,
      sort,
      limit,
      after,
      ...(offset === undefined ? {} : { offset }),
    })
    const found = recordsById(
      book.store.sql,
      entries.map((entry) => entry.id),
    )
    const last = entries.at(-1)
    return {
      records: found.map(({ record, version }) => ({
        ...(recordLine(record) as z.input<typeof recordSchema>),
        version,
      })),
      next: more && last ? cursorOf(sort, keyOf(last, sort), last.id) : null,
      total,
      facets: facets ? book.catalogue.facets(clauses) : {},
      ...(offset === undefined ? {} : { offset }),
      ...(search
        ? {
            hits: hitsOf(
              found.map((one) => one.record),
              search,
            ),
          }
        : {}),
    }
  },
})

function twoPlaces(): DragomanError {
  const message = "cursor and offset say two places: give one of them"
  return new DragomanError("request/two-places", message, {})
}

function hitsOf(records: readonly LedgerRecord[], search: Search) {
  return Object.fromEntries(
    records.map((record) => [
      record.id,
      record.evidence.flatMap(({ report, from, zone, quote }) =>
        hitsIn(quote, search).map((hit) => {
          return { report, zone, from: from + hit.from, to: from + hit.to }
        }),
      ),
    ]),
  )
}
