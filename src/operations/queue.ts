import { z } from "zod"
import { pairsOf, standing } from "../ledger/merge.js"
import type { RecordBook } from "../ledger/record-book.js"
import { marked, recordsById } from "../ledger/record-table.js"
import { type Clause, keyOf } from "../ledger/segment.js"
import type { LedgerRecord } from "../model/record.js"
import { cursorOf, readCursor } from "./cursor.js"
import { demandOf, filterSchema } from "./filter.js"
import { line } from "./judge.js"
import { operation } from "./operation.js"
import { versionedSchema } from "./records.js"

const ORDERS = { doubt: "doubt", value: "value", fresh: "added" } as const

/** What a person should look at next. */
export const queue = operation({
  name: "queue",
  summary:
    "Lists what a person should look at next: records that nobody judged, and pairs of records that may be one deed.",
  input: z.object({
    ...filterSchema.shape,
    order: z.enum(["doubt", "value", "fresh"]).default("doubt"),
    kind: z.enum(["record", "pair"]).optional(),
    limit: z.int().min(1).max(500).default(50),
    cursor: z.string().max(400).optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        kind: z.enum(["record", "pair"]),
        record: versionedSchema,
        other: versionedSchema.nullable(),
        /** Why it is asked about, in words. */
        reason: z.string(),
        doubt: z.number(),
      }),
    ),
    next: z.string().nullable(),
    total: z.int(),
  }),
  async run({ order, kind, limit, cursor, ...filter }, context) {
    const book = await context.book()
    const { clauses } = await demandOf(
      { ...filter, review: filter.review ?? ["proposed"] },
      context,
    )
    const pairs = kind === "record" ? [] : pairsIn(book, clauses)
    const list = kind === "pair" ? `pairs ${order}` : `queue ${order}`
    const [at, id] = readCursor(cursor, list) ?? [null, ""]
    // Pairs come first: deciding one changes what the records are that are asked about after it.
    const begin =
      typeof at === "string"
        ? pairs.findIndex((one) => one.key === at) + 1
        : at === null
          ? 0
          : pairs.length
    const shown = pairs.slice(begin, begin + limit)
    const room = kind === "pair" ? 0 : limit - shown.length
    const sort = ORDERS[order]
    const after = typeof at === "number" ? ([at, id] as const) : null
    const found =
      kind === "pair" ? NOTHING : book.catalogue.find({ clauses, sort, limit: room, after })
    const records = recordsById(
      book.store.sql,
      found.entries.map((one) => one.id),
    )
    const last = found.entries.at(-1)
    const lastPair = shown.at(-1)
    const more = found.more || begin + shown.length < pairs.length
    const next = last
      ? cursorOf(list, keyOf(last, sort), last.id)
      : lastPair
        ? cursorOf(list, lastPair.key, "")
        : null
    return {
      items: [
        ...shown.flatMap((pair) => pairItem(book, pair)),
        ...records.map(({ record, version }, index) => ({
          kind: "record" as const,
          record: line(record, version),
          other: null,
          reason: reasonFor(record),
          doubt: found.entries[index]?.doubt ?? 0,
        })),
      ],
      next: more ? next : null,
      total: pairs.length + found.total,
    }
  },
})

const NOTHING = { entries: [], total: 0, more: false } as const

interface Pair {
  readonly key: string
  readonly a: string
  readonly b: string
  readonly points: number
  readonly why: string
}

/** Points from which the reader itself makes one deed of two claims. */
const ENOUGH = 3

/** Pairs that nobody judged and whose records the filter lets through, the most doubtful first. */
function pairsIn(book: RecordBook, clauses: readonly Clause[]): Pair[] {
  const rows = book.store.sql.all<{
    x: string
    y: string
    a: string
    b: string
    na: number
    nb: number
    points: number
    why: string
  }>(
    `SELECT p.a AS x, p.b AS y, ra.id AS a, rb.id AS b, ra.n AS na, rb.n AS nb, points, why FROM record_pairs p
     JOIN record_claims ca ON ca.claim = p.a JOIN records ra ON ra.n = ca.n
     JOIN record_claims cb ON cb.claim = p.b JOIN records rb ON rb.n = cb.n
     WHERE ra.n <> rb.n ORDER BY points DESC, p.a, p.b LIMIT 2000`,
  )
  if (rows.length === 0) return []
  const judged = new Set(
    standing(book.judgements)
      .flatMap(pairsOf)
      .map((pair) => [...pair].sort().join(" ")),
  )
  const among = marked(
    book.store.sql,
    rows.flatMap((row) => [{ n: row.na }, { n: row.nb }]),
  )
  const { entries } = book.catalogue.find({
    clauses: [...clauses, { rows: among }],
    sort: "date",
    limit: 4000,
    after: null,
  })
  const fit = new Set(entries.map((one) => one.id))
  const seen = new Set<string>()
  return rows.flatMap(({ x, y, a, b, points, why }) => {
    const key = [a, b].sort().join(" ")
    if (judged.has(`${x} ${y}`) || !fit.has(a) || !fit.has(b) || seen.has(key)) return []
    seen.add(key)
    return [{ key, a, b, points, why }]
  })
}

function pairItem(book: RecordBook, { a, b, points, why }: Pair) {
  const [first, second] = recordsById(book.store.sql, [a, b])
  if (!first || !second) return []
  return [
    {
      kind: "pair" as const,
      record: line(first.record, first.version),
      other: line(second.record, second.version),
      reason: `may be one deed: ${why}`,
      doubt: Math.round((1 - Math.min(1, Math.abs(points - ENOUGH) / ENOUGH)) * 1000) / 1000,
    },
  ]
}

/** What makes a record worth a look, the weightiest first. */
function reasonFor(record: LedgerRecord): string {
  const reasons = [
    record.disagreements.length > 0 ? `reports disagree on ${record.disagreements.join(", ")}` : "",
    record.confidence < 0.7 ? `the reader is ${Math.round(record.confidence * 100)} % sure` : "",
    record.actor.length === 0 ? "nobody is named who did it" : "",
    record.recipient.length === 0 && !record.symmetric ? "nobody is named to whom it was done" : "",
    record.when === null ? "it has no date" : "",
    record.reports.length === 1 ? "one report alone tells of it" : "",
  ].filter((reason) => reason !== "")
  return reasons.length === 0 ? "nobody has judged it" : reasons.join("; ")
}
