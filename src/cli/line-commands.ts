import type { Command } from "commander"
import { ZodError } from "zod"
import { identify } from "../operations/identify.js"
import { asError } from "../operations/inputs.js"
import { linesOf, valueOfLine } from "../operations/json-lines.js"
import { howmuch, names, when } from "../operations/one-thing.js"
import type { Operation } from "../operations/operation.js"
import type { Door } from "./door.js"

interface LineCommand {
  readonly operation: Operation
  readonly examples: readonly string[]
}

const COMMANDS: readonly LineCommand[] = [
  {
    operation: identify as unknown as Operation,
    examples: ['{"text":"Президент прибыл в Тегеран."}', '{"text":"وزیر دفاع به باکو سفر کرد."}'],
  },
  {
    operation: names as unknown as Operation,
    examples: [
      '{"text":"Iran recalled its ambassador to Azerbaijan."}',
      '{"text":"سفیر ترکیه به تهران بازگشت.","language":"fa"}',
    ],
  },
  {
    operation: when as unknown as Operation,
    examples: [
      '{"text":"late June 2012"}',
      '{"sentence":"They met last Monday.","published":"2012-03-08","language":"en"}',
    ],
  },
  {
    operation: howmuch as unknown as Operation,
    examples: [
      '{"sentence":"Nearly 40 officers attended."}',
      '{"sentence":"Было поставлено 12 самолётов.","language":"ru"}',
    ],
  },
]

/** Commands that answer each line of JSON with one line of JSON, in order. */
export function lineCommands(program: Command, door: Door): void {
  for (const { operation, examples } of COMMANDS) {
    const lines = examples.map((line) => `  echo '${line}' | dragoman ${operation.name} `)
    program
      .command(operation.name)
      .summary(firstLower(operation.summary))
      .description(
        `${operation.summary}\nReads JSON Lines on standard input and prints one line for each.`,
      )
      .addHelpText("after", `\nExamples:\n${lines.join("\n")}\n`)
      .action(() => answerLines(door, operation))
  }
}

function firstLower(summary: string): string {
  return summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.$/, "")
}

/** A line that cannot be read gets a line that says why; blank lines at the end get none. */
async function answerLines(door: Door, operation: Operation): Promise<void> {
  const context = door.context()
  let blank = 0
  for await (const line of linesOf(process.stdin)) {
    if (line.trim() === "") {
      blank++
      continue
    }
    for (; blank > 0; blank--)
      await door.terminal.json({
        error: { code: "line/blank", message: "a blank line: write one object a line" },
      })
    await door.terminal.json(await answer(line, operation, context))
  }
}

async function answer(
  line: string,
  operation: Operation,
  context: ReturnType<Door["context"]>,
): Promise<unknown> {
  try {
    return await operation.run(operation.input.parse(valueOfLine(line)), context)
  } catch (cause) {
    if (cause instanceof ZodError)
      return { error: { code: "line/not-a-question", message: sentence(cause) } }
    const { code, message } = asError(cause)
    return { error: { code, message } }
  }
}

function sentence(error: ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `"${path.join(".")}": ${message}` : message))
    .join("; ")
}
