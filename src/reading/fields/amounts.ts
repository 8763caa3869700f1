import type { QuantityLayer } from "../../model/layers.js"
import { type Act, type Amount, distance, type Field, OTHER, tierOf, tokenIn } from "./act.js"
import type { Found } from "./found.js"

/** An amount of the act's part of the sentence. */
export interface Counted {
  readonly layer: QuantityLayer
  readonly token: number
  readonly tier: number
}

const TIME = /^(?:year|month|week|day)$/

/** What an amount counts: persons, money, time, a share, or things. */
export function sortOf(layer: QuantityLayer): string {
  if (layer.unit === "person" || layer.unit === "percent") return layer.unit
  if (/^[A-Z]{3}$/.test(layer.unit)) return "money"
  return TIME.test(layer.unit) ? "time" : "item"
}

/** The amounts that may speak of the act, in text order. */
export function amountsOf(act: Act): readonly Counted[] {
  return act.quantities.flatMap((layer) => {
    const token = headOf(act, layer)
    const tier = token < 0 ? OTHER : tierOf(act, token)
    return tier < OTHER ? [{ layer, token, tier }] : []
  })
}

/** Of the words of an amount the one on which the others hang. */
function headOf(act: Act, { from, to }: QuantityLayer): number {
  const { tree } = act.scene
  const first = tokenIn(act, from)
  let best = first
  for (let t = first; t >= 0 && t < act.sentence.tokenTo; t++) {
    if ((tree.tokens.from[t] ?? 0) >= to) break
    const head = tree.head(t)
    const outside = head < first || (tree.tokens.from[head] ?? 0) >= to
    if (outside && tree.upos(t) !== "ADP") best = t
  }
  return best
}

/** An amount as a field. */
export function amountField({ layer }: Counted): Field {
  const { value, max, bound, unit, per, from, to, text } = layer
  const amount: Amount = { value, max, bound, unit: per === "" ? unit : `${unit}/${per}` }
  return { value: amount, from, to, text }
}

/** How far an amount may stand from its cue. */
const FAR = 6

/** Gives each cue of an amount the amount that stands nearest to it, each amount once, each field once. */
export function amountsByCue(
  act: Act,
  cues: readonly Found[],
  counted: readonly Counted[],
): ReadonlyMap<string, Counted> {
  const pairs = cues.flatMap((found) =>
    counted
      .filter(({ layer }) => fits(found.cue.value, sortOf(layer)))
      .map((one) => ({ found, one, cost: costOf(act, found, one) })),
  )
  const out = new Map<string, Counted>()
  const used = new Set<Counted>()
  for (const { found, one, cost } of pairs.sort((a, b) => a.cost - b.cost)) {
    const { field } = found.cue
    if (cost > FAR || out.has(field) || used.has(one)) continue
    out.set(field, one)
    used.add(one)
  }
  return out
}

function fits(value: string, sort: string): boolean {
  const wanted = value.slice(">amount".length + 1)
  return wanted === "" || wanted.split("|").includes(sort)
}

function costOf(act: Act, found: Found, { layer, token }: Counted): number {
  const { tokens } = act.scene.tree
  const at = tokens.from[found.from] ?? 0
  if (layer.from <= at && at < layer.to) return 0
  const near = Math.min(distance(act, token, found.from), distance(act, token, found.to - 1))
  const gap = at >= layer.to ? found.from - token : token - found.to + 1
  return Math.min(near, gap <= 2 ? 2 + gap / 4 : 99)
}
