import { type Days, gap, overlap, width } from "./dates.js"
import { SELDOM, sameList, WORDED } from "./deeds.js"
import { amountsAgree, type Gist, partiesOf, sharedPart } from "./gist.js"

/** What speaks for one deed (above 0) or against it (below). Symmetric. */
export type Feature = (a: Gist, b: Gist) => number

/** Everything that is weighed, by the name under which it is explained. */
export const FEATURES: readonly (readonly [string, Feature])[] = [
  ["date", datePoints],
  ["stage", (a, b) => (a.stage === b.stage ? 1 : 0)],
  ["told again", retold],
  ["seldom done", (a, b) => (SELDOM.has(a.family) && a.days && b.days ? 1 : 0)],
  ["party named alike", (a, b) => (sameList(partyIds(a), partyIds(b)) && a.all.length > 1 ? 1 : 0)],
  ["person", (a, b) => (a.persons.some((id) => b.persons.includes(id)) ? 1 : 0)],
  ["offices", officePoints],
  ["one side unknown", (a, b) => (a.all.length === b.all.length && a.all.length > 1 ? 0 : -1)],
  ["place", placePoints],
  ["names", namePoints],
  ["words", wordPoints],
  ["amounts", amountPoints],
]

function placePoints(a: Gist, b: Gist): number {
  const [x, y] = [a.claim.where, b.claim.where]
  if (!x || !y) return 0
  if (x.name === y.name) return 1
  return x.country !== null && x.country === y.country ? 0 : -1
}

/** A page comes back to the meeting that it dated before: the same states, no other date. */
function retold(a: Gist, b: Gist): number {
  const again =
    a.report === b.report && a.family === "contact" && (a.days === null) !== (b.days === null)
  return again && a.persons.some((id) => b.persons.includes(id)) && sameList(a.all, b.all) ? 1 : 0
}

function datePoints(a: Gist, b: Gist): number {
  if (!a.days || !b.days) return a.report === b.report ? 1 : -1
  const days = gap(a.days, b.days)
  if (days > 31) return 1
  if (days > 0) return a.family === "incident" ? 0 : 1
  const near = a.likely !== null && b.likely !== null && overlap(a.likely, b.likely)
  const [x, y] = near ? [a.likely as Days, b.likely as Days] : [a.days, b.days]
  const widest = Math.max(width(x), width(y))
  if (widest <= 7) return 3
  if (widest <= 31) return 2
  return widest <= 366 ? 1 : 0
}

/** Two offices of one state that exclude each other: the ministry of defence is not the parliament. */
function officePoints(a: Gist, b: Gist): number {
  const clash = a.offices.some((x) => {
    const near = b.offices.filter((y) => y.split(".")[0] === x.split(".")[0])
    return near.length > 0 && !near.some((y) => x.startsWith(y) || y.startsWith(x))
  })
  return clash ? -1 : 0
}

function namePoints(a: Gist, b: Gist): number {
  if (a.names.size === 0 || b.names.size === 0) return 0
  const part = sharedPart(a.names, b.names)
  if (part >= 0.5) return 2
  return part === 0 && a.claim.language === b.claim.language ? -2 : 0
}

function wordPoints(a: Gist, b: Gist): number {
  const part = Math.min(a.words.size, b.words.size) >= 3 ? sharedPart(a.words, b.words) : 0
  if (part >= 0.8) return 3
  if (part >= 0.5) return 2
  if (a.claim.language !== b.claim.language) return exactDay(a, b) ? 0 : -1
  if (WORDED.has(a.family)) return -4
  if (part >= 0.3 && Math.min(a.words.size, b.words.size) >= 5) return 1
  const bare = a.recipients.length === 0 && b.recipients.length === 0 && !a.symmetric
  if (bare && a.family === "incident") return -2
  return a.report === b.report && part < 0.2 ? -1 : 0
}

function exactDay(a: Gist, b: Gist): boolean {
  return a.days !== null && b.days !== null && width(a.days) === 1 && width(b.days) === 1
}

function amountPoints(a: Gist, b: Gist): number {
  let agree = 0
  let clash = 0
  for (const x of a.claim.quantities) {
    const alike = b.claim.quantities.filter(
      (y) => y.unit === x.unit && (y.of === x.of || x.of === "" || y.of === ""),
    )
    if (alike.length === 0) continue
    if (alike.some((y) => amountsAgree(x, y))) agree++
    else clash++
  }
  if (agree > 0) return 1
  if (clash === 0) return 0
  return a.report === b.report || a.family === "measure" ? -3 : -1
}

function partyIds(of: Gist): readonly string[] {
  return partiesOf(of.claim)
    .map((party) => party.id)
    .sort()
}
