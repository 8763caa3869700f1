import type { Lexicon } from "../language/lexicon.js"
import { wordKey } from "../language/lexicon.js"
import type { Party } from "../model/claim.js"
import type { Sentence, TokenAct } from "../model/layers.js"
import { type Candidate, candidatesOf, type Standing, Surroundings } from "./candidates.js"
import type { Match } from "./frame-match.js"
import type { Opinions, Role } from "./opinion.js"
import { LIMITS } from "./limits.js"
import { PLACE_WEIGHTS } from "./sides-places.js"
import { SIDE_WEIGHTS } from "./sides-weights.js"

/** Who does and who receives, decided over everybody whom the sentence names: by place in the tree, by frame and by network. */

/** What is known of an act when its sides are asked for. */
export interface Deed {
  readonly predicate: readonly number[]
  readonly act: TokenAct | null
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly mutual: boolean
  /** Null when no frame told of the act. */
  readonly match: Match | null
}

/** A candidate with the probabilities that it acts or receives. */
export interface Weighed {
  readonly candidate: Candidate
  readonly actor: number
  readonly recipient: number
}

/** Features of a candidate's place, as names: learnt from data/claims by scripts/fit-sides.ts. */
export function placeFeatures(
  { paths, kind, before, distance }: Standing,
  deed: Pick<Deed, "family" | "stage" | "event">,
  { language, word, count }: { language: string; word: string; count: number },
): string[] {
  const near = distance < 4 ? "a" : distance < 10 ? "b" : "c"
  const side = before ? "<" : ">"
  const out = ["1", `k ${kind}`, `${side}${near}`, `c ${Math.min(count, 4)}`]
  out.push(`${side} ${deed.family}`, `${side} ${deed.event}`)
  for (const path of paths) {
    const local = path.includes("obl:") ? `${language} ${path}` : path
    out.push(`p ${local}`, `p ${local} ${side}`, `p ${local} ${deed.family}`, `p ${local} ${kind}`)
    out.push(`p ${local} ${deed.event}`, `p ${local} ${deed.family}/${deed.stage}`)
    out.push(`p ${local} c${Math.min(count, 4)}`, `w ${word} ${local}`)
  }
  return out
}

/** Scores of acting and of receiving, against having no part, by place alone. */
export function placeScores(features: readonly string[]): readonly [number, number] {
  let actor = 0
  let recipient = 0
  for (const feature of features) {
    const weights = PLACE_WEIGHTS.get(feature)
    if (!weights) continue
    actor += weights[0]
    recipient += weights[1]
  }
  return [actor, recipient]
}

/** Names of the features by which candidates are weighed. */
export const SIDE_FEATURES = [
  "one",
  "place actor",
  "place recipient",
  "network actor",
  "network recipient",
  "network other",
  "no network",
  "frame actor",
  "frame recipient",
  "frame other",
  "framed",
  "frame has actor",
  "frame has recipient",
  "actor elsewhere",
  "recipient elsewhere",
  "actor elsewhere of a statement",
  "state of the frame's actor",
  "state of the frame's recipient",
  "no country",
  "mutual",
  "before",
  "place",
  "alone",
  "most actor",
  "most recipient",
  "network actor where framed",
  "network recipient where framed",
  "network actor of a mutual deed",
  "network recipient of a mutual deed",
  "place recipient where framed",
  "one of two",
  "state of the network's actor",
  "frame actor without network",
  "frame recipient without network",
] as const

export interface Shown {
  readonly candidate: Candidate
  readonly features: readonly number[]
}

/** Values of `SIDE_FEATURES` of everybody whom the sentence names. */
export function shownSides(
  opinions: Opinions,
  deed: Deed,
  sentence: Sentence,
  lexicon: Lexicon,
): readonly Shown[] {
  const { scene } = opinions
  const candidates = candidatesOf(scene, sentence, deed.predicate, lexicon)
  const around = new Surroundings(scene, deed.predicate, lexicon)
  const word = wordKey(scene.tree.lemma[deed.predicate[0] as number] ?? "")
  const context = { language: lexicon.language.code, word, count: candidates.length }
  const other = opinions
    .within(sentence.tokenFrom, sentence.tokenTo)
    .filter((a) => a.act >= 0.3 && !deed.predicate.includes(a.token))
  const share = (act: TokenAct, { parties }: Candidate, role: Role): number =>
    Math.max(...parties.map((p) => opinions.shareOf(act, p, role)))
  const { match } = deed
  // Of a word that it takes for no act the network says nothing of worth.
  const act = deed.act && deed.act.act >= LIMITS.heard ? deed.act : null
  const shares = candidates.map((c) => ({
    actor: act ? share(act, c, "actor") : 0,
    recipient: act ? share(act, c, "recipient") : 0,
    others: act ? share(act, c, "others") : 0,
  }))
  const most = (role: Role): number => Math.max(0, ...shares.map((s) => s[role]))
  const [mostActor, mostRecipient] = [most("actor"), most("recipient")]
  const leading =
    mostActor > 0.3 ? candidates[shares.findIndex((s) => s.actor === mostActor)] : null
  return candidates.map((candidate, n) => {
    const standing = around.of(candidate)
    const [placeActor, placeRecipient] = placeScores(placeFeatures(standing, deed, context))
    const own = shares[n] as (typeof shares)[number]
    const elsewhere = (role: Role): number =>
      Math.max(0, ...other.map((a) => share(a, candidate, role)))
    const acts = elsewhere("actor")
    const features = [
      1,
      placeActor,
      placeRecipient,
      act ? logit(own.actor) : 0,
      act ? logit(own.recipient) : 0,
      act ? logit(own.others) : 0,
      act ? 0 : 1,
      match && among(candidate, match.actor) ? 1 : 0,
      match && among(candidate, match.recipient) ? 1 : 0,
      match && among(candidate, match.others) ? 1 : 0,
      match ? 1 : 0,
      match && match.actor.length > 0 ? 1 : 0,
      match && match.recipient.length > 0 ? 1 : 0,
      acts,
      elsewhere("recipient"),
      deed.family === "statement" ? acts : 0,
      match && sameState(candidate, match.actor) ? 1 : 0,
      match && sameState(candidate, match.recipient) ? 1 : 0,
      candidate.parties.every((p) => p.country === null) ? 1 : 0,
      deed.mutual ? 1 : 0,
      standing.before ? 1 : 0,
      standing.kind === "place" || standing.kind === "metonym" ? 1 : 0,
      candidates.length === 1 ? 1 : 0,
      own.actor > 0.05 && own.actor === mostActor ? 1 : 0,
      own.recipient > 0.05 && own.recipient === mostRecipient ? 1 : 0,
      match && act ? logit(own.actor) : 0,
      match && act ? logit(own.recipient) : 0,
      deed.mutual && act ? logit(own.actor) : 0,
      deed.mutual && act ? logit(own.recipient) : 0,
      match ? placeRecipient : 0,
      candidates.length === 2 ? 1 : 0,
      leading && candidate !== leading && sameState(candidate, leading.parties) ? 1 : 0,
      !act && match && among(candidate, match.actor) ? 1 : 0,
      !act && match && among(candidate, match.recipient) ? 1 : 0,
    ]
    return { candidate, features }
  })
}

/** Probabilities of acting and of receiving: a softmax regression over `SIDE_FEATURES`, fitted by scripts/fit-sides.ts. */
export function weighedSides(shown: readonly Shown[]): readonly Weighed[] {
  return shown.map(({ candidate, features }) => {
    const [actor, recipient] = SIDE_WEIGHTS.map((weights) =>
      Math.exp(features.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), 0)),
    ) as [number, number]
    const all = 1 + actor + recipient
    return { candidate, actor: actor / all, recipient: recipient / all }
  })
}

function among({ parties }: Candidate, side: readonly Party[]): boolean {
  return parties.some((p) => side.some((s) => s.id === p.id || (s.from < p.to && p.from < s.to)))
}

function sameState({ parties }: Candidate, side: readonly Party[]): boolean {
  return parties.some((p) => p.country !== null && side.some((s) => s.country === p.country))
}

function logit(share: number): number {
  const value = Math.min(0.995, Math.max(0.005, share))
  return Math.log(value / (1 - value))
}
