/**
 * EDTF values as stretches of days, for comparison. Only the forms that the reader writes: dates of
 * day, month or year precision, seasons, decades (`199X`, `201X-XX`), qualifiers, sets and intervals, open or not.
 */

/** Whole days since 1970-01-01, both ends included; infinite where open. */
export interface Days {
  readonly from: number
  readonly to: number
}

const known = new Map<string, Days | null>()

/** The days that a date may mean; null when it says nothing that can be compared. */
export function daysOf(edtf: string | null): Days | null {
  if (edtf === null || edtf === "") return null
  const before = known.get(edtf)
  if (before !== undefined) return before
  const days = parse(edtf.trim())
  if (known.size < 50_000) known.set(edtf, days)
  return days
}

function parse(edtf: string): Days | null {
  const set = /^[[{](.*)[\]}]$/.exec(edtf)
  if (set) return union((set[1] ?? "").split(",").map((part) => stretch(part.trim(), "..")))
  return stretch(edtf, "/")
}

function stretch(text: string, separator: string): Days | null {
  if (!text.includes(separator)) return oneDate(text)
  const [left = "", right = ""] = text.split(separator)
  const from = open(left) ? -Infinity : oneDate(left)?.from
  const to = open(right) ? Infinity : oneDate(right)?.to
  if (from === undefined || to === undefined || from > to) return null
  return from === -Infinity && to === Infinity ? null : { from, to }
}

function open(end: string): boolean {
  return end === "" || end === ".."
}

function union(parts: readonly (Days | null)[]): Days | null {
  const days = parts.filter((part) => part !== null)
  if (days.length === 0) return null
  return { from: Math.min(...days.map((d) => d.from)), to: Math.max(...days.map((d) => d.to)) }
}

/** First and last month of the seasons 21–41 that the standard names: spring, summer, autumn, winter, quarters, halves. */
// biome-ignore format: a table, one thing a line
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 14], 25: [3, 5], 26: [6, 8], 27: [9, 11], 28: [12, 14],
  29: [9, 11], 30: [12, 14], 31: [3, 5], 32: [6, 8], 33: [1, 3], 34: [4, 6], 35: [7, 9], 36: [10, 12],
  37: [1, 4], 38: [5, 8], 39: [9, 12], 40: [1, 6], 41: [7, 12],
}

function oneDate(text: string): Days | null {
  const found =
    /^[~?%]?(-?\d{1,4}X{0,3})[~?%]?(?:-[~?%]?(\d\d|XX)[~?%]?)?(?:-[~?%]?(\d\d|XX))?[~?%]?$/.exec(
      text,
    )
  if (!found) return null
  const [, year = "", month, day] = found
  const first = Number(year.replaceAll("X", "0"))
  const last = Number(year.replaceAll("X", "9"))
  const slack = /[~%]/.test(text) ? slackOf(month, day) : 0
  if (month === undefined || month === "XX")
    return { from: monthStart(first, 1) - slack, to: monthStart(last, 13) - 1 + slack }
  const season = SEASONS[Number(month)]
  if (season) return { from: monthStart(first, season[0]), to: monthStart(last, season[1] + 1) - 1 }
  if (day === undefined || day === "XX")
    return {
      from: monthStart(first, Number(month)) - slack,
      to: monthStart(last, Number(month) + 1) - 1 + slack,
    }
  const at = monthStart(first, Number(month)) + Number(day) - 1
  return { from: at - slack, to: at + slack }
}

/** How far "about" reaches: three days about a day, half a month about a month, half a year about a year. */
function slackOf(month: string | undefined, day: string | undefined): number {
  if (day !== undefined) return 3
  return month === undefined ? 183 : 15
}

function monthStart(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, 1)
  return Math.round(date.getTime() / 86_400_000)
}

export function overlap(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Days between two stretches; 0 when they overlap. */
export function gap(a: Days, b: Days): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

/** How many days a stretch has: 1 for a day, some 30 for a month. */
export function width(days: Days): number {
  return days.to - days.from + 1
}
