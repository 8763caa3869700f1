import type { Entry } from "../language/gazetteer.js"
import { cell, type Lexicon, type Role, wordKey } from "../language/lexicon.js"
import type { Tree } from "../language/tree.js"
import { thing } from "../knowledge/registry.js"
import { parseTable } from "../model/table.js"
import type { Linker } from "./linker.js"
import { isName, isSide } from "./noun-phrase.js"

export interface Mentioned {
  readonly tree: Tree
  readonly linker: Linker
  /** The mention's tokens, half-open. */
  readonly from: number
  readonly to: number
  /** The day for which it is asked (ISO). */
  readonly day: string
  /** False when no day was given, so that `day` is today's. */
  readonly dated: boolean
  /** True when the mention stands in a text that was given with it. */
  readonly inContext: boolean
  /** The state in which a town or region lies, by its name as printed, or null. */
  readonly placeOf: (name: string) => string | null
}

/** Analysts, sources, men: nobody, unless the words tie them to somebody. */
export function isNobody(mentioned: Mentioned, head: number): boolean {
  const { tree, linker, from, to } = mentioned
  if (!isGeneric(tree, linker, head) || heldWithin(mentioned, head, null)) return false
  const role = roleOf(tree, linker, head)
  if (role?.kind === "people" && role.sectors[0] !== "CVL") return false
  const hit = linker.hits[head]
  if (hit && (hit.to - hit.from > 1 || hit.entries.some((e) => e.kind !== "role"))) return false
  for (let t = from; t < to; t++)
    if (
      t !== head &&
      linker.hits[t]?.entries.some((e) => e.kind !== "role" && e.kind !== "surname")
    )
      return false
  return true
}

/** A word of the table of those who name nobody. */
function isGeneric(tree: Tree, linker: Linker, token: number): boolean {
  const nobody = linker.lexicon(token)?.nobody
  if (!nobody) return false
  return nobody.has(wordKey(tree.lemma[token] ?? "")) || nobody.has(wordKey(tree.form[token] ?? ""))
}

/** The token that carries the mention: the one whose head stands outside, names and nouns first. */
export function headOf({ tree, linker, from, to }: Mentioned): number {
  let best = -1
  let bestRank = 9
  for (let t = from; t < to; t++) {
    const above = tree.head(t)
    if (above >= from && above < to) continue
    const upos = tree.upos(t)
    const noun = upos === "NOUN" || upos === "PROPN"
    const verb = upos === "VERB" || upos === "AUX"
    const rank = noun || (linker.hits[t] && !verb) ? 0 : upos === "PUNCT" || upos === "ADP" ? 3 : 1
    if (rank >= bestRank) continue
    best = t
    bestRank = rank
  }
  return best >= 0 && tree.upos(best) === "VERB"
    ? (officeBelow({ tree, linker, from, to }, best) ?? best)
    : best
}

/** Where the tree takes a name for a verb: the office or force that hangs on it. */
function officeBelow(
  { tree, linker, from, to }: Pick<Mentioned, "tree" | "linker" | "from" | "to">,
  verb: number,
): number | null {
  for (let t = from; t < to; t++)
    if (t !== verb && tree.head(t) === verb && roleOf(tree, linker, t)) return t
  return null
}

/** The office, body, force or people that a word names; an abbreviation is a noun whatever the tagger took it for. */
export function roleOf(tree: Tree, linker: Linker, token: number): Role | null {
  const lexicon = linker.lexicon(token)
  if (!lexicon) return null
  const role = linker.roleAt(token, lexicon)
  if (role || !/^\p{Lu}{2,}$/u.test(tree.tokens.forms[token] ?? "")) return role
  const entry = linker.hits[token]?.entries.find((e) => e.kind === "role")
  return entry ? (lexicon.roles[entry.role] ?? null) : null
}

/** True when the mention is no one phrase in the tree: several of its words hang outside it. */
export function cameApart({ tree, from, to }: Mentioned): boolean {
  let tops = 0
  for (let t = from; t < to; t++) {
    const outside = tree.head(t) < from || tree.head(t) >= to
    if (outside && tree.upos(t) !== "PUNCT") tops++
  }
  return tops > 1
}

const WITHIN = new Set(["compound", "nmod", "amod", "flat"])

/** An office or body named within a phrase whose head is none: *police* in *Minsk police station*. */
export function heldWithin(
  { tree, linker, from, to }: Mentioned,
  head: number,
  entry: Entry | null,
): Role | null {
  if (entry !== null) return null
  const own = roleOf(tree, linker, head)
  if (own && !linker.roleAt(head, linker.lexicon(head) as Lexicon)) return own
  for (let t = from; t < to; t++) {
    if (t === head || linker.hits[t] === linker.hits[head] || !tree.isUnder(t, head)) continue
    const role = roleOf(tree, linker, t)
    if (role && WITHIN.has(tree.mainRel(t)) && !isGeneric(tree, linker, t)) return role
  }
  return null
}

/** True when nothing but an article or sign stands beside a name. */
export function standsAlone({ tree, linker, from, to }: Mentioned, head: number): boolean {
  for (let t = from; t < to; t++)
    if (linker.hits[t] !== linker.hits[head] && tree.upos(t) !== "DET" && tree.upos(t) !== "PUNCT")
      return false
  return true
}

/** What people are who name nobody by themselves, but do with a state: British experts. */
export function nobodySectors({ tree, linker }: Mentioned, head: number): readonly string[] {
  const table = linker.lexicon(head)?.language.tables.nobody
  if (table === undefined) return []
  const lemma = wordKey(tree.lemma[head] ?? "")
  const row = parseTable(table).find((r) => cell(r.word).some((word) => wordKey(word) === lemma))
  return cell(row?.sectors)
}

/** The state in which a place of the mention lies. */
export function placeWithin(mentioned: Mentioned, head: number): string | null {
  const { tree, linker, from, to, placeOf } = mentioned
  for (let t = from; t < to; t++) {
    const hit = linker.hits[t]
    const lexicon = linker.lexicon(t)
    if (!hit || (lexicon && isSide(tree, hit, lexicon))) continue
    const entry = hit.entries.find((e) => PLACES.has(e.kind))
    const tied = tree.isUnder(t, head) || tree.isUnder(head, t)
    if (entry && t !== head && tied && thing(entry.id)?.country) return entry.id
  }
  for (let size = Math.min(4, to - from); size > 0; size--)
    for (let t = from; t + size <= to; t++) {
      if (!mayBePlace(mentioned, t, t + size)) continue
      if (isPartOfName(mentioned, t - 1) || isPartOfName(mentioned, t + size)) continue
      const words = (of: readonly string[]) => of.slice(t, t + size).join(" ")
      const found = placeOf(words(tree.tokens.forms)) ?? placeOf(words(tree.analysed.lemma))
      if (found !== null) return found
    }
  return null
}

const PLACES = new Set(["name", "metonym", "place", "demonym"])

/** Words that may name a place: written like a name, and no other name or office. */
function mayBePlace({ tree, linker }: Mentioned, from: number, to: number): boolean {
  for (let t = from; t < to; t++) {
    if (linker.hits[t] || isName(tree, t)) return false
    const form = tree.tokens.forms[t] ?? ""
    const cased = /\p{Lu}|\p{Ll}/u.test(form)
    const placed = tree.upos(t) === "PROPN" || (tree.analysed.names[3 * t + 2] ?? 0) > 0
    if (cased ? !/^\p{Lu}/u.test(form) : !placed) return false
  }
  return true
}

/** A word of a name right beside a place makes the place a part of that name. */
function isPartOfName({ tree, linker, from, to }: Mentioned, token: number): boolean {
  return token >= from && token < to && tree.upos(token) === "PROPN" && !linker.hits[token]
}
