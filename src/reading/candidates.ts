import type { Filler } from "../language/functions.js"
import type { Lexicon } from "../language/lexicon.js"
import { thing } from "../knowledge/registry.js"
import type { Party, Where } from "../model/claim.js"
import type { Sentence } from "../model/layers.js"
import { functionsAround } from "./frame-match.js"
import { wordsOf } from "./person-name.js"
import { townAt } from "./place.js"
import { unlisted } from "./provisional.js"
import type { Scene } from "./scene.js"

/** Somebody whom a sentence names and who may have a part in one of its acts. */
export interface Candidate {
  readonly token: number
  readonly parties: readonly Party[]
  /** True when the words stand for two states at once: *both countries*. */
  readonly both?: boolean
}

/** Relations of words inside a phrase that names one party. */
const INNER = new Set(["flat", "compound", "appos", "amod", "nmod", "det"])

/**
 * Everybody named in a sentence: a list as one, words inside a phrase that names the same left out. Organisations that no table
 * knows, towns for their states and people for the place that they are in count too.
 */
export function candidatesOf(
  scene: Scene,
  { tokenFrom, tokenTo }: Sentence,
  predicate: readonly number[],
  lexicon: Lexicon,
): readonly Candidate[] {
  const { tree, linker } = scene
  const out: Candidate[] = []
  const listed = new Set<number>()
  for (let token = tokenFrom; token < tokenTo; token++) {
    if (predicate.includes(token) || listed.has(token)) continue
    const members = tree.listed(token).filter((t) => t === token || !predicate.includes(t))
    const parties = distinct(members.flatMap((t) => linker.partiesAt(t)))
    if (parties.length > 0 && linker.partiesAt(token).length > 0) {
      if (within(token, linker.partiesAt(token))) continue
      for (const t of members) listed.add(t)
      out.push({ token, parties, both: linker.bothAt(token, lexicon).length > 1 })
      continue
    }
    const party = placed(scene, token, lexicon) ?? unlisted(scene, token)
    if (party) out.push({ token, parties: [party] })
  }
  return out

  function within(token: number, parties: readonly Party[]): boolean {
    for (let here = token, steps = 0; steps < 6 && INNER.has(tree.mainRel(here)); steps++) {
      here = tree.head(here)
      if (here < tokenFrom || predicate.includes(here)) return false
      const above = linker.partiesAt(here)
      if (above.length > 0)
        return parties.every((p) => above.some((a) => a.id === p.id || a.country === p.country))
    }
    return false
  }
}

function distinct(parties: readonly Party[]): readonly Party[] {
  return parties.filter((p, n) => parties.findIndex((o) => o.id === p.id) === n)
}

/** The state in which a named town lies, or in which people without a state are said to be: *police in Lyon*. */
function placed(scene: Scene, token: number, lexicon: Lexicon): Party | null {
  const { tree, linker } = scene
  const role = linker.roleAt(token, lexicon)
  const where = role
    ? tree.children(token).reduce((found: Where | null, c) => found ?? named(c), null)
    : named(token)
  const state = where?.country ? thing(where.country) : null
  if (!where || !state) return null
  const { from, to, text } = role ? wordsOf(tree, scene.text, token, token + 1) : where
  const sectors = role?.sectors ?? []
  const id = role ? [state.id, ...sectors, role.slug].join(".") : state.id
  return { id, name: state.name, country: state.country, sectors, role: null, from, to, text }

  function named(t: number): Where | null {
    const main = tree.mainRel(t)
    if (role && main !== "nmod" && main !== "obl") return null
    return tree.upos(t) === "PROPN" || tree.upos(t) === "NOUN" ? townAt(scene, t, lexicon) : null
  }
}

/** How a candidate stands to an act: by what functions, and where in the sentence. */
export interface Standing {
  readonly paths: readonly string[]
  readonly kind: string
  readonly before: boolean
  readonly distance: number
}

const STEPS = 5

/** What an act looks like to those who may have a part in it; made once an act. */
export class Surroundings {
  private readonly byToken = new Map<number, string[]>()
  private readonly above: readonly { readonly token: number; readonly hangs: string }[]

  constructor(
    private readonly scene: Scene,
    private readonly predicate: readonly number[],
    private readonly lexicon: Lexicon,
  ) {
    for (const { name, token } of functionsAround(scene, predicate, lexicon)) this.note(token, name)
    const { tree } = scene
    const over: { token: number; hangs: string }[] = []
    let here = top(scene, predicate)
    for (let steps = 0; steps < STEPS; steps++) {
      const head = tree.head(here)
      if (head < 0) break
      over.push({ token: head, hangs: tree.mainRel(here) })
      here = head
    }
    this.above = over
  }

  private note(token: number, name: string): void {
    const names = this.byToken.get(token)
    if (!names) this.byToken.set(token, [name])
    else if (!names.includes(name)) names.push(name)
  }

  /** How a candidate stands to the act. */
  of({ token }: Candidate): Standing {
    const { tree } = this.scene
    const first = this.predicate[0] as number
    const direct = this.direct(token)
    return {
      paths: direct.length > 0 ? direct : this.over(token),
      kind: kindOf(this.scene, token),
      before: token < first,
      distance: Math.abs(token - first),
    }
    function kindOf(scene: Scene, t: number): string {
      if (tree.upos(t) === "PRON") return "pronoun"
      const hit = scene.linker.hits[t]
      if (!hit) return tree.upos(t) === "PROPN" ? "unlisted" : "phrase"
      return hit.entries[0]?.kind ?? "phrase"
    }
  }

  /** The functions of the phrase that a token heads, or of a phrase over it. */
  private direct(token: number): readonly string[] {
    const { tree } = this.scene
    let depth = 0
    for (let here = token, steps = 0; here >= 0 && steps < STEPS; steps++) {
      const names = this.byToken.get(here)
      if (names) return depth === 0 ? names : names.map((n) => `${depth > 1 ? "deep" : "in"}:${n}`)
      if (tree.mainRel(here) !== "conj" && tree.mainRel(here) !== "appos") depth++
      here = tree.head(here)
      if (this.predicate.includes(here)) return [`child:${tree.mainRel(token)}`]
    }
    return []
  }

  /** What a token is to the verbs and nouns over the act. */
  private over(token: number): readonly string[] {
    const { scene, lexicon } = this
    const hangs: string[] = []
    for (const [n, { token: above, hangs: rel }] of this.above.entries()) {
      hangs.push(rel)
      if (above === token) return [`up:${rel}`]
      const functions = scene.functions(above, lexicon)
      const own = functions.find((f) => this.heads(f, token))
      if (own) return [`over:${own.name}/${rel}`, `over:${own.name}/${hangs[0]}/${Math.min(n, 2)}`]
    }
    return ["apart"]
  }

  private heads(filler: Filler, token: number): boolean {
    const { tree } = this.scene
    let here = token
    for (let steps = 0; steps < 3 && here >= 0; steps++) {
      if (here === filler.token) return true
      here = tree.head(here)
    }
    return false
  }
}

/** The word of a predicate on which its others hang. */
function top({ tree }: Scene, predicate: readonly number[]): number {
  return predicate.find((t) => !predicate.includes(tree.head(t))) ?? (predicate[0] as number)
}
