import { describe, expect, test } from "vitest"
import { bounds, compatible, precision } from "../../src/language/edtf-range.js"

const day = (iso: string) => Date.parse(iso) / 86_400_000

describe("the days that an EDTF value may mean", () => {
  const rows: readonly (readonly [string, number, number, string])[] = [
    ["2012-03-07", day("2012-03-07"), day("2012-03-07"), "day"],
    ["2012-03-14~", day("2012-03-14"), day("2012-03-14"), "day"],
    ["2012-02", day("2012-02-01"), day("2012-02-29"), "month"],
    ["2012", day("2012-01-01"), day("2012-12-31"), "year"],
    ["199X", day("1990-01-01"), day("1999-12-31"), "decade"],
    ["19XX", day("1900-01-01"), day("1999-12-31"), "century"],
    ["[2012-06-21..2012-06-30]", day("2012-06-21"), day("2012-06-30"), "week"],
    ["{2012-03-15,2012-03-17}", day("2012-03-15"), day("2012-03-17"), "week"],
    ["2003/2008", day("2003-01-01"), day("2008-12-31"), "decade"],
    ["2003/..", day("2003-01-01"), Number.POSITIVE_INFINITY, "open"],
    ["../2013-02", Number.NEGATIVE_INFINITY, day("2013-02-28"), "open"],
    ["[..2012-04-12]", Number.NEGATIVE_INFINITY, day("2012-04-12"), "open"],
    ["[2001-09..]", day("2001-09-01"), Number.POSITIVE_INFINITY, "open"],
    ["2012-33", day("2012-01-01"), day("2012-03-31"), "season"],
    ["2012-22", day("2012-06-01"), day("2012-08-31"), "season"],
  ]
  test.each(rows)("%s", (value, from, to, fine) => {
    expect(bounds(value)).toEqual({ from, to })
    expect(precision(value)).toBe(fine)
  })

  test.each(["", "soon", "2012-13", "2012-02-30", "2013/2012", "[2012", "/"])(
    "%j is none",
    (value) => {
      expect(bounds(value)).toBeNull()
      expect(precision(value)).toBeNull()
    },
  )
})

describe("two dates", () => {
  test("may be one when a day lies in both", () => {
    expect(compatible("2012", "2012-03-07")).toBe(true)
    expect(compatible("[2012-06-21..2012-06-30]", "2012-06")).toBe(true)
    expect(compatible("2003/..", "2012-03-07")).toBe(true)
    expect(compatible("2012-03-07", "2012-03-08")).toBe(false)
    expect(compatible("2012", "soon")).toBe(false)
  })
})
