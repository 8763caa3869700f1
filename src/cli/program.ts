import { Command, CommanderError } from "commander"
import { ZodError } from "zod"
import { DragomanError } from "../model/error.js"
import { asError } from "../operations/inputs.js"
import { addCommand } from "./add.js"
import { annotateCommand } from "./annotate.js"
import { briefCommand } from "./brief.js"
import { Door, type Parts } from "./door.js"
import { exportCommand } from "./export.js"
import { lineCommands } from "./line-commands.js"
import { operationCommands } from "./operation-commands.js"
import { readCommand } from "./read.js"
import { recordsCommand } from "./records.js"
import { sampleCommand } from "./sample.js"
import { serveCommand } from "./serve.js"
import { showCommand } from "./show.js"
import { tokenCommand } from "./token.js"
import { whoCommand } from "./who.js"

const FIRST = `
Start here:
  dragoman sample                            read the shipped reports and see what comes out
  dragoman add reports/                      read a folder of reports into ./ledger
  dragoman records                           what they say, each deed once, by date
  dragoman show ID                           the words behind a record
  dragoman brief AZE --with NATO             a dated, footnoted chronology
  dragoman serve                             the same over HTTP and as a page
"dragoman help COMMAND" shows examples for each command.
`

/** The whole command line. */
export function program(door: Door): Command {
  const root = new Command("dragoman")
    .description(
      "Reads news reports in Persian, Russian and English and keeps a cited, dated, de-duplicated ledger of what states and organisations do with, for and against one another.",
    )
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, "dragoman: ")),
    })
    .addHelpText("after", FIRST)
  // biome-ignore format: a table, one thing a line
  const commands = [
    readCommand, addCommand, recordsCommand, showCommand, briefCommand, exportCommand, annotateCommand, lineCommands, whoCommand,
    sampleCommand, serveCommand, tokenCommand,
  ]
  for (const command of commands) command(root, door)
  operationCommands(root, door)
  return root
}

/** Codes of failures that are the caller's: exit status 2 and not 1. */
const USAGE = new Set(["actor/unknown", "records/empty-span", "ledger/unsupported", "usage"])

/** Runs a command line and gives its exit status. */
export async function run(argv: readonly string[], parts: Parts): Promise<0 | 1 | 2> {
  const door = new Door(parts)
  const root = program(door)
  for (const command of [root, ...root.commands]) command.exitOverride()
  try {
    if (argv.length === 0) root.outputHelp()
    else await root.parseAsync(argv, { from: "user" })
    return door.terminal.status
  } catch (cause) {
    return failed(door, cause)
  } finally {
    await door.close()
  }
}

function failed(door: Door, cause: unknown): 0 | 1 | 2 {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2
  if (cause instanceof ZodError) {
    door.terminal.fail("usage", {
      code: "usage",
      message: cause.issues.map((issue) => issue.message).join("; "),
    })
    return 2
  }
  const error = cause instanceof DragomanError ? cause : asError(cause)
  door.terminal.fail(String(error.details.path ?? error.details.asked ?? "error"), error)
  return USAGE.has(error.code) ? 2 : 1
}
