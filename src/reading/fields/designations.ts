import { scanQuantities } from "../../language/quantities.js"
import { weaponAt, weaponName } from "../../knowledge/weapons.js"
import type { Words } from "../../model/claim.js"
import { foldWord } from "../../text/fold.js"
import { cuesOf, keysAt } from "./cues.js"
import { type Act, type Field, OTHER, tierOf, tokenIn, wordsAt } from "./act.js"

/** A weapon named by its designation. */
export interface Designation extends Words {
  readonly name: string
  /** `SAM`, `UAV`, …; empty for one that the tables do not know. */
  readonly category: string
}

/** Letters and figures that look like a designation though the tables do not know it. */
const PATTERN = /^(?:\p{Lu}\p{L}{0,4}-\d{1,4}\p{L}{0,3}\d?|\p{Lu}{1,4}\d{1,4}\p{Lu}{0,2})$/u
/** Roads, events and law numbers look the same. */
const NONE =
  /^(?:[MEA]\d{1,3}|[GСс]-?(?:7|8|20|77)|[GМГ]-?(?:7|8|20|77)|COVID-\d+|COP\d+|BRICS\d+)$/iu
/** Words that a designation may have. */
const LONGEST = 6

/** The weapons named in the act's part of the sentence, in text order; `guess` takes unknown ones by their pattern too. */
export function designationsOf(act: Act, guess: boolean): readonly Designation[] {
  const { tree } = act.scene
  const out: Designation[] = []
  for (let t = act.sentence.tokenFrom; t < act.sentence.tokenTo; t++) {
    if (tierOf(act, t) >= OTHER) continue
    const known = knownAt(act, t)
    if (known) {
      out.push(known.one)
      t = known.next - 1
      continue
    }
    const form = tree.tokens.forms[t] ?? ""
    if (guess && PATTERN.test(form) && !NONE.test(form))
      out.push({ ...wordsAt(act.scene, t, t + 1), name: form, category: "" })
  }
  return out
}

/** The longest designation of the tables that begins at a token. */
function knownAt(act: Act, at: number): { one: Designation; next: number } | null {
  const { tokens } = act.scene.tree
  let best: { one: Designation; next: number } | null = null
  let key = ""
  for (let t = at; t < act.sentence.tokenTo && t < at + LONGEST; t++) {
    key += weaponName(foldWord(tokens.forms[t] ?? ""))
    const weapon = key === "" ? null : weaponAt(key)
    if (!weapon) continue
    const words = wordsAt(act.scene, at, t + 1)
    if (!/\d/.test(foldWord(words.text)) && !wordIsName(act, at, words.text)) continue
    best = { one: { ...words, name: weapon.id, category: weapon.category }, next: t + 1 }
  }
  return best ?? variantAt(act, at)
}

/**
 * A designation without a figure may be a word, a town or a person (Leopard, Милан, میثاق): it counts with a capital
 * and named by nobody else, in Persian behind a word for a weapon.
 */
function wordIsName(act: Act, at: number, text: string): boolean {
  const { tree, linker } = act.scene
  const { names } = tree.analysed
  if (linker.hits[at] || (names[3 * at] ?? 0) > 0 || (names[3 * at + 2] ?? 0) > 0) return false
  if (!/^[\u0600-\u06ff]/.test(text)) return /^\p{Lu}/u.test(text) && at > act.sentence.tokenFrom
  return [at - 1, at - 2].some((t) => t >= act.sentence.tokenFrom && isWeapon(act, t))
}

function isWeapon(act: Act, t: number): boolean {
  const { language } = act.lexicon
  const table = cuesOf(language)
  for (const key of keysAt(act.scene.tree, t, language))
    if (table.get(key)?.some(({ field }) => field === "category" || field === "weapon")) return true
  return false
}

/** `С-300ПМУ-2`, `S-400s`: a known designation with letters or figures of a variant behind it. */
function variantAt(act: Act, at: number): { one: Designation; next: number } | null {
  const form = act.scene.tree.tokens.forms[at] ?? ""
  if (!/\d/.test(form)) return null
  const key = weaponName(foldWord(form))
  for (let cut = key.length - 1; cut >= 3; cut--) {
    const base = key.slice(0, cut)
    const weapon = /\d$/.test(base) && !/^\d/.test(key.slice(cut)) ? weaponAt(base) : null
    if (!weapon) continue
    const plain = /^s$/.test(key.slice(cut))
    const words = wordsAt(act.scene, at, at + 1)
    const one = { ...words, name: plain ? weapon.id : form, category: weapon.category }
    return { one, next: at + 1 }
  }
  return null
}

/** `four S-300 systems`: the number before a designation, counted by the noun behind it. */
export function countBefore(act: Act, weapon: Words): Field | null {
  const { forms } = act.scene.tree.tokens
  const first = tokenIn(act, weapon.from)
  let after = first
  while (after < act.sentence.tokenTo && (act.scene.tree.tokens.from[after] ?? 0) < weapon.to)
    after++
  const noun = act.scene.tree.upos(after) === "NOUN" ? (forms[after] ?? "") : ""
  if (first - 1 < act.sentence.tokenFrom || noun === "") return null
  const [found] = scanQuantities(`${forms[first - 1] ?? ""} ${noun}`, act.lexicon.language.numbers)
  if (found?.from !== 0) return null
  const { value, max, bound, unit } = found
  return { value: { value, max, bound, unit }, ...wordsAt(act.scene, first - 1, after + 1) }
}
