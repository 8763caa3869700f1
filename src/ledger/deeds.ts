import type { Family } from "../model/claim.js"

/** Deeds that the same parties seldom do twice in a year. */
export const SELDOM: ReadonlySet<Family> = new Set([
  "membership",
  "agreement",
  "post",
  "sanction",
  "access",
  "arms",
  "deployment",
])

/** Deeds that are told by what is said or counted, not by who: they need like words. */
export const WORDED: ReadonlySet<Family> = new Set(["statement", "measure"])

/** The same values in the same order. */
export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}
