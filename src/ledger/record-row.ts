import { fingerprint } from "../model/fingerprint.js"
import type { LedgerRecord } from "../model/record.js"
import { type Entry, entryOf, type ReportFacts } from "./entry.js"
import { partiesOf } from "./gist.js"
import { matterOf } from "./matters.js"
import { searchWords } from "./words.js"

/** A report as records need it. */
export interface ReportHead extends ReportFacts {
  readonly title: string | null
}

/** A record made ready for its tables. */
export interface RecordRow {
  readonly record: LedgerRecord
  readonly version: string
  readonly matter: string
  readonly entry: Entry
  readonly body: string
}

export function recordRow(
  record: LedgerRecord,
  languageOf: (claim: string) => string | undefined,
  facts: (report: string) => ReportHead | null,
): RecordRow {
  const languages = record.claims.map(languageOf).filter((one) => one !== undefined)
  return {
    record,
    version: versionOf(record),
    matter: matterOf(record),
    entry: entryOf(record, languages, facts),
    body: JSON.stringify(record),
  }
}

/** Changes whenever the record itself does; what else belongs to its matter does not count. */
export function versionOf(record: LedgerRecord): string {
  return fingerprint(JSON.stringify({ ...record, same_matter: [] })).slice(0, 16)
}

/** The words under which a record is found: its passages, parties, places and the titles of its reports. */
export function searchText(
  record: LedgerRecord,
  facts: (report: string) => ReportHead | null,
): { words: string; joined: string } {
  const parts = [
    ...record.evidence.map((one) => one.quote),
    ...partiesOf(record).flatMap((party) => [party.name, party.text, party.role ?? ""]),
    ...(record.where ? [record.where.name, record.where.text] : []),
    ...record.reports.map((report) => facts(report)?.title ?? ""),
  ]
  return foldedText([...new Set(parts)])
}

/** Texts as columns of a search table. A word between two texts keeps a phrase from reaching across. */
export function foldedText(texts: readonly string[]): { words: string; joined: string } {
  const all = texts.map(searchWords)
  const text = (list: readonly { readonly text: string }[]) => list.map((one) => one.text).join(" ")
  return {
    words: all.map((one) => text(one.words)).join(" 0x0 "),
    joined: all.map((one) => text(one.joined)).join(" "),
  }
}
