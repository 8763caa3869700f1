import type { Command } from "commander"
import type { z } from "zod"
import type { claimSchema, recordSchema, reportSchema } from "../operations/schemas.js"
import { show } from "../operations/show.js"
import { fieldRows } from "../operations/field-rows.js"
import type { Door } from "./door.js"
import { withLedger } from "./options.js"
import { parties } from "./records.js"
import { visible } from "./terminal.js"

type ClaimLine = z.output<typeof claimSchema>
type RecordLine = z.output<typeof recordSchema>
type ReportLine = z.output<typeof reportSchema>

const EXAMPLES = `
Examples:
  dragoman show d-3fa9c2            a record: each value with its words, the rule that read them, and the report
  dragoman show r-81b0c4            a report with its claims
  dragoman show d-3fa9c2 --json     the same for programs
`

/** `dragoman show`: why the ledger says so. */
export function showCommand(program: Command, door: Door): void {
  withLedger(program.command("show"))
    .argument(
      "<id>",
      "d-… for a record, r-… (or your own id) for a report; the first letters will do",
    )
    .summary("show one record or report with the words behind it")
    .description("Shows a record with everything it rests on, or a report with its claims.")
    .option("--json", "one JSON object")
    .addHelpText("after", EXAMPLES)
    .action((id: string, options: { ledger?: string; json?: boolean }) => run(door, id, options))
}

async function run(
  door: Door,
  id: string,
  options: { ledger?: string; json?: boolean },
): Promise<void> {
  const answer = await show.run({ id }, door.context(options.ledger))
  if (options.json) return door.terminal.json(answer)
  const { record, claims, reports } = answer as {
    record: RecordLine | null
    claims: ClaimLine[]
    reports: ReportLine[]
  }
  const lines = record
    ? recordLines(door, record, claims, reports)
    : reportLines(door, reports[0] as ReportLine, claims)
  for (const line of lines) await door.terminal.print(line)
}

function recordLines(
  door: Door,
  record: RecordLine,
  claims: readonly ClaimLine[],
  reports: readonly ReportLine[],
): string[] {
  const { terminal } = door
  const bold = (text: string) => terminal.style("bold", text)
  const numbers = new Map(reports.map((report, at) => [report.id, at + 1]))
  const lines = [bold(`${record.id}  ${parties(record)}`)]
  const row = (name: string, value: string) => lines.push(`  ${name.padEnd(11)} ${visible(value)}`)
  row(
    "act",
    `${record.family}/${record.stage}  ${[record.event, record.mode].filter(Boolean).join(" ")}`,
  )
  row("status", record.status)
  row("when", record.when ? `${record.when.edtf} (${record.when.basis})` : "undated")
  if (record.where)
    row("where", [record.where.name, record.where.country].filter(Boolean).join(", "))
  for (const { value, max, bound, unit, of } of record.quantities)
    row(
      "quantity",
      [bound, max === null ? value : `${value}–${max}`, unit, of]
        .filter((part) => part !== "")
        .join(" "),
    )
  for (const { name, value } of fieldRows(record.fields)) row(name, value)
  row("confidence", record.confidence.toFixed(2))
  row(
    "review",
    [record.review.state, record.review.by, record.review.why].filter(Boolean).join(", "),
  )
  for (const field of record.disagreements)
    row(
      `≠ ${field}`,
      (record.support[field] ?? [])
        .map((one) => `${one.value} ${footnotes(one.claims, claims, numbers)}`)
        .join("; "),
    )
  if (record.same_matter.length > 0) row("same matter", record.same_matter.join(" "))
  lines.push("", bold("Words"))
  for (const claim of claims)
    lines.push(...claimLines(door, claim, `[${numbers.get(claim.report) ?? "?"}] `))
  lines.push("", bold("Reports"))
  for (const report of reports)
    lines.push(`  [${numbers.get(report.id)}] ${reference(door, report)}`)
  return lines
}

function footnotes(
  ids: readonly string[],
  claims: readonly ClaimLine[],
  numbers: ReadonlyMap<string, number>,
): string {
  const of = ids.map(
    (id) => numbers.get(claims.find((claim) => claim.id === id)?.report ?? "") ?? 0,
  )
  return [...new Set(of)]
    .sort()
    .map((number) => `[${number}]`)
    .join("")
}

function reportLines(door: Door, report: ReportLine, claims: readonly ClaimLine[]): string[] {
  const count = claims.length === 1 ? "1 claim" : `${claims.length} claims`
  const head = door.terminal.style("bold", report.id)
  return [
    `${head}  ${reference(door, report)}`,
    "",
    count,
    ...claims.flatMap((claim) => claimLines(door, claim, "")),
  ]
}

function reference(door: Door, { id, title, outlet, published, url, origin }: ReportLine): string {
  const parts = [title, outlet, published, url ?? origin].filter(
    (part) => part !== null && part !== "",
  )
  return [...parts.map((part) => door.terminal.isolate(visible(part as string))), id].join(", ")
}

/** A claim: its sentence, then each value with the words it was read from. */
function claimLines(door: Door, claim: ClaimLine, mark: string): string[] {
  const { terminal } = door
  const said = (text: string | undefined) => terminal.isolate(visible(text ?? ""))
  const lines = claim.evidence.map(
    (one) =>
      `  ${mark}“${said(one.quote)}” ${terminal.style("dim", `${one.zone} ${one.from}–${one.to}`)}`,
  )
  const values: [string, string, string | undefined][] = [
    ["act", `${claim.family}/${claim.stage}`, claim.act.text],
    ...claim.actor.map((party): [string, string, string | undefined] => [
      "actor",
      party.id,
      party.text,
    ]),
    ...claim.recipient.map((party): [string, string, string | undefined] => [
      "recipient",
      party.id,
      party.text,
    ]),
    ...claim.others.map((party): [string, string, string | undefined] => [
      "other",
      party.id,
      party.text,
    ]),
  ]
  if (claim.when) values.push(["when", `${claim.when.edtf} (${claim.when.basis})`, claim.when.text])
  if (claim.where) values.push(["where", claim.where.name, claim.where.text])
  for (const one of claim.quantities)
    values.push(["quantity", `${one.value} ${one.unit}`, one.text])
  for (const { name, value, text } of fieldRows(claim.fields)) values.push([name, value, text])
  for (const one of claim.attribution) values.push(["said by", one.name, one.text])
  for (const [name, value, text] of values)
    lines.push(
      `      ${name.padEnd(9)} ${visible(value)}${text ? terminal.style("dim", " ← ") + said(text) : ""}`,
    )
  lines.push(
    terminal.style(
      "dim",
      `      ${claim.id}, rule ${claim.rule}, confidence ${claim.confidence.toFixed(2)}`,
    ),
  )
  return lines
}
