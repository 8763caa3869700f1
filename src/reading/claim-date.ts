import type { Lexicon } from "../language/lexicon.js"
import type { When } from "../model/claim.js"
import type { DateLayer } from "../model/layers.js"
import { isMarker } from "./attribution.js"
import type { Scene } from "./scene.js"

/** The dates of one sentence with the token at which each hangs in the tree. */
export interface PlacedDate {
  readonly date: DateLayer
  readonly token: number
}

/** Finds for every date of the report the token that carries it: the one whose head stands outside the date. */
export function placeDates(
  scene: Scene,
  dates: readonly DateLayer[],
): ReadonlyMap<number, readonly PlacedDate[]> {
  const out = new Map<number, PlacedDate[]>()
  const { tree } = scene
  for (const date of dates) {
    const tokens: number[] = []
    for (
      let t = tree.tokenFrom(date.from);
      t < tree.tokens.count && (tree.tokens.from[t] ?? 0) < date.to;
      t++
    )
      tokens.push(t)
    const top =
      tokens.find(
        (t) => !tokens.includes(tree.head(t)) && tree.upos(t) !== "ADP" && tree.upos(t) !== "PUNCT",
      ) ?? tokens[0]
    if (top === undefined) continue
    const sentence = scene.linker.sentenceIndex(top)
    out.set(sentence, [...(out.get(sentence) ?? []), { date, token: top }])
  }
  return out
}

export interface Dating {
  readonly when: When | null
  readonly reported: When | null
}

/**
 * Which date of the sentence is the deed's: one that hangs under the act and under no other act; else one of the
 * clause that the act belongs to, unless that clause only reports (then it is the date of the report).
 */
export function dateOf(
  scene: Scene,
  predicate: readonly number[],
  acts: ReadonlySet<number>,
  placed: readonly PlacedDate[],
  lexicon: Lexicon,
): Dating {
  let when: PlacedDate | null = null
  let best = 99
  let reported: PlacedDate | null = null
  for (const one of placed) {
    if (one.date.edtf === null || quotedApart(scene, one.token, predicate[0] as number)) continue
    const far = distance(scene, predicate, acts, one.token, lexicon)
    if (far.reporting) reported ??= one
    else {
      const cost = far.steps + Math.abs(one.token - (predicate[0] as number)) / 12
      if (cost >= best) continue
      best = cost
      when = one
    }
  }
  return {
    when: when ? whenOf(when.date) : null,
    reported: reported ? whenOf(reported.date) : null,
  }
}

const QUOTES = /["“”«»„]/

/** True when the date stands within quotation marks and the act does not: a speaker's `today` dates no deed of the sentence. */
function quotedApart(scene: Scene, date: number, act: number): boolean {
  const sentence = scene.linker.sentence(date)
  if (!sentence) return false
  let marks = 0
  for (let t = sentence.tokenFrom; t < date; t++)
    if (QUOTES.test(scene.tree.tokens.forms[t] ?? "")) marks++
  let atAct = 0
  for (let t = sentence.tokenFrom; t < act; t++)
    if (QUOTES.test(scene.tree.tokens.forms[t] ?? "")) atAct++
  return marks % 2 === 1 && marks !== atAct
}

function whenOf(date: DateLayer): When {
  return {
    edtf: date.edtf ?? "",
    basis: date.basis as When["basis"],
    from: date.from,
    to: date.to,
    text: date.text,
  }
}

/** Steps through the tree from the act to the date; crossing another act costs much, a verb of saying makes it the report's date. */
function distance(
  scene: Scene,
  predicate: readonly number[],
  acts: ReadonlySet<number>,
  date: number,
  lexicon: Lexicon,
): { steps: number; reporting: boolean } {
  const { tree } = scene
  const up: number[] = []
  for (let here = predicate[0] as number; here >= 0 && up.length < 60; here = tree.head(here))
    up.push(here)
  let steps = 0
  let here = date
  while (here >= 0 && !up.includes(here) && steps < 60) {
    here = tree.head(here)
    if (here >= 0 && acts.has(here) && !predicate.includes(here) && !up.includes(here)) steps += 40
    steps++
  }
  if (here < 0) return { steps: 95, reporting: false }
  const climbed = up.indexOf(here)
  let reporting = false
  let other = 0
  for (let i = 1; i <= climbed; i++) {
    const t = up[i] as number
    if (predicate.includes(t)) continue
    const below = tree.mainRel(up[i - 1] as number)
    if (below === "ccomp" && isMarker(scene, t, "verb", lexicon)) reporting = true
    if (acts.has(t)) other += 4
    if (below === "acl" || below === "advcl") other += 3
  }
  return { steps: steps + climbed + other, reporting: reporting && climbed > 0 }
}
