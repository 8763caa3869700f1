/**
 * Fits the confidence of claims to how often they are right, and writes src/reading/confidence-weights.ts.
 *
 *     npx tsx scripts/fit-confidence.ts CODED.jsonl…
 *
 * A claim is right when its type and the countries of its parties are those that were coded by hand.
 */
import { writeFileSync } from "node:fs"
import { itemsOf, readItem } from "../bench/claims/items.js"
import { match, sameParties } from "../bench/claims/match.js"
import type { Claim } from "../src/model/claim.js"
import { openReader } from "../src/operations/reader.js"
import { FEATURES } from "../src/reading/confidence.js"

interface Row {
  readonly features: readonly number[]
  readonly right: boolean
}

const seen = new Map<string, readonly number[]>()
const reader = await openReader(undefined, {
  observe: (claim: Claim, features) => seen.set(claim.id, features),
})
const rows: Row[] = []
for (const file of process.argv.slice(2))
  for (const item of itemsOf(file)) {
    const { layers } = await readItem(reader, item)
    const { pairs } = match(item.claims, layers.claims)
    for (const claim of layers.claims) {
      const pair = pairs.find((p) => p.read === claim)
      const right = !!pair && pair.gold.event === claim.event && sameParties(pair.gold, claim)
      const features = seen.get(claim.id)
      if (features) rows.push({ features, right })
    }
  }
const weights = fit(rows)
const path = new URL("../src/reading/confidence-weights.ts", import.meta.url)
const list = weights.map((w) => w.toFixed(3).replace(/\.?0+$/, "")).join(", ")
writeFileSync(
  path,
  `// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
// biome-ignore format: generated
export const CONFIDENCE: readonly number[] = [${list}]
`,
)
console.log(`${rows.length} claims, ${rows.filter((r) => r.right).length} right`)
FEATURES.forEach((name, n) => {
  console.log(`${name}: ${(weights[n] ?? 0).toFixed(3)}`)
})

/** Logistic regression by gradient descent, drawn gently towards nought. */
function fit(data: readonly Row[]): number[] {
  const weights = new Array<number>(FEATURES.length).fill(0)
  for (let step = 0; step < 6000; step++) {
    const slope = weights.map((w, n) => (n === 0 ? 0 : 0.01 * w))
    for (const { features, right } of data) {
      const sum = features.reduce((total, value, n) => total + value * (weights[n] ?? 0), 0)
      const off = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)
      features.forEach((value, n) => {
        slope[n] = (slope[n] ?? 0) + (off * value) / data.length
      })
    }
    slope.forEach((s, n) => {
      weights[n] = (weights[n] ?? 0) - 0.03 * s
    })
  }
  return weights
}
