import { localeOf, useSettings } from "../app/settings.js"
import { useSay, type Say } from "../i18n/index.js"
import { edtfWords, type DateWords } from "./edtf.js"

/** How numbers, days and times are written for this reader. */
export interface Format {
  readonly locale: string
  number(value: number): string
  percent(value: number): string
  money(value: number, currency: string): string
  date(edtf: string): string
  shortDate(edtf: string): string
  time(iso: string): string
  list(words: readonly string[]): string
}

function dateWords(locale: string, month: "long" | "short", say: Say): DateWords {
  const writer = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts })
  const day = writer({ year: "numeric", month, day: "numeric" })
  const units = {
    day,
    month: writer({ year: "numeric", month }),
    year: writer({ year: "numeric" }),
  }
  const or = new Intl.ListFormat(locale, { type: "disjunction" })
  const year = (value: number) => units.year.format(new Date(Date.UTC(value, 6, 1)))
  return {
    day: (date) => day.format(date),
    span: (from, to, unit) => units[unit].formatRange(from, to),
    by: (words) => say(month === "short" ? "date.by.short" : "date.by", { words }),
    after: (words) => say("date.after", { words }),
    about: (words) => say("date.about", { words }),
    since: (words) => say("date.since", { words }),
    until: (words) => say("date.until", { words }),
    between: (a, b) => say("date.between", { a, b }),
    fromTo: (a, b) => say("date.fromTo", { a, b }),
    or: (words) => or.format(words),
    decade: (value) => say("date.decade", { words: year(value) }),
    season: (season, value) =>
      say(SEASONS[(season - 21) % 4] ?? "date.spring", { words: year(value) }),
  }
}
const SEASONS = ["date.spring", "date.summer", "date.autumn", "date.winter"] as const

const moneyWriter = (locale: string, currency: string) =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
    currencyDisplay: "code",
  })

function formatOf(locale: string, say: Say): Format {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: "percent" })
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  const list = new Intl.ListFormat(locale, { type: "conjunction" })
  const long = dateWords(locale, "long", say)
  const short = dateWords(locale, "short", say)
  return {
    locale,
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    money: (value, currency) => moneyWriter(locale, currency).format(value),
    date: (edtf) => edtfWords(edtf, long),
    shortDate: (edtf) => edtfWords(edtf, short),
    time: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : time.format(new Date(iso))),
    list: (words) => list.format(words),
  }
}

/** Writers of numbers and dates are dear to make, so each reader's are made once. */
const formats = new Map<string, { readonly say: Say; readonly format: Format }>()

export function useFormat(): Format {
  const settings = useSettings()
  const say = useSay()
  const locale = localeOf(settings)
  const known = formats.get(locale)
  if (known?.say === say) return known.format
  const format = formatOf(locale, say)
  formats.set(locale, { say, format })
  return format
}
