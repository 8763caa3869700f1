import type { Mention } from "../model/layers.js"
import type { Hit } from "../language/gazetteer.js"
import type { Scene } from "./scene.js"

const KINDS = {
  role: "role",
  demonym: "demonym",
  people: "demonym",
  metonym: "metonym",
  place: "place",
} as const
const TYPES = ["PER", "ORG", "LOC"] as const

/** Every name that the tables or the network see, with whom it means. In text order. */
export function mentionsOf(scene: Scene): readonly Mention[] {
  const out: Mention[] = []
  const { tree, linker } = scene
  for (let t = 0; t < tree.tokens.count; t++) {
    const hit = linker.hits[t]
    if (hit?.from === t) out.push(listed(scene, hit))
    else if (!hit)
      for (const [k, type] of TYPES.entries())
        if (tree.analysed.names[3 * t + k] === 1) out.push(unlisted(scene, t, k, type))
  }
  return out
}

function listed(scene: Scene, hit: Hit): Mention {
  const entry = hit.entries[0]
  const person = entry?.kind === "person" || entry?.kind === "surname"
  const kind = entry ? (KINDS[entry.kind as keyof typeof KINDS] ?? "name") : "name"
  const organisation = /^(?:[A-Z]{4,}|[A-Z]+\.)/.test(entry?.id ?? "") || kind === "role"
  const type = person ? "PER" : organisation ? "ORG" : "LOC"
  return mention(scene, hit.from, hit.to, {
    type,
    kind,
    candidates: hit.entries.filter((e) => e.kind !== "role").map((e) => e.id),
  })
}

function unlisted(scene: Scene, from: number, k: number, type: Mention["type"]): Mention {
  let to = from + 1
  while (to < scene.tree.tokens.count && scene.tree.analysed.names[3 * to + k] === 2) to++
  return mention(scene, from, to, { type, kind: "unknown", candidates: [] })
}

function mention(
  scene: Scene,
  tokenFrom: number,
  tokenTo: number,
  what: Pick<Mention, "type" | "kind" | "candidates">,
): Mention {
  const { tree, linker } = scene
  let head = tokenFrom
  for (let t = tokenFrom; t < tokenTo; t++)
    if (tree.head(t) < tokenFrom || tree.head(t) >= tokenTo) head = t
  const from = tree.tokens.from[tokenFrom] ?? 0
  const to = tree.tokens.to[tokenTo - 1] ?? from
  return { from, to, tokenFrom, tokenTo, head, ...what, party: linker.partiesAt(head)[0] ?? null }
}
