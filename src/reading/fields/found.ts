import { type Act, distance, OTHER, tierOf } from "./act.js"
import { type Cue, cuesOf, keysAt } from "./cues.js"

/** A cue met in the sentence, at tokens `[from, to)`. */
export interface Found {
  readonly cue: Cue
  readonly from: number
  readonly to: number
  /** The less, the more surely it speaks of this act. */
  readonly cost: number
}

/** The cues of the act's family that stand in its part of the sentence, the nearest first. */
export function findCues(act: Act): readonly Found[] {
  const { tree } = act.scene
  const { language } = act.lexicon
  const table = cuesOf(language)
  const out: Found[] = []
  for (let t = act.sentence.tokenFrom; t < act.sentence.tokenTo; t++) {
    const seen = new Set<Cue>()
    for (const key of keysAt(tree, t, language))
      for (const cue of table.get(key) ?? []) {
        if (seen.has(cue) || !cue.families.includes(act.family)) continue
        seen.add(cue)
        const to = endOf(act, cue, t)
        if (to === 0) continue
        const tier = Math.min(...range(t, to).map((u) => tierOf(act, u)))
        if (tier < OTHER)
          out.push({ cue, from: t, to, cost: 6 * tier + distance(act, t, act.match.token) })
      }
  }
  return out.filter((one) => !out.some((o) => hides(o, one))).sort((a, b) => a.cost - b.cost)
}

/** Where a cue that begins at a token ends, 0 when it does not stand there. */
function endOf(act: Act, cue: Cue, at: number): number {
  const { tree } = act.scene
  if (at + cue.keys.length > act.sentence.tokenTo) return 0
  for (let i = 1; i < cue.keys.length; i++)
    if (!keysAt(tree, at + i, act.lexicon.language).has(cue.keys[i] ?? "")) return 0
  return at + cue.keys.length
}

/** A longer cue of the same field, as `peacekeeping exercise` over `exercise`. */
function hides(longer: Found, one: Found): boolean {
  const wide = longer.to - longer.from > one.to - one.from
  return (
    wide && longer.cue.field === one.cue.field && longer.from <= one.from && one.to <= longer.to
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
