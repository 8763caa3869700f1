import type { Party } from "../model/claim.js"
import { CONFIDENCE } from "./confidence-weights.js"
import type { Decided } from "./decide.js"
import type { Opinions } from "./opinion.js"

/** What a confidence is reckoned from; each is between −5 and 5. */
export const FEATURES = [
  "one",
  "framed",
  "act",
  "type",
  "kind",
  "actor",
  "recipient",
  "no actor",
  "no recipient",
  "tree",
  "conditions",
  "whole",
  "unknown party",
  "sides",
  "mutual sides",
] as const

interface Told {
  readonly event: string
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
}

/** Values of `FEATURES` for an act that was decided and told as `told`. */
export function featuresOf(
  opinions: Opinions,
  { match, act, rule, sure }: Decided,
  told: Told,
): number[] {
  const { scene } = opinions
  const share = (value: number): number => logit(Math.min(0.995, Math.max(0.005, value)))
  const side = (parties: readonly Party[], role: "actor" | "recipient"): number =>
    act && parties.length > 0
      ? share(Math.min(...parties.map((p) => opinions.shareOf(act, p, role))))
      : 0
  const first = scene.linker.sentence(match.token)?.tokenFrom ?? -1
  const whole = opinions.whole(first)?.types.get(told.event)
  return [
    1,
    rule.startsWith("frames/") ? 1 : 0,
    act ? share(act.act) : -4,
    act ? share((act.types.get(told.event) ?? 0) / Math.max(act.act, 1e-6)) : 0,
    act ? share(act.kindShare) : 0,
    side(told.actor, "actor"),
    side(told.recipient, "recipient"),
    told.actor.length === 0 ? 1 : 0,
    told.recipient.length === 0 ? 1 : 0,
    share(scene.tree.analysed.sure[match.token] ?? 0.5),
    Math.min(3, match.frame.conditions.filter((c) => !c.negated).length),
    whole === undefined ? 0 : share(whole),
    [...told.actor, ...told.recipient].some((p) => p.country === null) ? 1 : 0,
    match.frame.symmetric ? 0 : Math.max(-5, sure.actor + sure.recipient),
    match.frame.symmetric ? Math.max(-5, sure.actor) : 0,
  ]
}

/**
 * Probability that type and parties of a claim are right: a logistic regression over `FEATURES`, fitted by
 * scripts/fit-confidence.ts on sentences coded by hand.
 */
export function confidenceOf(features: readonly number[]): number {
  const sum = features.reduce((total, value, n) => total + value * (CONFIDENCE[n] ?? 0), 0)
  const share = 1 / (1 + Math.exp(-sum))
  return Math.round(Math.min(0.99, Math.max(0.01, share)) * 100) / 100
}

function logit(share: number): number {
  return Math.log(share / (1 - share))
}
