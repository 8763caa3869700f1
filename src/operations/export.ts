import { z } from "zod"
import { filterSchema, selected } from "./filter.js"
import { recordLine } from "./lines.js"
import type { LedgerRecord } from "../model/record.js"
import { operation } from "./operation.js"

/** Records as JSON Lines or a table. */
export const exportRecords = operation({
  name: "export",
  summary: "Writes the records as JSON Lines, or as a CSV table with one row a deed.",
  input: z.object({ ...filterSchema.shape, format: z.enum(["jsonl", "csv"]).default("jsonl") }),
  output: z.object({ format: z.enum(["jsonl", "csv"]), document: z.string(), count: z.int() }),
  async run({ format, ...filter }, context) {
    const wanted = await selected(filter, context)
    const lines =
      format === "csv"
        ? [HEAD.join(","), ...wanted.map(({ record }) => row(record))]
        : wanted.map(({ record, version }) => JSON.stringify({ ...recordLine(record), version }))
    return { format, document: lines.map((line) => `${line}\n`).join(""), count: wanted.length }
  },
})

const COLUMNS: Readonly<Record<string, (record: LedgerRecord) => string | number>> = {
  id: (record) => record.id,
  when: (record) => record.when?.edtf ?? "",
  basis: (record) => record.when?.basis ?? "",
  family: (record) => record.family,
  stage: (record) => record.stage,
  event: (record) => record.event,
  mode: (record) => record.mode,
  contexts: (record) => record.contexts.join("|"),
  actor: (record) => record.actor.map((party) => party.id).join("|"),
  actor_country: (record) => countries(record.actor),
  recipient: (record) => record.recipient.map((party) => party.id).join("|"),
  recipient_country: (record) => countries(record.recipient),
  others: (record) => record.others.map((party) => party.id).join("|"),
  symmetric: (record) => String(record.symmetric),
  status: (record) => record.status,
  place: (record) => record.where?.name ?? "",
  place_country: (record) => record.where?.country ?? "",
  quantities: (record) =>
    record.quantities
      .map(({ value, max, bound, unit }) =>
        [bound, max === null ? value : `${value}-${max}`, unit]
          .filter((part) => part !== "")
          .join(" "),
      )
      .join("|"),
  attribution: (record) =>
    record.attribution.map((speaker) => speaker.id ?? speaker.name).join("|"),
  scope: (record) => record.scope,
  confidence: (record) => record.confidence,
  reports: (record) => record.reports.join("|"),
  claims: (record) => record.claims.join("|"),
  disagreements: (record) => record.disagreements.join("|"),
  review: (record) => record.review.state,
  quote: (record) => record.evidence[0]?.quote ?? "",
}

const HEAD = Object.keys(COLUMNS)

function row(record: LedgerRecord): string {
  return Object.values(COLUMNS)
    .map((read) => cell(read(record)))
    .join(",")
}

/** A cell that begins like a formula is led by an apostrophe, so that a spreadsheet does not run it. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function countries(parties: LedgerRecord["actor"]): string {
  return [...new Set(parties.map((party) => party.country ?? ""))].join("|")
}
