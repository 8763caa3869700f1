import type { Lexicon, Modal } from "../language/lexicon.js"
import { wordKey } from "../language/lexicon.js"
import type { Modality, Status } from "../model/claim.js"
import type { Scene } from "./scene.js"

/** What the words around an act say about whether it happened. */
export interface Standing {
  readonly status: Status | null
  readonly modality: Modality
  /** Conditional, counterfactual or a question: nothing is said to have happened or to be planned. */
  readonly idle: boolean
}

type Effects = Map<string, number>

/** Reads negation, future, condition, plan, doubt and denial off the tree over and under an act. */
export function standingOf(scene: Scene, predicate: readonly number[], lexicon: Lexicon): Standing {
  const effects: Effects = new Map()
  const carriers = new Set(predicate)
  for (const t of predicate) {
    const carrier = scene.carrier(t, lexicon)
    if (carrier >= 0) carriers.add(carrier)
  }
  for (const t of carriers) {
    beside(scene, t, lexicon, effects)
    if (!predicate.includes(t)) apply(scene, t, ["complement"], lexicon, effects)
  }
  aheadWithVerb(scene, carriers, lexicon, effects)
  above(scene, carriers, lexicon, effects)
  return decide(scene, effects)
}

/** Negation, auxiliaries, adverbs, adjectives and marks that hang on the act itself. */
function beside(scene: Scene, t: number, lexicon: Lexicon, effects: Effects): void {
  const { tree } = scene
  const { grammar } = lexicon.language
  if (tree.feat(t, "Polarity") === "Neg") effects.set("negated", t)
  const tense = tree.feat(t, "Tense")
  const perfective =
    tree.feat(t, "Aspect") === "Perf" || lexicon.perfective.has(wordKey(tree.lemma[t] ?? ""))
  const participle = tree.feat(t, "VerbForm") === "Part"
  if (tense === "Fut" || (tense === "Pres" && perfective && !participle)) effects.set("future", t)
  for (const c of tree.children(t)) {
    const main = tree.mainRel(c)
    // An if-clause under a verb makes the verb itself hang on a condition.
    if (main === "advcl" && opener(scene, c, grammar.ifWords) >= 0) effects.set("hypothetical", c)
    const lemma = tree.lemma[c] ?? ""
    if (
      grammar.negators.has(lemma) ||
      grammar.negators.has(tree.form[c] ?? "") ||
      (main === "aux" && tree.feat(c, "Polarity") === "Neg")
    )
      effects.set("negated", c)
    else if (main === "aux" && isFuture(scene, c, grammar.futureAuxiliaries))
      effects.set("future", c)
    else if (main === "aux") auxiliary(scene, t, c, lexicon, effects)
    else if (main === "advmod" || main === "obl" || main === "parataxis" || main === "discourse")
      apply(scene, c, ["adverb"], lexicon, effects)
    else if (main === "mark" || main === "case") apply(scene, c, ["mark"], lexicon, effects)
    else if (main === "amod" || main === "compound" || main === "acl")
      apply(scene, c, ["adjective"], lexicon, effects)
  }
}

/** `said that it would provide`: in reported speech an auxiliary of doubt is a future. */
function auxiliary(scene: Scene, t: number, c: number, lexicon: Lexicon, effects: Effects): void {
  const found: Effects = new Map()
  apply(scene, c, ["auxiliary"], lexicon, found)
  const reported = scene.tree.mainRel(t) === "ccomp"
  for (const [effect, at] of found) {
    const told = reported && effect === "hypothetical" ? "future" : effect
    if (!effects.has(told)) effects.set(told, at)
  }
}

function isFuture(scene: Scene, c: number, future: ReadonlySet<string>): boolean {
  const { tree } = scene
  if (!future.has(tree.lemma[c] ?? "") && !future.has(tree.form[c] ?? "")) return false
  return tree.feat(c, "Tense") !== "Past"
}

const CLAUSAL = new Set([
  "ccomp",
  "xcomp",
  "csubj",
  "obj",
  "obl",
  "acl",
  "advcl",
  "nmod",
  "compound",
  "nsubj",
])

/** Verbs and nouns over the act: plan to, refuse to, accuse of, the decision to, if … */
function above(
  scene: Scene,
  carriers: ReadonlySet<number>,
  lexicon: Lexicon,
  effects: Effects,
): void {
  const { tree } = scene
  let here = topOf(scene, carriers)
  for (let steps = 0; steps < 8; steps++) {
    let main = tree.mainRel(here)
    while (main === "conj" && tree.head(here) >= 0) {
      here = tree.head(here)
      main = tree.mainRel(here)
    }
    const head = tree.head(here)
    if (head < 0 || !CLAUSAL.has(main)) return
    if (tree.rel(here) === "acl:relcl" || (main === "acl" && isBareParticiple(scene, here))) return
    if (main === "advcl") {
      const { ifWords, purposeWords, complementMarkers } = lexicon.language.grammar
      const condition = opener(scene, here, ifWords)
      if (condition >= 0) effects.set("hypothetical", condition)
      const purpose = opener(scene, here, purposeWords)
      if (purpose >= 0) effects.set("planned", purpose)
      const form = tree.feat(here, "VerbForm")
      // `warned against supplying`: a preposition makes the clause the complement of the verb above.
      if (form === "Ger" || opener(scene, here, complementMarkers, true) >= 0)
        apply(scene, head, ["complement"], lexicon, effects)
      if (form !== "Inf") return
      effects.set("planned", here)
    }
    const before = effects.size
    apply(scene, head, ["complement", "auxiliary"], lexicon, effects)
    // `a decision was made to increase …`: the noun that a light verb carries governs as well.
    if (main === "xcomp" || main === "ccomp")
      for (const c of tree.children(head))
        if (c !== here && scene.carrier(c, lexicon) === head)
          apply(scene, c, ["complement"], lexicon, effects)
    if (effects.size > before && !carriers.has(head)) beside(scene, head, lexicon, effects)
    here = head
  }
}

/** `weapons sent by X`: a participle that only describes, not a clause with a mark or an auxiliary of its own. */
function isBareParticiple(scene: Scene, t: number): boolean {
  const past = scene.tree.feat(t, "VerbForm") === "Part" && scene.tree.feat(t, "Tense") !== "Pres"
  return past && scene.tree.child(t, "mark", "aux", "cop") < 0
}

function topOf(scene: Scene, carriers: ReadonlySet<number>): number {
  for (const t of carriers) if (!carriers.has(scene.tree.head(t))) return t
  return [...carriers][0] as number
}

/** `would provide 85 million in aid`: a deed told as a noun lies ahead when the verb over it does. */
function aheadWithVerb(
  scene: Scene,
  carriers: ReadonlySet<number>,
  lexicon: Lexicon,
  effects: Effects,
): void {
  const { tree } = scene
  let here = topOf(scene, carriers)
  for (let steps = 0; steps < 5 && tree.upos(here) !== "VERB"; steps++) {
    if (!["obj", "nmod", "obl", "conj", "compound", "iobj"].includes(tree.mainRel(here))) return
    here = tree.head(here)
    if (here < 0) return
  }
  if (carriers.has(here) || tree.upos(here) !== "VERB") return
  const found: Effects = new Map()
  beside(scene, here, lexicon, found)
  for (const effect of ["future", "planned", "proposed"]) {
    const at = found.get(effect)
    if (at !== undefined) effects.set(effect, at)
  }
}

/** The last word under a clause that is one of these (and a mark, unless said otherwise), or −1. */
function opener(
  scene: Scene,
  clause: number,
  words: ReadonlySet<string>,
  anyRelation = false,
): number {
  const { tree } = scene
  let found = -1
  for (const c of tree.children(clause))
    if ((anyRelation || tree.mainRel(c) === "mark") && words.has(tree.form[c] ?? "")) found = c
  return found
}

/** Looks a word (with its neighbours, for expressions of several words) up in the table of modality. */
function apply(
  scene: Scene,
  t: number,
  scopes: readonly string[],
  lexicon: Lexicon,
  effects: Effects,
): void {
  for (const key of [wordKey(scene.tree.lemma[t] ?? ""), wordKey(scene.tree.form[t] ?? "")]) {
    for (const modal of lexicon.modality.get(key) ?? []) {
      if (
        !scopes.includes(modal.scope) ||
        !posFits(scene, t, modal) ||
        !allWords(scene, t, key, modal)
      )
        continue
      if (!effects.has(modal.effect)) effects.set(modal.effect, t)
    }
  }
}

function posFits(scene: Scene, t: number, modal: Modal): boolean {
  const upos = scene.tree.upos(t)
  if (modal.words.length > 1) return true
  if (modal.pos === "n") return upos === "NOUN" || upos === "PROPN"
  if (modal.pos === "v") return upos === "VERB" || upos === "AUX"
  return true
}

/** The other words of an expression stand beside the one found, or hang on it. */
function allWords(scene: Scene, t: number, found: string, modal: Modal): boolean {
  const { tree } = scene
  return modal.words.every((word) => {
    if (word === found) return true
    const places = [t + 1, t + 2, t - 1, t - 2, ...tree.children(t), tree.head(t)]
    return places.some(
      (p) =>
        p >= 0 && (wordKey(tree.lemma[p] ?? "") === word || wordKey(tree.form[p] ?? "") === word),
    )
  })
}

const HEDGES = ["alleged", "hypothetical"]

function decide(scene: Scene, effects: Effects): Standing {
  const has = (effect: string): boolean => effects.has(effect)
  const hedgeAt = HEDGES.map((h) => effects.get(h)).find((t) => t !== undefined)
  const hedge =
    hedgeAt === undefined
      ? ""
      : scene.text.slice(scene.tree.tokens.from[hedgeAt], scene.tree.tokens.to[hedgeAt])
  const future = has("future") || has("planned") || has("proposed")
  const modality: Modality = {
    negated: has("negated"),
    future,
    hypothetical: has("hypothetical"),
    generic: false,
    hedge,
  }
  let status: Status | null = null
  if (has("denied")) status = "denied"
  else if (has("cancelled")) status = "cancelled"
  else if (has("negated")) status = "denied"
  else if (has("alleged")) status = "alleged"
  else if (has("proposed")) status = "proposed"
  else if (future) status = "planned"
  else if (has("ongoing")) status = "ongoing"
  return { status, modality, idle: has("hypothetical") && !has("planned") }
}
