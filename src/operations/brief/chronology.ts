import type { Claim } from "../../model/claim.js"
import type { Evidence } from "../../model/evidence.js"
import type { LedgerRecord } from "../../model/record.js"
import type { Report } from "../../model/report.js"
import { dateWords, yearOf } from "./date-words.js"
import { sentenceOf } from "./sentence.js"

/** A numbered note: one passage of one report. */
export interface Footnote {
  readonly number: number
  readonly report: Report
  readonly evidence: Evidence
  /** The claims whose words stand in the passage. */
  readonly claims: readonly Claim[]
}

/** A field on which the reports of an entry disagree, each value with its notes. */
export interface Doubt {
  readonly field: string
  readonly values: readonly { readonly words: string; readonly notes: readonly number[] }[]
}

export interface Entry {
  readonly record: LedgerRecord
  readonly sentence: string
  readonly notes: readonly Footnote[]
  readonly doubts: readonly Doubt[]
}

export interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** A brief before it is text, Markdown or HTML. */
export interface Chronology {
  readonly title: string
  readonly subtitle: string
  readonly years: readonly Section[]
  readonly undated: Section
  readonly furniture: Section
  readonly reports: readonly Report[]
  /** ISO 8601 day. */
  readonly made: string
}

export interface Sources {
  readonly claims: ReadonlyMap<string, Claim>
  readonly reports: ReadonlyMap<string, Report>
}

/** Orders records into years, the undated and page furniture, and numbers the passages they rest on. */
export function chronologyOf(
  records: readonly LedgerRecord[],
  sources: Sources,
  about: { readonly title: string; readonly subtitle: string; readonly made: string },
): Chronology {
  const notes = new Notes(sources)
  const years = new Map<string, Entry[]>()
  const undated: Entry[] = []
  const furniture: Entry[] = []
  // Numbers run in the order of reading, so the undated and the furniture come after the years.
  for (const record of records.filter((one) => shelf(one) === "year")) {
    const year = yearOf(record.when?.edtf ?? "") as string
    years.set(year, [...(years.get(year) ?? []), notes.entry(record)])
  }
  for (const record of records.filter((one) => shelf(one) === "undated"))
    undated.push(notes.entry(record))
  for (const record of records.filter((one) => shelf(one) === "furniture"))
    furniture.push(notes.entry(record))
  return {
    ...about,
    years: [...years].map(([title, entries]) => ({ title, entries })),
    undated: { title: "Undated", entries: undated },
    furniture: { title: "From page furniture (undated teasers)", entries: furniture },
    reports: notes.reports(),
  }
}

function shelf(record: LedgerRecord): "year" | "undated" | "furniture" {
  if (record.evidence.every((one) => one.zone === "boilerplate")) return "furniture"
  return record.when !== null && yearOf(record.when.edtf) !== null ? "year" : "undated"
}

/** Hands out the numbers; a passage has one number however many entries rest on it. */
class Notes {
  private readonly numbers = new Map<string, number>()
  private readonly seen = new Map<string, Report>()

  constructor(private readonly sources: Sources) {}

  entry(record: LedgerRecord): Entry {
    const claims = record.claims
      .map((id) => this.sources.claims.get(id))
      .filter((claim) => claim !== undefined)
    const passages = new Map<string, { evidence: Evidence; claims: Claim[] }>()
    for (const claim of claims)
      for (const evidence of claim.evidence) {
        const key = passageKey(evidence)
        const passage = passages.get(key)
        if (passage) passage.claims.push(claim)
        else passages.set(key, { evidence, claims: [claim] })
      }
    const inOrder = [...passages].sort(([a], [b]) => (a < b ? -1 : 1))
    const notes = inOrder.flatMap(([key, passage]) => this.footnote(key, passage))
    return { record, sentence: sentenceOf(record), notes, doubts: doubtsOf(record, notes) }
  }

  reports(): readonly Report[] {
    return [...this.seen.values()]
  }

  private footnote(key: string, passage: { evidence: Evidence; claims: Claim[] }): Footnote[] {
    const report = this.sources.reports.get(passage.evidence.report)
    if (!report) return []
    this.seen.set(report.id, report)
    const number = this.numbers.get(key) ?? this.numbers.size + 1
    this.numbers.set(key, number)
    return [{ number, report, ...passage }]
  }
}

function passageKey({ report, zone, from, to }: Evidence): string {
  const place = `${String(from).padStart(9, "0")} ${to}`
  return `${report} ${zone === "headline" ? "0" : "1"} ${place}`
}

function doubtsOf(record: LedgerRecord, notes: readonly Footnote[]): readonly Doubt[] {
  return record.disagreements.map((field) => ({
    field: FIELDS[field] ?? field.replace(/^quantities\./, "amount in "),
    values: (record.support[field] ?? []).map(({ value, claims }) => ({
      words: field === "when" ? dateWordsOf(value) : value,
      notes: notes
        .filter((note) => note.claims.some((claim) => claims.includes(claim.id)))
        .map((note) => note.number),
    })),
  }))
}

const FIELDS: Readonly<Record<string, string>> = {
  when: "date",
  where: "place",
  status: "status",
  stage: "act",
}

function dateWordsOf(edtf: string): string {
  return /^[\d~?%X-]+$/.test(edtf) ? dateWords(edtf) : edtf
}

/** `Title, Outlet, 7 March 2012`: how a report is cited, in its own words. */
export function citation(report: Report): readonly string[] {
  const published = report.published === null ? "undated" : dateWordsOf(report.published)
  const name = report.title ?? report.origin?.split(/[/\\]/).at(-1) ?? report.id
  return [name, report.outlet ?? "", published, report.url ?? ""].filter((part) => part !== "")
}
