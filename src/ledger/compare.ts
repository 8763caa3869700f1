import { gap, overlap, width } from "./dates.js"
import { SELDOM, sameList, WORDED } from "./deeds.js"
import { FEATURES } from "./features.js"
import { type Gist, isPerson, partiesOf, sharedPart } from "./gist.js"

/** How two claims stand to each other: `same` with points, `different` for a stated reason, or `open`. */
export interface Comparison {
  readonly verdict: "same" | "different" | "open"
  /** Sum of what speaks for one deed; only `same` claims are ordered by it. */
  readonly points: number
  readonly why: string
}

/** A reason why two claims cannot tell of one deed, or null. */
type Objection = (a: Gist, b: Gist) => string | null

/** Points that make one deed of two claims. */
const ENOUGH = 3

/** The first objection that holds decides; otherwise points are added up. Pure and symmetric. */
export function compare(a: Gist, b: Gist): Comparison {
  for (const [why, objection] of OBJECTIONS) {
    const words = objection(a, b)
    if (words !== null) return { verdict: "different", points: 0, why: `${why}: ${words}` }
  }
  if (a.furniture) return { verdict: "same", points: 9, why: "the same piece of page furniture" }
  const told = FEATURES.map(([name, feature]) => ({ name, points: feature(a, b) })).filter(
    (one) => one.points !== 0,
  )
  const points = told.reduce((sum, one) => sum + one.points, 0)
  const why = told.map((one) => `${one.name} ${one.points > 0 ? "+" : ""}${one.points}`).join(", ")
  return { verdict: points >= ENOUGH ? "same" : "open", points, why }
}

const OBJECTIONS: readonly (readonly [string, Objection])[] = [
  ["family", (a, b) => (a.family === b.family ? null : `${a.family} and ${b.family}`)],
  ["status", (a, b) => (a.group === b.group ? null : `${a.claim.status} and ${b.claim.status}`)],
  ["zone", furniture],
  ["stage", (a, b) => (stagesFit(a, b) ? null : `${a.claim.stage} and ${b.claim.stage}`)],
  ["event", (a, b) => (eventsFit(a, b) ? null : `${a.claim.event} and ${b.claim.event}`)],
  ["parties", (a, b) => (partiesFit(a, b) ? null : `${a.all.join("+")} and ${b.all.join("+")}`)],
  [
    "persons",
    (a, b) => (personsFit(a, b) ? null : `${a.persons.join("+")} and ${b.persons.join("+")}`),
  ],
  ["date", (a, b) => (datesFit(a, b) ? null : `${a.claim.when?.edtf} and ${b.claim.when?.edtf}`)],
  [
    "place",
    (a, b) => (placesFit(a, b) ? null : `${a.claim.where?.name} and ${b.claim.where?.name}`),
  ],
]

/** A teaser beside the report is the deed of another page: it goes with the same teaser only. */
function furniture(a: Gist, b: Gist): string | null {
  if (a.furniture !== b.furniture) return "page furniture and report"
  return a.furniture && a.passage !== b.passage ? "two pieces of page furniture" : null
}

/** Ways of naming one meeting. */
const MEETINGS: ReadonlySet<string> = new Set([
  "visit",
  "meeting",
  "summit",
  "session",
  "forum",
  "talks",
  "consult",
  "",
])

function stagesFit(a: Gist, b: Gist): boolean {
  const [x, y] = [a.stage, b.stage]
  if (x === y || x === "" || y === "") return true
  if (a.family === "contact") return MEETINGS.has(x) && MEETINGS.has(y)
  return a.family === "incident" && a.claim.event === b.claim.event && modesFit(a, b)
}

function modesFit(a: Gist, b: Gist): boolean {
  return a.claim.mode === b.claim.mode || a.claim.mode === "" || b.claim.mode === ""
}

/** Pairs that coders of one deed choose between. */
// biome-ignore format: a table, one thing a line
const NEAR_EVENTS: ReadonlySet<string> = new Set(
  [["COOPERATE", "AID"], ["COOPERATE", "SUPPORT"], ["COOPERATE", "CONSULT"], ["REJECT", "SANCTION"],
   ["COERCE", "ASSAULT"], ["AGREE", "SUPPORT"], ["AGREE", "COOPERATE"]].map((pair) => pair.sort().join(" ")),
)

function eventsFit(a: Gist, b: Gist): boolean {
  const [x, y] = [a.claim.event, b.claim.event]
  if (x === y || x === "" || y === "" || x === "NONE" || y === "NONE") return true
  return a.stage === b.stage && NEAR_EVENTS.has([x, y].sort().join(" "))
}

/** The same sides; one report may leave a party out, and mutual deeds have no sides. */
export function partiesFit(a: Gist, b: Gist): boolean {
  if (a.symmetric || b.symmetric) {
    const turned = a.stage === "visit" && b.stage === "visit" && turnedRound(a, b)
    return !turned && holds(a.all, b.all) && a.all.length > 0 && b.all.length > 0
  }
  const actors = sideFits(a.actors, b.actors)
  const recipients = sideFits(a.recipients, b.recipients)
  const shared = a.all.some((unit) => b.all.includes(unit))
  const across = a.actors.length === 0 && b.recipients.length === 0
  const back = b.actors.length === 0 && a.recipients.length === 0
  return (
    actors &&
    recipients &&
    shared &&
    !(across && b.actors.length > 0) &&
    !(back && a.actors.length > 0)
  )
}

function turnedRound(a: Gist, b: Gist): boolean {
  const apart = !a.actors.some((unit) => b.actors.includes(unit))
  return apart && a.recipients.some((unit) => b.actors.includes(unit))
}

function sideFits(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || holds(a, b)
}

/** One list holds all of the other. */
function holds(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  return small.every((unit) => large.includes(unit))
}

/** Where both name persons of one country, they must share one; a deed may be told by naming either side's person. */
function personsFit(a: Gist, b: Gist): boolean {
  if (a.persons.length === 0 || b.persons.length === 0) return true
  const theirs = personsByCountry(b)
  return [...personsByCountry(a)].every(([country, ids]) => {
    const others = theirs.get(country)
    return others === undefined || ids.some((id) => others.includes(id))
  })
}

function personsByCountry(of: Gist): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, country } of partiesOf(of.claim).filter(isPerson))
    found.set(country ?? "", [...(found.get(country ?? "") ?? []), id])
  return found
}

function datesFit(a: Gist, b: Gist): boolean {
  if (!a.days || !b.days || overlap(a.days, b.days)) return true
  if (a.report === b.report) return false
  const days = gap(a.days, b.days)
  if (days <= 3 && !WORDED.has(a.family) && a.family !== "incident") return true
  return yearsApart(a, b)
}

/** The same step dated to neighbouring years by two reports, where the step can only be taken once. */
function yearsApart(a: Gist, b: Gist): boolean {
  if (!a.days || !b.days || !SELDOM.has(a.family) || a.stage !== b.stage) return false
  const coarse =
    Math.min(width(a.days), width(b.days)) > 31 && Math.max(width(a.days), width(b.days)) < 732
  if (!coarse || gap(a.days, b.days) > 366 || !sameList(a.all, b.all)) return false
  return (
    sharedPart(a.names, b.names) >= 0.5 || sharedPart(a.words, b.words) >= 0.5 || ONCE.has(a.stage)
  )
}

/** Steps that two parties take once: a second report with another year is about the same step. */
const ONCE: ReadonlySet<string> = new Set(["join", "ratified", "in_force", "left"])

function placesFit(a: Gist, b: Gist): boolean {
  const [x, y] = [a.claim.where, b.claim.where]
  if (!x?.country || !y?.country) return true
  return x.country === y.country || WORDED.has(a.family)
}
