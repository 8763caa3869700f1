import type { Lexicon } from "../language/lexicon.js"
import type { Party } from "../model/claim.js"
import { thing } from "../knowledge/registry.js"
import type { Match } from "./frame-match.js"
import type { Scene } from "./scene.js"

interface Sides {
  readonly actor: readonly Party[]
  readonly recipient: readonly Party[]
}

/** An election as such has nobody on the other side. */
const ALONE = new Set(["election"])

/** Types in which a body that announces a deed in the passive is taken to have done it. */
const BY_AUTHORITY = new Set(["COERCE", "SANCTION", "RETREAT", "CONCEDE"])

/**
 * Fills a side that the sentence implies but no phrase names:
 * the state whose office a person takes or leaves; the authority that announces an arrest told in the passive.
 */
export function completed(scene: Scene, match: Match, lexicon: Lexicon): Sides {
  const { actor, recipient } = match
  const { family, event } = match.frame
  if (recipient.length === 0 && actor.length > 1 && mutual(scene, match, lexicon))
    return { actor: actor.slice(0, 1), recipient: actor.slice(1) }
  if (family === "post" && recipient.length === 0 && !ALONE.has(match.frame.stage))
    return { actor, recipient: statesOf(actor) }
  if (match.frame.stage === "summons") return { actor, recipient: elsewhere(scene, match) }
  if (family === "incident" && actor.length === 0 && BY_AUTHORITY.has(event))
    return { actor: authority(scene, match, lexicon, recipient), recipient }
  return { actor, recipient }
}

/** Whose ambassador is summoned when the words say only *the ambassador*: that of the other state spoken of. */
function elsewhere(scene: Scene, { actor, recipient, token }: Match): readonly Party[] {
  const own = actor[0]?.country ?? null
  const first = recipient[0]
  if (own === null || !first || first.country !== own) return recipient
  const sentence = scene.linker.sentence(token)
  for (let t = token; t >= (sentence?.tokenFrom ?? 0); t--) {
    const other = scene.linker.partiesAt(t).find((p) => p.country !== null && p.country !== own)
    if (!other?.country) continue
    const id = [other.country, ...first.id.split(".").slice(1)].join(".")
    const { name, country } = other
    return [{ ...first, id, name, country }]
  }
  return recipient
}

/** `support each other's positions`: several actors who do it to one another. */
function mutual(scene: Scene, match: Match, lexicon: Lexicon): boolean {
  const { reciprocals } = lexicon.language.grammar
  for (const t of scene.tree.under(match.token))
    if (reciprocals.has(scene.tree.form[t] ?? "")) return true
  return false
}

/** The state that a person or body belongs to, resting on the same words. */
function statesOf(parties: readonly Party[]): readonly Party[] {
  const first = parties[0]
  const state = first?.country ? thing(first.country) : null
  if (!first || !state || first.id === state.id) return []
  return [
    {
      id: state.id,
      name: state.name,
      country: state.country,
      sectors: [],
      role: null,
      from: first.from,
      to: first.to,
      text: first.text,
    },
  ]
}

function authority(
  scene: Scene,
  match: Match,
  lexicon: Lexicon,
  recipient: readonly Party[],
): readonly Party[] {
  const speaker = match.fillers.find((f) => f.name === "xsubj")
  if (!speaker) return []
  const role = scene.linker.roleAt(speaker.token, lexicon)
  const parties = scene.linker
    .partiesOf(speaker.token)
    .filter((p) => !recipient.some((r) => r.id === p.id))
  return role?.kind === "body" ||
    role?.kind === "force" ||
    parties.some((p) => p.sectors.length > 0)
    ? parties.slice(0, 1)
    : []
}
