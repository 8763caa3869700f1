import { z } from "zod"
import { recordNamed } from "./record-named.js"
import { DragomanError } from "../model/error.js"
import type { Report } from "../model/report.js"
import type { Context } from "./context.js"
import { claimLine, recordLine } from "./lines.js"
import { operation } from "./operation.js"
import { claimSchema, recordSchema, reportSchema } from "./schemas.js"

/** One record with all that it rests on, or one report with its claims. */
export const show = operation({
  name: "show",
  summary:
    "Shows one record (d-…) with its claims, words and reports, or one report with its claims.",
  input: z.object({ id: z.string().min(1) }),
  output: z.object({
    record: recordSchema.nullable(),
    claims: z.array(claimSchema),
    reports: z.array(reportSchema),
  }),
  async run({ id }, context) {
    const answer = id.startsWith("d-") ? await ofRecord(id, context) : await ofReport(id, context)
    return { ...answer, reports: answer.reports.map((report) => ({ ...report })) }
  },
})

type Answer = {
  readonly record: z.input<typeof recordSchema> | null
  readonly claims: z.input<typeof claimSchema>[]
  readonly reports: Report[]
}

async function ofRecord(id: string, context: Context): Promise<Answer> {
  const { record } = await recordNamed(id, context)
  const store = await context.ledger()
  const claims = await Promise.all(record.claims.map((claim) => store.claim(claim)))
  const reports = await Promise.all(record.reports.map((report) => store.report(report)))
  return {
    record: recordLine(record) as z.input<typeof recordSchema>,
    claims: claims.filter((claim) => claim !== null).map(claimLine) as z.input<
      typeof claimSchema
    >[],
    reports: reports.filter((report) => report !== null),
  }
}

async function ofReport(id: string, context: Context): Promise<Answer> {
  const store = await context.ledger()
  const exact = await store.report(id)
  const begun = exact
    ? []
    : (await store.reports()).filter((report) => id.length >= 6 && report.id.startsWith(id))
  const report = exact ?? (begun.length === 1 ? await store.report(begun[0]?.id ?? "") : null)
  if (!report) throw absent(id, "dragoman records --json")
  const claims = await store.claims(report.id)
  return {
    record: null,
    claims: claims.map(claimLine) as z.input<typeof claimSchema>[],
    reports: [report],
  }
}

export function absent(id: string, list: string): DragomanError {
  return new DragomanError(
    "ledger/unknown-id",
    `the ledger has no ${id}: see "${list}" for the ids it has`,
    { id },
  )
}
