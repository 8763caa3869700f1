import { z } from "zod"
import { standing } from "../ledger/merge.js"
import { headsOf } from "../ledger/resettle.js"
import { report as makeReport } from "../model/report.js"
import { claimLine } from "./lines.js"
import { operation } from "./operation.js"
import { stateSchema, statesOf, touching } from "./record.js"
import { metaOf, metaSchema } from "./report-meta.js"
import { claimSchema } from "./schemas.js"
import { absent } from "./show.js"
import { zonesOf } from "./zones.js"

/** One report to the letter, with what was read in it. */
export const report = operation({
  name: "report",
  summary:
    "Shows one report with its text, its zones (headline, body, caption, page furniture) and its claims.",
  input: z.object({ id: z.string().min(1).max(400) }),
  output: z.object({
    report: z.object({ ...metaSchema.shape, text: z.string() }),
    zones: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        zone: z.enum(["headline", "body", "caption", "boilerplate", "metadata"]),
      }),
    ),
    claims: z.array(
      z.object({
        ...claimSchema.shape,
        /** The record in which it stands. */
        record: z.string().nullable(),
        state: stateSchema,
        /** Who added it, when a person did. */
        by: z.string().nullable(),
      }),
    ),
  }),
  async run({ id }, context) {
    const book = await context.book()
    const { sql } = book.store
    const stored = await book.store.report(id)
    if (!stored) throw absent(id, "dragoman reports")
    const claims = await book.store.claims(id)
    const records = recordsByClaim(
      sql,
      claims.map((one) => one.id),
    )
    const states = statesOf(
      standing(
        touching(
          book.judgements,
          claims.map((one) => one.id),
        ),
      ),
    )
    return {
      report: {
        ...metaOf(id, stored, headsOf(sql, [id]).get(id)?.added ?? null),
        text: stored.text,
      },
      zones: [...zonesOf(makeReport(stored))],
      claims: claims.map((one) => ({
        ...(claimLine(one) as z.input<typeof claimSchema>),
        record: records.get(one.id) ?? null,
        state: states.get(one.id) ?? ("proposed" as const),
        by: one.rule.startsWith("person/") ? one.rule.slice("person/".length) : null,
      })),
    }
  },
})

type Sql = Parameters<typeof headsOf>[0]

function recordsByClaim(sql: Sql, claims: readonly string[]): Map<string, string> {
  const rows = sql.among<{ claim: string; id: string }>(
    "SELECT claim, id FROM record_claims JOIN records USING (n) WHERE claim IN (?*)",
    claims,
  )
  return new Map(rows.map((row) => [row.claim, row.id]))
}
