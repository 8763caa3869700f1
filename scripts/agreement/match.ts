import type { CodedClaim } from "../claims/claim-line.js"

/** A claim of the first coding and the claim of the second that means the same deed; one of them may be missing. */
export type Matched = readonly [CodedClaim | null, CodedClaim | null]

/**
 * Pairs the claims of one item, best fit first: those whose act words overlap, or that have the same type between the
 * same parties. What is left over stands alone.
 */
export function matchClaims(
  first: readonly CodedClaim[],
  second: readonly CodedClaim[],
): Matched[] {
  const candidates = first.flatMap((a, i) =>
    second.map((b, j) => ({ i, j, fit: fitOf(a, b) })).filter(({ fit }) => fit > 0),
  )
  candidates.sort((x, y) => y.fit - x.fit || x.i - y.i || x.j - y.j)
  const takenFirst = new Set<number>()
  const takenSecond = new Set<number>()
  const matched: Matched[] = []
  for (const { i, j } of candidates) {
    if (takenFirst.has(i) || takenSecond.has(j)) continue
    takenFirst.add(i)
    takenSecond.add(j)
    matched.push([first[i] ?? null, second[j] ?? null])
  }
  for (const [i, a] of first.entries()) if (!takenFirst.has(i)) matched.push([a, null])
  for (const [j, b] of second.entries()) if (!takenSecond.has(j)) matched.push([null, b])
  return matched
}

/** 0 when the two cannot be one deed; more for the same words, type, status and parties. */
function fitOf(a: CodedClaim, b: CodedClaim): number {
  const overlap = a.act.from < b.act.to && b.act.from < a.act.to
  const type = a.event === b.event
  const parties = countries(a) === countries(b)
  if (!overlap && !(type && parties)) return 0
  return (
    (overlap ? 8 : 0) +
    (type ? 4 : 0) +
    (a.status === b.status ? 2 : 0) +
    (parties ? 2 : 0) +
    (a.stage === b.stage ? 1 : 0)
  )
}

function countries(claim: CodedClaim): string {
  const sides = [countryValue(claim.actor), countryValue(claim.recipient)]
  return claim.symmetric ? countryValue([...claim.actor, ...claim.recipient]) : sides.join(" > ")
}

/** The countries of some parties as one value: sorted, each once; `-` for nobody. */
export function countryValue(parties: readonly { readonly country: string | null }[]): string {
  const codes = new Set(parties.map((party) => party.country ?? "?"))
  return codes.size === 0 ? "-" : [...codes].sort().join("+")
}
