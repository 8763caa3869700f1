import { writeFile } from "node:fs/promises"
import { type Command, Option } from "commander"
import { DragomanError } from "../model/error.js"
import { brief } from "../operations/brief.js"
import type { Door } from "./door.js"
import { type FilterOptions, filterOf, withFilters, withLedger } from "./options.js"

interface BriefOptions extends FilterOptions {
  readonly ledger?: string
  readonly format?: "text" | "markdown" | "html"
  readonly out?: string
}

const EXAMPLES = `
Examples:
  dragoman brief AZE --with NATO                           a chronology as plain text
  dragoman brief "Иран" --since 2010 --format markdown     with footnotes, for a report of your own
  dragoman brief AZE --format html --out azerbaijan.html   one page with the words behind each entry
`

/** `dragoman brief`: a dated, footnoted chronology. */
export function briefCommand(program: Command, door: Door): void {
  const command = program
    .command("brief")
    .argument("<actor>", "ISO code (AZE), acronym (NATO), or a name in any of the languages")
  withLedger(withFilters(command))
    .summary("write a dated, footnoted chronology")
    .description(
      "Writes a chronology of an actor's dealings: one sentence a deed, footnotes with the words behind it, disagreements side by side.",
    )
    .addOption(
      new Option(
        "--format <format>",
        "how it is written (default: by the ending of --out, else text)",
      ).choices(["text", "markdown", "html"]),
    )
    .option("--out <file>", "write to a file instead of standard output")
    .addHelpText("after", EXAMPLES)
    .action((actor: string, options: BriefOptions) => run(door, actor, options))
}

async function run(door: Door, actor: string, options: BriefOptions): Promise<void> {
  const format = options.format ?? formatOf(options.out)
  const { limit: _, ...filter } = filterOf(options)
  const answer = await brief.run(
    brief.input.parse({ ...filter, actor, format }),
    door.context(options.ledger),
  )
  if (options.out === undefined) return door.terminal.print(answer.document.replace(/\n$/, ""))
  try {
    await writeFile(options.out, answer.document)
  } catch (cause) {
    const message = `cannot write it (${(cause as Error).message}): name another file with --out`
    throw new DragomanError("files/not-written", message, { path: options.out }, { cause })
  }
  door.terminal.remark(`${answer.title}: ${answer.entries} entries written to ${options.out}`)
}

function formatOf(out = ""): "text" | "markdown" | "html" {
  if (/\.html?$/i.test(out)) return "html"
  return /\.(md|markdown)$/i.test(out) ? "markdown" : "text"
}
