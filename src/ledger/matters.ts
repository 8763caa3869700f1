import type { LedgerRecord } from "../model/record.js"
import { daysOf, gap } from "./dates.js"
import { partiesOf, unitOf } from "./gist.js"

/** Records of one matter lie within a year of each other. */
const YEAR = 366

/** A record names at most so many others of its matter, the nearest. */
const NEAREST = 20

/** Sorts records by date and fills in `same_matter`: other steps of what the same parties had going. */
export function linkMatters(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const links = new Map<string, { readonly id: string; readonly gap: number }[]>()
  for (const matter of matters(records).values())
    matter.forEach((a, at) => {
      for (let i = at + 1; i < matter.length; i++) {
        const b = matter[i] as LedgerRecord
        const days = apart(a, b)
        if (days === Infinity) break
        if (days > YEAR || !oneMatter(a, b)) continue
        link(links, a.id, b.id, days)
        link(links, b.id, a.id, days)
      }
    })
  return [...records].sort(byDate).map((record) => withLinks(record, links.get(record.id)))
}

function withLinks(
  record: LedgerRecord,
  links: readonly { readonly id: string; readonly gap: number }[] = [],
): LedgerRecord {
  const nearest = [...links]
    .sort((a, b) => a.gap - b.gap || (a.id < b.id ? -1 : 1))
    .slice(0, NEAREST)
  return Object.freeze({ ...record, same_matter: nearest.map((one) => one.id) })
}

function link(
  links: Map<string, { id: string; gap: number }[]>,
  from: string,
  id: string,
  days: number,
): void {
  const list = links.get(from)
  if (list) list.push({ id, gap: days })
  else links.set(from, [{ id, gap: days }])
}

/** What records of one matter have in common: family and parties. Statements are too many to be steps of one matter. */
export function matterOf(record: LedgerRecord): string {
  const parties = [...new Set(partiesOf(record).map(unitOf))].sort()
  if (record.family === "statement" || record.family === "measure" || parties.length === 0)
    return ""
  return `${record.family} ${parties.join("+")}`
}

/** Records of one matter, by date. */
function matters(records: readonly LedgerRecord[]): Map<string, LedgerRecord[]> {
  const groups = new Map<string, LedgerRecord[]>()
  for (const record of [...records].sort(byDate)) {
    const key = matterOf(record)
    if (key === "") continue
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return groups
}

/** Days between two records in order of date; Infinity once the later is out of reach. */
function apart(a: LedgerRecord, b: LedgerRecord): number {
  const [x, y] = [daysOf(a.when?.edtf ?? null), daysOf(b.when?.edtf ?? null)]
  if (!x || !y) return a.reports.some((report) => b.reports.includes(report)) ? 0 : YEAR + 1
  const days = gap(x, y)
  return days > YEAR && y.from - x.from > 20 * YEAR ? Infinity : days
}

/** Meetings are many: they belong together when one was announced, put off or denied and the other is not. */
function oneMatter(a: LedgerRecord, b: LedgerRecord): boolean {
  const repeats = a.family === "contact" || a.family === "incident"
  return !repeats || a.status !== b.status
}

/** By first day, the undated last, then by id. */
export function byDate(a: LedgerRecord, b: LedgerRecord): number {
  return firstDay(a) - firstDay(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function firstDay(record: LedgerRecord): number {
  const days = daysOf(record.when?.edtf ?? null)
  if (!days) return 1e9
  return Number.isFinite(days.from) ? days.from : days.to
}
