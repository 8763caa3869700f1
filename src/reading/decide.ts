import { usualKind } from "../knowledge/kinds.js"
import type { Frame } from "../language/frame.js"
import type { Lexicon } from "../language/lexicon.js"
import type { Party, Status } from "../model/claim.js"
import type { Sentence, TokenAct } from "../model/layers.js"
import type { Match } from "./frame-match.js"
import { likeliest, type Opinions } from "./opinion.js"
import { provisional } from "./provisional.js"

/** An act that stands after frames and network were heard. */
export interface Decided {
  readonly match: Match
  /** What the network says of its word; null when it says nothing. */
  readonly act: TokenAct | null
  /** Name of what decided: the frame's rule, or the network's kind. */
  readonly rule: string
}

export interface Instead {
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly mode: string
  readonly status: Status
}

/**
 * Shares from which the network is heard, chosen on the open half of test/gold (dev-*): below `veto` a frame's act is none; from `propose` on
 * a word that no frame knows is an act; from `retype` on another type than the frame's holds, from `renamed` on another family and
 * stage too; from `fill` on a word takes an empty role, from `provisional` on one that names nobody known.
 */
export const LIMITS = {
  /** Claims that the network alone proposes are told from this confidence on, those of frames from that. */
  least: 0.12,
  leastFramed: 0.05,
  veto: 0.02,
  propose: 0.35,
  retype: 0.9,
  fill: 0.5,
  whole: 0.6,
  silent: 0.3,
  provisional: 0.6,
  renamed: 0.5,
}

/** Lets the network judge what the frames propose, and propose where they are silent. */
export function decided(
  opinions: Opinions,
  drafts: readonly Match[],
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  const code = lexicon.language.code
  const framed = drafts.map((match) => ({
    match,
    act: opinions.of([match.token, ...match.predicate]),
    rule: `frames/${code}/${match.frame.rule}`,
  }))
  if (!opinions.any) return framed
  const kept = framed
    .filter(({ act }) => (act?.act ?? 0) >= LIMITS.veto)
    .map((one) => weighed(opinions, one))
  const proposed = proposals(opinions, drafts, sentence, lexicon)
  return [...kept, ...proposed].sort((a, b) => a.match.token - b.match.token)
}

/** A frame's act, its empty roles filled by the parties that the network sees there. */
function weighed(opinions: Opinions, one: Decided): Decided {
  const { act, match } = one
  if (!act) return one
  return { ...one, match: { ...match, ...named(opinions, act, sidesOf(opinions, act, match)) } }
}

/** A side that nobody known fills is filled by whom the text names there, when the other side is known. */
function named(opinions: Opinions, act: TokenAct, { actor, recipient }: Sides): Sides {
  const known = (side: readonly Party[]): boolean => side.some((p) => p.country !== null)
  const taken = [...actor, ...recipient]
  const some = (role: "actor" | "recipient"): readonly Party[] =>
    free(provisional(opinions, act, role, LIMITS.provisional), taken)
  return {
    actor: actor.length === 0 && known(recipient) ? some("actor") : actor,
    recipient: recipient.length === 0 && known(actor) ? some("recipient") : recipient,
  }
}

type Sides = Pick<Match, "actor" | "recipient">

function sidesOf(opinions: Opinions, act: TokenAct, match: Match): Sides {
  if (match.frame.symmetric) return mutualSides(opinions, act, match)
  const own = (role: "actor" | "recipient"): readonly Party[] =>
    match[role].length > 0 ? match[role] : joined([], opinions.parties(act, role, LIMITS.fill))
  const actor = own("actor")
  return { actor, recipient: own("recipient").filter((p) => !actor.some((a) => a.id === p.id)) }
}

/** Of a mutual deed the sides count together. */
function mutualSides(opinions: Opinions, act: TokenAct, match: Match): Sides {
  const found = [...match.actor, ...match.recipient]
  const all =
    found.length > 1
      ? found
      : joined(found, [
          ...opinions.parties(act, "actor", LIMITS.fill),
          ...opinions.parties(act, "recipient", LIMITS.fill),
        ])
  if (all.length < 2) return match
  const recipient = all.filter((p) => match.recipient.some((r) => r.id === p.id))
  if (recipient.length === 0 || recipient.length === all.length)
    return { actor: all.slice(0, 1), recipient: all.slice(1) }
  return { actor: all.filter((p) => !recipient.includes(p)), recipient }
}

/** The first parties and those of the second that are not among them, by id or by words. */
function joined(first: readonly Party[], second: readonly Party[]): Party[] {
  const out = [...first]
  for (const party of second) {
    const known = out.some(
      (p) => p.id === party.id || (p.from < party.to && party.from < p.to) || sameState(p, party),
    )
    if (!known) out.push(party)
  }
  return out
}

function sameState(a: Party, b: Party): boolean {
  return a.country !== null && a.country === b.country && !/^(IGO|NGO|MNC|IMG)$/.test(a.country)
}

function free(parties: readonly Party[], taken: readonly Party[]): readonly Party[] {
  return parties.filter(
    (p) => !taken.some((t) => t.id === p.id || (t.from < p.to && p.from < t.to)),
  )
}

/** Acts that no frame told of. */
function proposals(
  opinions: Opinions,
  drafts: readonly Match[],
  { tokenFrom, tokenTo }: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  const out: Decided[] = []
  const told = new Set(drafts.flatMap((d) => [...d.predicate, ...d.used]))
  for (const act of opinions.within(tokenFrom, tokenTo)) {
    if (act.act < LIMITS.propose || told.has(act.token)) continue
    const carrier = opinions.scene.carrier(act.token, lexicon)
    if (carrier >= 0 && told.has(carrier)) continue
    const one = proposal(opinions, act, lexicon)
    if (one) out.push(one)
  }
  if (out.length + drafts.length > 0) return out
  const last = lastResort(opinions, tokenFrom, tokenTo)
  const one = last && proposal(opinions, last, lexicon)
  return one ? [one] : []
}

/** The likeliest act of a sentence that as a whole tells of one, though no single word is sure to. */
function lastResort(opinions: Opinions, from: number, to: number): TokenAct | null {
  const whole = opinions.whole(from)
  if (!whole || (whole.types.get("-") ?? 1) > LIMITS.silent) return null
  const acts = [...opinions.within(from, to)].sort((a, b) => b.act - a.act)
  return acts[0] ?? null
}

function proposal(opinions: Opinions, act: TokenAct, lexicon: Lexicon): Decided | null {
  const [family = "", stage = ""] = act.kind.split("/")
  const [event] = likeliest(typesOf(opinions, act))
  if (family === "" || event === "") return null
  const { mode, mutual } = usualKind(family, stage, event)
  let actor: readonly Party[] = joined([], opinions.parties(act, "actor", LIMITS.fill))
  let recipient = free(joined([], opinions.parties(act, "recipient", LIMITS.fill)), actor)
  if (mutual && recipient.length === 0 && actor.length > 1) {
    recipient = actor.slice(1)
    actor = actor.slice(0, 1)
  }
  if (actor.length + recipient.length === 0) return null
  const sides = named(opinions, act, { actor, recipient })
  const [status] = likeliest(act.statuses)
  const frame: Frame = {
    rule: act.kind,
    predicates: [],
    pos: "",
    conditions: [],
    family,
    stage,
    event,
    mode,
    roles: [],
    symmetric: mutual,
    status: status === "occurred" ? "" : status,
    example: "",
    reads: "",
  }
  const match: Match = {
    frame,
    token: act.token,
    predicate: [act.token],
    used: [],
    fillers: opinions.scene.functions(act.token, lexicon),
    ...sides,
    others: free(opinions.parties(act, "others", LIMITS.fill), [...actor, ...recipient]),
    score: 0,
  }
  const rule = `network/${lexicon.language.code}/${act.kind}`
  return { match, act, rule }
}

/** The kind and type that take the place of a frame's when the network is sure that it is another. */
export function insteadOf(opinions: Opinions, act: TokenAct | null, own: Instead): Instead | null {
  if (!act) return null
  const [event, share] = likeliest(typesOf(opinions, act))
  if (event === "" || event === own.event || share < LIMITS.retype) return null
  const [status] = likeliest(act.statuses)
  // Sure of the type alone: the frame's family and stage stay.
  if (act.kindShare < LIMITS.renamed)
    return { ...own, event, mode: usualKind(own.family, own.stage, event).mode }
  const [family = "", stage = ""] = act.kind.split("/")
  const { mode } = usualKind(family, stage, event)
  return { family, stage, event, mode, status: status as Status }
}

/**
 * Types of an act, given that it is one. In a sentence with a single act what is said of the sentence as a whole counts
 * too, with a weight.
 */
function typesOf(opinions: Opinions, act: TokenAct): ReadonlyMap<string, number> {
  const alone = opinions.beside(act).filter((a) => a.act >= LIMITS.fill).length < 2
  const whole = alone ? opinions.whole(act.tokenFrom)?.types : undefined
  const weighed = new Map<string, number>()
  let sum = 0
  for (const [type, share] of act.types) {
    if (type === "-") continue
    const value = share * Math.max(1e-4, whole?.get(type) ?? 1) ** (whole ? LIMITS.whole : 0)
    weighed.set(type, value)
    sum += value
  }
  for (const [type, value] of weighed) weighed.set(type, value / Math.max(1e-9, sum))
  return weighed
}
