import { z } from "zod"
import { DragomanError } from "../model/error.js"
import type { JobState } from "./jobs.js"
import { operation } from "./operation.js"
import { noteSchema } from "./schemas.js"

/** How far a job is. */
export const jobSchema = z.object({
  id: z.string(),
  state: z.enum(["waiting", "reading", "recording", "done"]),
  done: z.int(),
  total: z.int(),
  added: z.int(),
  /** Reports that the ledger had already. */
  known: z.int(),
  claims: z.int(),
  failed: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
  notes: z.array(z.object({ ...noteSchema.shape, report: z.string() })),
  reports: z.array(z.string()),
})

/** One job. */
export const job = operation({
  name: "job",
  summary: "Tells how far a job is, and what could not be read.",
  input: z.object({ id: z.string().min(1).max(100) }),
  output: jobSchema,
  async run({ id }, context) {
    const state = context.jobs.get(id)
    if (state) return jobLine(state)
    throw new DragomanError(
      "job/unknown",
      `there is no job ${id}: jobs are forgotten when the server stops`,
      { id },
    )
  },
})

/** The jobs of this process. */
export const jobs = operation({
  name: "jobs",
  summary: "Lists the jobs of this server, the latest first.",
  input: z.object({}),
  output: z.object({ jobs: z.array(jobSchema) }),
  async run(_, context) {
    return { jobs: context.jobs.all().map(jobLine) }
  },
})

export function jobLine(state: JobState): z.input<typeof jobSchema> {
  return {
    ...state,
    failed: [...state.failed],
    notes: [...state.notes],
    reports: [...state.reports],
  }
}
