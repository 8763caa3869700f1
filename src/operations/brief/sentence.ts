import { stageOf } from "../../ledger/stages.js"
import { thing } from "../../knowledge/registry.js"
import type { Party, Quantity } from "../../model/claim.js"
import type { LedgerRecord } from "../../model/record.js"
import { datePhrase } from "./date-words.js"
import { filled, phraseOf } from "./phrases.js"

/** A record as one plain English sentence: when, who, what, whom, where, how much, on whose word. */
export function sentenceOf(record: LedgerRecord): string {
  const who = nameList(record.actor) || "An unnamed party"
  const sided = record.recipient.length > 0 ? record.recipient : record.symmetric ? record.others : []
  const whom = nameList(sided)
  const deed = deedOf(record, whom)
  const date = dateOf(record)
  const when = date === "" ? "" : `${date}, `
  const parts = [`${when}${who} ${deed}`, whereOf(record, whom), amountsOf(record), wordOf(record)]
  return `${capital(parts.filter((part) => part !== "").join(""))}.`
}

/** The date that is shown; the dates that were given, where reports differ. */
function dateOf(record: LedgerRecord): string {
  const given = (record.support.when ?? []).map((one) => one.value)
  const plain = given.every((edtf) => /^\d{4}(-\d\d){0,2}$/.test(edtf))
  if (!record.disagreements.includes("when") || !plain || given.length > 3) return record.when ? datePhrase(record.when.edtf) : ""
  const phrase = datePhrase(`[${[...given].sort().join(",")}]`)
  return given.some((edtf) => edtf.length === 10) ? phrase.replace(/^in/, "on") : phrase
}

/** What was done, in the wording of its status: planned, allegedly, denied. */
function deedOf(record: LedgerRecord, whom: string): string {
  const [past, bare] = phraseOf(record.family, stageOf(record)).map((form) => filled(form, whom)) as [string, string]
  switch (record.status) {
    case "planned":
      return `planned to ${bare}`
    case "proposed":
      return `proposed to ${bare}`
    case "cancelled":
      return record.stage === "cancelled" ? past : `cancelled plans to ${bare}`
    case "denied":
      return `did not ${bare} (denied or refused)`
    case "alleged":
      return `allegedly ${past}`
    case "ongoing":
      return `${past} (ongoing)`
    default:
      return past
  }
}

function nameList(parties: readonly Party[]): string {
  const names = [...new Set(parties.map(nameOf))]
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

/** A party in a sentence: a person with the country, a body with its article. */
export function nameOf(party: Party): string {
  const name = isolated(party.name)
  if (party.id.startsWith("person/")) {
    const country = party.country === null ? null : thing(party.country)?.name
    return country ? `${name} (${country})` : name
  }
  return /^(United|Ministr|Department|Organi[sz]ation|Council|European|Arab|African|Commonwealth|Collective|Shanghai|Islamic|Government|Parliament|Armed|North Atlantic|Netherlands|Philippines)/.test(party.name)
    ? `the ${name}`
    : name
}

function whereOf(record: LedgerRecord, whom: string): string {
  if (!record.where || whom.includes(record.where.name)) return ""
  return ` in ${isolated(record.where.name)}`
}

function amountsOf(record: LedgerRecord): string {
  const amounts = record.quantities.map(amountWords).filter((words) => words !== "")
  return amounts.length === 0 ? "" : ` (${amounts.join("; ")})`
}

/** `about 40 persons`, `USD 3,400,000 per year`. */
export function amountWords(quantity: Quantity): string {
  const { value, max, bound, unit, of, per } = quantity
  const figure = (amount: number) => amount.toLocaleString("en-US", { maximumFractionDigits: 2 })
  const amount = max === null || max === value ? figure(value) : `${figure(value)}–${figure(max)}`
  const money = /^[A-Z]{3}$/.test(unit)
  const counted = money ? `${unit} ${amount}` : `${amount} ${unitWords(unit, of, value)}`
  return [/^exact/.test(bound) ? "" : bound, counted, per === "" ? "" : `per ${isolated(per)}`].filter(Boolean).join(" ")
}

function unitWords(unit: string, of: string, value: number): string {
  if (unit === "percent") return "per cent"
  const latin = /^[\p{Script=Latin}\s\d.'-]+$/u.test(of)
  if (unit === "person" && latin) return plural(of, value)
  const noun = plural(unit, value)
  return !latin || of === unit || noun.includes(of) ? noun : `${noun} (${of})`
}

function plural(noun: string, value: number): string {
  if (value === 1 || /(s|people|personnel|staff|men|women|police|children|aircraft)$/.test(noun)) return noun
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function wordOf(record: LedgerRecord): string {
  const actors = new Set(record.actor.map((party) => party.id))
  const speaker = record.attribution.find((one) => one.id === null || !actors.has(one.id))
  return speaker && speaker.name !== "" ? `, according to ${isolated(speaker.name)}` : ""
}

/** Words of a report, on one line and without marks of direction of their own; another script is fenced off. */
function isolated(words: string): string {
  const plain = words.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ")
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(plain) ? `\u2068${plain}\u2069` : plain
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
