import type { Quantity, Words } from "../../src/model/claim.js"
import { unitFault } from "./codes.js"

/** A quantity as its value is written: `1400-1500 person about per year`. */
export type Measured = Omit<Quantity, keyof Words>

const BOUNDS = ["at least", "up to", "about", "nearly", "over", "under"]
const VALUE = /^(-?\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\s+(.+)$/

/** Reads it; a text says what is wrong with it. */
export function measured(written: string): Measured | string {
  const [, value, max, rest] = VALUE.exec(written.trim()) ?? []
  if (value === undefined || rest === undefined)
    return `write a number (digits, a point for decimals), then a unit, like "1400-1500 person over per year", not "${written}"`
  const [before = "", per = ""] = rest.split(/\s+per\s+/)
  const bound = BOUNDS.find((word) => before.endsWith(` ${word}`)) ?? ""
  const unit = bound === "" ? before.trim() : before.slice(0, -bound.length).trim()
  const fault = unitFault(unit)
  if (fault) return `${fault}; a bound is one of ${BOUNDS.join(", ")}`
  if (max !== undefined && Number(max) <= Number(value)) return `${max} must be more than ${value}`
  return {
    value: Number(value),
    max: max === undefined ? null : Number(max),
    bound,
    unit,
    of: "",
    per: per.trim(),
  }
}
