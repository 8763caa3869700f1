import type { Basis, Claim, Quantity, When, Where } from "../model/claim.js"
import type { Zone } from "../model/evidence.js"
import type { Support } from "../model/record.js"
import { foldWord } from "../text/fold.js"
import { daysOf, overlap, width } from "./dates.js"
import { amountsAgree } from "./gist.js"
import { isCountry } from "./place-kind.js"

/** The value that a record shows of one field, what else was said, and whether that agrees. */
export interface Chosen<T> {
  readonly best: T | null
  readonly support: readonly Support[]
  readonly disagree: boolean
}

/** One field of one claim as it is weighed. */
interface Said<T> {
  readonly claim: Claim
  readonly value: T
  readonly text: string
}

interface Field<T> {
  read(claim: Claim): T | null
  show(value: T): string
  agree(a: T, b: T): boolean
  /** Larger is more exact. */
  exactness(value: T): number
}

const BASES: Readonly<Record<Basis, number>> = {
  explicit: 4,
  relative: 3,
  document: 2,
  inferred: 1,
  none: 0,
}
const ZONES: Readonly<Record<Zone, number>> = {
  body: 4,
  caption: 3,
  headline: 2,
  metadata: 1,
  boilerplate: 0,
}

/** The best zone in which a claim stands. */
export function zoneRank(claim: Claim): number {
  return Math.max(...claim.evidence.map((one) => ZONES[one.zone]))
}

const WHEN: Field<When> = {
  read: (claim) => claim.when,
  show: (when) => when.edtf,
  agree: (a, b) => datesAgree(a.edtf, b.edtf),
  exactness: (when) => -width(daysOf(when.edtf) ?? { from: -Infinity, to: Infinity }),
}

/** A finer date inside a coarser one agrees with it. */
function datesAgree(a: string, b: string): boolean {
  const [x, y] = [daysOf(a), daysOf(b)]
  return a === b || !x || !y || overlap(x, y)
}

const WHERE: Field<Where> = {
  read: (claim) => claim.where,
  show: (where) => where.name,
  agree: placesAgree,
  // A town before its country, and a name in Latin letters before the same in others.
  exactness: (where) => (isCountry(where) ? 0 : 1) + (scriptOf(where.name) === "Latn" ? 0.5 : 0),
}

/** A town agrees with its country, and with a name in another script, which is not compared. */
function placesAgree(a: Where, b: Where): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  if (a.country !== null && (isCountry(a) || isCountry(b))) return true
  const [x, y] = [foldWord(a.name), foldWord(b.name)]
  return x.slice(0, 4) === y.slice(0, 4) || scriptOf(x) !== scriptOf(y)
}

function scriptOf(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) return "Cyrl"
  return /\p{Script=Arabic}/u.test(word) ? "Arab" : "Latn"
}

function plain(read: (claim: Claim) => string): Field<string> {
  return {
    read: (claim) => read(claim) || null,
    show: (value) => value,
    agree: (a, b) => a === b,
    exactness: () => 0,
  }
}

const STATUS: Field<string> = {
  ...plain((claim) => claim.status),
  agree: (a, b) =>
    a === b || ["occurred ongoing", "planned proposed"].includes([a, b].sort().join(" ")),
}
/** Claims of one record have stages that fit, so a visit with its meeting is no disagreement. */
const STAGE: Field<string> = {
  ...plain((claim) => claim.stage),
  agree: () => true,
  exactness: (stage) => Number(stage === "visit"),
}
/** Which of two near codes a deed gets is the coder's doubt, not the reports'. */
const EVENT: Field<string> = { ...plain((claim) => claim.event), agree: () => true }

function quantity(unit: string): Field<Quantity> {
  return {
    read: (claim) => claim.quantities.find((one) => one.unit === unit) ?? null,
    show: showQuantity,
    agree: amountsAgree,
    exactness: (value) => (value.max === null && value.bound === "" ? 1 : 0),
  }
}

/** An amount as one word: `about 40`, `1400-1500`. */
export function showQuantity({
  value,
  max,
  bound,
}: Pick<Quantity, "value" | "max" | "bound">): string {
  const amount = max === null || max === value ? `${value}` : `${value}-${max}`
  return /^(exact|exactly|)$/.test(bound) ? amount : `${bound} ${amount}`
}

/** Weighs what the claims of a record say of each field. The order of the claims does not matter. */
export function weigh(claims: readonly Claim[]) {
  const units = [
    ...new Set(claims.flatMap((claim) => claim.quantities.map((one) => one.unit))),
  ].sort()
  return {
    when: choose(WHEN, claims),
    where: choose(WHERE, claims),
    status: choose(STATUS, claims),
    stage: choose(STAGE, claims),
    event: choose(EVENT, claims),
    quantities: units.map((unit) => [unit, choose(quantity(unit), claims)] as const),
  }
}

function choose<T>(field: Field<T>, claims: readonly Claim[]): Chosen<T> {
  const said = claims.flatMap((claim): Said<T>[] => {
    const value = field.read(claim)
    return value === null ? [] : [{ claim, value, text: field.show(value) }]
  })
  const support = supportOf(said)
  const votes = new Map(support.map((one) => [one.value, one.claims.length]))
  const ordered = [...said].sort((a, b) => order(field, votes, a, b))
  const first = ordered[0]
  if (!first) return { best: null, support, disagree: false }
  return { best: finest(field, first, ordered), support, disagree: disagreeing(field, said) }
}

/** Explicit over relative over inferred, body over caption over headline, more exact, majority, then by id. */
function order<T>(
  field: Field<T>,
  votes: ReadonlyMap<string, number>,
  a: Said<T>,
  b: Said<T>,
): number {
  return (
    basisRank(b.value) - basisRank(a.value) ||
    zoneRank(b.claim) - zoneRank(a.claim) ||
    finer(field.exactness(b.value), field.exactness(a.value)) ||
    (votes.get(b.text) ?? 0) - (votes.get(a.text) ?? 0) ||
    b.claim.confidence - a.claim.confidence ||
    (a.text === b.text ? 0 : a.text < b.text ? -1 : 1) ||
    (a.claim.id < b.claim.id ? -1 : 1)
  )
}

function finer(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function basisRank(value: unknown): number {
  const basis = (value as { basis?: Basis } | null)?.basis
  return basis === undefined ? 0 : BASES[basis]
}

/** A more exact value that agrees takes the place of the first, unless it was only inferred. */
function finest<T>(field: Field<T>, first: Said<T>, ordered: readonly Said<T>[]): T {
  const agreeing = ordered.filter(
    (one) => field.agree(first.value, one.value) && basisRank(one.value) !== BASES.inferred,
  )
  return agreeing.reduce(
    (best, one) => (field.exactness(one.value) > field.exactness(best.value) ? one : best),
    first,
  ).value
}

function supportOf<T>(said: readonly Said<T>[]): readonly Support[] {
  const byText = new Map<string, string[]>()
  for (const { text, claim } of said) byText.set(text, [...(byText.get(text) ?? []), claim.id])
  return [...byText]
    .map(([value, claims]) => ({ value, claims: claims.sort() }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.value < b.value ? -1 : 1))
}

function disagreeing<T>(field: Field<T>, said: readonly Said<T>[]): boolean {
  const distinct = [...new Map(said.map((one) => [one.text, one.value])).values()]
  return distinct.some((a, at) => distinct.slice(at + 1).some((b) => !field.agree(a, b)))
}
