import { type Filler, functionsOf, locates } from "../language/functions.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { Tree } from "../language/tree.js"
import type { Linker } from "./linker.js"

/** What claims are read off: the forest, who is meant by what, and the functions around each word. */
export class Scene {
  private readonly cache = new Map<number, readonly Filler[]>()
  private readonly plain = new Map<number, readonly Filler[]>()

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
    const out = [...this.own(t, lexicon)]
    const carrier = this.carrier(t, lexicon)
    if (carrier >= 0) {
      for (const f of this.own(carrier, lexicon))
        if (f.token !== t && f.name !== "obj" && f.name !== "mod") out.push(f)
    }
    for (const c of this.tree.children(t)) out.push(...this.fromRelative(t, c, lexicon))
    const unique = out.filter(
      (f, i) =>
        f.token !== t && out.findIndex((g) => g.name === f.name && g.token === f.token) === i,
    )
    this.cache.set(t, unique)
    return unique
  }

  /** Functions around a word by itself, read off the tree once. */
  private own(t: number, lexicon: Lexicon): readonly Filler[] {
    let found = this.plain.get(t)
    if (!found) {
      found = functionsOf(this.tree, t, lexicon.language.grammar)
      this.plain.set(t, found)
    }
    return found
  }

  /** `the talks that he held with Iraq`: a light verb in a relative clause gives the noun its subject and obliques too. */
  private fromRelative(t: number, clause: number, lexicon: Lexicon): readonly Filler[] {
    if (this.tree.mainRel(clause) !== "acl" || !this.isLight(clause, lexicon)) return []
    const fillers = this.own(clause, lexicon)
    if (!fillers.some((f) => f.token === t && f.name === "obj")) return []
    return fillers.filter((f) => f.token !== t && f.name !== "mod")
  }

  /** The light verb that carries a noun, or −1. */
  carrier(t: number, lexicon: Lexicon): number {
    const above = this.tree.head(t)
    if (above < 0) return -1
    const rel = this.tree.rel(t)
    const main = this.tree.mainRel(t)
    const carried =
      main === "obj" ||
      rel === "nsubj:pass" ||
      rel === "compound:lvc" ||
      main === "xcomp" ||
      (main === "obl" && rel !== "obl:tmod") ||
      main === "nsubj"
    // `at the session`: a phrase of place is not what a light verb carries.
    if (main === "obl" && locates(this.tree, t, lexicon.language.grammar)) return -1
    if (!carried) return main === "conj" ? this.carrier(above, lexicon) : -1
    return this.isLight(above, lexicon) ? above : -1
  }

  /** A light verb by itself (*hold*), or with the noun that makes it one (*انجام شد*). */
  private isLight(t: number, lexicon: Lexicon): boolean {
    const { tree } = this
    const lemma = wordKey(tree.lemma[t] ?? "")
    if (lexicon.light.has(lemma)) return true
    for (const c of [...tree.children(t), t - 1]) {
      const other = c >= 0 ? wordKey(tree.lemma[c] ?? "") : ""
      if (
        other !== "" &&
        (lexicon.light.has(`${other} ${lemma}`) || lexicon.light.has(`${lemma} ${other}`))
      )
        return true
    }
    return false
  }
}
