import { z } from "zod"
import { operation } from "./operation.js"
import { given } from "./read.js"
import { noteSchema, reportInputSchema } from "./schemas.js"
import { DragomanError } from "../model/error.js"
import { type Report, report } from "../model/report.js"
import type { ReadDocument } from "./reader-type.js"

/** Reads one report and stores it with its claims. A report that is there already is not read again. */
export const add = operation({
  name: "add",
  summary: "Reads one report and stores it with its claims; the same report twice changes nothing.",
  input: reportInputSchema,
  output: z.object({
    report: z.string(),
    outcome: z.enum(["added", "known"]),
    claims: z.int(),
    notes: z.array(noteSchema),
  }),
  async run(input, context) {
    const store = await context.ledger("create")
    const asked = report(given(input))
    const stored = await store.report(asked.id)
    if (stored) {
      if (stored.text !== asked.text) throw taken(asked.id)
      return { report: asked.id, outcome: "known" as const, claims: 0, notes: [] }
    }
    const document = await (await context.reader()).read(given(input))
    const { outcome, claims } = await store.add(
      withPublication(document),
      document.layers.claims,
      context.now(),
    )
    if (outcome === "differs") throw taken(asked.id)
    return { report: document.report.id, outcome, claims, notes: [...document.notes] }
  },
})

/** The report with the publication date that its own text gives, when none was handed in. */
function withPublication({ report: found, layers }: ReadDocument): Report {
  if (found.published !== null || !layers.published?.edtf) return found
  return report({
    ...found,
    published: layers.published.edtf,
    publishedBasis: layers.published.basis,
  })
}

function taken(id: string): DragomanError {
  const message = `the ledger holds another text under the id ${id}: give this report another id, or none`
  return new DragomanError("ledger/id-taken", message, { id })
}
