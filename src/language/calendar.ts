import { isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from "jalaali-js"

/** Calendars that reports date by. */
export type Calendar = "gregorian" | "jalali" | "hijri"

/** A Gregorian date; `month` and `day` are null when the words do not say. */
export interface Moment {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** Day number since 1970-01-01 of a Gregorian day (proleptic; months and days may overflow). */
export function toDay(year: number, month: number, day: number): number {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const inEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  return era * 146097 + inEra - 719468
}

/** The Gregorian day of a day number. */
export function fromDay(number: number): { year: number; month: number; day: number } {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const inEra = shifted - era * 146097
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) /
      365,
  )
  const ofYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const m = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * m + 2) / 5) + 1
  const month = m < 10 ? m + 3 : m - 9
  return { year: ofEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Days in a Gregorian month. */
export function monthLength(year: number, month: number): number {
  return toDay(year, month + 1, 1) - toDay(year, month, 1)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** First day number of a day, month or year of a calendar; null when there is no such day. */
export function dayOf(calendar: Calendar, year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1) return null
  if (calendar === "gregorian")
    return day <= monthLength(year, month) ? toDay(year, month, day) : null
  if (calendar === "hijri") return day <= 30 ? hijriDay(year, month, day) : null
  if (year < 1 || year > 3000 || !isValidJalaaliDate(year, month, day)) return null
  const { gy, gm, gd } = toGregorian(year, month, day)
  return toDay(gy, gm, gd)
}

/** Days in a month of a calendar. */
export function lengthOf(calendar: Calendar, year: number, month: number): number {
  if (calendar === "gregorian") return monthLength(year, month)
  if (calendar === "jalali") return jalaaliMonthLength(year, month)
  const next = month === 12 ? hijriDay(year + 1, 1, 1) : hijriDay(year, month + 1, 1)
  return next - hijriDay(year, month, 1)
}

/** The year of a calendar that a Gregorian day falls in. */
export function yearIn(calendar: Calendar, day: number): number {
  const { year, month, day: d } = fromDay(day)
  if (calendar === "gregorian") return year
  if (calendar === "jalali")
    return year > 700 && year < 3700 ? toJalaali(year, month, d).jy : year - 621
  return Math.floor((30 * (day + 492148) + 10646) / 10631)
}

/** The month of a calendar that a Gregorian day falls in. */
export function monthIn(calendar: Calendar, day: number): number {
  const { year, month, day: d } = fromDay(day)
  if (calendar === "gregorian") return month
  if (calendar === "jalali") return year > 700 && year < 3700 ? toJalaali(year, month, d).jm : month
  const y = yearIn("hijri", day)
  let m = 12
  while (m > 1 && hijriDay(y, m, 1) > day) m--
  return m
}

/** Tabular (civil) reckoning: within two days of what was sighted. */
function hijriDay(year: number, month: number, day: number): number {
  const before = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30)
  return day + Math.ceil(29.5 * (month - 1)) + before - 492149
}
