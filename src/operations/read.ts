import { z } from "zod"
import type { ReportInput } from "../model/report.js"
import { layersOf } from "./layer-line.js"
import { claimLine } from "./lines.js"
import { operation } from "./operation.js"
import { claimSchema, noteSchema, reportInputSchema } from "./schemas.js"

/** Reads one report into claims. It keeps nothing. */
export const read = operation({
  name: "read",
  summary:
    "Reads one report and says what it claims that states and organisations did; keeps nothing.",
  input: z.object({ ...reportInputSchema.shape, layers: z.boolean().optional() }),
  output: z.object({
    report: z.string(),
    claims: z.array(claimSchema),
    notes: z.array(noteSchema),
    layers: z.record(z.string(), z.unknown()).optional(),
  }),
  async run({ layers, ...input }, context) {
    const reader = await context.reader()
    const document = await reader.read(given(input))
    const claims = document.layers.claims.map(claimLine) as z.input<typeof claimSchema>[]
    const answer = { report: document.report.id, claims, notes: [...document.notes] }
    return layers ? { ...answer, layers: layersOf(document) } : answer
  },
})

/** What was said of a report, without the members that were left out or null. */
export function given(input: z.output<typeof reportInputSchema>): ReportInput {
  const said = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(said) as unknown as ReportInput
}
