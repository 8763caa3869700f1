import { thing } from "../../knowledge/registry.js"
import type { Family, Party, Words } from "../../model/claim.js"
import {
  type Act,
  type Field,
  type Fields,
  OTHER,
  tierOf,
  tokenIn,
  wordsAt,
  wordsOf,
} from "./act.js"
import { amountField, type Counted, sortOf } from "./amounts.js"
import { ends, printed, stretch } from "./dates.js"
import { countBefore, type Designation, designationsOf } from "./designations.js"

/** What a family reads of itself beside the cues of the tables; `left` are the amounts that no cue has taken. */
export type FamilyReader = (act: Act, left: readonly Counted[]) => Fields

/** Stages of claims and what the field is called by its own list, where that differs. */
const STAGES: Readonly<Record<string, string>> = {
  lease: "granted",
  transit: "granted",
  opened: "granted",
  closed: "vacated",
}

function stage(act: Act, name = "stage"): Fields {
  return { [name]: { value: act.stage, ...wordsOf(act.words) } }
}

function first(left: readonly Counted[], sort: string): Counted | undefined {
  return left.filter(({ layer }) => sortOf(layer) === sort).sort((a, b) => a.tier - b.tier)[0]
}

function amount(name: string, found: Counted | undefined): Fields {
  return found ? { [name]: amountField(found) } : {}
}

const agreement: FamilyReader = (act) => {
  const when = printed(act.when)
  const date: Fields = when ? { stage_date: { value: when.edtf, ...wordsOf(when) } } : {}
  return { ...stage(act), ...date, ...stretch(act, ["in_force_from", "in_force_to"]) }
}

/** A planned exercise has planned dates, one that was held has held ones. */
const exercise: FamilyReader = (act) => {
  const when = printed(act.when)
  if (!when) return {}
  const ahead = ["planned", "proposed", "cancelled"].includes(act.status)
  return ends(when, ahead ? ["planned_start", "planned_end"] : ["held_start", "held_end"])
}

const training: FamilyReader = (act, left) => ({
  ...amount("trainees", first(left, "person")),
  ...stretch(act, ["start", "end"]),
})

/** How many: the amount that holds the weapon or stands right before it, else the first of things. */
function countOf(
  act: Act,
  left: readonly Counted[],
  weapon: Designation | undefined,
): Field | null {
  const own = left.find(({ layer }) => weapon && beside(layer, weapon))
  // `36 Gripen fighters` may have been counted as persons.
  if (own && sortOf(own.layer) === "person") {
    const field = amountField(own)
    return typeof field.value === "object"
      ? { ...field, value: { ...field.value, unit: "item" } }
      : field
  }
  const item = own && sortOf(own.layer) === "item" ? own : undefined
  if (item) return amountField(item)
  const counted = weapon ? countBefore(act, weapon) : null
  const other = first(left, "item")
  return counted ?? (other ? amountField(other) : null)
}

function beside(layer: Words, weapon: Words): boolean {
  return layer.from <= weapon.from && weapon.from <= layer.to + 2
}

const DELIVERED = new Set(["delivered", "displayed", "possession", "disarmed"])

const arms: FamilyReader = (act, left) => {
  const [weapon] = designationsOf(act, true)
  const named: Fields = weapon ? { designation: { value: weapon.name, ...wordsOf(weapon) } } : {}
  const kind: Fields = weapon?.category
    ? { category: { value: weapon.category, ...wordsOf(weapon) } }
    : {}
  const ahead = act.status === "planned" || act.status === "proposed"
  const name = DELIVERED.has(act.stage) && !ahead ? "n_delivered" : "n_ordered"
  const number = countOf(act, left, weapon)
  return {
    ...stage(act),
    ...named,
    ...kind,
    ...(number ? { [name]: number } : {}),
    ...amount("value", first(left, "money")),
  }
}

const deployment: FamilyReader = (act, left) => ({
  ...mission(act),
  ...amount("personnel", first(left, "person")),
  ...stretch(act, ["from", "to"]),
})

/** The peace operation or coalition that the sentence names. */
function mission(act: Act): Fields {
  const hit = act.scene.linker.hits
  for (let t = act.sentence.tokenFrom; t < act.sentence.tokenTo; t++) {
    const one = hit[t]
    if (one?.from !== t || tierOf(act, t) >= OTHER) continue
    const known = one.entries.find(({ id }) => thing(id)?.kind === "mission")
    if (known) return { mission: { value: known.id, ...wordsAt(act.scene, one.from, one.to) } }
  }
  return {}
}

const access: FamilyReader = (act) => ({
  stage: { value: STAGES[act.stage] ?? act.stage, ...wordsOf(act.words) },
  ...stretch(act, ["from", "to"]),
})

const assistance: FamilyReader = (act, left) => ({
  ...stage(act),
  ...amount("amount", first(left, "money")),
})

const sanction: FamilyReader = (act) => ({ ...stage(act), ...stretch(act, ["from", "to"]) })

/** Stages in which the actor does something to another's office. */
const DONE_TO_ANOTHER = new Set(["nominated", "confirmed", "appointed", "recalled", "removed"])

const post: FamilyReader = (act, left) => {
  const doer = DONE_TO_ANOTHER.has(act.stage) ? act.actor : []
  const person = [...act.actor, ...act.recipient].find((p) => isPerson(p) && !doer.includes(p))
  return {
    ...stage(act, "change"),
    ...(person ? { person: { value: person.id, ...wordsOf(person) } } : {}),
    ...office(act, doer),
    ...amount("vote_share", first(left, "percent")),
  }
}

/** The office that stands nearest to the act and is not the doer's own. */
function office(act: Act, doer: readonly Party[]): Fields {
  const { linker } = act.scene
  let best: { field: Field; far: number } | null = null
  for (let t = act.sentence.tokenFrom; t < act.sentence.tokenTo; t++) {
    const hit = linker.hits[t]
    if (hit?.from !== t || tierOf(act, t) >= OTHER) continue
    const role = hit.entries
      .map((entry) => act.lexicon.roles[entry.role])
      .find((one) => one?.kind === "office")
    const { from, to } = wordsAt(act.scene, hit.from, hit.to)
    if (doer.some((one) => from < one.to && one.from - to <= 2)) continue
    const far = Math.abs(t - act.match.token)
    if (role && (!best || far < best.far))
      best = { field: { value: role.slug, ...wordsAt(act.scene, hit.from, hit.to) }, far }
  }
  return best ? { office: best.field } : {}
}

const isPerson = (party: Party): boolean => party.id.startsWith("person/")

const membership: FamilyReader = (act) => {
  const body = [...act.recipient, ...act.actor].find((party) => {
    const kind = thing(party.id)?.kind ?? ""
    return ["igo", "alliance", "bloc", "forum", "body", "court"].includes(kind)
  })
  return {
    ...(body ? { body: { value: body.id, ...wordsOf(body) } } : {}),
    ...stretch(act, ["from", "to"]),
  }
}

const contact: FamilyReader = (act) =>
  act.stage === "visit" ? stretch(act, ["arrival", "departure"]) : {}

const ACTS = new Set(
  (
    "praise criticism accusation warning threat pledge denial demand call invitation doctrine " +
    "interpretation apology concession intent territorial_claim strained_relations rejection position"
  ).split(" "),
)

const statement: FamilyReader = (act) => {
  const about = act.match.others[0]
  return {
    ...(ACTS.has(act.stage) ? { act: { value: act.stage, ...wordsOf(act.words) } } : {}),
    ...(about ? { about: [{ value: about.id, ...wordsOf(about) }] } : {}),
  }
}

/** How far the law has come with somebody. */
const LEGAL: Readonly<Record<string, string>> = {
  arrest: "arrested",
  charge: "charged",
  trial: "tried",
  conviction: "convicted",
  release: "released",
  pardon: "released",
}

const incident: FamilyReader = (act) => {
  const objects = act.match.fillers.filter(({ name }) => name === "obj" || name === "gen")
  /** A weapon that something is done to is not what it is done with. */
  const means = ({ from }: Words): boolean => {
    const token = tokenIn(act, from)
    return !objects.some((one) => act.scene.tree.isUnder(token, one.token))
  }
  const [weapon] = act.stage === "shootdown" ? [] : designationsOf(act, false).filter(means)
  const named: Fields = weapon ? { weapon: { value: weapon.name, ...wordsOf(weapon) } } : {}
  const legal = LEGAL[act.stage]
  return {
    ...stage(act, "kind"),
    ...(legal ? { legal_stage: { value: legal, ...wordsOf(act.words) } } : {}),
    ...named,
  }
}

const measure: FamilyReader = (act, left) => {
  const found = left.find(({ layer }) => sortOf(layer) !== "time")
  const when = printed(act.when)
  const unit = found ? amountField(found) : null
  return {
    indicator: { value: act.stage, ...wordsOf(act.words) },
    ...amount("value", found),
    ...(unit && typeof unit.value === "object"
      ? { unit: { ...unit, value: unit.value.unit } }
      : {}),
    ...(when ? { as_of: { value: when.edtf, ...wordsOf(when) } } : {}),
  }
}

/** The reader of each family. */
export const FAMILY_READERS: Readonly<Record<Family, FamilyReader>> = {
  contact,
  statement,
  agreement,
  membership,
  exercise,
  training,
  arms,
  deployment,
  access,
  assistance,
  sanction,
  post,
  incident,
  measure,
}
