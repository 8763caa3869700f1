import { thing } from "../knowledge/registry.js"
import type { Where } from "../model/claim.js"

/** True when a place is a whole state and not a town in it. */
export function isCountry(where: Where): boolean {
  return where.country !== null && thing(where.country)?.name === where.name
}
