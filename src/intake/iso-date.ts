const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/**
 * The day in a date as machines write it, as EDTF: ISO 8601 (`2018-12-05T10:00:00+04:00`), `20181205`, RFC 2822
 * (`Wed, 05 Dec 2018 10:00:00 GMT`), seconds or thousandths since 1970. Undefined when it is none, or no day there is.
 */
export function isoDate(written: string | number): string | undefined {
  const text = String(written).trim()
  const iso =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*|Z)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/.exec(text)
  if (iso !== null) return day(iso[1], iso[2], iso[3])
  const mail = /^(?:[A-Z][a-z]{2},\s+)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})\b/.exec(text)
  if (mail !== null) return day(mail[3], monthNumber(mail[2]), mail[1]?.padStart(2, "0"))
  const american =
    /^(?:[A-Z][a-z]{2,8},\s+)?([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),\s+(\d{4})\b/.exec(text)
  if (american !== null)
    return day(american[3], monthNumber(american[1]), american[2]?.padStart(2, "0"))
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10)
  }
  return undefined
}

function monthNumber(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, "0")
}

function day(year = "", month?: string, date?: string): string | undefined {
  const value = [year, month, date].filter((part) => part !== undefined).join("-")
  const full = `${year}-${month ?? "01"}-${date ?? "01"}`
  const time = new Date(`${full}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) &&
    time.toISOString().startsWith(full) &&
    Number(year) >= 1000
    ? value
    : undefined
}
