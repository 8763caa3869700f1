import { DragomanError } from "../model/error.js"
import type { LedgerRecord } from "../model/record.js"
import { daysOf } from "./dates.js"
import { partiesOf, unitOf } from "./gist.js"

/** What records can be looked up and counted by. The first twelve are facets, the others only narrow. */
// biome-ignore format: a table, one thing a line
export const DIMENSIONS = [
  "family", "event", "status", "year", "actor", "dyad", "country", "outlet", "language", "review", "disagreement", "single",
  "party", "acting", "receiving", "stage", "scope", "report",
] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const FACETS = DIMENSIONS.slice(0, 12)

/** The form in which records are laid out; with another one they are laid out anew. */
export const FORM = `1 ${DIMENSIONS.join(" ")}`

/** What the ledger knows of a report besides its claims. */
export interface ReportFacts {
  readonly outlet: string | null
  readonly language: string | null
  /** ISO 8601 time. */
  readonly added: string
}

/** A record as it is looked up: its values in each dimension and what it is sorted by. */
export interface Entry {
  readonly id: string
  /** Number of its row; 0 while it has none. */
  readonly n: number
  /** First and last day since 1970-01-01; `UNDATED` when there is none. */
  readonly day: number
  readonly last: number
  readonly confidence: number
  /** 0–1: how much a second look would help. */
  readonly doubt: number
  /** How much hangs on it: independent reports, deeds more than words, two sides known. */
  readonly value: number
  readonly added: string
  readonly terms: Readonly<Record<Dimension, readonly string[]>>
}

export const UNDATED = 1e9

/** Lays a record open for looking up. */
export function entryOf(
  record: LedgerRecord,
  languages: readonly string[],
  facts: (report: string) => ReportFacts | null,
): Entry {
  const reports = record.reports.map(facts).filter((one) => one !== null)
  const days = daysOf(record.when?.edtf ?? null)
  const finite = (day: number | undefined, other: number | undefined) =>
    Number.isFinite(day) ? (day as number) : (other ?? UNDATED)
  return {
    id: record.id,
    n: 0,
    day: finite(days?.from, days?.to),
    last: days ? Math.min(days.to, UNDATED) : UNDATED,
    confidence: record.confidence,
    doubt: doubtOf(record),
    value: worthOf(record),
    added:
      reports
        .map((one) => one.added)
        .sort()
        .at(-1) ?? "",
    terms: termsOf(record, languages, reports),
  }
}

function termsOf(
  record: LedgerRecord,
  languages: readonly string[],
  reports: readonly ReportFacts[],
): Entry["terms"] {
  const parties = partiesOf(record)
  const units = distinct(parties.map(unitOf))
  return {
    family: [record.family],
    event: [record.event],
    status: [record.status],
    year: [yearOf(record)],
    actor: units,
    dyad: dyadsOf(record),
    country: distinct(parties.flatMap((party) => party.country ?? [])),
    outlet: distinct(reports.flatMap((one) => one.outlet ?? [])),
    language: distinct(languages),
    review: [record.review.state],
    disagreement: record.disagreements.length > 0 ? ["1"] : [],
    single: record.reports.length === 1 ? ["1"] : [],
    party: namesOf(parties),
    acting: namesOf(record.symmetric ? parties : record.actor),
    receiving: namesOf(record.symmetric ? parties : record.recipient),
    stage: [record.stage],
    scope: [record.scope],
    report: record.reports,
  }
}

function yearOf(record: LedgerRecord): string {
  return /\d{4}/.exec(record.when?.edtf ?? "")?.[0] ?? "undated"
}

/** Every two parties that stand on different sides, as `AZE-USA`; who did it to whom does not matter. */
function dyadsOf(record: LedgerRecord): string[] {
  const actors = distinct(record.actor.map(unitOf))
  const recipients = distinct(record.recipient.map(unitOf))
  const pairs = actors.flatMap((a) => recipients.filter((b) => a !== b).map((b) => dyad(a, b)))
  return distinct(pairs)
}

/** Two parties in the order in which a dyad names them. */
export function dyad(a: string, b: string): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`
}

/** All ids under which a party is found: its own, those of the bodies above it, its country. */
function namesOf(parties: LedgerRecord["actor"]): string[] {
  return distinct(
    parties.flatMap((party) => {
      const steps = party.id.split(".")
      const above = steps.map((_, at) => steps.slice(0, at + 1).join("."))
      return [...above, unitOf(party), ...(party.country === null ? [] : [party.country])]
    }),
  )
}

const DEEDS = new Set([
  "incident",
  "arms",
  "deployment",
  "sanction",
  "agreement",
  "exercise",
  "post",
])

function doubtOf(record: LedgerRecord): number {
  const disagree = record.disagreements.length > 0 ? 0.3 : 0
  const alone = record.reports.length === 1 ? 0.05 : 0
  const open = record.actor.length === 0 || record.recipient.length === 0 ? 0.1 : 0
  return rounded(Math.min(1, 1 - record.confidence + disagree + alone + open))
}

function worthOf(record: LedgerRecord): number {
  const deed = DEEDS.has(record.family) ? 1 : 0
  const sides = record.actor.length > 0 && record.recipient.length > 0 ? 1 : 0
  const abroad = record.scope === "international" ? 1 : 0
  return rounded(Math.log2(1 + record.reports.length) + deed + sides + abroad)
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

const BETWEEN_DIMENSIONS = "\u001d"
const BETWEEN_VALUES = "\u001f"

/** The values of an entry as one text, for a column of a table. */
export function writeTerms(terms: Entry["terms"]): string {
  return DIMENSIONS.map((name) =>
    terms[name].map((value) => value.replace(/[\u001d\u001f]/g, " ")).join(BETWEEN_VALUES),
  ).join(BETWEEN_DIMENSIONS)
}

/** @throws DragomanError `ledger/unreadable` when the text was not written by `writeTerms`. */
export function readTerms(text: string): Entry["terms"] {
  const parts = text.split(BETWEEN_DIMENSIONS)
  if (parts.length !== DIMENSIONS.length) {
    const message =
      "a record was laid out by another version of the program: close the other one and open the ledger again"
    throw new DragomanError("ledger/unreadable", message, {})
  }
  const all = DIMENSIONS.map((name, at) => {
    const part = parts[at] ?? ""
    return [name, part === "" ? [] : part.split(BETWEEN_VALUES)] as const
  })
  return Object.fromEntries(all) as unknown as Entry["terms"]
}
