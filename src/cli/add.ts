import type { Command } from "commander"
import { add } from "../operations/add.js"
import { asError, type Input, inputsOf, inputsOfLines } from "../operations/inputs.js"
import { inOrder } from "../operations/ordered.js"
import type { Door } from "./door.js"
import { type ReadingOptions, withLedger, withReading } from "./options.js"
import { Progress } from "./progress.js"
import { fatal, said } from "./read.js"

interface AddOptions extends ReadingOptions {
  readonly ledger?: string
}

const EXAMPLES = `
Examples:
  dragoman add report.txt                       store one report and its claims in ./ledger
  dragoman add reports/ --ledger caucasus       a folder of reports into a ledger of its own
  dragoman add wire.jsonl --published 2012-03-08
  cat wire.jsonl | dragoman add -               JSON Lines from standard input
Adding the same report twice changes nothing.
`

/** `dragoman add`: reports into the ledger. */
export function addCommand(program: Command, door: Door): void {
  withLedger(withReading(program.command("add")))
    .argument("<files...>", "files or folders; - for JSON Lines on standard input")
    .summary("read reports and store them in the ledger")
    .description(
      "Reads reports and stores them with their claims. The same report twice changes nothing.",
    )
    .addHelpText("after", EXAMPLES)
    .action((files: string[], options: AddOptions) => run(door, files, options))
}

async function run(door: Door, files: readonly string[], options: AddOptions): Promise<void> {
  const { terminal } = door
  const context = door.context(options.ledger, { jobs: options.jobs, layers: false })
  await context.ledger("create")
  const progress = new Progress("adding", options.progress)
  const total = { added: 0, known: 0, claims: 0 }
  const work = async (input: Input) => {
    if (input.error) return { input, error: input.error }
    try {
      return { input, answer: await add.run({ ...said(options), ...input.report }, context) }
    } catch (cause) {
      return { input, error: asError(cause) }
    }
  }
  for await (const { input, error, answer } of inOrder(everyInput(files), options.jobs, work)) {
    if (error) terminal.fail(input.from, fatal(error))
    if (!answer) continue
    total[answer.outcome]++
    total.claims += answer.claims
    progress.step(answer.claims)
  }
  progress.stop()
  terminal.remark(summary(total))
}

async function* everyInput(files: readonly string[]): AsyncGenerator<Input> {
  for (const file of files)
    if (file === "-") yield* inputsOfLines(process.stdin, "standard input")
    else yield* inputsOf([file])
}

function summary({
  added,
  known,
  claims,
}: {
  added: number
  known: number
  claims: number
}): string {
  const again = known === 0 ? "" : `, ${known} known already`
  return `${added} reports added with ${claims} claims${again}. Next: dragoman records`
}
