// biome-ignore format: a table, one thing a line
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]
const SEASONS: Readonly<Record<number, string>> = {
  21: "spring",
  22: "summer",
  23: "autumn",
  24: "winter",
}

/** A date as it stands in an English sentence: `on 7 March 2012`, `between 2003 and 2008`, `about 14 March 2012`. */
export function datePhrase(edtf: string): string {
  const set = /^[[{](.*)[\]}]$/.exec(edtf)
  if (set) return setPhrase(set[1] ?? "")
  if (edtf.includes("/")) return intervalPhrase(edtf)
  const about = /[~%]$/.test(edtf)
  const words = dateWords(edtf)
  if (about) return `around ${words}`
  if (/^\d{4}-\d\d-\d\d/.test(edtf)) return `on ${words}`
  return `in ${words}`
}

function setPhrase(inside: string): string {
  const [from = "", to = ""] = inside.split("..")
  if (!inside.includes(".."))
    return `in ${list(inside.split(",").map((part) => dateWords(part.trim())))}`
  const third = thirdOf(from, to)
  if (third !== null) return `in ${third}`
  if (from === "") return `by ${dateWords(to)}`
  if (to === "") return `after ${dateWords(from)}`
  return `between ${dateWords(from)} and ${dateWords(to)}`
}

/** The thirds of a month or a year that words name: `early May 2012` is its first ten days, `late 2011` its last four months. */
function thirdOf(from: string, to: string): string | null {
  const day = /^(\d{4}-\d\d)-(\d\d)$/.exec(from)
  if (day && to.startsWith(`${day[1]}-`))
    return third(DAYS, `${day[2]}-${to.slice(8)}`, dateWords(day[1] ?? ""))
  const month = /^(\d{4})-(\d\d)$/.exec(from)
  if (month && to.startsWith(`${month[1]}-`))
    return third(MONTHS_OF, `${month[2]}-${to.slice(5)}`, month[1] ?? "")
  return null
}

type Thirds = Readonly<Record<string, string>>

// biome-ignore format: a table, one thing a line
const DAYS: Thirds = {
  "01-10": "early ", "11-20": "mid-", "21-28": "late ", "21-29": "late ", "21-30": "late ", "21-31": "late ",
}
const MONTHS_OF: Thirds = { "01-04": "early ", "05-08": "mid-", "09-12": "late " }

function third(thirds: Thirds, span: string, of: string): string | null {
  const word = thirds[span]
  return word === undefined ? null : `${word}${of}`
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`
}

function intervalPhrase(edtf: string): string {
  const [from = "", to = ""] = edtf.split("/")
  if (from === "" || from === "..") return `until ${dateWords(to)}`
  if (to === "" || to === "..") return `from ${dateWords(from)} on`
  return `from ${dateWords(from)} to ${dateWords(to)}`
}

/** A single date in words, without a preposition: `7 March 2012`, `summer 2012`, `the 1990s`. */
export function dateWords(edtf: string): string {
  const found = /^[~?%]?(-?\d{1,4}X{0,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(
    edtf.replace(/[~?%]/g, ""),
  )
  if (!found) return edtf
  const [, year = "", month, day] = found
  const years = year.includes("X") ? `the ${year.replaceAll("X", "0")}s` : year
  const number = Number(month)
  if (month === undefined || month === "XX") return years
  const name = SEASONS[number] ?? MONTHS[number - 1]
  if (name === undefined) return edtf
  return day === undefined || day === "XX" ? `${name} ${years}` : `${Number(day)} ${name} ${years}`
}

/** The year under which a date stands in a chronology: where it begins, or ends when its beginning is open. */
export function yearOf(edtf: string): string | null {
  return /-?\d{3,4}X*|\d{4}/.exec(edtf)?.[0] ?? null
}
