import type { Condition, Frame } from "../language/frame.js"
import { type Filler, markerOf } from "../language/functions.js"
import type { FrameUse, Lexicon } from "../language/lexicon.js"
import { wordKey } from "../language/lexicon.js"
import type { Party } from "../model/claim.js"
import type { Scene } from "./scene.js"

/** A frame that fits a word: the tokens of its predicate, what its conditions rested on, and who plays which role. */
export interface Match {
  readonly frame: Frame
  readonly token: number
  /** All tokens of the predicate. */
  readonly predicate: readonly number[]
  /** Heads of phrases that the conditions used up. */
  readonly used: readonly number[]
  readonly fillers: readonly Filler[]
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
  readonly others: readonly Party[]
  readonly score: number
}

/** The best frame for word t, or null. */
export function matchAt(scene: Scene, t: number, lexicon: Lexicon): Match | null {
  let best: Match | null = null
  for (const use of usesAt(scene, t, lexicon)) {
    const match = tryFrame(scene, t, use, lexicon)
    if (match && (!best || match.score > best.score)) best = match
  }
  return best
}

function usesAt(scene: Scene, t: number, lexicon: Lexicon): readonly FrameUse[] {
  const { tree } = scene
  const lemma = wordKey(tree.lemma[t] ?? "")
  const form = wordKey(tree.form[t] ?? "")
  const byLemma = lexicon.frames.get(lemma) ?? []
  if (form === lemma) return byLemma
  const byForm = lexicon.frames.get(form)
  return byForm ? [...byLemma, ...byForm] : byLemma
}

const VERBAL = new Set(["VERB", "AUX"])

function tryFrame(scene: Scene, t: number, use: FrameUse, lexicon: Lexicon): Match | null {
  const { frame } = use
  const predicate = predicateTokens(scene, t, use.words)
  if (!predicate) return null
  const center = centerOf(scene, predicate)
  if (!posFits(scene, center, frame.pos, predicate.length)) return null
  const fillers = fillersOf(scene, predicate, lexicon)
  const used: number[] = []
  for (const condition of frame.conditions) {
    const found = holds(scene, center, condition, fillers, lexicon)
    if (found === null) return null
    if (!condition.negated && found >= 0) used.push(found)
  }
  let roles = fillRoles(scene, center, frame, fillers, lexicon)
  const nobody = roles.actor.length + roles.recipient.length === 0
  if (nobody && frame.symmetric && frame.family !== "contact" && frame.family !== "statement")
    roles = dyad(scene, center, lexicon) ?? roles
  if (roles.actor.length + roles.recipient.length === 0) return null
  const positive = frame.conditions.filter((c) => !c.negated).length
  const filled = (roles.actor.length > 0 ? 1 : 0) + (roles.recipient.length > 0 ? 1 : 0)
  const score =
    positive * 4 + (predicate.length - 1) * 4 + filled * 2 + frame.conditions.length * 0.1
  return { frame, token: center, predicate, used, fillers, ...roles, score }
}

/** The tokens of a predicate of one or several words, or null when one is missing nearby. */
function predicateTokens(
  scene: Scene,
  t: number,
  words: readonly string[],
): readonly number[] | null {
  if (words.length === 1) return [t]
  const { tree } = scene
  const out = [t]
  for (const word of words.slice(1)) {
    const found = near(scene, t, out).find(
      (c) =>
        !out.includes(c) &&
        (wordKey(tree.lemma[c] ?? "") === word || wordKey(tree.form[c] ?? "") === word),
    )
    if (found === undefined) return null
    out.push(found)
  }
  return out.every((part) => belongs(scene, part, out, words)) ? out : null
}

/**
 * A noun belongs to the verb of its predicate unless a preposition that is no part of it stands before it (*متهم به حمله
 * کرد* is no *حمله کرد*), or the verb has another noun of its own (*سفر را لغو کرد* is no *سفر کرد*).
 */
function belongs(
  scene: Scene,
  part: number,
  predicate: readonly number[],
  words: readonly string[],
): boolean {
  const { tree } = scene
  const head = tree.head(part)
  if (!predicate.includes(head)) return true
  const main = tree.mainRel(part)
  const marker = main === "obl" || main === "nmod" ? markerOf(tree, part) : ""
  if (marker !== "" && !marker.split(" ").some((word) => words.includes(wordKey(word))))
    return false
  if (main !== "obj") return true
  const own = tree.child(head, "compound:lvc")
  return own < 0 || predicate.includes(own)
}

/** Where the other words of a predicate may stand: tied to one of its words, or right beside it. */
function near(scene: Scene, t: number, found: readonly number[]): number[] {
  const { tree } = scene
  const out: number[] = []
  for (const f of found) {
    out.push(...tree.children(f))
    const head = tree.head(f)
    if (head >= 0) out.push(head)
  }
  for (const d of [1, -1, 2])
    if (scene.linker.sentenceIndex(t + d) === scene.linker.sentenceIndex(t) && t + d >= 0)
      out.push(t + d)
  return out
}

/** Of the words of a predicate the one on which the others hang. */
function centerOf(scene: Scene, predicate: readonly number[]): number {
  return predicate.find((t) => !predicate.includes(scene.tree.head(t))) ?? (predicate[0] as number)
}

function posFits(scene: Scene, t: number, pos: string, words: number): boolean {
  const upos = scene.tree.upos(t)
  if (words > 1) return true
  if (pos === "v")
    return (
      VERBAL.has(upos) ||
      (upos === "ADJ" && scene.tree.feat(t, "VerbForm") !== "") ||
      (upos === "NOUN" && scene.tree.feat(t, "VerbForm") === "Ger")
    )
  if (pos === "n")
    return (
      upos === "NOUN" ||
      upos === "PROPN" ||
      (upos === "VERB" && scene.tree.feat(t, "VerbForm") === "Ger")
    )
  return upos === "ADJ" || upos === "VERB" || upos === "ADV"
}

/** Functions around all words of the predicate, without the predicate itself. */
function fillersOf(
  scene: Scene,
  predicate: readonly number[],
  lexicon: Lexicon,
): readonly Filler[] {
  if (predicate.length === 1) return scene.functions(predicate[0] as number, lexicon)
  const out: Filler[] = []
  for (const t of predicate)
    for (const f of scene.functions(t, lexicon))
      if (
        !predicate.includes(f.token) &&
        !out.some((g) => g.name === f.name && g.token === f.token)
      )
        out.push(f)
  return out
}

/** null: does not hold; −1: holds without using a phrase up; else the head of the phrase that fulfils it. */
function holds(
  scene: Scene,
  t: number,
  condition: Condition,
  fillers: readonly Filler[],
  lexicon: Lexicon,
): number | null {
  const found = findCondition(scene, t, condition, fillers, lexicon)
  if (condition.negated) return found === null ? -1 : null
  return found
}

function findCondition(
  scene: Scene,
  t: number,
  condition: Condition,
  fillers: readonly Filler[],
  lexicon: Lexicon,
): number | null {
  const { place, wanted } = condition
  if (place === "words") {
    for (const u of scene.tree.under(t))
      if (u !== t && wordFits(scene, u, wanted, lexicon)) return -1
    return null
  }
  for (const filler of fillers) {
    if (filler.name !== place) continue
    if (wanted.length === 0) return filler.token
    if (wanted.includes("ACTOR")) {
      if (scene.linker.partiesOf(filler.token).length > 0) return -1
      continue
    }
    if (phraseFits(scene, filler.token, wanted, lexicon)) return filler.token
  }
  return null
}

const INNER = new Set(["compound", "amod", "conj", "flat", "nmod", "obj", "fixed"])

function phraseFits(
  scene: Scene,
  head: number,
  wanted: readonly string[],
  lexicon: Lexicon,
): boolean {
  if (wordFits(scene, head, wanted, lexicon)) return true
  for (const c of scene.tree.children(head)) {
    if (!INNER.has(scene.tree.mainRel(c))) continue
    if (wordFits(scene, c, wanted, lexicon)) return true
    for (const d of scene.tree.children(c))
      if (INNER.has(scene.tree.mainRel(d)) && wordFits(scene, d, wanted, lexicon)) return true
  }
  return false
}

/** True when a word is one of the wanted lemmas, or belongs to one of the wanted classes. */
export function wordFits(
  scene: Scene,
  t: number,
  wanted: readonly string[],
  lexicon: Lexicon,
): boolean {
  const lemma = wordKey(scene.tree.lemma[t] ?? "")
  const form = wordKey(scene.tree.form[t] ?? "")
  const loose = lexicon.language.grammar.hasCase ? [] : lexicon.language.stems(form)
  for (const want of wanted) {
    if (want.startsWith("@")) {
      const set = lexicon.classes.get(want.slice(1))
      if (set?.has(lemma) || set?.has(form) || loose.some((part) => set?.has(part))) return true
    } else if (wordKey(want) === lemma || wordKey(want) === form) return true
  }
  return false
}

/** The two sides that the sentence names with `between`, for a mutual deed whose own phrase names none. */
function dyad(scene: Scene, t: number, lexicon: Lexicon): Roles | null {
  const sentence = scene.linker.sentence(t)
  if (!sentence) return null
  for (let u = sentence.tokenFrom; u < sentence.tokenTo; u++) {
    if (
      scene.tree.mainRel(u) === "case" ||
      !lexicon.language.grammar.betweenMarkers.has(markerOf(scene.tree, u))
    )
      continue
    const parties = scene.linker.partiesOf(u)
    if (parties.length > 1)
      return { actor: parties.slice(0, 1), recipient: parties.slice(1), others: [] }
  }
  return null
}

interface Roles {
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
  readonly others: readonly Party[]
}

function fillRoles(
  scene: Scene,
  t: number,
  frame: Frame,
  fillers: readonly Filler[],
  lexicon: Lexicon,
): Roles {
  const found: Record<"actor" | "recipient" | "others", Party[]> = {
    actor: [],
    recipient: [],
    others: [],
  }
  for (const role of frame.roles) {
    const barred = role.role === "actor" ? [] : found.actor
    for (const way of role.ways) {
      const parties = way.flatMap((name) => byFunction(scene, t, name, fillers, lexicon, barred))
      if (parties.length === 0) continue
      found[role.role] = unique(parties)
      break
    }
  }
  return tidy(
    {
      actor: onePersonEach(found.actor),
      recipient: onePersonEach(found.recipient),
      others: found.others,
    },
    frame.symmetric,
  )
}

function byFunction(
  scene: Scene,
  t: number,
  name: string,
  fillers: readonly Filler[],
  lexicon: Lexicon,
  barred: readonly Party[],
): readonly Party[] {
  if (name === "about")
    return inside(
      scene,
      t,
      barred,
      fillers.filter((f) => f.name !== "subj"),
    )
  if (name === "near") return nearest(scene, t, barred)
  if (name.startsWith("in:"))
    return fillers
      .filter((f) => f.name === name.slice(3))
      .flatMap((f) => insidePhrase(scene, f.token, barred))
  const wanted =
    name === "obl:" ? (f: Filler) => f.name.startsWith("obl:") : (f: Filler) => f.name === name
  const out = fillers.filter(wanted).flatMap((f) => scene.linker.partiesOf(f.token))
  return name === "xsubj" && out.length === 0
    ? byFunction(scene, t, "subj", fillers, lexicon, barred)
    : out
}

/** The nearest state or organisation of the sentence that is not barred, before the word rather than after it. */
function nearest(scene: Scene, t: number, barred: readonly Party[]): readonly Party[] {
  const sentence = scene.linker.sentence(t)
  if (!sentence) return []
  const order: number[] = []
  for (let u = t - 1; u >= sentence.tokenFrom; u--) order.push(u)
  for (let u = t + 1; u < sentence.tokenTo; u++) order.push(u)
  for (const u of order) {
    const hit = scene.linker.hits[u]
    if (!hit?.entries.some((e) => e.kind === "name" || e.kind === "metonym")) continue
    const party = scene.linker.partiesAt(u).find((p) => p.country !== null && !sameSide(p, barred))
    if (party) return [party]
  }
  return []
}

/** Everybody named under a phrase who is not barred (the actor, or somebody of the actor's country). */
function insidePhrase(scene: Scene, head: number, barred: readonly Party[]): readonly Party[] {
  const out: Party[] = []
  for (const t of scene.tree.under(head)) {
    if (out.length >= 6) break
    const lexicon = scene.linker.lexicon(t)
    if (
      lexicon &&
      t !== head &&
      lexicon.waters.has(wordKey(scene.tree.lemma[scene.tree.head(t)] ?? ""))
    )
      continue
    if (!scene.linker.hits[t] && lexicon && scene.tree.upos(t) === "NOUN")
      for (const party of scene.linker.bothAt(t, lexicon))
        if (!sameSide(party, barred)) out.push(party)
    const hit = scene.linker.hits[t]
    if (!hit || (hit.from !== t && !(hit.from < t && hit.to > t && t === head))) continue
    for (const party of scene.linker.partiesAt(t)) if (!sameSide(party, barred)) out.push(party)
  }
  return unique(out)
}

function inside(
  scene: Scene,
  t: number,
  barred: readonly Party[],
  fillers: readonly Filler[],
): readonly Party[] {
  const out = fillers.flatMap((f) => insidePhrase(scene, f.token, barred))
  if (out.length > 0) return unique(out)
  return insidePhrase(scene, t, barred)
}

function sameSide(party: Party, side: readonly Party[]): boolean {
  return side.some(
    (other) =>
      other.id === party.id ||
      (other.country !== null &&
        other.country === party.country &&
        !/^(IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/.test(other.country)),
  )
}

function unique(parties: readonly Party[]): Party[] {
  return parties.filter((party, i) => parties.findIndex((other) => other.id === party.id) === i)
}

/** `Министр иностранных дел Финляндии Пекка Хаависто` read as two phrases is one person: the office goes to the name after it. */
function onePersonEach(parties: readonly Party[]): Party[] {
  const out: Party[] = []
  for (const party of parties) {
    const before = out.at(-1)
    const office =
      before?.role &&
      !before.id.startsWith("person/") &&
      party.id.startsWith("person/") &&
      party.from - before.to <= 3
    if (before && office && (party.country === null || party.country === before.country))
      out[out.length - 1] = {
        ...party,
        country: before.country,
        sectors: before.sectors,
        role: before.role,
      }
    else out.push(party)
  }
  return out
}

/** Mutual deeds name one side as actor and the rest as recipients; nobody stands on both sides. */
function tidy(found: Record<"actor" | "recipient" | "others", Party[]>, symmetric: boolean): Roles {
  let { actor, recipient } = found
  if (symmetric && recipient.length === 0 && actor.length > 1) {
    recipient = actor.slice(1)
    actor = actor.slice(0, 1)
  }
  recipient = recipient.filter((party) => !actor.some((a) => a.id === party.id))
  const others = found.others.filter(
    (party) => ![...actor, ...recipient].some((p) => p.id === party.id),
  )
  return { actor, recipient, others }
}
