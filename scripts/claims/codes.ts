import { readFileSync } from "node:fs"
import { join } from "node:path"
import { bounds } from "../../src/language/edtf-range.js"
import { codebook } from "../../src/knowledge/codebook-data.js"
import { thing } from "../../src/knowledge/registry.js"
import { parseTable } from "../../src/model/table.js"
import { STATUSES } from "../../src/model/claim.js"
import { ROOT } from "../source-files.js"
// @ts-expect-error the library ships no types
import edtf from "edtf"

/** Whom a code such as `RUS.GOV.MIL` names. */
export interface Coded {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly sectors: readonly string[]
}

const stages = new Map<string, Set<string>>()
for (const { family = "", stage = "" } of parseTable(
  readFileSync(join(ROOT, "src/knowledge/data/stages.tsv"), "utf8"),
))
  stages.set(family, (stages.get(family) ?? new Set()).add(stage))

const events: Readonly<Record<string, { readonly modes: object }>> = codebook.events
const sectors = new Set(
  [codebook.sectors.frequent, codebook.sectors.lessFrequent].flatMap((s) => Object.keys(s)),
)
const blocs: Readonly<Record<string, string>> = codebook.nonStateCountryCodes
const currencies = new Set(Intl.supportedValuesOf("currency"))

/** Why a family or stage is wrong, or null. */
export function stageFault(family: string, stage: string): string | null {
  const known = stages.get(family)
  if (!known) return `there is no family "${family}"; take one of ${[...stages.keys()].join(", ")}`
  if (known.has(stage)) return null
  return `${family} has no stage "${stage}"; take one of ${[...known].join(", ")}`
}

/** Types that are AGREE while they are only planned, and something else when called off. */
const PROMISED = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID"])

/** Why a PLOVER type, its mode or their status is wrong, or null. */
export function eventFault(event: string, mode: string, status: string): string | null {
  if (!(STATUSES as readonly string[]).includes(status))
    return `there is no status "${status}"; take one of ${STATUSES.join(", ")}`
  if (event !== "NONE" && !(event in events))
    return `there is no type "${event}"; take NONE or one of ${Object.keys(events).join(", ")}`
  const modes = event === "NONE" ? [] : Object.keys(events[event]?.modes ?? {})
  if (mode !== "" && !modes.includes(mode))
    return `${event} has no mode "${mode}"; ${modes.length === 0 ? "write none" : `take none or one of ${modes.join(", ")}`}`
  if (!PROMISED.has(event)) return null
  if (status === "planned" || status === "proposed")
    return `a ${status} ${event} is AGREE; write AGREE ${status}`
  if (status === "cancelled")
    return `a cancelled ${event} is ${event === "CONSULT" ? "REJECT.meet" : "SANCTION.discontinue (or REJECT)"}`
  return null
}

/** Why a context is wrong, or null. */
export function contextFault(context: string): string | null {
  return context in codebook.contexts ? null : `there is no context "${context}"; see plover.json`
}

/** True when a date is EDTF that both the library and the ledger read. */
export function isDate(value: string): boolean {
  try {
    edtf(value)
  } catch {
    return false
  }
  return bounds(value) !== null
}

/** A country code as records print it, or null. */
export function countryOf(code: string): string | null {
  if (code in blocs) return code
  const known = thing(code)
  return known && /^[A-Z]{3}$/.test(code) ? known.country : null
}

/** Whom a code names; a text says what is wrong with it. */
export function codedAs(code: string): Coded | string {
  const whole = thing(code)
  if (whole?.country) return { ...whole, country: whole.country }
  const [head = "", ...rest] = code.split(".")
  const known = thing(head)
  const country = head in blocs ? head : known?.country
  if (!country)
    return `"${head}" is no state, non-state code or known organisation; write an ISO alpha-3 code, or "?"`
  const wrong = rest.find((sector) => !sectors.has(sector))
  if (wrong !== undefined)
    return `"${wrong}" is no PLOVER sector; take one of ${[...sectors].join(", ")}`
  const name = known?.name ?? blocs[head] ?? head
  return { id: code, name, country, sectors: rest.length > 0 ? rest : (known?.sectors ?? []) }
}

/** Why a unit is wrong, or null. */
export function unitFault(unit: string): string | null {
  if (/^[A-Z]{3}$/.test(unit))
    return currencies.has(unit) ? null : `"${unit}" is no ISO 4217 currency`
  if (/^[a-z][a-z -]*$/.test(unit) && !/^(persons|people|dollars?|euros?|percents)$/.test(unit))
    return null
  return `"${unit}" is no unit; write person, percent, a currency such as USD, or an English singular noun`
}
