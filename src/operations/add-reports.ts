import { z } from "zod"
import { intake } from "../intake/index.js"
import type { RawReport } from "../intake/index.js"
import { DragomanError } from "../model/error.js"
import { add } from "./add.js"
import type { Context } from "./context.js"
import { asError } from "./inputs.js"
import type { Tell } from "./jobs.js"
import { jobSchema } from "./job.js"
import { operation } from "./operation.js"
import { reportInputSchema } from "./schemas.js"

/** Reports or whole files, to be read one after the other. */
export const addReports = operation({
  name: "addReports",
  summary:
    "Takes reports and files to read and store, and answers at once with a job that tells how far it is.",
  input: z
    .object({
      reports: z.array(reportInputSchema).max(5000).default([]),
      /** Files as they are, in base64: plain text, HTML, JSON, JSON Lines, CSV. */
      files: z
        .array(z.object({ name: z.string().min(1).max(400), base64: z.base64() }))
        .max(2000)
        .default([]),
      /** What is said of every report that does not say it itself. */
      published: z.string().max(100).nullish(),
      language: z.string().max(20).nullish(),
    })
    .refine(
      ({ reports, files }) => reports.length + files.length > 0,
      "give reports or files to read",
    ),
  output: z.object({ job: z.string(), total: z.int() }),
  async run({ reports, files, published, language }, context) {
    await context.ledger("create")
    const said = {
      ...(published ? { published, publishedBasis: "given" } : {}),
      ...(language ? { language } : {}),
    }
    const works = [
      ...reports
        .map((one, at) => one.origin ?? `report ${at + 1}`)
        .map((name, at) => ({ name, reports: () => [{ ...said, ...reports[at] }] })),
      ...files.map(({ name, base64 }) => ({
        name,
        reports: (tell: Tell) => reportsOf(name, base64, tell).map((one) => ({ ...said, ...one })),
      })),
    ] as readonly Work[]
    const state = context.jobs.begin(works.length, (tell) => work(works, context, tell))
    return { job: state.id, total: state.total }
  },
})

interface Work {
  readonly name: string
  reports(tell: Tell): readonly z.input<typeof reportInputSchema>[]
}

function reportsOf(name: string, base64: string, tell: Tell): readonly RawReport[] {
  const { reports, problems } = intake(Buffer.from(base64, "base64"), name)
  for (const problem of problems) failed(tell, String(problem.details.origin ?? name), problem)
  return reports
}

function failed(tell: Tell, file: string, error: DragomanError): void {
  const { code, message } = error
  tell((before) => ({ failed: [...before.failed, { file, code, message }] }))
}

async function work(works: readonly Work[], context: Context, tell: Tell): Promise<void> {
  tell(() => ({ state: "reading" }))
  for (const one of works) {
    try {
      const reports = one.reports(tell)
      // A file may hold many reports; they are known only once it is opened.
      tell((before) => ({ total: before.total + reports.length - 1 }))
      for (const report of reports) await addOne(report, one.name, context, tell)
    } catch (cause) {
      failed(tell, one.name, asError(cause))
      tell((before) => ({ done: before.done + 1 }))
    }
  }
  tell(() => ({ state: "recording" }))
  await context.settled()
}

async function addOne(
  report: z.input<typeof reportInputSchema>,
  name: string,
  context: Context,
  tell: Tell,
): Promise<void> {
  try {
    if (report.text.trim() === "")
      throw new DragomanError(
        "intake/empty",
        `${name} holds no text; give a report with words in it.`,
      )
    const answer = await add.run(reportInputSchema.parse(report), context)
    const notes = answer.notes.map((note) => ({ ...note, report: answer.report }))
    tell((before) => ({
      done: before.done + 1,
      added: before.added + Number(answer.outcome === "added"),
      known: before.known + Number(answer.outcome === "known"),
      claims: before.claims + answer.claims,
      reports: [...before.reports, answer.report],
      notes: [...before.notes, ...notes].slice(0, MOST_NOTES),
    }))
  } catch (cause) {
    failed(tell, report.origin ?? name, asError(cause))
    tell((before) => ({ done: before.done + 1 }))
  }
}

const MOST_NOTES = 200
