import type { Command } from "commander"
import { ZodError } from "zod"
import { identify } from "../operations/identify.js"
import { asError } from "../operations/inputs.js"
import { linesOf, valueOfLine } from "../operations/json-lines.js"
import { howmuch, names, when } from "../operations/one-thing.js"
import type { Operation } from "../operations/operation.js"
import { same } from "../operations/same.js"
import { who } from "../operations/who.js"
import type { Door } from "./door.js"

export interface LineCommand {
  readonly operation: Operation
  readonly examples: readonly string[]
}

/** `who` has options of its own: see `who.ts`. */
export const WHO: LineCommand = {
  operation: who as unknown as Operation,
  examples: [
    '{"text":"the Taliban","date":"2000-05-01"}',
    '{"text":"министром обороны Турции"}',
    '{"text":"the minister","context":"Iran\'s defence minister left. The minister was in Baku.","language":"en"}',
  ],
}

const COMMANDS: readonly LineCommand[] = [
  {
    operation: same as unknown as Operation,
    examples: ['{"a":"Сергей Шойгу","b":"Sergei Shoigu"}', '{"a":"بشار اسد","b":"Башар аль-Асад"}'],
  },
  {
    operation: identify as unknown as Operation,
    examples: ['{"text":"Президент прибыл в Тегеран."}', '{"text":"وزیر دفاع به باکو سفر کرد."}'],
  },
  {
    operation: names as unknown as Operation,
    examples: [
      '{"text":"Iran recalled its ambassador to Azerbaijan."}',
      '{"text":"Finland hosted the Arctic Challenge 2019 exercise.","language":"en"}',
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
  for (const one of COMMANDS)
    lineCommand(program, one).action(() => answerLines(door, one.operation))
}

/** One such command, with its help; what it does is still to be said. */
export function lineCommand(
  program: Command,
  { operation, examples }: LineCommand,
  more: readonly string[] = [],
): Command {
  const lines = examples.map(
    (line) => `  echo '${line.replaceAll("'", "'\\''")}' | dragoman ${operation.name} `,
  )
  return program
    .command(operation.name)
    .summary(firstLower(operation.summary))
    .description(
      `${operation.summary}\nReads JSON Lines on standard input and prints one line for each.`,
    )
    .addHelpText("after", `\nExamples:\n${[...lines, ...more].join("\n")}\n`)
}

function firstLower(summary: string): string {
  return summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.$/, "")
}

/** A line that cannot be read gets a line that says why; blank lines at the end get none. */
export async function answerLines(
  door: Door,
  operation: Operation,
  context: ReturnType<Door["context"]> = door.context(),
): Promise<void> {
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
