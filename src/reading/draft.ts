import type { Lexicon } from "../language/lexicon.js"
import type { Sentence } from "../model/layers.js"
import { type Match, matchAt } from "./frame-match.js"
import type { Scene } from "./scene.js"

/** Every act that the frames find in a sentence, each word carrying at most one, nested repeats dropped. */
export function draftsOf(scene: Scene, sentence: Sentence, lexicon: Lexicon): readonly Match[] {
  const byCenter = new Map<number, Match>()
  for (let t = sentence.tokenFrom; t < sentence.tokenTo; t++) {
    const match = matchAt(scene, t, lexicon)
    if (!match) continue
    const before = byCenter.get(match.token)
    if (!before || match.score > before.score) byCenter.set(match.token, match)
  }
  const kept: Match[] = []
  const strongest = [...byCenter.values()].sort((a, b) => b.score - a.score || a.token - b.token)
  for (const match of strongest)
    if (!kept.some((other) => swallows(scene, other, match, lexicon))) kept.push(match)
  return kept.sort((a, b) => a.token - b.token)
}

/** True when the stronger `outer` already tells what `inner` tells: it used its word up, carries it, or is the same deed right above or below. */
function swallows(scene: Scene, outer: Match, inner: Match, lexicon: Lexicon): boolean {
  if (outer.used.includes(inner.token) || outer.predicate.includes(inner.token)) return true
  if (inner.predicate.some((t) => outer.predicate.includes(t)) || inner.used.includes(outer.token))
    return true
  if (!sameFamily(outer, inner)) return false
  if (
    scene.carrier(inner.token, lexicon) === outer.token ||
    scene.carrier(outer.token, lexicon) === inner.token
  )
    return true
  const tied =
    scene.tree.head(inner.token) === outer.token || scene.tree.head(outer.token) === inner.token
  // Two verbs in a row tell two deeds unless they are of one kind.
  const listed = [outer, inner].some((m) => scene.tree.mainRel(m.token) === "conj")
  if (listed && outer.frame.stage !== inner.frame.stage) return false
  return tied && sameParties(outer, inner)
}

function sameFamily(a: Match, b: Match): boolean {
  return a.frame.family === b.frame.family
}

function sameParties(a: Match, b: Match): boolean {
  const ids = (m: Match) =>
    [...m.actor, ...m.recipient]
      .map((p) => p.country ?? p.id)
      .sort()
      .join(" ") // prettier-ignore
  return ids(a) === ids(b)
}
