import { usualKind } from "../knowledge/kinds.js"
import type { Frame } from "../language/frame.js"
import type { Lexicon } from "../language/lexicon.js"
import type { Party, Status } from "../model/claim.js"
import type { Sentence, TokenAct } from "../model/layers.js"
import type { Match } from "./frame-match.js"
import { free, type Sides, sidesOf, type Sure, sureOf } from "./choose.js"
import { LIMITS } from "./limits.js"
import { likeliest, type Opinions } from "./opinion.js"
import { provisional } from "./provisional.js"
import { type Deed, shownSides, weighedSides } from "./sides.js"

/** An act that stands after frames and network were heard. */
export interface Decided {
  readonly match: Match
  /** What the network says of its word; null when it says nothing. */
  readonly act: TokenAct | null
  /** Name of what decided: the frame's rule, or the network's kind. */
  readonly rule: string
  /** How sure each side is as a whole, as the logarithm of a probability; of a mutual deed all in `actor`. */
  readonly sure: Sure
}

export interface Instead {
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly mode: string
}

/** An act before it is asked who has a part in it. */
interface Thought extends Deed {
  readonly match: Match | null
  readonly rule: string
}

/** Lets the network judge what the frames propose, propose where they are silent, and weighs who has which part. */
export function decided(
  opinions: Opinions,
  drafts: readonly Match[],
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  return deedsOf(opinions, drafts, sentence, lexicon)
    .flatMap((deed) => told(opinions, deed, sentence, lexicon))
    .sort((a, b) => a.match.token - b.match.token)
}

/** The acts of a sentence that stand: those of the frames that the network does not reject, and those that it proposes. */
export function deedsOf(
  opinions: Opinions,
  drafts: readonly Match[],
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Thought[] {
  const framed = drafts.map((match): Thought => {
    const { family, stage, event, symmetric, rule } = match.frame
    return {
      ...{ match, predicate: match.predicate, family, stage, event, mutual: symmetric },
      act: opinionOf(opinions, match),
      rule: `frames/${lexicon.language.code}/${rule}`,
    }
  })
  if (!opinions.any) return framed
  const kept = framed.filter(({ act }) => (act?.act ?? 0) >= LIMITS.veto)
  const standing = drafts.filter((d) => kept.some((k) => k.match === d))
  return [...kept, ...proposals(opinions, standing, sentence, lexicon)]
}

/** What the network says of a frame's act: of its verb, or of the noun that a light verb carries (*had talks*). */
function opinionOf(opinions: Opinions, { token, predicate, used }: Match): TokenAct | null {
  const own = opinions.of([token, ...predicate])
  if (own && own.act >= LIMITS.carried) return own
  const { tree } = opinions.scene
  const light = predicate.flatMap((t) =>
    [...tree.children(t), tree.head(t)].filter((c) => c >= 0 && tree.rel(c) === "compound:lvc"),
  )
  const carried = opinions.of([...used, ...light])
  return carried && carried.act > (own?.act ?? 0) ? carried : own
}

/** An act with its parties; nothing when nobody known has a part in one that no frame tells. */
function told(
  opinions: Opinions,
  deed: Thought,
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  const { act, rule } = deed
  // Where the network hears no act, a frame's act stands as the tables read it.
  if (!opinions.any || (deed.match && (act?.act ?? 0) < LIMITS.heard))
    return deed.match ? [{ match: deed.match, act, rule, sure: { actor: 0, recipient: 0 } }] : []
  const weighed = weighedSides(shownSides(opinions, deed, sentence, lexicon))
  const sides = named(opinions, act, sidesOf(deed, weighed))
  const sure = sureOf(deed.mutual, weighed, sides)
  if (deed.match) return [{ act, rule, sure, match: { ...deed.match, ...sides } }]
  if (!act || sides.actor.length + sides.recipient.length === 0) return []
  return [{ act, rule, sure, match: proposed(opinions, deed, act, sides, lexicon) }]
}

/** A side that nobody known fills is filled by whom the text names there, when the other side is known. */
function named(opinions: Opinions, act: TokenAct | null, sides: Sides): Sides {
  const { actor, recipient } = sides
  if (!act) return sides
  const known = (side: readonly Party[]): boolean => side.some((p) => p.country !== null)
  const taken = [...actor, ...recipient]
  const some = (role: "actor" | "recipient"): readonly Party[] =>
    free(provisional(opinions, act, role, LIMITS.provisional), taken)
  return {
    actor: actor.length === 0 && known(recipient) ? some("actor") : actor,
    recipient: recipient.length === 0 && known(actor) ? some("recipient") : recipient,
  }
}

/** Acts that no frame told of. */
function proposals(
  opinions: Opinions,
  drafts: readonly Match[],
  { tokenFrom, tokenTo }: Sentence,
  lexicon: Lexicon,
): readonly Thought[] {
  const out: Thought[] = []
  const told = new Set(drafts.flatMap((d) => d.predicate))
  for (const act of opinions.within(tokenFrom, tokenTo)) {
    if (act.act < LIMITS.propose || told.has(act.token)) continue
    const carrier = opinions.scene.carrier(act.token, lexicon)
    if (carrier >= 0 && told.has(carrier)) continue
    const one = proposal(opinions, act, lexicon)
    if (one && !usedUp(drafts, act, one.family)) out.push(one)
  }
  if (out.length + drafts.length > 0) return out
  const last = lastResort(opinions, tokenFrom, tokenTo)
  const one = last && proposal(opinions, last, lexicon)
  return one ? [one] : []
}

/** A word on which a frame's condition rests is a deed of its own only of another family: *denounced the exercise*. */
function usedUp(drafts: readonly Match[], act: TokenAct, family: string): boolean {
  const users = drafts.filter((d) => d.used.includes(act.token))
  return (
    users.some((d) => d.frame.family === family) || (users.length > 0 && act.act < LIMITS.hinted)
  )
}

/** The likeliest act of a sentence that as a whole tells of one, though no single word is sure to. */
function lastResort(opinions: Opinions, from: number, to: number): TokenAct | null {
  const whole = opinions.whole(from)
  if (!whole || (whole.types.get("-") ?? 1) > LIMITS.silent) return null
  const acts = [...opinions.within(from, to)].sort((a, b) => b.act - a.act)
  return acts[0] ?? null
}

function proposal(opinions: Opinions, act: TokenAct, lexicon: Lexicon): Thought | null {
  const [family = "", stage = ""] = act.kind.split("/")
  const [event] = likeliest(typesOf(opinions, act))
  if (family === "" || event === "") return null
  const { mutual } = usualKind(family, stage, event)
  const rule = `network/${lexicon.language.code}/${act.kind}`
  return { match: null, predicate: [act.token], act, family, stage, event, mutual, rule }
}

/** What the network proposes, in the form of what frames find. */
function proposed(
  opinions: Opinions,
  { family, stage, event, mutual }: Thought,
  act: TokenAct,
  sides: Sides,
  lexicon: Lexicon,
): Match {
  const [status] = likeliest(act.statuses)
  const frame: Frame = {
    rule: act.kind,
    predicates: [],
    pos: "",
    conditions: [],
    ...{ family, stage, event },
    mode: usualKind(family, stage, event).mode,
    roles: [],
    symmetric: mutual,
    status: status === "occurred" ? "" : status,
    example: "",
    reads: "",
  }
  const others = opinions.parties(act, "others", LIMITS.others)
  return {
    frame,
    token: act.token,
    predicate: [act.token],
    used: [],
    fillers: opinions.scene.functions(act.token, lexicon),
    ...sides,
    others: free(others, [...sides.actor, ...sides.recipient]),
    score: 0,
  }
}

/**
 * What an act is after all: the likeliest type by the network, that of the frame counting `LIMITS.framed` times as much as it
 * would alone. When the types differ, family and stage are the network's if it is sure of them.
 */
export function insteadOf(opinions: Opinions, act: TokenAct | null, own: Instead): Instead {
  if (!act || act.act < LIMITS.heard) return own
  const [event] = likeliest(favouring(typesOf(opinions, act), own.event, LIMITS.framed))
  if (event === "" || event === own.event) return own
  const kind =
    act.kindShare < LIMITS.renamed
      ? own
      : { family: act.kind.split("/")[0] ?? "", stage: act.kind.split("/")[1] ?? "" }
  const { family, stage } = kind
  return { family, stage, event, mode: usualKind(family, stage, event).mode }
}

/** The status by words and network together: what the words say counts more, most of all when they say it outright. */
export function statusOf(act: TokenAct | null, told: Status, outright: boolean): Status {
  if (!act || act.act < LIMITS.heard) return told
  const weight = outright ? LIMITS.outright : LIMITS.usual
  return likeliest(favouring(act.statuses, told, weight))[0] as Status
}

/** Shares with that of one label multiplied. */
function favouring(
  shares: ReadonlyMap<string, number>,
  label: string,
  times: number,
): ReadonlyMap<string, number> {
  return new Map([...shares].map(([l, share]) => [l, l === label ? share * times : share]))
}

/**
 * Types of an act, given that it is one. What is said of the sentence as a whole counts too, with a weight: more where the act is
 * its only one, less where it is only the main one.
 */
function typesOf(opinions: Opinions, act: TokenAct): ReadonlyMap<string, number> {
  const others = opinions.beside(act).filter((a) => a.act >= LIMITS.several && a !== act)
  const weight =
    others.length === 0 ? LIMITS.whole : isMain(opinions, act, others) ? LIMITS.main : 0
  const whole = weight === 0 ? undefined : opinions.whole(act.tokenFrom)?.types
  const weighed = new Map<string, number>()
  let sum = 0
  for (const [type, share] of act.types) {
    if (type === "-") continue
    const value = share * Math.max(1e-4, whole?.get(type) ?? 1) ** weight
    weighed.set(type, value)
    sum += value
  }
  for (const [type, value] of weighed) weighed.set(type, value / Math.max(1e-9, sum))
  return weighed
}

/** True when no other act of the sentence stands higher in the tree. */
function isMain({ scene }: Opinions, act: TokenAct, others: readonly TokenAct[]): boolean {
  const depth = (token: number): number => {
    let steps = 0
    for (let t = scene.tree.head(token); t >= 0 && steps < 60; t = scene.tree.head(t)) steps++
    return steps
  }
  const own = depth(act.token)
  return others.every((other) => depth(other.token) > own)
}
