import type { Party } from "../model/claim.js"
import type { TokenAct } from "../model/layers.js"
import type { Opinions, Role } from "./opinion.js"
import type { Scene } from "./scene.js"

/** Relations of the words that belong to a name or a plain description. */
const OWN = new Set(["amod", "compound", "flat", "nummod", "fixed", "det", "goeswith"])
const NAMING = new Set(["NOUN", "PROPN"])

/**
 * Somebody of whom the registry knows nothing, as the text calls him: *the strikers*, *Greenpeace of Togo*. The network must be
 * sure of the role. Such a party has no country; who checks the ledger sees the words and decides.
 */
export function provisional(
  opinions: Opinions,
  act: TokenAct,
  role: Role,
  least: number,
): readonly Party[] {
  const { scene } = opinions
  let best = -1
  let most = least
  for (let word = 0; word < act.roles.length / 4; word++) {
    const token = act.tokenFrom + word
    const share = opinions.share(act, token, role)
    if (share < most || token === act.token || !NAMING.has(scene.tree.upos(token))) continue
    best = token
    most = share
  }
  return best < 0 ? [] : [partyOf(scene, best)]
}

function partyOf(scene: Scene, head: number): Party {
  const { tree, text } = scene
  const own = [
    head,
    ...tree.children(head).filter((c) => OWN.has(tree.mainRel(c)) && Math.abs(c - head) <= 4),
  ]
  const from = Math.min(...own.map((t) => tree.tokens.from[t] ?? 0))
  const to = Math.max(...own.map((t) => tree.tokens.to[t] ?? 0))
  const words = text.slice(from, to)
  const id = `unknown/${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`
  return { id, name: words, country: null, sectors: [], role: null, from, to, text: words }
}
