import type { Claim, Family, Party, Quantity } from "../model/claim.js"
import { foldWord } from "../text/fold.js"
import { type Days, daysOf } from "./dates.js"
import { stageOf } from "./stages.js"

/** Deeds that have and have not happened never become one record; what is under way has happened. */
export type StatusGroup = "done" | "ahead" | "cancelled" | "denied" | "alleged"

/** What of a claim is compared: computed once for each claim, so that comparing two is cheap. */
export interface Gist {
  readonly id: string
  readonly report: string
  readonly claim: Claim
  readonly family: Family
  readonly stage: string
  readonly group: StatusGroup
  readonly furniture: boolean
  readonly symmetric: boolean
  /** Countries and organisations of each side; of both sides and the others together in `all`. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly all: readonly string[]
  readonly persons: readonly string[]
  /** Ids of parties more exact than their country, persons left out. */
  readonly offices: readonly string[]
  readonly days: Days | null
  /** Where the deed most likely lies when the report only says "by now": the week up to publication. */
  readonly likely: Days | null
  /** Folded words of the passage, short ones and the parties' names left out, cut to six letters so that inflection does not matter. */
  readonly words: ReadonlySet<string>
  /** Words of the names that the family's fields hold: titles, programmes, designations. */
  readonly names: ReadonlySet<string>
  readonly passage: string
}

// biome-ignore format: a table, one thing a line
const GROUPS = {
  occurred: "done", ongoing: "done", planned: "ahead", proposed: "ahead",
  cancelled: "cancelled", denied: "denied", alleged: "alleged",
} as const

/** What of a claim is compared. */
export function gist(claim: Claim): Gist {
  const actors = unitsOf(claim.actor)
  const recipients = unitsOf(claim.recipient)
  const parties = partiesOf(claim)
  const passage = foldWord(claim.evidence.map((one) => one.quote).join(" ")).trim()
  return {
    id: claim.id,
    report: claim.report,
    claim,
    family: claim.family,
    stage: stageOf(claim),
    group: GROUPS[claim.status],
    furniture: claim.evidence.every((one) => one.zone === "boilerplate"),
    symmetric: claim.symmetric || claim.family === "contact",
    actors,
    recipients,
    all: distinct([...actors, ...recipients, ...unitsOf(claim.others)]),
    persons: distinct(parties.filter(isPerson).map((party) => party.id)),
    offices: distinct(
      parties
        .filter((party) => !isPerson(party) && party.id.includes("."))
        .map((party) => party.id),
    ),
    days: daysOf(claim.when?.edtf ?? null),
    likely: likelyDays(claim),
    words: without(
      wordsOf(passage),
      wordsOf(foldWord([...parties, ...places(claim)].map((one) => one.text).join(" "))),
    ),
    names: wordsOf(foldWord(namesIn(claim.fields))),
    passage,
  }
}

/** News tells of the last days: a deed dated by its report alone is looked for in the week before it. */
function likelyDays(claim: Claim): Days | null {
  const days = daysOf(claim.when?.edtf ?? null)
  return days && claim.when?.basis === "document" && days.from === -Infinity
    ? { from: days.to - 6, to: days.to }
    : days
}

/** The state or organisation that a party counts as: `AZE` for its ministry and for its president. */
export function unitOf(party: Pick<Party, "id" | "country">): string {
  const state =
    party.country !== null && /^[A-Z]{3}$/.test(party.country) && !NON_STATE.has(party.country)
  if (state) return party.country as string
  return party.id.split(".")[0] ?? party.id
}

/** PLOVER's codes for those that are no state: their ids tell them apart, these do not. */
const NON_STATE = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])

/** Actors, recipients and others of a claim. */
export function partiesOf(claim: Pick<Claim, "actor" | "recipient" | "others">): readonly Party[] {
  return [...claim.actor, ...claim.recipient, ...claim.others]
}

function places(claim: Claim): readonly { readonly text: string }[] {
  return [claim.where, claim.when].filter((words) => words !== null)
}

function without(words: ReadonlySet<string>, left: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !left.has(word)))
}

function unitsOf(parties: readonly Party[]): string[] {
  return distinct(parties.map(unitOf))
}

export function isPerson(party: Pick<Party, "id">): boolean {
  return party.id.startsWith("person/")
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function wordsOf(folded: string): ReadonlySet<string> {
  const words = folded.match(/[\p{L}\p{N}\u200c]+/gu) ?? []
  return new Set(
    words.filter((word) => word.length > 3 || /\d/.test(word)).map((word) => word.slice(0, 6)),
  )
}

/** Fields that hold a name; the others hold a word from a short list, which two deeds share by chance. */
// biome-ignore format: a table, one thing a line
const NAMED = [
  "name", "title", "series", "event_name", "programme", "programme_step", "course", "school", "designation",
  "mission", "facility", "body", "office", "account", "instrument", "legal_ref", "authority", "reg_no", "weapon",
]

function namesIn(fields: Claim["fields"]): string {
  const values = NAMED.flatMap((key) => fields[key]).map((one) =>
    typeof one === "object" && one !== null && "value" in one ? one.value : one,
  )
  return values.filter((value) => typeof value === "string").join(" ")
}

/** Shared words as a part of the shorter passage's words; 0 when one has none. */
export function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}

/** The ends of an amount, with room where the words say "about", "over", "up to". */
export function amount(
  quantity: Pick<Quantity, "value" | "max" | "bound">,
): readonly [number, number] {
  const { value, max, bound } = quantity
  const high = max ?? value
  if (/about|approx|around|nearly|almost|some/.test(bound)) return [value * 0.85, high * 1.15]
  if (/over|more|least|above|from/.test(bound)) return [value, Math.max(high, value * 2)]
  if (/up|under|less|most|below/.test(bound)) return [value / 2, high]
  return [value, high]
}

/** 40 and about 40 agree; 40 and 60 do not. */
export function amountsAgree(a: Quantity, b: Quantity): boolean {
  const [lowA, highA] = amount(a)
  const [lowB, highB] = amount(b)
  return lowA <= highB && lowB <= highA
}
