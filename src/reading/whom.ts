import type { Entry } from "../language/gazetteer.js"
import { termAt, thing } from "../knowledge/registry.js"
import { earlierState, sectorsAt } from "../knowledge/turns.js"
import type { Party } from "../model/claim.js"
import {
  cameApart,
  headOf,
  heldWithin,
  isNobody,
  type Mentioned,
  nobodySectors,
  placeWithin,
  roleOf,
  standsAlone,
} from "./mentioned.js"
import { isName } from "./noun-phrase.js"

/** Whom a mention means. */
export interface Whom {
  /** `AZE`, `NATO`, `person/…`; `role/…` for an office or a kind of people that the words do not tie to a state. */
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly person: string | null
  readonly office: string | null
  /** How sure, 0 to 1. */
  readonly score: number
}

/** Says whom a mention means at a day, or null when it is nobody. */
export function whom(mentioned: Mentioned): Whom | null {
  const head = headOf(mentioned)
  if (head < 0) return null
  if (isNobody(mentioned, head)) return null
  for (const found of [named, bareRole, somewhere]) {
    const who = found(mentioned, head)
    if (who) return who
  }
  return null
}

/** The party that the linker finds at the head, or at the surest word of a mention that came apart. */
function named(mentioned: Mentioned, head: number): Whom | null {
  const { tree, linker } = mentioned
  const party = linker.partiesAt(head)[0]
  if (party) return whoOf(mentioned, party, head)
  if (!cameApart(mentioned)) return null
  for (const kinds of [PERSONS, ROLES, THINGS])
    for (let t = mentioned.from; t < mentioned.to; t++) {
      const fits = linker.hits[t]?.entries.some((e) => kinds.has(e.kind))
      const other =
        fits || (kinds === PERSONS && isName(tree, t)) ? linker.partiesAt(t)[0] : undefined
      if (other) return whoOf(mentioned, other, t)
    }
  return null
}

const PERSONS = new Set(["person", "surname"])
const ROLES = new Set(["role"])
const THINGS = new Set(["name", "metonym", "demonym", "people"])

function whoOf(mentioned: Mentioned, party: Party, head: number): Whom | null {
  if (party.id.startsWith("person/")) return personOf(mentioned, fullest(mentioned, party))
  const entry = entryOf(mentioned, party, head)
  if (entry?.kind === "weak" && !standsAlone(mentioned, head)) return null
  const state = entry?.kind === "metonym" ? earlierState(party.id, mentioned.day) : null
  const known = thing(state ?? party.id)
  const country = state ? (known?.country ?? state) : party.country
  const common = { person: null, office: officeOf(party), score: scoreOf(mentioned, entry, party) }
  if (known === null || party.role !== null)
    return {
      id: party.id,
      name: party.name,
      country,
      ...common,
      sectors: roleSectors(mentioned, party, head, entry),
    }
  const held = heldWithin(mentioned, head, entry)
  if (held) {
    const id = [known.id, ...(known.id === country ? held.sectors : []), held.slug].join(".")
    const sectors = ownerSectors(known.id, mentioned.day) ?? held.sectors
    return {
      ...common,
      id,
      name: `${known.name}: ${held.slug.replaceAll("-", " ")}`,
      country,
      sectors,
    }
  }
  const said = entry === null ? ofKind(mentioned, head) : []
  const turn = sectorsAt(party.id, mentioned.day)
  const own = entry?.kind === "metonym" && known.country === known.id ? ["GOV"] : known.sectors
  return {
    ...common,
    id: known.id,
    name: known.name,
    country,
    sectors: said.length > 0 ? said : (turn ?? own),
  }
}

/** What people or things of a state are: British experts, teachers in Chile. */
function ofKind(mentioned: Mentioned, head: number): readonly string[] {
  const role = roleOf(mentioned.tree, mentioned.linker, head)
  return role?.kind === "people" ? role.sectors : nobodySectors(mentioned, head)
}

/** What an office or a body of an organisation is: the leader of an armed group is of the group's kind. */
function roleSectors(
  mentioned: Mentioned,
  party: Party,
  head: number,
  entry: Entry | null,
): readonly string[] {
  if (entry?.kind === "people" || entry?.kind === "demonym") return []
  const owner = party.id.slice(0, party.id.lastIndexOf("."))
  const held = heldWithin(mentioned, head, null)
  return (
    ownerSectors(owner, mentioned.day) ??
    (held && SPECIAL.has(held.kind) && !isForce(mentioned, head) ? held.sectors : party.sectors)
  )
}

/** Government forces are forces. */
function isForce({ tree, linker }: Mentioned, head: number): boolean {
  return roleOf(tree, linker, head)?.kind === "force"
}

/** The sectors of an organisation, or null of a state and of what has none. */
function ownerSectors(id: string, day: string): readonly string[] | null {
  const known = thing(id)
  if (!known || known.country === known.id) return null
  const sectors = sectorsAt(id, day) ?? known.sectors
  return sectors.length > 0 ? sectors : null
}

const SPECIAL = new Set(["body", "force", "group"])
/** The entry of the tables by which a party was found at a token. */
function entryOf({ linker }: Mentioned, party: Party, head: number): Entry | null {
  return linker.hits[head]?.entries.find((e) => e.id === party.id) ?? null
}

function officeOf({ id, role }: Party): string | null {
  return role !== null && id.endsWith(`.${role}`) ? role : null
}

const SURE: Readonly<Record<string, number>> = {
  name: 0.97,
  metonym: 0.88,
  demonym: 0.8,
  people: 0.85,
  place: 0.75,
  weak: 0.55,
} // prettier-ignore

function scoreOf({ from, to, tree }: Mentioned, entry: Entry | null, party: Party): number {
  if (entry) return SURE[entry.kind] ?? 0.7
  const inside =
    party.from >= (tree.tokens.from[from] ?? 0) && party.to <= (tree.tokens.to[to - 1] ?? 0)
  return inside ? 0.85 : 0.6
}

/** What the whole text says of a person: a title may stand beside another mention, or over this one. */
function fullest({ tree, linker }: Mentioned, party: Party): Party {
  if (party.country !== null && party.role !== null) return party
  let best = party
  for (let t = 0; t < tree.tokens.count; t++) {
    if (tree.upos(t) !== "PROPN" && tree.upos(t) !== "NOUN") continue
    const other = linker.partiesAt(t)[0]
    if (other?.id === party.id && known(other) > known(best)) best = other
  }
  return { ...best, name: party.name }
}

const known = ({ country, role }: Party): number =>
  (country === null ? 0 : 2) + (role === null ? 0 : 1)

/** Years after an office for which a mention without a date is taken for one of the time in office. */
const LATELY = 3

/** True when an office had ended at a day; where no day was given, when it ended some years ago. */
export function isOver({ to }: { readonly to: string }, day: string, dated: boolean): boolean {
  if (to === "") return false
  const since = dated ? day : `${Number(day.slice(0, 4)) - LATELY}${day.slice(4)}`
  return to.padEnd(10, "9") < since
}

const OFFICIAL = new Set(["GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PTY", "OPP"])

/** Only officials have been something and are so no more: a journalist or cleric stays one. */
export function wasOfficial(sectors: readonly string[]): boolean {
  return sectors.some((sector) => OFFICIAL.has(sector)) && !sectors.includes("REB")
}

/** A person: the office held at the day, or, with an office named beside the name, that one. */
function personOf({ day, dated, inContext }: Mentioned, party: Party): Whom | null {
  const term = termAt(party.id, day)
  if (!term && !inContext && party.country === null && party.sectors.length === 0) return null
  const early = term !== null && term.from > day
  const said = party.role !== null && party.role !== term?.office
  const country = party.country ?? term?.country ?? null
  const held = party.role === term?.office && early ? [] : party.sectors
  const capacity = held.length > 0 || early ? held : (term?.sectors ?? [])
  const over = term !== null && isOver(term, day, dated) && wasOfficial(term.sectors)
  const sectors = !said && over ? ["ELI", ...capacity.filter((s) => s !== "ELI")] : capacity
  return {
    id: party.id,
    name: party.name,
    country,
    sectors,
    person: party.name,
    office: said ? party.role : early ? null : (term?.office ?? null),
    score: term ? (said ? 0.85 : 0.95) : country !== null ? 0.7 : 0.4,
  }
}

/** An office or a kind of people without a state: *soldiers*, *the defence minister*; or in a place: *Shanghai police*. */
function bareRole(mentioned: Mentioned, head: number): Whom | null {
  const { linker } = mentioned
  const own = roleOf(mentioned.tree, linker, head)
  const within = heldWithin(mentioned, head, null)
  const role = within && (!own || SPECIAL.has(within.kind)) ? within : own
  if (!role) return null
  const place = placeWithin(mentioned, head)
  const name = role.slug.replaceAll("-", " ")
  const office = role.kind === "office" ? role.slug : null
  const common = { person: null, office, sectors: role.sectors }
  if (!place) return { ...common, id: `role/${role.slug}`, name, country: null, score: 0.5 }
  const id = [place, ...role.sectors, role.slug].join(".")
  return {
    ...common,
    id,
    name: `${thing(place)?.name ?? place}: ${name}`,
    country: thing(place)?.country ?? place,
    score: 0.7,
  }
}

/** Something that is only said to be somewhere: *a bridge in Kabul* is of Afghanistan; a town alone is of its country. */
function somewhere(mentioned: Mentioned, head: number): Whom | null {
  const place = placeWithin(mentioned, head)
  const known = place === null ? null : thing(place)
  if (!known) return null
  const sectors = ofKind(mentioned, head)
  return {
    id: known.id,
    name: known.name,
    country: known.country,
    sectors,
    person: null,
    office: null,
    score: 0.45,
  }
}
