import { type Command, Option } from "commander"
import { exportRecords } from "../operations/export.js"
import type { Door } from "./door.js"
import { type FilterOptions, filterOf, withFilters, withLedger } from "./options.js"

const EXAMPLES = `
Examples:
  dragoman export --format csv > records.csv            a table for a spreadsheet or R
  dragoman export --format jsonl --actor NATO           every field, one JSON line a record
`

/** `dragoman export`: the records as a table or as JSON Lines, on standard output. */
export function exportCommand(program: Command, door: Door): void {
  withLedger(withFilters(program.command("export")))
    .summary("write the records as CSV or JSON Lines")
    .description("Writes the records to standard output, as a CSV table or as JSON Lines.")
    .addOption(new Option("--format <format>", "how").choices(["jsonl", "csv"]).default("jsonl"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: FilterOptions & { ledger?: string; format: string }) => {
      const { limit: _, ...filter } = filterOf(options)
      const asked = exportRecords.input.parse({ ...filter, format: options.format })
      const { document } = await exportRecords.run(asked, door.context(options.ledger))
      if (document !== "") await door.terminal.print(document.replace(/\n$/, ""))
    })
}
