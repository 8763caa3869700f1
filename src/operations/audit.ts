import { z } from "zod"
import { auditLines } from "../ledger/people.js"
import { operation } from "./operation.js"

/** Who wrote what, and when. */
export const audit = operation({
  name: "audit",
  summary:
    "Lists what was written over HTTP, the latest first: who, how they came in, what, and what came of it.",
  input: z.object({ limit: z.int().min(1).max(10_000).default(100) }),
  output: z.object({
    lines: z.array(
      z.object({
        at: z.string(),
        person: z.string(),
        through: z.string(),
        act: z.string(),
        target: z.string(),
        outcome: z.string(),
      }),
    ),
  }),
  async run({ limit }, context) {
    const { sql } = await context.ledger()
    return { lines: auditLines(sql, limit) }
  },
})
