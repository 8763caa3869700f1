import { z } from "zod"
import type { Judged, RecordBook } from "../ledger/record-book.js"
import type { LedgerRecord } from "../model/record.js"
import type { Context } from "./context.js"
import { fieldSchema } from "./judge-value.js"
import { Judging, prepared } from "./judging.js"
import { recordLine } from "./lines.js"
import { operation } from "./operation.js"
import { versionedSchema } from "./records.js"
import { judgementSchema, type recordSchema } from "./schemas.js"

const id = z.string().min(1).max(100)

const oneSchema = z.object({
  kind: z.enum(["accept", "edit", "reject", "same", "different", "unsure", "undo"]),
  /** What is judged: a record as a whole, or one claim of it. */
  record: id.optional(),
  claim: id.optional(),
  /** For same, different, unsure: the other record; without it, the claim is judged against the rest of its record. */
  other: id.optional(),
  /** For edit: which field, and what it should be. */
  field: fieldSchema.optional(),
  value: z.unknown().optional(),
  why: z.string().max(4000).optional(),
  /** The version of the record that was seen. Undo needs none. */
  version: z.string().max(100).optional(),
  other_version: z.string().max(100).optional(),
  /** For undo: which judgement; without it the last one on the record or claim. */
  judgement: id.optional(),
})

export type Asked = z.output<typeof oneSchema>

/** One judgement, or several at one stroke: all of them are taken down, or none. */
const judgeInput = z
  .object({
    ...oneSchema.shape,
    kind: oneSchema.shape.kind.optional(),
    /** Several judgements; or a name for what belongs together; with undo, the batch to undo. */
    batch: z.union([z.array(oneSchema).min(1).max(500), id]).optional(),
  })
  .refine(
    ({ kind, batch }) => Array.isArray(batch) !== (kind !== undefined),
    "give either one kind or a batch of judgements",
  )

/** What a person decides about records and claims. */
export const judge = operation({
  name: "judge",
  summary:
    "Takes down what a person decides: accept, edit, reject, same, different, unsure, undo. Judgements are added, never altered.",
  input: judgeInput,
  output: z.object({
    judgements: z.array(judgementSchema),
    /** The records that changed, with their new versions. */
    records: z.array(versionedSchema),
    /** Records that are no more, because their claims stand in others now. */
    gone: z.array(z.string()),
  }),
  async run({ batch, kind, ...rest }, context) {
    const asked = Array.isArray(batch) ? batch : [{ ...rest, kind: kind ?? "accept" }]
    const name = typeof batch === "string" ? batch : null
    const book = await context.book()
    const judged = await judgeAll(book, asked, name, context)
    return {
      judgements: judged.judgements as z.input<typeof judgementSchema>[],
      records: judged.rows.map(({ record, version }) => line(record, version)),
      gone: [...judged.gone],
    }
  },
})

async function judgeAll(
  book: RecordBook,
  asked: readonly Asked[],
  batch: string | null,
  context: Context,
): Promise<Judged> {
  const ready = await Promise.all(asked.map(prepared))
  const moment = { at: context.now(), by: context.person }
  return book.judge(moment, () => new Judging(book, moment, batch, ready.length).all(ready))
}

export function line(record: LedgerRecord, version: string): z.input<typeof versionedSchema> {
  return { ...(recordLine(record) as z.input<typeof recordSchema>), version }
}
