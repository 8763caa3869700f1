/** How a date is worded; given by the reader's language and calendar. */
export interface DateWords {
  day(date: Date): string
  /** From the first to the last day of a month, a season, a year. */
  span(from: Date, to: Date, unit: "day" | "month" | "year"): string
  by(words: string): string
  after(words: string): string
  about(words: string): string
  since(words: string): string
  until(words: string): string
  between(a: string, b: string): string
  fromTo(a: string, b: string): string
  or(words: readonly string[]): string
  decade(year: number): string
  season(season: number, year: number): string
}

const utc = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year)
  return date
}

/** One plain date: day, month, season, year or decade; null when it is none of these. */
function plain(edtf: string, words: DateWords): string | null {
  const bare = edtf.replace(/[~?%]+$/, "")
  const said = calendarDate(bare, words)
  if (said === null) return null
  return bare === edtf ? said : words.about(said)
}

function calendarDate(edtf: string, words: DateWords): string | null {
  const decade = /^(\d{3})X$/.exec(edtf)
  if (decade) return words.decade(Number(`${decade[1]}0`))
  const found = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)]
  if (month > 20) return words.season(month, year)
  if (day > 0) return words.day(utc(year, month, day))
  if (month > 0) return words.span(utc(year, month, 1), utc(year, month + 1, 0), "month")
  return words.span(utc(year, 1, 1), utc(year, 12, 31), "year")
}

function dayOf(edtf: string): Date | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edtf)
  return found ? utc(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

function interval(from: string, to: string, words: DateWords): string | null {
  if (to === ".." || to === "") return both([plain(from, words)], ([a]) => words.since(a))
  if (from === ".." || from === "") return both([plain(to, words)], ([b]) => words.until(b))
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first && last) return words.span(first, last, "day")
  return both([plain(from, words), plain(to, words)], ([a, b]) => words.fromTo(a, b ?? ""))
}

function both(
  said: readonly (string | null)[],
  make: (words: [string, ...string[]]) => string,
): string | null {
  return said.every((one) => one !== null) ? make(said as [string, ...string[]]) : null
}

function choice(inside: string, words: DateWords): string | null {
  const [from, to] = inside.split("..")
  if (to === undefined)
    return both(
      inside.split(",").map((one) => plain(one.trim(), words)),
      (all) => words.or(all),
    )
  if (from === "") return both([plain(to, words)], ([b]) => words.by(b))
  if (to === "") return both([plain(from ?? "", words)], ([a]) => words.after(a))
  return both([plain(from ?? "", words), plain(to, words)], ([a, b]) => words.between(a, b ?? ""))
}

/** An EDTF value in the reader's words; what this page does not know is printed as it stands. */
export function edtfWords(edtf: string, words: DateWords): string {
  const set = /^[[{](.*)[\]}]$/.exec(edtf)
  if (set) return choice(set[1] ?? "", words) ?? edtf
  const [from = "", to] = edtf.split("/")
  return (to === undefined ? plain(from, words) : interval(from, to, words)) ?? edtf
}
