import type { Claim, Party } from "../../src/model/claim.js"
import type { Case, ExpectedClaim } from "./case-file.js"

/** Why a case fails, or null when it holds. */
export function judge(one: Case, claims: readonly Claim[]): string | null {
  const told = claims.filter((c) => !(c.status === "denied" && c.modality.negated))
  if (one.none !== "") return told.length === 0 ? null : `read ${told.map(shown).join("; ")}`
  for (const expected of one.claims) {
    const fits = claims.find((c) => fitsClaim(expected, c))
    if (!fits)
      return `not read: ${expected.family} ${expected.event} (${claims.map(shown).join("; ") || "nothing"})`
  }
  return null
}

/** Why a frame's example fails, or null: a claim of its family with the parties that `reads` names must come out. */
export function judgeExample(
  frame: { family: string; reads: string },
  claims: readonly Claim[],
): string | null {
  const [actors = "", recipients = ""] = frame.reads.split(">").map((p) => p.trim())
  const wanted = (side: string) =>
    side
      .split("+")
      .map((p) => p.trim())
      .filter((p) => p !== "" && p !== "-") // prettier-ignore
  const hit = claims.some(
    (c) => c.family === frame.family && sides(wanted(actors), wanted(recipients), c),
  )
  return hit ? null : claims.map(shown).join("; ") || "nothing"
}

function sides(actors: readonly string[], recipients: readonly string[], c: Claim): boolean {
  const met = (codes: readonly string[], parties: readonly Party[]) =>
    codes.every((code) => parties.some((p) => isParty(code, p)))
  if (met(actors, c.actor) && met(recipients, c.recipient)) return true
  return c.symmetric && met([...actors, ...recipients], [...c.actor, ...c.recipient])
}

function fitsClaim(expected: ExpectedClaim, c: Claim): boolean {
  if (expected.family !== c.family || (expected.event !== "" && expected.event !== c.event))
    return false
  if (expected.status !== "" && expected.status !== c.status) return false
  if (expected.when !== "" && expected.when !== "-" && expected.when !== c.when?.edtf) return false
  return sides(
    expected.actor.map((p) => p.code).filter((p) => p !== "-"),
    expected.recipient.map((p) => p.code).filter((p) => p !== "-"),
    c,
  ) // prettier-ignore
}

/** True when a party is, or belongs to, the actor with this code. */
export function isParty(code: string, party: Party): boolean {
  return (
    party.country === code ||
    party.id === code ||
    party.id.startsWith(`${code}.`) ||
    party.id.split(".").includes(code)
  )
}

export function shown(c: Claim): string {
  const names = (parties: readonly Party[]) => parties.map((p) => p.id).join("+") || "-"
  return `${c.family} ${c.stage} ${c.event} ${names(c.actor)} > ${names(c.recipient)} ${c.when?.edtf ?? ""} ${c.status} [${c.rule}]`
}
