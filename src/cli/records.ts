import type { Command } from "commander"
import type { z } from "zod"
import { records } from "../operations/records.js"
import type { recordSchema } from "../operations/schemas.js"
import type { Door } from "./door.js"
import { type FilterOptions, filterOf, withFilters, withLedger } from "./options.js"
import { type Column, tableLines } from "./table.js"
import { visible } from "./terminal.js"

type RecordLine = z.output<typeof recordSchema>

interface RecordsOptions extends FilterOptions {
  readonly ledger?: string
  readonly json?: boolean
}

const EXAMPLES = `
Examples:
  dragoman records                                        everything, by date
  dragoman records --actor AZE --with NATO --since 2005   what the two had to do with each other
  dragoman records --actor ایران --family contact         names in Persian, Russian and English are understood
  dragoman records --disagreements --json                 where reports disagree, one JSON line each
`

/** `dragoman records`: the ledger by date. */
export function recordsCommand(program: Command, door: Door): void {
  withLedger(withFilters(program.command("records")))
    .summary("list the deeds in the ledger by date")
    .description(
      "Lists the records of the ledger: each deed once, with how many reports tell of it and where they disagree.",
    )
    .option("--json", "one JSON line for each record")
    .addHelpText("after", EXAMPLES)
    .action((options: RecordsOptions) => run(door, options))
}

async function run(door: Door, options: RecordsOptions): Promise<void> {
  const { terminal } = door
  const context = door.context(options.ledger)
  const answer = await records.run(records.input.parse(filterOf(options)), context)
  const lines = answer.records as RecordLine[]
  if (options.json) {
    for (const line of lines) await terminal.json(line)
    return
  }
  if (answer.total === 0) return terminal.print(await nothing(door, options))
  const width = process.stdout.isTTY ? terminal.columns : 1000
  // On a narrow terminal the sign tells the status.
  const columns = width < 90 ? COLUMNS.filter((column) => column.title !== "status") : COLUMNS
  const [head = [], ...rows] = tableLines(columns, lines, width)
  await terminal.print(terminal.style("bold", head.join("  ").trimEnd()))
  for (const [at, row] of rows.entries())
    await terminal.print(paint(door, row, lines[at] as RecordLine))
  await terminal.print(terminal.style("dim", totals(answer.total, lines)))
}

const COLUMNS: readonly Column<RecordLine>[] = [
  { title: "id", least: 0, read: (line) => line.id.slice(0, 10) },
  { title: "date", least: 10, read: (line) => line.when?.edtf ?? "undated" },
  { title: "", least: 0, read: (line) => MARKS[line.status] },
  { title: "who → whom", least: 16, read: (line) => visible(parties(line)) },
  {
    title: "act",
    least: 12,
    read: (line) => visible(line.stage === "" ? line.family : `${line.family}/${line.stage}`),
  },
  { title: "status", least: 0, read: (line) => line.status },
  { title: "reports", least: 0, read: (line) => String(line.reports.length) },
  {
    title: "",
    least: 0,
    read: (line) => (line.disagreements.length > 0 ? `≠ ${line.disagreements.join(", ")}` : ""),
  },
]

/** One sign a status: happened, under way, ahead, proposed, called off, denied, alleged. */
// biome-ignore format: a table, one thing a line
const MARKS: Readonly<Record<RecordLine["status"], string>> = {
  occurred: "●", ongoing: "◐", planned: "○", proposed: "◌", cancelled: "✕", denied: "¬", alleged: "?",
}

/** Who did it to whom, by short ids; ↔ where it was mutual. */
export function parties(
  line: Pick<RecordLine, "actor" | "recipient" | "others" | "symmetric">,
): string {
  const names = (list: RecordLine["actor"]) => list.map(shortName).join(" + ") || "–"
  const rest = line.others.length > 0 ? ` (${names(line.others)})` : ""
  return `${names(line.actor)} ${line.symmetric ? "↔" : "→"} ${names(line.recipient)}${rest}`
}

function shortName(party: RecordLine["actor"][number]): string {
  if (party.id.startsWith("unknown/")) return `“${party.name}”`
  if (!party.id.startsWith("person/")) return party.id
  return party.country ? `${party.name} (${party.country})` : party.name
}

// biome-ignore format: a table, one thing a line
const COLOURS: Partial<Record<RecordLine["status"], Parameters<Door["terminal"]["style"]>[0]>> = {
  planned: "cyan", proposed: "cyan", cancelled: "red", denied: "red", alleged: "yellow", ongoing: "green",
}

function paint(door: Door, row: readonly string[], line: RecordLine): string {
  const { terminal } = door
  const painted = row.map((cell, at) => {
    if (at === 0) return terminal.style("dim", cell)
    const colour = COLOURS[line.status]
    if (at === 2 || cell.trim() === line.status) return colour ? terminal.style(colour, cell) : cell
    return at === row.length - 1 && cell !== ""
      ? terminal.style("magenta", cell)
      : terminal.isolate(cell)
  })
  return painted.join("  ").trimEnd()
}

function totals(total: number, shown: readonly RecordLine[]): string {
  const reports = new Set(shown.flatMap((line) => line.reports)).size
  const disagree = shown.filter((line) => line.disagreements.length > 0).length
  const part =
    shown.length < total
      ? `${shown.length} of ${total} records`
      : `${total} ${total === 1 ? "record" : "records"}`
  const doubt = disagree === 0 ? "" : `, ${disagree} with disagreements (≠)`
  return `${part} from ${reports} ${reports === 1 ? "report" : "reports"}${doubt}. dragoman show ID shows the words behind one.`
}

async function nothing(door: Door, options: RecordsOptions): Promise<string> {
  const { reports } = await (await door.context(options.ledger).ledger()).counts()
  if (reports === 0)
    return 'The ledger is empty. Add your first reports with "dragoman add FILE…" – any folder will do.'
  const asked = Object.keys(filterOf(options)).length > 0
  if (asked)
    return `Nothing fits these filters. Leave one out; the ledger holds ${reports} reports.`
  return `The ledger holds ${reports} reports, and none of them tells of a deed that is coded.`
}
