import { markerOf } from "../language/functions.js"
import type { Hit } from "../language/gazetteer.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { Tree } from "../language/tree.js"
import type { Hits } from "./hits.js"

/** What stands in a noun phrase around its head: names, roles, owners. Token indices, nearest to the head first. */
export interface NounPhrase {
  readonly head: number
  readonly things: readonly number[]
  readonly roles: readonly number[]
  readonly persons: readonly number[]
  readonly possessives: readonly number[]
}

const FIRM = new Set(["amod", "compound", "flat", "appos", "fixed", "nummod", "name"])

const NAMING = new Set(["PROPN", "NOUN", "X", "ADJ"])

/** Walks the phrase: adjectives, compounds, names, appositions and owners; not clauses, lists or places. */
export function nounPhrase(tree: Tree, head: number, hits: Hits, lexicon: Lexicon): NounPhrase {
  const things: number[] = []
  const roles: number[] = []
  const persons: number[] = []
  const possessives: number[] = []
  const queue: { token: number; depth: number }[] = [{ token: head, depth: 0 }]
  const seen = new Set<number>([head])
  for (let i = 0; i < queue.length && i < 60; i++) {
    const { token, depth } = queue[i] as { token: number; depth: number }
    const hit = hits[token]
    if (hit && !(depth > 0 && hit.from <= head && head < hit.to)) {
      const kinds = hit.entries.map((e) => e.kind)
      if (kinds.includes("role")) roles.push(token)
      if (kinds.some((k) => k === "person" || k === "surname")) persons.push(token)
      if (kinds.some((k) => k !== "role" && k !== "person" && k !== "surname"))
        if (!isSide(tree, hit, lexicon)) things.push(token)
    } else if (hit && depth === 0) {
      if (hit.entries.some((e) => e.kind === "role")) roles.push(token)
    }
    const plain = !hit?.entries.some((e) => e.kind !== "surname" && e.kind !== "person")
    if (isName(tree, token) && plain && NAMING.has(tree.upos(token)) && !persons.includes(token))
      persons.push(token)
    const own = lexicon.pronouns.get(tree.form[token] ?? "")
    if (depth > 0 && (own?.includes("possessive") || own?.includes("our"))) possessives.push(token)
    if (depth >= 4) continue
    for (const c of tree.children(token)) {
      if (seen.has(c) || !belongs(tree, c, token, depth, hits, lexicon)) continue
      seen.add(c)
      queue.push({ token: c, depth: depth + 1 })
    }
  }
  return { head, things, roles, persons, possessives }
}

/** A state that others are for, against or backed by is not theirs: *Iran-backed rebels*, *pro-Russian parties*. */
export function isSide(tree: Tree, { from, to }: Hit, lexicon: Lexicon): boolean {
  const { classes } = lexicon
  const form = (t: number) => wordKey(tree.form[t] ?? "")
  return (
    (form(to) === "-" && (classes.get("backed")?.has(form(to + 1)) ?? false)) ||
    (form(from - 1) === "-" && (classes.get("sided")?.has(form(from - 2)) ?? false))
  )
}

/** True when the network read the token as part of a person's name. */
export function isName(tree: Tree, token: number): boolean {
  return (tree.analysed.names[3 * token] ?? 0) > 0
}

function belongs(
  tree: Tree,
  c: number,
  above: number,
  depth: number,
  hits: Hits,
  lexicon: Lexicon,
): boolean {
  const main = tree.mainRel(c)
  if (FIRM.has(main) || tree.rel(c) === "nmod:poss") return true
  if (main === "det") return true
  // In lists of owners ("ministers of Iran, Turkey and Iraq") every one counts.
  if (main === "conj") return depth > 0 && hits[c] !== null && hits[above] !== null
  if (main !== "nmod" && !(main === "obl" && tree.upos(above) === "NOUN")) return false
  const marker = markerOf(tree, c)
  return marker === "" || lexicon.language.grammar.ownerMarkers.has(marker)
}
