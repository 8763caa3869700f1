import type { Command } from "commander"
import type { DragomanError } from "../model/error.js"
import { type Input, asError, inputsOf, inputsOfLines } from "../operations/inputs.js"
import { inOrder } from "../operations/ordered.js"
import { read } from "../operations/read.js"
import type { Door } from "./door.js"
import { probability, type ReadingOptions, withReading } from "./options.js"
import { Progress } from "./progress.js"

interface ReadOptions extends ReadingOptions {
  readonly layers?: boolean
  readonly minConfidence?: number
}

const EXAMPLES = `
Examples:
  dragoman read report.txt                      claims of one report, one JSON line each
  dragoman read reports/ > claims.jsonl         a folder: text, HTML, PDF, DOCX, feeds, JSON Lines
  echo '{"text":"Iran recalled its ambassador to Azerbaijan in May 2012."}' | dragoman read
`

/** `dragoman read`: reports to claims; keeps nothing. */
export function readCommand(program: Command, door: Door): void {
  withReading(program.command("read"))
    .argument("[files...]", "files or folders; without them JSON Lines on standard input")
    .summary("read reports and print what they claim")
    .description(
      "Reads reports and prints one JSON line for each claim, in text order. It keeps nothing.",
    )
    .option(
      "--layers",
      "first a line with the layers of each report: sentences, tokens, names, offices, events, dates, quantities",
    )
    .option(
      "--min-confidence <p>",
      "leave out claims that the reader is less sure of (0 to 1)",
      probability,
    )
    .addHelpText("after", EXAMPLES)
    .action((files: string[], options: ReadOptions) => run(door, files, options))
}

async function run(door: Door, files: readonly string[], options: ReadOptions): Promise<void> {
  const { terminal } = door
  const context = door.context(undefined, { jobs: options.jobs, layers: options.layers ?? false })
  const progress = new Progress("reading", options.progress)
  const work = async (input: Input) => {
    if (input.error) return { input, error: input.error }
    try {
      const asked = { ...said(options), ...input.report, layers: options.layers }
      return { input, answer: await read.run(asked, context) }
    } catch (cause) {
      return { input, error: asError(cause) }
    }
  }
  for await (const { input, error, answer } of inOrder(
    inputsFor(door, files),
    options.jobs,
    work,
  )) {
    if (error) terminal.fail(input.from, fatal(error))
    if (!answer) continue
    const file = input.file === null ? {} : { file: input.file }
    if (answer.layers)
      await terminal.json({
        report: answer.report,
        ...file,
        layers: answer.layers,
        notes: answer.notes,
      })
    for (const claim of answer.claims)
      if (claim.confidence >= (options.minConfidence ?? 0))
        await terminal.json({ ...claim, ...file })
    progress.step(answer.claims.length)
  }
  progress.stop()
}

/** Without a reader every input would fail alike: that is said once, and ends the run. */
export function fatal(error: DragomanError): DragomanError {
  if (error.code === "reader/unavailable") throw error
  return error
}

/** The inputs that a command line names: files, or standard input when there are none. */
export function inputsFor(door: Door, files: readonly string[]): AsyncGenerator<Input> {
  if (files.length > 0) return inputsOf(files)
  door.terminal.remark(
    'Waiting for JSON Lines on standard input, such as {"text":"…"}; end with Ctrl-D.',
  )
  return inputsOfLines(process.stdin, "standard input")
}

/** What the command line says of every report; what a report says of itself goes before it. */
export function said({ published, language }: ReadingOptions) {
  return {
    ...(published === undefined ? {} : { published, publishedBasis: "given" }),
    ...(language === undefined ? {} : { language }),
  }
}
