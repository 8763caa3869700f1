import type { Command } from "commander"
import { type operations as all, operations } from "../operations/index.js"
import type { Operation } from "../operations/operation.js"
import { valueOfLine } from "../operations/json-lines.js"
import type { Door } from "./door.js"
import { answerLines } from "./line-commands.js"
import { withLedger } from "./options.js"

export type OperationName = keyof typeof all

const EXAMPLES: Partial<Record<OperationName, string>> = {
  record: '{"id":"d-3fa9c2"}',
  report: '{"id":"r-81b0c4"}',
  reports: '{"q":"учения","limit":10}',
  queue: '{"order":"doubt","limit":5}',
  judge: '{"kind":"accept","record":"d-3fa9c2…","version":"…"}',
  addClaim:
    '{"report":"r-81b0c4…","from":5,"to":13,"family":"post","stage":"recalled","event":"SANCTION","actor":[{"from":0,"to":4}]}',
  addReports: '{"reports":[{"text":"Iran recalled its ambassador to Azerbaijan."}]}',
}

/** The command of an operation: `addClaim` is `add-claim`. */
export function commandOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** A command for every operation that has none of its own: JSON in, JSON out, as over HTTP. */
export function operationCommands(program: Command, door: Door): void {
  const known = new Set(program.commands.map((command) => command.name()))
  for (const [name, operation] of Object.entries(operations))
    if (!known.has(commandOf(name)))
      operationCommand(program, door, name as OperationName, operation as unknown as Operation)
}

function operationCommand(
  program: Command,
  door: Door,
  name: OperationName,
  operation: Operation,
): void {
  const example = EXAMPLES[name] ?? "{}"
  withLedger(program.command(commandOf(name)))
    .argument("[json]", "the question; without it, one a line on standard input")
    .summary(
      operation.summary.charAt(0).toLowerCase() + operation.summary.slice(1).replace(/\.$/, ""),
    )
    .description(`${operation.summary}\nTakes JSON and prints JSON, in the same form as over HTTP.`)
    .addHelpText("after", `\nExamples:\n  dragoman ${commandOf(name)} '${example}'\n`)
    .action(async (json: string | undefined, options: { ledger?: string }) => {
      const context = door.context(options.ledger)
      if (json === undefined && !process.stdin.isTTY) return answerLines(door, operation, context)
      const input = operation.input.parse(valueOfLine(json ?? "{}"))
      await door.terminal.json(await operation.run(input, context))
    })
}
