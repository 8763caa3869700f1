import type { Claim } from "../model/claim.js"

/** A headline or caption that repeats a claim of the body supports it and makes none of its own. */
export function foldHeadlines(claims: readonly Claim[]): readonly Claim[] {
  const support = new Map<string, Claim[]>()
  const kept: Claim[] = []
  for (const one of claims) {
    const zone = one.evidence[0]?.zone
    const body = zone === "headline" ? claims.find((other) => repeats(one, other)) : undefined
    if (body) support.set(body.id, [...(support.get(body.id) ?? []), one])
    else kept.push(one)
  }
  return kept.map((one) => {
    const more = support.get(one.id)
    return more
      ? Object.freeze({ ...one, evidence: [...one.evidence, ...more.flatMap((m) => m.evidence)] })
      : one
  })
}

function repeats(headline: Claim, body: Claim): boolean {
  if (body.evidence[0]?.zone !== "body" || body.family !== headline.family) return false
  const sides = (c: Claim) => new Set([...c.actor, ...c.recipient].map((p) => p.country ?? p.id))
  const ours = sides(headline)
  const theirs = sides(body)
  return [...ours].every((side) => theirs.has(side))
}
