import { compatible } from "../language/edtf-range.js"
import type { Claim, When } from "../model/claim.js"

/**
 * Dates that the sentences leave out but the report gives.
 * A statement belongs to the meeting told before it when its speaker took part (basis `inferred`, the meeting's words);
 * any other deed of the body that has happened lies on or before the day of publication (basis `document`).
 */
export function dateByContext(
  claims: readonly Claim[],
  published: string | null,
): readonly Claim[] {
  let meeting: Claim | null = null
  return claims.map((one) => {
    if (one.family === "contact" && one.when && one.status === "occurred") meeting = one
    if (one.when || one.evidence[0]?.zone === "boilerplate") return one
    const when =
      (published === null ? null : spokenAt(one, meeting)) ?? beforePublication(one, published)
    return when ? Object.freeze({ ...one, when }) : one
  })
}

/** How far from the meeting's sentence its words may stand, in UTF-16 code units: a short report, not a chapter. */
const NEAR = 2500

function spokenAt(one: Claim, meeting: Claim | null): When | null {
  if (one.family !== "statement" || one.status !== "occurred" || !meeting?.when) return null
  if (Math.abs((one.evidence[0]?.from ?? 0) - (meeting.evidence[0]?.from ?? 0)) > NEAR) return null
  const there = [...meeting.actor, ...meeting.recipient]
  const speaks = one.actor.some((a) =>
    there.some((p) => p.id === a.id || (p.country !== null && p.country === a.country)),
  )
  return speaks ? { ...meeting.when, basis: "inferred" } : null
}

const OVER = new Set(["occurred", "alleged"])

/** `[..2023-04-05]`, resting on the act's own words, when the report is dated to a day. */
function beforePublication(one: Claim, published: string | null): When | null {
  if (!OVER.has(one.status) || published === null || !/^\d{4}-\d{2}-\d{2}$/.test(published))
    return null
  if (one.event === "NONE" || (one.reported && !compatible(one.reported.edtf, `[..${published}]`)))
    return null
  return {
    edtf: `[..${one.reported?.basis === "explicit" && /^\d{4}-\d{2}-\d{2}$/.test(one.reported.edtf) ? one.reported.edtf : published}]`,
    basis: "document",
    from: one.act.from,
    to: one.act.to,
    text: one.act.text,
  }
}
