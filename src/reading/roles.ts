import type { Frame } from "../language/frame.js"
import { type Filler, markerOf } from "../language/functions.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { Party } from "../model/claim.js"
import type { Scene } from "./scene.js"

/** Who fills the roles of a frame: the functions that it names, and what stands near when it allows that. */

/** The two sides that the sentence names with `between`, for a mutual deed whose own phrase names none. */
export function dyad(scene: Scene, t: number, lexicon: Lexicon): Roles | null {
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

export interface Roles {
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
  readonly others: readonly Party[]
}

export function fillRoles(
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
  if (name === "over") return subjectOver(scene, t, lexicon)
  if (name.startsWith("of:"))
    return fillers
      .filter((f) => f.name === name.slice(3))
      .flatMap((f) => owners(scene, f.token, lexicon))
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

/** Whose thing the head of a phrase is: *Kigali's claim about …*. */
function owners(scene: Scene, head: number, lexicon: Lexicon): readonly Party[] {
  return scene
    .functions(head, lexicon)
    .filter((f) => f.name === "gen" || f.name === "mod")
    .flatMap((f) => scene.linker.partiesOf(f.token))
}

const VERBAL = new Set(["VERB", "AUX"])
const HANGING = new Set(["obl", "nmod", "obj", "conj", "xcomp", "acl", "nsubj", "compound"])

/** Who does what the verb over a noun tells: *flew to Riga for talks with …*. */
function subjectOver(scene: Scene, t: number, lexicon: Lexicon): readonly Party[] {
  const { tree } = scene
  for (let here = t, steps = 0; steps < 4 && HANGING.has(tree.mainRel(here)); steps++) {
    here = tree.head(here)
    if (here < 0) return []
    if (!VERBAL.has(tree.upos(here))) continue
    const around = scene
      .functions(here, lexicon)
      .filter((f) => f.token !== t && !tree.isUnder(t, f.token))
    // *وارد شد* reads like a passive: who enters is then the object.
    const name = around.some((f) => f.name === "subj") ? "subj" : "obj"
    return around.filter((f) => f.name === name).flatMap((f) => scene.linker.partiesOf(f.token))
  }
  return []
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
