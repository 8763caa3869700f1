import type { GrammarTraits } from "./grammar.js"
import type { Tree } from "./tree.js"

/** A phrase that stands to a word in a function (`subj`, `obj`, `obl:with`, …); `docs/tables.md` lists them. */
export interface Filler {
  readonly name: string
  readonly token: number
}

const ARGUMENTS = new Set(["obl", "nmod"])

/**
 * The functions around word t, whatever the language and whether it is a verb or a noun.
 * Passives are turned round, relative words replaced by their noun, missing subjects taken from the verb above.
 */
export function functionsOf(tree: Tree, t: number, grammar: GrammarTraits): Filler[] {
  const out: Filler[] = []
  const passive = isPassive(tree, t, grammar)
  for (const c of tree.children(t)) addChild(tree, c, passive, grammar, out)
  twoObjects(tree, out)
  addAntecedent(tree, t, passive, grammar, out)
  borrowed(tree, t, out, grammar)
  if (!out.some((f) => f.name === "subj")) inheritSubject(tree, t, grammar, out)
  if (!out.some((f) => f.name === "xsubj")) speakerAbove(tree, t, out)
  return out
}

/** Of two objects the name before the thing is whom it is given to: `granted Greece a loan`, *оказала Турции помощь*. */
function twoObjects(tree: Tree, out: Filler[]): void {
  const objects = out.filter((f) => f.name === "obj")
  const [first, second] = objects
  if (objects.length !== 2 || !first || !second) return
  const given = tree.upos(first.token) === "PROPN" && tree.upos(second.token) === "NOUN"
  if (given) out[out.indexOf(first)] = { name: "iobj", token: first.token }
}

/** A verb whose subject is what it is done to. */
export function isPassive(tree: Tree, t: number, grammar: GrammarTraits): boolean {
  if (grammar.passiveNeedsAuxiliary && activeByForm(tree, t)) return false
  if (grammar.passiveVerbs.has(tree.lemma[t] ?? "") && tree.child(t, "compound:lvc", "xcomp") >= 0)
    return true
  for (const c of tree.children(t))
    if (/:pass$/.test(tree.rel(c)) || tree.rel(c) === "obl:agent") return true
  if (tree.feat(t, "Voice") === "Pass") return true
  const upos = tree.upos(t)
  if (upos !== "VERB" || tree.feat(t, "VerbForm") !== "Part" || tree.feat(t, "Voice") === "Act")
    return false
  const participle = tree.feat(t, "Tense") === "Past" && tree.mainRel(t) === "acl"
  return participle && tree.child(t, "aux") < 0 && tree.child(t, "obj") < 0
}

/** `Diab resigned`: a main verb without a passive auxiliary, whatever the relation of its subject was read as. */
function activeByForm(tree: Tree, t: number): boolean {
  const main = tree.mainRel(t)
  if (
    main === "acl" ||
    main === "advcl" ||
    main === "amod" ||
    main === "conj" ||
    tree.child(t, "aux:pass") >= 0
  )
    return false
  return tree.child(t, "nsubj", "nsubj:pass") >= 0 && tree.child(t, "obl:agent") < 0
}

/** The preposition (with its fixed parts) of a phrase, or "". */
export function markerOf(tree: Tree, t: number): string {
  const words: string[] = []
  for (const c of tree.children(t)) {
    if (tree.mainRel(c) !== "case") continue
    words.push((words.length === 0 && tree.lemma[c]) || (tree.form[c] ?? ""))
    for (const f of tree.children(c))
      if (tree.mainRel(f) === "fixed") words.push(tree.form[f] ?? "")
  }
  return words.slice(0, 4).join(" ")
}

/** True for a phrase that only says where: `in Afghanistan`. Where there is case, the locative tells. */
export function locates(tree: Tree, t: number, grammar: GrammarTraits): boolean {
  if (!grammar.locativeMarkers.has(markerOf(tree, t))) return false
  const kase = tree.feat(t, "Case")
  return kase === "" || kase === "Loc"
}

function addChild(
  tree: Tree,
  c: number,
  passive: boolean,
  grammar: GrammarTraits,
  out: Filler[],
): void {
  const rel = tree.rel(c)
  const main = tree.mainRel(c)
  if (main === "nsubj" && passive) out.push({ name: "obj", token: c })
  else if (main === "nsubj" || main === "csubj") out.push({ name: "subj", token: c })
  else if (rel === "obl:agent") out.push({ name: "subj", token: c })
  else if (main === "obj") out.push({ name: "obj", token: c })
  else if (main === "iobj") {
    out.push({ name: "iobj", token: c })
    if (isMeans(tree, c)) out.push({ name: "ins", token: c })
  } else if (main === "ccomp" || main === "xcomp") out.push({ name: "ccomp", token: c })
  else if (main === "compound" || main === "amod" || main === "flat")
    out.push({ name: "mod", token: c })
  else if (ARGUMENTS.has(main)) addOblique(tree, c, passive, grammar, out)
}

/** *ответил отказом*: a bare instrumental read as a second object may be a means. */
function isMeans(tree: Tree, c: number): boolean {
  return tree.feat(c, "Case") === "Ins" && markerOf(tree, c) === ""
}

function addOblique(
  tree: Tree,
  c: number,
  passive: boolean,
  grammar: GrammarTraits,
  out: Filler[],
): void {
  const marker = markerOf(tree, c)
  if (marker !== "") {
    if (grammar.agentMarkers.includes(marker)) out.push({ name: "subj", token: c })
    out.push({ name: `obl:${marker}`, token: c })
    const space = marker.lastIndexOf(" ")
    if (space > 0)
      out.push(
        { name: `obl:${marker.slice(space + 1)}`, token: c },
        { name: `obl:${marker.slice(0, marker.indexOf(" "))}`, token: c },
      )
    return
  }
  if (tree.rel(c) === "nmod:poss" || (tree.mainRel(c) === "nmod" && grammar.bareModifierOwns))
    return void out.push({ name: "gen", token: c })
  const kase = tree.feat(c, "Case")
  if (kase === "Gen") out.push({ name: "gen", token: c })
  else if (kase === "Dat") out.push({ name: "iobj", token: c })
  else if (kase === "Ins") {
    const agent = (passive || tree.mainRel(c) === "nmod") && grammar.agentCase === "Ins"
    if (agent) out.push({ name: "subj", token: c })
    out.push({ name: "ins", token: c })
  } else if (tree.rel(c) === "obl:arg") out.push({ name: "iobj", token: c })
  else out.push({ name: tree.mainRel(c) === "nmod" ? "mod" : "obl:", token: c })
}

/**
 * A phrase may hang on the object though it belongs to the predicate (`delivered missiles to Iran`, `the arrest of a
 * journalist by Russia`): such phrases are offered too where the predicate has none with that preposition itself.
 */
function borrowed(tree: Tree, t: number, out: Filler[], grammar: GrammarTraits): void {
  const own = new Set(out.map((f) => f.name))
  const noun = tree.upos(t) === "NOUN"
  for (const { name, token } of [...out]) {
    if (name !== "obj" && name !== "gen" && !(noun && grammar.ownerMarkers.has(name.slice(4))))
      continue
    for (const c of inner(tree, token, 3)) {
      const marker = markerOf(tree, c)
      if (marker === "" || own.has(`obl:${marker}`) || out.some((f) => f.token === c)) continue
      out.push({ name: `obl:${marker}`, token: c })
      if (!own.has("subj") && grammar.agentMarkers.includes(marker))
        out.push({ name: "subj", token: c })
    }
  }
}

/** Nominal modifiers inside a phrase, its lists included, down to a depth. */
function inner(tree: Tree, token: number, depth: number): number[] {
  if (depth === 0) return []
  const out: number[] = []
  for (const c of tree.children(token)) {
    const main = tree.mainRel(c)
    if (ARGUMENTS.has(main)) out.push(c)
    if (ARGUMENTS.has(main) || main === "conj" || main === "flat" || main === "compound")
      out.push(...inner(tree, c, depth - 1))
  }
  return out
}

/**
 * The noun that a relative word stands for: *министром обороны России Сергеем Шойгу, который прибыл* may hang on *России*,
 * but a name right before the relative word, outside the phrase of that noun, is meant.
 */
function antecedent(tree: Tree, noun: number, relative: number): number {
  let last = relative - 1
  while (last > noun && (tree.upos(last) === "PUNCT" || tree.upos(last) === "ADP")) last--
  const person = (tree.analysed.names[3 * last] ?? 0) > 0
  if (last <= noun || (!person && (tree.upos(last) !== "PROPN" || tree.isUnder(last, noun))))
    return noun
  return tree.mainRel(last) === "flat" ? tree.head(last) : last
}

/** The noun that a participle or a relative clause says something of. */
function addAntecedent(
  tree: Tree,
  t: number,
  passive: boolean,
  grammar: GrammarTraits,
  out: Filler[],
): void {
  if (tree.mainRel(t) !== "acl") return
  const noun = tree.head(t)
  if (noun < 0) return
  let found = false
  for (let i = 0; i < out.length; i++) {
    const filler = out[i] as Filler
    if (
      !grammar.relativeWords.has(tree.lemma[filler.token] ?? "") &&
      tree.feat(filler.token, "PronType") !== "Rel"
    )
      continue
    out[i] = { name: filler.name, token: antecedent(tree, noun, filler.token) }
    found = true
  }
  if (found) return
  const missing = passive ? "obj" : "subj"
  const infinitive = tree.feat(t, "VerbForm") === "Inf"
  if (!infinitive && !out.some((f) => f.name === missing)) out.push({ name: missing, token: noun })
}

/** Who says or wants it: the subject of the nearest verb over the clause that t belongs to. */
function speakerAbove(tree: Tree, t: number, out: Filler[]): void {
  for (let here = t, steps = 0; here >= 0 && steps < 6; here = tree.head(here), steps++) {
    const main = tree.mainRel(here)
    if (main !== "ccomp" && main !== "xcomp" && main !== "parataxis") continue
    const above = tree.head(here)
    const subject = above < 0 ? -1 : tree.child(above, "nsubj", "obl:agent")
    if (subject >= 0) return void out.push({ name: "xsubj", token: subject })
  }
}

/** A verb without a subject of its own takes it from the verb it hangs on. */
function inheritSubject(tree: Tree, t: number, grammar: GrammarTraits, out: Filler[]): void {
  const main = tree.mainRel(t)
  const above = tree.head(t)
  if (above < 0) return
  const controlled = main === "xcomp" || main === "advcl" || main === "conj" || main === "ccomp"
  const infinitiveOfNoun = main === "acl" && tree.feat(t, "VerbForm") === "Inf"
  if (!controlled && !infinitiveOfNoun) return
  if (main === "ccomp" && tree.feat(t, "VerbForm") === "Fin") return
  if (tree.upos(t) !== "VERB" && tree.upos(t) !== "AUX" && main !== "conj") return
  const around = functionsOf(tree, above, grammar)
  const object =
    main === "xcomp" ? around.find((f) => f.name === "obj" || f.name === "iobj") : undefined
  const giver = object ?? around.find((f) => f.name === "subj" && f.token !== t)
  const passiveAbove = isPassive(tree, above, grammar) && main !== "conj"
  const source =
    giver ?? (passiveAbove || main === "conj" ? around.find((f) => f.name === "obj") : undefined)
  if (!source || source.token === t) return
  const name = isPassive(tree, t, grammar) ? "obj" : "subj"
  if (!out.some((f) => f.name === name)) out.push({ name, token: source.token })
  if (main === "xcomp")
    out.push({ name: "xsubj", token: (around.find((f) => f.name === "subj") ?? source).token })
}
