/**
 * Makes src/languages/en/boundary-table.ts: weights of a classifier that says at which spaces of a text a sentence ends.
 * An averaged perceptron over the training part of UD English-EWT, its paragraphs as running text.
 *
 *     npx tsx scripts/build-boundaries.ts ud/en/train.conllu
 */
import { writeFileSync } from "node:fs"
import { rawTexts, treebank } from "../bench/treebank.js"
import { boundaryFeatures, isChatty, isOpen } from "../src/language/boundary.js"
import { joinedLines } from "../src/language/line-join.js"
import { segmentBlocks } from "../src/language/block.js"
import { gapsOf } from "../src/language/sentence.js"
import { rules } from "../src/languages/en/segment.js"

const file = process.argv[2]
if (file === undefined)
  throw new TypeError("say where the treebank is: npx tsx scripts/build-boundaries.ts FILE")

interface Example {
  readonly features: readonly string[]
  readonly ends: boolean
}

/** Places in the text, with its spaces, where sentences of the treebank begin. */
function starts(text: string, spans: readonly (readonly [number, number])[]): Set<number> {
  const wanted = new Set(spans.map(([from]) => from))
  const found = new Set<number>()
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    if (/[\s\p{Cf}\p{Cc}]/u.test(text[at] ?? "")) continue
    if (wanted.has(seen)) found.add(at)
    seen++
  }
  return found
}

const plain = { ...rules, boundaries: null }
const examples: Example[] = []
for (const { text, sentences } of rawTexts(treebank(file))) {
  const begins = starts(text, sentences)
  for (const run of joinedLines(text, segmentBlocks(text), plain)) {
    const stretch = text.slice(run.from, run.to)
    if (!/\p{Lu}/u.test(stretch) || !isChatty(stretch)) continue
    let start = run.from
    for (const gap of gapsOf(text, { start, to: run.to, caseless: false, rules: plain })) {
      const ends = begins.has(gap.to)
      const whole = { text, start, limit: run.to, ...gap }
      if (gap.to > gap.from && isOpen(whole))
        examples.push({ features: boundaryFeatures(whole), ends })
      if (ends) start = gap.to
    }
  }
}

const PASSES = 10
const counts = new Map<string, number>()
for (const { features } of examples)
  for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1)
const weights = new Map<string, { now: number; sum: number; since: number }>()
let turn = 0
function learn(feature: string, by: number): void {
  if ((counts.get(feature) ?? 0) < 3) return
  const weight = weights.get(feature) ?? { now: 0, sum: 0, since: turn }
  weight.sum += (turn - weight.since) * weight.now
  weight.since = turn
  weight.now += by
  weights.set(feature, weight)
}
/** A fixed order that looks like chance, so that the table is the same whenever it is made. */
const order = examples
  .map((_, i) => i)
  .sort((a, b) => ((a * 7919) % 104729) - ((b * 7919) % 104729))
for (let pass = 0; pass < PASSES; pass++) {
  let wrong = 0
  for (const i of order) {
    const { features, ends } = examples[i] as Example
    turn++
    const sum = features.reduce((all, f) => all + (weights.get(f)?.now ?? 0), 0)
    if (sum * (ends ? 1 : -1) > 8) continue
    if (sum > 0 !== ends) wrong++
    for (const f of features) learn(f, ends ? 1 : -1)
  }
  console.log(`pass ${pass + 1}: ${wrong} of ${examples.length} wrong`)
}
const rows = [...weights]
  .map(([feature, { now, sum, since }]) => [feature, (sum + (turn - since) * now) / turn] as const)
  .map(([feature, weight]) => [feature, Math.round(weight * 100)] as const)
  .filter(([, weight]) => Math.abs(weight) >= 50)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, weight]) => `${feature} ${weight}`)
const head = `// Made by scripts/build-boundaries.ts; do not edit.
// Weights learned from the training part of UD English-EWT 2.16 (CC BY-SA 4.0); shapes of words and short words only, no text.
`
writeFileSync(
  new URL("../src/languages/en/boundary-table.ts", import.meta.url),
  `${head}\nexport const BOUNDARIES =\n  ${JSON.stringify(rows.join("\n"))}\n`,
)
console.log(`${rows.length} weights`)
