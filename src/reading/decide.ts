import { usualKind } from "../knowledge/kinds.js"
import type { Frame } from "../language/frame.js"
import type { Lexicon } from "../language/lexicon.js"
import type { Party, Status } from "../model/claim.js"
import type { Sentence, TokenAct } from "../model/layers.js"
import type { Match } from "./frame-match.js"
import { likeliest, Opinions, type Role } from "./opinion.js"
import type { Scene } from "./scene.js"

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
 * a word that no frame knows is an act; from `retype` on another type than the frame's holds; from `fill` on a word
 * takes an empty role, from `swap` on it leaves the wrong one.
 */
export const LIMITS = {
  veto: 0.06,
  propose: 0.55,
  retype: 0.85,
  fill: 0.5,
  swap: 0.85,
  status: 0.9,
}

/** Lets the network judge what the frames propose, and propose where they are silent. */
export function decided(
  scene: Scene,
  drafts: readonly Match[],
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  const opinions = new Opinions(scene)
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
  const proposed = proposals(scene, opinions, drafts, sentence, lexicon)
  return [...kept, ...proposed].sort((a, b) => a.match.token - b.match.token)
}

/** A frame's act with the network's roles where the frame found none, and its type where it is sure of another. */
function weighed(opinions: Opinions, one: Decided): Decided {
  const { act, match } = one
  if (!act) return one
  const sides = rolesOf(opinions, act, match)
  return { ...one, match: { ...match, ...sides } }
}

function rolesOf(
  opinions: Opinions,
  act: TokenAct,
  match: Match,
): Pick<Match, "actor" | "recipient"> {
  let { actor, recipient } = match
  if (!match.frame.symmetric && turned(opinions, act, actor, recipient)) {
    const before = actor
    actor = recipient
    recipient = before
  }
  if (actor.length === 0) actor = free(opinions.parties(act, "actor", LIMITS.fill), recipient)
  if (recipient.length === 0)
    recipient = free(opinions.parties(act, "recipient", LIMITS.fill), actor)
  return { actor, recipient }
}

/** True when the network holds both sides for the other one. */
function turned(
  opinions: Opinions,
  act: TokenAct,
  actor: readonly Party[],
  recipient: readonly Party[],
): boolean {
  const all = (side: readonly Party[], role: Role): boolean =>
    side.length > 0 && side.every((p) => opinions.shareOf(act, p, role) >= LIMITS.swap)
  return all(actor, "recipient") && all(recipient, "actor")
}

function free(parties: readonly Party[], taken: readonly Party[]): readonly Party[] {
  return parties.filter(
    (p) => !taken.some((t) => t.id === p.id || (t.from < p.to && p.from < t.to)),
  )
}

/** Acts that no frame told of. */
function proposals(
  scene: Scene,
  opinions: Opinions,
  drafts: readonly Match[],
  { tokenFrom, tokenTo }: Sentence,
  lexicon: Lexicon,
): readonly Decided[] {
  const out: Decided[] = []
  const told = new Set(drafts.flatMap((d) => [...d.predicate, ...d.used]))
  for (const act of opinions.within(tokenFrom, tokenTo)) {
    if (act.act < LIMITS.propose || told.has(act.token)) continue
    const carrier = scene.carrier(act.token, lexicon)
    if (carrier >= 0 && told.has(carrier)) continue
    const one = proposal(scene, opinions, act, lexicon)
    if (one) out.push(one)
  }
  return out
}

function proposal(
  scene: Scene,
  opinions: Opinions,
  act: TokenAct,
  lexicon: Lexicon,
): Decided | null {
  const [family = "", stage = ""] = act.kind.split("/")
  const [event] = likeliest(act.types, ["-"])
  if (family === "" || event === "") return null
  const { mode, mutual } = usualKind(family, stage, event)
  let actor = opinions.parties(act, "actor", LIMITS.fill)
  let recipient = free(opinions.parties(act, "recipient", LIMITS.fill), actor)
  if (mutual && recipient.length === 0 && actor.length > 1) {
    recipient = actor.slice(1)
    actor = actor.slice(0, 1)
  }
  if (actor.length + recipient.length === 0) return null
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
    fillers: scene.functions(act.token, lexicon),
    actor,
    recipient,
    others: free(opinions.parties(act, "others", LIMITS.fill), [...actor, ...recipient]),
    score: 0,
  }
  const rule = `network/${lexicon.language.code}/${act.kind}`
  return { match, act, rule }
}

/** The kind and type that take the place of a frame's when the network is sure that it is another. */
export function insteadOf(act: TokenAct | null, own: Instead): Instead | null {
  if (!act) return null
  const [event, share] = likeliest(act.types, ["-"])
  if (event === "" || event === own.event || share / act.act < LIMITS.retype) return null
  const [family = "", stage = ""] = act.kindShare < LIMITS.fill ? [] : act.kind.split("/")
  if (family === "") return null
  const [status] = likeliest(act.statuses)
  return {
    family,
    stage,
    event,
    mode: usualKind(family, stage, event).mode,
    status: status as Status,
  }
}

/** What an act is when nothing around it says otherwise: what the network is sure of, else what the frame implies. */
export function statusOf(act: TokenAct | null, base: Status): Status {
  if (!act) return base
  const [status, share] = likeliest(act.statuses)
  return share >= LIMITS.status ? (status as Status) : base
}
