import type { Condition, Frame } from "../language/frame.js"
import { type Filler, markerOf } from "../language/functions.js"
import type { FrameUse, Lexicon } from "../language/lexicon.js"
import { wordKey } from "../language/lexicon.js"
import type { Party } from "../model/claim.js"
import { dyad, fillRoles } from "./roles.js"
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
  const fillers = functionsAround(scene, predicate, lexicon)
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

/** Functions around all words of a predicate, without the predicate itself. */
export function functionsAround(
  scene: Scene,
  predicate: readonly number[],
  lexicon: Lexicon,
): readonly Filler[] {
  if (predicate.length === 1)
    return withInner(scene, predicate, scene.functions(predicate[0] as number, lexicon), lexicon)
  const out: Filler[] = []
  for (const t of predicate)
    for (const f of scene.functions(t, lexicon))
      if (
        !predicate.includes(f.token) &&
        !out.some((g) => g.name === f.name && g.token === f.token)
      )
        out.push(f)
  return withInner(scene, predicate, out, lexicon)
}

/**
 * A preposition made of a preposition and a noun (*از سوی بغداد*, *به دست سربازان*) may be read word by word:
 * then whom the noun owns is the phrase, and the agent where the whole is a marker of agents.
 * A bare object (*تانک فرستاد*) may be read as a part of the verb; it is offered as object where there is none.
 */
function withInner(
  scene: Scene,
  predicate: readonly number[],
  fillers: readonly Filler[],
  lexicon: Lexicon,
): readonly Filler[] {
  const { agentMarkers, bareModifierOwns } = lexicon.language.grammar
  if (!bareModifierOwns) return fillers
  const { tree } = scene
  const out = [...fillers]
  if (!out.some((f) => f.name === "obj"))
    for (const t of predicate)
      for (const c of tree.children(t))
        if (tree.rel(c) === "compound:lvc" && !predicate.includes(c))
          out.push({ name: "obj", token: c })
  for (const { name, token } of fillers) {
    if (!name.startsWith("obl:") || tree.upos(token) !== "NOUN") continue
    const owned = [...tree.children(token)].find(
      (c) => /^(nmod|flat)$/.test(tree.mainRel(c)) && markerOf(tree, c) === "",
    )
    if (owned === undefined) continue
    const marker = `${name.slice(4)} ${tree.form[token] ?? ""}`
    out.push({ name: `obl:${marker}`, token: owned })
    if (agentMarkers.includes(marker) && !out.some((f) => f.name === "subj"))
      out.push({ name: "subj", token: owned })
  }
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
