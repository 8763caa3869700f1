import { createReadStream } from "node:fs"
import { intake, type RawReport, streamJsonLines } from "../intake/index.js"
import { DragomanError } from "../model/error.js"
import { bytesOf, filesUnder } from "./files.js"

/** A report to read and where it came from, or why there is none. */
export type Input =
  | {
      readonly from: string
      readonly file: string | null
      readonly report: RawReport
      readonly error?: never
    }
  | {
      readonly from: string
      readonly file: string | null
      readonly error: DragomanError
      readonly report?: never
    }

/** The reports in files and folders. Each failure is an input of its own; the others go on. */
export async function* inputsOf(paths: readonly string[]): AsyncGenerator<Input> {
  for await (const { file, error } of filesUnder(paths)) {
    if (error) yield failure(error, file)
    else yield* inputsOfFile(file)
  }
}

async function* inputsOfFile(file: string): AsyncGenerator<Input> {
  try {
    // However long, JSON Lines are read line by line.
    if (/\.(jsonl|ndjson|jsonlines)$/i.test(file))
      yield* inputsOfLines(createReadStream(file), file, file)
    else {
      const { reports, problems } = intake(await bytesOf(file), file)
      for (const report of reports) yield { from: report.origin, file, report }
      for (const problem of problems) yield failure(problem, file)
    }
  } catch (cause) {
    yield failure(asError(cause), file)
  }
}

/** The reports in JSON Lines; failures name the line. Blank lines are passed over. */
export async function* inputsOfLines(
  chunks: AsyncIterable<Uint8Array | string>,
  name: string,
  file: string | null = null,
): AsyncGenerator<Input> {
  for await (const found of streamJsonLines(chunks, name)) {
    if (found instanceof DragomanError) yield failure(found, file, name)
    else yield { from: found.origin, file, report: found }
  }
}

function failure(error: DragomanError, file: string | null, name = file ?? ""): Input {
  const { origin } = error.details
  return { from: typeof origin === "string" ? origin : name, file, error }
}

/** Any failure as one that has a code and says what to do. */
export function asError(cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause
  const sentence = cause instanceof Error ? cause.message : String(cause)
  const message = `${sentence.split("\n")[0] ?? ""}: please report this with the text that caused it`
  return new DragomanError("read/failed", message, {}, { cause })
}
