import type { Words } from "../../model/claim.js"
import { type Act, tokenIn, wordsAt } from "./act.js"
import type { Found } from "./found.js"

const QUOTED =
  /«([^«»\n]{2,70})»|“([^“”\n]{2,70})”|„([^„“”\n]{2,70})[“”]|"([^"\n]{2,70})"|‘([^‘’\n]{2,70})’|(?<![\p{L}])'([^'\n]{2,70})'(?!\p{L})/gu
/** How far a quoted name may stand from the word that it belongs to. */
const NEAR = 30

/** The name beside a cue: in quotation marks (with `bare`, else as printed), or written like a name. */
export function nameBeside(act: Act, found: Found, bare = true): Words | null {
  return quoted(act, found) ?? (bare ? printed(act, found) : null)
}

function quoted(act: Act, { from, to }: Found): Words | null {
  const { scene, sentence } = act
  const cue = wordsAt(scene, from, to)
  const text = scene.text.slice(sentence.from, sentence.to)
  let best: { words: Words; gap: number } | null = null
  for (const hit of text.matchAll(QUOTED)) {
    const inner = hit.slice(1).find((part) => part !== undefined) ?? ""
    const start = sentence.from + hit.index + hit[0].indexOf(inner)
    const end = start + inner.length
    const inside = start <= cue.from && cue.to <= end
    const gap = inside ? 0 : start >= cue.to ? start - cue.to : cue.from - end + 8
    if (gap < 0 || gap > NEAR || !isTitle(inner) || act.scene.text.slice(start, end) !== inner)
      continue
    const between = start >= cue.to ? [cue.to, start - 1] : [end + 1, cue.from]
    // Behind its name stands a word of kind in English only: `the "Steel Fist" exercise`.
    const behind = !inside && start < cue.to
    if (behind && !/^[\p{Script=Latin}\d]/u.test(cue.text)) continue
    if (!inside && broken(act, between[0] ?? 0, between[1] ?? 0)) continue
    if (!best || gap < best.gap) best = { words: { from: start, to: end, text: inner }, gap }
  }
  return best?.words ?? null
}

/** A name begins with a capital or a figure and is no sentence; Persian has no capitals. */
function isTitle(text: string): boolean {
  return /^[\p{Lu}\d\u0600-\u06ff]/u.test(text) && !/[.!?؟]$/.test(text)
}

/** A pause or a verb stands between. */
function broken(act: Act, from: number, to: number): boolean {
  if (/[,;:،؛]/.test(act.scene.text.slice(from, to))) return true
  const { tree } = act.scene
  for (let t = tokenIn(act, from); t >= 0 && (tree.tokens.from[t] ?? to) < to; t++)
    if (tree.upos(t) === "VERB" && tree.feat(t, "VerbForm") !== "Part" && t < act.sentence.tokenTo)
      return true
  return false
}

/** Capitalised words right after the cue, or right before it: `Exercise Steadfast Jazz`, `the Zapad-2021 drills`. */
function printed(act: Act, { from, to }: Found): Words | null {
  const after = runFrom(act, to)
  if (after > to) return wordsAt(act.scene, to, after)
  let start = from
  while (start - 1 >= act.sentence.tokenFrom && inRun(act, start - 1)) start--
  while (start < from && !nameLike(act, start)) start++
  return start < from ? wordsAt(act.scene, start, from) : null
}

function inRun(act: Act, t: number): boolean {
  return nameLike(act, t) || glued(act, t)
}

/** A hyphen or figures that are written together with what stands before them: `Zapad-2021`. */
function glued(act: Act, t: number): boolean {
  const { from, to } = act.scene.tree.tokens
  return (
    t > act.sentence.tokenFrom &&
    from[t] === to[t - 1] &&
    !dated(act, t) &&
    /^(?:[-–]|\d{1,4})$/.test(act.scene.tree.form[t] ?? "")
  )
}

function runFrom(act: Act, at: number): number {
  const { tree } = act.scene
  let end = at
  while (end < act.sentence.tokenTo && nameLike(act, end)) end++
  if (end === at) return at
  while (end < act.sentence.tokenTo && glued(act, end)) end++
  if (
    end < act.sentence.tokenTo &&
    !dated(act, end) &&
    /^[\d۰-۹]{1,4}$/.test(tree.tokens.forms[end] ?? "")
  )
    end++
  return end
}

/** Written with a capital and naming no state, person or place; in Persian a proper noun that the tables do not know. */
function nameLike(act: Act, t: number): boolean {
  const { tree, linker } = act.scene
  const form = tree.tokens.forms[t] ?? ""
  if (linker.hits[t] || dated(act, t)) return false
  const known = (tree.analysed.names[3 * t] ?? 0) > 0 || (tree.analysed.names[3 * t + 2] ?? 0) > 0
  if (known && !/\d/.test(form)) return false
  if (/^\p{Script=Arabic}/u.test(form)) return tree.upos(t) === "PROPN"
  return /^\p{Lu}/u.test(form) && tree.upos(t) !== "DET" && t > act.sentence.tokenFrom
}

function dated(act: Act, t: number): boolean {
  const at = act.scene.tree.tokens.from[t] ?? 0
  return act.dates.some(({ date }) => date.from <= at && at < date.to)
}

/** A name that the cue is itself part of: `the Munich Security Conference`, `the Resolute Support mission`. */
export function nameAround(act: Act, found: Found): Words | null {
  const { tree } = act.scene
  const capital = (t: number) => /^\p{Lu}/u.test(tree.tokens.forms[t] ?? "")
  let start = found.from
  while (start - 1 >= act.sentence.tokenFrom && joins(act, start - 1, capital)) start--
  let end = found.to
  while (end < act.sentence.tokenTo && capital(end) && !dated(act, end)) end++
  while (start < found.from && !capital(start)) start++
  if (tree.upos(start) === "DET") start++
  const own = capital(found.from) && end - start > found.to - found.from
  return own || (start < found.from && capital(found.from)) ? wordsAt(act.scene, start, end) : null
}

function joins(act: Act, t: number, capital: (t: number) => boolean): boolean {
  const form = act.scene.tree.tokens.forms[t] ?? ""
  return (capital(t) || /^[-–]$/.test(form)) && !dated(act, t)
}

/** A thing called by its place: `the Gabala radar station`, *авиабаза Хмеймим*, *پایگاه هوایی اینجرلیک*. */
export function namedThing(act: Act, found: Found): Words | null {
  const { tree, linker } = act.scene
  const named = (t: number) => {
    const place = linker.hits[t]?.entries.every(({ kind }) => kind === "place") ?? true
    const tag = (tree.analysed.names[3 * t + 2] ?? 0) > 0 || tree.upos(t) === "PROPN"
    const form = tree.tokens.forms[t] ?? ""
    return (
      place &&
      !dated(act, t) &&
      (/^\p{Lu}/u.test(form) || (tag && /^\p{Script=Arabic}/u.test(form)))
    )
  }
  let end = found.to
  while (end < act.sentence.tokenTo && named(end)) end++
  let start = found.from
  while (start - 1 > act.sentence.tokenFrom && attached(act, start - 1, named)) start--
  while (start < found.from && !named(start)) start++
  return start < found.from || end > found.to ? wordsAt(act.scene, start, end) : null
}

/** A capitalised word before the cue, or a noun or adjective between it and one: `Gabala radar`. */
function attached(act: Act, t: number, named: (t: number) => boolean): boolean {
  const { tree } = act.scene
  if (tree.upos(t) === "DET" || tree.upos(t) === "ADP") return false
  return (
    named(t) ||
    (["compound", "amod"].includes(tree.mainRel(t)) && t > act.sentence.tokenFrom && named(t - 1))
  )
}
