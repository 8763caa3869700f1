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
  return best < 0 ? [] : [described(scene, best)]
}

function described(scene: Scene, head: number): Party {
  const { tree } = scene
  return partyOf(scene, [
    head,
    ...tree.children(head).filter((c) => OWN.has(tree.mainRel(c)) && Math.abs(c - head) <= 4),
  ])
}

/** An organisation that the network takes for one and the tables do not know, when a token heads its name. */
export function unlisted(scene: Scene, head: number): Party | null {
  const { names } = scene.tree.analysed
  const organisation = (t: number): number => names[3 * t + 1] ?? 0
  if (organisation(head) === 0) return null
  const own = [head]
  for (let t = head; organisation(t) === INSIDE; t--) own.push(t - 1)
  for (let t = head + 1; organisation(t) === INSIDE; t++) own.push(t)
  const above = scene.tree.head(head)
  return own.includes(above) ? null : partyOf(scene, own)
}

const INSIDE = 2

function partyOf(scene: Scene, own: readonly number[]): Party {
  const { tree, text } = scene
  const from = Math.min(...own.map((t) => tree.tokens.from[t] ?? 0))
  const to = Math.max(...own.map((t) => tree.tokens.to[t] ?? 0))
  const words = text.slice(from, to)
  const id = `unknown/${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`
  return { id, name: words, country: null, sectors: [], role: null, from, to, text: words }
}
