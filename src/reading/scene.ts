import type { GrammarTraits } from "../language/grammar.js"
import { type Filler, functionsOf } from "../language/functions.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { Tree } from "../language/tree.js"
import type { Linker } from "./linker.js"

/** What claims are read off: the forest, who is meant by what, and the functions around each word. */
export class Scene {
  private readonly cache = new Map<number, readonly Filler[]>()

  constructor(
    readonly tree: Tree,
    readonly linker: Linker,
    readonly text: string,
  ) {}

  /**
   * Functions around a word, each filler once. A noun that a light verb carries takes over the verb's subject
   * and obliques (*Iran held talks with Iraq*: `talks` gets `subj` Iran and `obl:with` Iraq).
   */
  functions(t: number, lexicon: Lexicon): readonly Filler[] {
    const known = this.cache.get(t)
    if (known) return known
    const out = functionsOf(this.tree, t, lexicon.language.grammar)
    const carrier = this.carrier(t, lexicon)
    if (carrier >= 0) {
      const passive = functionsOf(this.tree, carrier, lexicon.language.grammar)
      for (const f of passive) if (f.token !== t && f.name !== "obj" && f.name !== "mod") out.push(f)
    }
    const unique = out.filter((f, i) => f.token !== t && out.findIndex((g) => g.name === f.name && g.token === f.token) === i)
    this.cache.set(t, unique)
    return unique
  }

  /** The light verb that carries a noun, or −1. */
  carrier(t: number, lexicon: Lexicon): number {
    const above = this.tree.head(t)
    if (above < 0) return -1
    const rel = this.tree.rel(t)
    const main = this.tree.mainRel(t)
    const carried = main === "obj" || rel === "nsubj:pass" || rel === "compound:lvc" || main === "xcomp" || (main === "obl" && rel !== "obl:tmod") || main === "nsubj"
    if (!carried) return main === "conj" ? this.carrier(above, lexicon) : -1
    return this.isLight(above, lexicon) ? above : -1
  }

  /** A light verb by itself (*hold*), or with the noun that makes it one (*انجام شد*). */
  private isLight(t: number, lexicon: Lexicon): boolean {
    const { tree } = this
    const lemma = wordKey(tree.lemma[t] ?? "")
    if (lexicon.light.has(lemma)) return true
    for (const c of [...tree.children(t), t - 1])
      if (c >= 0 && lexicon.light.has(`${wordKey(tree.lemma[c] ?? "")} ${lemma}`)) return true
    return false
  }
}

/** Traits of the language in which a token stands. */
export function traitsAt(scene: Scene, token: number): GrammarTraits | null {
  return scene.linker.lexicon(token)?.language.grammar ?? null
}
