import type { Filler } from "../language/functions.js"
import type { Lexicon } from "../language/lexicon.js"
import { thing } from "../knowledge/registry.js"
import type { Where } from "../model/claim.js"
import { wordsOf } from "./person-name.js"
import type { Scene } from "./scene.js"

/** Where the deed was done: a place or state in a phrase of place around the act; null when the words name none. */
export function placeOf(scene: Scene, fillers: readonly Filler[], lexicon: Lexicon): Where | null {
  const { placeMarkers } = lexicon.language.grammar
  for (const filler of fillers) {
    const marker = filler.name.startsWith("obl:") ? filler.name.slice(4) : null
    if (marker === null || !placeMarkers.has(marker)) continue
    const found = placeUnder(scene, filler.token)
    if (found) return found
  }
  return null
}

function placeUnder(scene: Scene, head: number): Where | null {
  const { tree, linker } = scene
  for (const t of tree.under(head, (u) => tree.mainRel(u) !== "acl")) {
    const hit = linker.hits[t]
    const entry = hit?.entries.find(
      (e) => e.kind === "name" || e.kind === "metonym" || e.kind === "place",
    )
    if (hit && entry) {
      const known = thing(entry.id)
      if (known && known.country !== entry.id && entry.kind === "name") continue
      const words = wordsOf(tree, scene.text, hit.from, hit.to)
      return {
        name: entry.kind === "name" ? (known?.name ?? words.text) : words.text,
        country: known?.country ?? null,
        ...words,
      }
    }
    if (tree.analysed.names[3 * t + 2] === 1) {
      let to = t + 1
      while (to < tree.tokens.count && tree.analysed.names[3 * to + 2] === 2) to++
      const words = wordsOf(tree, scene.text, t, to)
      return { name: words.text, country: null, ...words }
    }
  }
  return null
}
