import type { Words } from "../../model/claim.js"
import { type Act, wordsAt } from "./act.js"
import type { Found } from "./found.js"

const LEFT = new Set(["amod", "compound", "flat", "nmod"])
const STOP = new Set(["VERB", "AUX", "SCONJ", "PRON", "X"])
const LOOSE = new Set(["ADP", "CCONJ", "DET", "PUNCT"])

/** The noun phrase that a cue heads, up to the first state, person, date, clause or pause: `memorandum on military cooperation`. */
export function phraseAt(act: Act, found: Found): Words {
  const { tree } = act.scene
  const head = found.to - 1
  let start = found.from
  while (start - 1 >= act.sentence.tokenFrom && leads(act, start - 1, found)) start--
  let end = found.to
  while (end < act.sentence.tokenTo) {
    const form = tree.form[end] ?? ""
    if (!tree.isUnder(end, head) && !tree.isUnder(end, found.from)) break
    if (STOP.has(tree.upos(end)) || act.match.predicate.includes(end)) break
    if (named(act, end) || dated(act, end) || /^[,;:.،؛()"»”]$/.test(form)) break
    end++
  }
  while (end > found.to && LOOSE.has(tree.upos(end - 1)) && !/[»”"]/.test(tree.form[end - 1] ?? ""))
    end--
  return wordsAt(act.scene, start, end)
}

function leads(act: Act, t: number, { from, to }: Found): boolean {
  const { tree } = act.scene
  const head = tree.head(t)
  return (
    LEFT.has(tree.mainRel(t)) &&
    head >= from &&
    head < to &&
    !named(act, t) &&
    !/\d/.test(tree.form[t] ?? "") &&
    !act.match.predicate.includes(t)
  )
}

/** A state, organisation, place or person; a word for an office or a force is none. */
function named(act: Act, t: number): boolean {
  return act.scene.linker.hits[t]?.entries.some(({ kind }) => kind !== "role") ?? false
}

function dated(act: Act, t: number): boolean {
  const at = act.scene.tree.tokens.from[t] ?? 0
  return act.dates.some(({ date }) => date.from <= at && at < date.to)
}

/** The clause or phrase that a cue opens, up to where it ends or a pause comes: `if Iran closes the strait`. */
export function clauseFrom(act: Act, found: Found): Words | null {
  const { tree } = act.scene
  const top = topOf(act, found)
  let end = found.to
  while (end < act.sentence.tokenTo && !/^[,;.!?،؛؟]$/.test(tree.form[end] ?? "")) {
    const inside = tree.isUnder(end, top) || tree.isUnder(end, found.to)
    if (top >= 0 && !inside && end > top && end > found.to) break
    if (act.match.predicate.includes(end) && end !== top) break
    end++
  }
  return end - found.to >= 1 ? wordsAt(act.scene, found.from, end) : null
}

function topOf(act: Act, { from, to }: Found): number {
  const { tree } = act.scene
  for (let t = from; t < to; t++) {
    const head = tree.head(t)
    const marks = ["mark", "case", "advmod"].includes(tree.mainRel(t))
    if (marks && head >= to && !act.match.predicate.includes(head)) return head
    if (!marks && head < from && tree.mainRel(t) !== "fixed") return t
  }
  return -1
}
