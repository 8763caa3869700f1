import { stageOf } from "../../ledger/stages.js"
import { thing } from "../../knowledge/registry.js"
import { isPerson, unitOf } from "../../ledger/gist.js"
import { fieldRows } from "../field-rows.js"
import type { Party, Quantity } from "../../model/claim.js"
import type { LedgerRecord } from "../../model/record.js"
import { datePhrase } from "./date-words.js"
import { filled, phraseOf } from "./phrases.js"

/** A record as one plain English sentence: when, who, what, whom, where, how much, on whose word. */
export function sentenceOf(record: LedgerRecord): string {
  const who = nameList(record.actor) || "an unnamed party"
  const sided =
    record.recipient.length > 0 ? record.recipient : record.symmetric ? record.others : []
  const whom = nameList(sided)
  const deed = deedOf(record, whom)
  const date = dateOf(record)
  const when = date === "" ? "" : `${date}, `
  const under = record.status === "ongoing" ? " (ongoing)" : ""
  const parts = [
    `${when}${who} ${deed}`,
    whereOf(record, whom),
    under,
    amountsOf(record),
    wordOf(record),
  ]
  return `${capital(parts.filter((part) => part !== "").join(""))}.`
}

/** The date that is shown; the dates that were given, where reports differ. */
function dateOf(record: LedgerRecord): string {
  const given = (record.support.when ?? []).map((one) => one.value)
  const plain = given.every((edtf) => /^\d{4}(-\d\d){0,2}$/.test(edtf))
  if (!record.disagreements.includes("when") || !plain || given.length > 3)
    return record.when ? datePhrase(record.when.edtf) : ""
  const phrase = datePhrase(`[${[...given].sort().join(",")}]`)
  return given.some((edtf) => edtf.length === 10) ? phrase.replace(/^in/, "on") : phrase
}

/** Stages whose phrase says already that something does not take place. */
const REFUSALS: ReadonlySet<string> = new Set(["cancelled", "refused", "rejection", "denial"])

/** What was done, in the wording of its status: planned, allegedly, denied. */
function deedOf(record: LedgerRecord, whom: string): string {
  const [past, bare] = phraseOf(record.family, stageOf(record), personsIn(record)).map((form) =>
    filled(form, whom),
  ) as [string, string]
  if (REFUSALS.has(stageOf(record)) && ["cancelled", "denied"].includes(record.status)) return past
  switch (record.status) {
    case "planned":
      return `planned to ${bare}`
    case "proposed":
      return `proposed to ${bare}`
    case "cancelled":
      return `cancelled plans to ${bare}`
    case "denied":
      return `did not ${bare} (denied or refused)`
    case "alleged":
      return `allegedly ${past}`
    case "ongoing":
      return past
    default:
      return past
  }
}

function personsIn({ actor, recipient }: LedgerRecord) {
  return {
    actor: actor.some(isPerson),
    recipient:
      recipient.length > 0 && recipient.every((party) => isPerson(party) || party.country === null),
  }
}

/** The parties of a side as a list; a state is left out beside its own minister, an office beside the person. */
function nameList(parties: readonly Party[]): string {
  const telling = parties.filter(
    (party) => !parties.some((other) => other !== party && isPartOf(other, party)),
  )
  const names = [...new Set(telling.map(nameOf))]
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

function isPartOf(other: Party, party: Party): boolean {
  if (isPerson(party)) return false
  if (isPerson(other))
    return (
      other.country !== null && other.country === party.country && unitOf(party) === party.country
    )
  return other.id.startsWith(`${party.id}.`)
}

/** A party in a sentence: a person with the country, a body with its article. */
export function nameOf(party: Party): string {
  const name = capitals(isolated(party.name))
  if (isPerson(party)) {
    const country = party.country === null ? null : thing(party.country)?.name
    return country ? `${name} (${country})` : name
  }
  const organisation =
    unitOf(party) !== party.country && party.country !== null && name.includes(" ")
  if (organisation && LONG < name.length && /^[A-Z]{3,6}$/.test(party.id)) return party.id
  return organisation && !/^the /i.test(name) && !name.includes(": ")
    ? `the ${name}`
    : bodyName(name)
}

/** An organisation with a longer name goes by its acronym. */
const LONG = 24

/** `Russia: president` as `the president of Russia`. */
function bodyName(name: string): string {
  const [state = "", body] = name.split(": ")
  if (body === undefined) return withArticle(name)
  return /s$/.test(body)
    ? `${body} of ${withArticle(state)}`
    : `the ${body} of ${withArticle(state)}`
}

function withArticle(name: string): string {
  const wants =
    /^(United|Soviet|Ministr|Department|Organi[sz]ation|Council|European|Commonwealth|Government|Parliament|Netherlands|Philippines|Czech Republic|Democratic Republic|Central African|Dominican)/
  return wants.test(name) ? `the ${name}` : name
}

/** Some archives print everything in small letters; a name gets its capitals back. */
function capitals(name: string): string {
  return name === name.toLowerCase()
    ? name.replace(
        /(^|[\s-])(\p{Ll})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      )
    : name
}

function whereOf(record: LedgerRecord, whom: string): string {
  if (!record.where) return ""
  const place = withArticle(capitals(isolated(record.where.name)))
  return whom.includes(place) ? "" : ` in ${place}`
}

/** Fields by whose names a reader knows the deed again. */
const NAMES = ["name", "title", "designation", "facility", "mission", "event_name", "legal_ref"]

/** `Silver Arrow`, `S-300`: what the fields name. */
function namesOf(record: LedgerRecord): readonly string[] {
  return fieldRows(record.fields)
    .filter(({ name }) => NAMES.includes(name))
    .map(({ value }) => isolated(value))
}

function amountsOf(record: LedgerRecord): string {
  const amounts = [...namesOf(record), ...record.quantities.map(amountWords)].filter(
    (words) => words !== "",
  )
  return amounts.length === 0 ? "" : ` (${amounts.join("; ")})`
}

/** `about 40 persons`, `USD 3,400,000 per year`. */
export function amountWords(quantity: Quantity): string {
  const { value, max, bound, unit, of, per } = quantity
  const figure = (amount: number) => amount.toLocaleString("en-US", { maximumFractionDigits: 2 })
  const amount = max === null || max === value ? figure(value) : `${figure(value)}–${figure(max)}`
  const money = /^[A-Z]{3}$/.test(unit)
  const counted = money ? `${unit} ${amount}` : `${amount} ${unitWords(unit, of, value)}`
  return [/^exact/.test(bound) ? "" : bound, counted, per === "" ? "" : `per ${isolated(per)}`]
    .filter(Boolean)
    .join(" ")
}

function unitWords(unit: string, of: string, value: number): string {
  if (unit === "percent") return "per cent"
  const latin = /^[\p{Script=Latin}\s\d.'-]+$/u.test(of)
  if (latin && of !== "" && (unit === "person" || of.toLowerCase().includes(unit)))
    return plural(of, value)
  const noun = plural(unit, value)
  return !latin || of === unit || noun.includes(of) ? noun : `${noun} (${of})`
}

function plural(noun: string, value: number): string {
  if (value === 1 || /(s|people|personnel|staff|men|women|police|children|aircraft)$/.test(noun))
    return noun
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function wordOf(record: LedgerRecord): string {
  const actors = new Set(record.actor.map((party) => party.id))
  const speaker = record.attribution.find((one) => !actors.has(one.id ?? "") && isNamed(one))
  return speaker ? `, according to ${bodyName(capitals(isolated(speaker.name)))}` : ""
}

/** Somebody known, or words that are written as a name. */
function isNamed({ id, name }: LedgerRecord["attribution"][number]): boolean {
  return (
    name.trim() !== "" &&
    (id !== null || name !== name.toLowerCase() || /\p{Script=Arabic}/u.test(name))
  )
}

/** Words of a report, on one line and without marks of direction of their own; another script is fenced off. */
function isolated(words: string): string {
  const plain = words
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(plain) ? `\u2068${plain}\u2069` : plain
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
