import { isPassive } from "../language/functions.js"
import type { Lexicon } from "../language/lexicon.js"
import {
  type Claim,
  claim,
  type Family,
  type Modality,
  type Party,
  type Quantity,
  type Status,
  type When,
} from "../model/claim.js"
import { evidence } from "../model/evidence.js"
import type { DateLayer, QuantityLayer, Sentence } from "../model/layers.js"
import type { Report } from "../model/report.js"
import { attributionOf } from "./attribution.js"
import { dateByContext } from "./context-date.js"
import { fieldsOf } from "./fields/fields.js"
import { dateOf, type PlacedDate, placeDates } from "./claim-date.js"
import { draftsOf } from "./draft.js"
import { confidenceOf, featuresOf } from "./confidence.js"
import { type Decided, decided, insteadOf, statusOf } from "./decide.js"
import { effectOf } from "./event-rules.js"
import type { Match } from "./frame-match.js"
import { foldHeadlines } from "./headline.js"
import { completed } from "./completion.js"
import { LIMITS } from "./limits.js"
import { once, type Told } from "./once.js"
import { Opinions } from "./opinion.js"
import { wordsOf } from "./person-name.js"
import { placeOf } from "./place.js"
import type { Scene } from "./scene.js"
import { standingOf } from "./status.js"

export interface ClaimInput {
  readonly report: Report
  readonly scene: Scene
  readonly sentences: readonly Sentence[]
  readonly lexicons: Pick<ReadonlyMap<string, Lexicon>, "get">
  readonly dates: readonly DateLayer[]
  readonly quantities: readonly QuantityLayer[]
  /** EDTF, or null. */
  readonly published: string | null
  /** Told of each claim and of what its confidence was reckoned from. */
  readonly observe?: Observer | undefined
}

export type Observer = (claim: Claim, features: readonly number[]) => void

/** Reads all claims off a report, in text order. */
export function readClaims(input: ClaimInput): readonly Claim[] {
  const placed = placeDates(input.scene, input.dates)
  const opinions = new Opinions(input.scene)
  const out: Claim[] = []
  for (const [index, sentence] of input.sentences.entries()) {
    const lexicon = input.lexicons.get(sentence.language)
    if (!lexicon || sentence.zone === "metadata") continue
    const drafts = draftsOf(input.scene, sentence, lexicon)
    const standing = decided(opinions, drafts, sentence, lexicon)
    const acts = new Set(standing.flatMap((d) => d.match.predicate))
    const told: Told[] = []
    for (const one of standing) {
      const made = claimOf(input, one, {
        opinions,
        sentence,
        index,
        lexicon,
        acts,
        placed: placed.get(index) ?? [],
      })
      if (made) told.push({ claim: made, token: one.match.token })
    }
    for (const made of once(input.scene.tree, told))
      if (!out.some((c) => c.id === made.id)) out.push(made)
  }
  return dateByContext(foldHeadlines(out), input.published)
}

interface Setting {
  readonly opinions: Opinions
  readonly sentence: Sentence
  readonly index: number
  readonly lexicon: Lexicon
  readonly acts: ReadonlySet<number>
  readonly placed: readonly PlacedDate[]
}

/** What may be said without a word on whom: to deny a report, to threaten, to own up. */
const ADDRESSED_TO_NOBODY = new Set(["denial", "threat", "concession"])

function claimOf(input: ClaimInput, one: Decided, setting: Setting): Claim | null {
  const { scene, report } = input
  const { match, act: said } = one
  const { opinions, sentence, lexicon } = setting
  const standing = standingOf(scene, match.predicate, lexicon)
  if (standing.idle) return null
  const byWords: Status = standing.status ?? baseStatus(scene, match, lexicon)
  const outright = standing.status !== null || match.frame.status !== ""
  const status = statusOf(said, byWords, outright)
  const modality = standingFor(status, standing.modality)
  const effect = effectOf(match.frame, status, modality)
  if (!effect) return null
  const own = { family: match.frame.family, stage: match.frame.stage, ...effect }
  const { family, stage, event, mode } = insteadOf(opinions, said, own)
  const { when, reported } = dateOf(scene, match.predicate, setting.acts, setting.placed, lexicon)
  const act = wordsOfPredicate(scene, match.predicate)
  const { rule } = one
  const quote = sentenceSpan(sentence, report.text)
  const { actor, recipient: found } = completed(scene, match, lexicon)
  const recipient = found.filter((p) => !actor.some((a) => a.id === p.id))
  const parties = [...actor, ...recipient]
  const addressed = family !== "statement" || recipient.length > 0 || ADDRESSED_TO_NOBODY.has(stage)
  if (!addressed && (said?.act ?? 0) < LIMITS.unaddressed) return null
  const features = featuresOf(opinions, one, { event, actor, recipient })
  const made = claim({
    report: report.id,
    language: sentence.language,
    family: family as Family,
    stage,
    event,
    mode,
    contexts: contextsOf(match, parties),
    act,
    actor,
    recipient,
    others: match.others,
    symmetric: match.frame.symmetric,
    when: dated(when, sentence),
    reported: dated(reported, sentence),
    where: placeOf(scene, match.fillers, lexicon),
    status,
    modality,
    attribution: attributionOf(scene, match.token, lexicon),
    quantities: quantitiesOf(input, match, setting),
    fields: fieldsOf({
      ...{ scene, match, sentence, lexicon, acts: setting.acts, dates: setting.placed },
      quantities: input.quantities.filter((q) => q.sentence === setting.index),
      ...{ family: family as Family, stage, status, words: act, actor, recipient, when },
    }),
    evidence: [evidence(report, quote, { rule, zone: sentence.zone })],
    scope: domestic(parties) ? "domestic" : "international",
    confidence: confidenceOf(features),
    rule,
  })
  input.observe?.(made, features)
  const least = rule.startsWith("network/") ? LIMITS.least : LIMITS.leastFramed
  return made.confidence >= least ? made : null
}

/** What is planned lies ahead, and what is denied is negated, also when only the network sees it. */
function standingFor(status: Status, modality: Modality): Modality {
  if (status === "planned" || status === "proposed") return { ...modality, future: true }
  return status === "denied" ? { ...modality, negated: true } : modality
}

/** The sentence without white space at its ends. */
function sentenceSpan(sentence: Sentence, text: string): { from: number; to: number } {
  let { from, to } = sentence
  while (from < to && /\s/.test(text[from] ?? "")) from++
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--
  return { from, to }
}

function wordsOfPredicate(
  scene: Scene,
  predicate: readonly number[],
): { from: number; to: number; text: string } {
  const sorted = [...predicate].sort((a, b) => a - b)
  const first = sorted[0] as number
  const last = sorted.at(-1) as number
  return wordsOf(scene.tree, scene.text, first, (last - first <= 4 ? last : first) + 1)
}

const LASTING = new Set(["membership", "measure"])

/** What an act is when nothing around it says otherwise: done, or still going on. */
function baseStatus(scene: Scene, match: Match, lexicon: Lexicon): Status {
  if (match.frame.status !== "") return match.frame.status as Status
  const { tree } = scene
  if (LASTING.has(match.frame.family) && match.frame.event === "NONE") return "ongoing"
  const t = match.token
  const verb = tree.upos(t) === "VERB" || tree.upos(t) === "AUX"
  const present = tree.feat(t, "Tense") === "Pres" && !isPassive(tree, t, lexicon.language.grammar)
  const perfect = tree
    .children(t)
    .some(
      (c) =>
        tree.mainRel(c) === "aux" &&
        lexicon.language.grammar.perfectAuxiliaries.has(tree.lemma[c] ?? ""),
    )
  const continuing =
    ["deployment", "training", "agreement", "exercise", "access"].includes(match.frame.family) &&
    match.frame.event === "COOPERATE"
  return verb && present && !perfect && continuing ? "ongoing" : "occurred"
}

function contextsOf(match: Match, parties: readonly Party[]): readonly string[] {
  const military =
    ["exercise", "training", "arms", "deployment"].includes(match.frame.family) ||
    parties.some((p) => p.sectors.includes("MIL"))
  return military ? ["military"] : []
}

/** In page furniture a date counts only when it is written out; nothing is reckoned from the page's own date. */
function dated(when: When | null, sentence: Sentence): When | null {
  return when && sentence.zone === "boilerplate" && when.basis !== "explicit" ? null : when
}

function quantitiesOf(input: ClaimInput, match: Match, setting: Setting): readonly Quantity[] {
  const { tree } = input.scene
  const out: Quantity[] = []
  for (const q of input.quantities) {
    if (q.sentence !== setting.index) continue
    const token = tree.tokenAt(q.from)
    if (token < 0 || nearestAct(input.scene, token, setting.acts, match) === false) continue
    const { value, max, bound, unit, of, per, from, to, text } = q
    out.push({ value, max, bound, unit, of, per, from, to, text })
  }
  return out
}

/** The act to which a word belongs: the first one met on the way up; the act itself when it holds the word. */
function nearestAct(scene: Scene, token: number, acts: ReadonlySet<number>, match: Match): boolean {
  for (let here = token, steps = 0; here >= 0 && steps < 60; here = scene.tree.head(here), steps++)
    if (acts.has(here)) return match.predicate.includes(here)
  return false
}

function domestic(parties: readonly Party[]): boolean {
  const first = parties[0]?.country ?? null
  return (
    parties.length > 1 &&
    first !== null &&
    parties.every((p) => p.country === first) &&
    !/^(IGO|UNO|EUR|NGO)$/.test(first)
  )
}
