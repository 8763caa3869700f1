import type { Tree } from "../language/tree.js"
import type { Claim, Party } from "../model/claim.js"

/** A claim with the token that carries its act. */
export interface Told {
  readonly claim: Claim
  readonly token: number
}

/**
 * Claims of one sentence, each deed once: of two words right beside or upon one another that tell one type between the same parties
 * (*a sting run by*, *a suicide bomber*) the surer stands; what a blow brought about is no second blow on nobody (*shelled the
 * town and killed four*).
 */
export function once(tree: Tree, told: readonly Told[]): readonly Claim[] {
  const weaker = (one: Told): boolean =>
    told.some(
      (other) =>
        other !== one &&
        (repeats(tree, one, other) ? isSurer(other, one) : isConsequence(one.claim, other.claim)),
    )
  return told.filter((one) => !weaker(one)).map((one) => one.claim)
}

function repeats(tree: Tree, a: Told, b: Told): boolean {
  const near = Math.abs(a.token - b.token) === 1
  const tied = tree.head(a.token) === b.token || tree.head(b.token) === a.token
  const listed = [a, b].some((t) => tree.mainRel(t.token) === "conj")
  return (
    (near || tied) &&
    !listed &&
    a.claim.event === b.claim.event &&
    a.claim.status === b.claim.status &&
    sides(a.claim) === sides(b.claim)
  )
}

/** The surer of two stands; of equals the first. */
function isSurer(a: Told, b: Told): boolean {
  return (
    a.claim.confidence > b.claim.confidence ||
    (a.claim.confidence === b.claim.confidence && a.token < b.token)
  )
}

function isConsequence(one: Claim, other: Claim): boolean {
  return (
    one.event === "ASSAULT" &&
    other.event === "ASSAULT" &&
    one.recipient.length === 0 &&
    other.recipient.length > 0 &&
    one.status === other.status &&
    countries(one.actor) === countries(other.actor)
  )
}

const sides = (claim: Claim): string => countries([...claim.actor, ...claim.recipient])

function countries(parties: readonly Party[]): string {
  return [...new Set(parties.map((p) => p.country ?? p.id))].sort().join(" ")
}
