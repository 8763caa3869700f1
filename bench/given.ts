/**
 * Types of acts between two given actors: sentences of which it is known who does something to whom, and what.
 *
 *     npx tsx bench/given.ts FILE.jsonl [--only-nth 5] [--errors N]
 *
 * A line: `{"id","text","sourceSpan":[from,to],"targetSpan":[from,to],"root"}`. Of the claims read, the one whose parties
 * stand on the given words answers; YIELD is CONCEDE or RETREAT. Prints accuracy, macro-F1 over roots, quads right.
 */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import codebook from "../src/knowledge/data/plover.json" with { type: "json" }
import type { Claim, Party } from "../src/model/claim.js"
import { openReader } from "../src/operations/reader.js"

interface Given {
  readonly id: string
  readonly text: string
  readonly sourceSpan: readonly [number, number] | null
  readonly targetSpan: readonly [number, number] | null
  readonly root: string
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "only-nth": { type: "string", default: "1" },
    errors: { type: "string", default: "0" },
  },
})
const events = codebook.events as Record<string, { quad: string }>
const quadOf = (root: string): string =>
  root === "YIELD" ? "yield" : (events[root]?.quad ?? "none")
const rootOf = (event: string): string =>
  event === "CONCEDE" || event === "RETREAT" ? "YIELD" : event
/** CONCEDE is verbal, RETREAT material cooperation: as YIELD either is right. */
const sameQuad = (gold: string, event: string): boolean =>
  gold === "YIELD" ? /cooperation/.test(quadOf(event)) : quadOf(gold) === quadOf(event)

const reader = await openReader()
const rows = readFileSync(positionals[0] ?? "", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Given)
  .filter((_, n) => n % Number(values["only-nth"]) === 0)
const roots = new Map<string, { right: number; gold: number; read: number }>()
const of = (root: string) => {
  const found = roots.get(root) ?? { right: 0, gold: 0, read: 0 }
  roots.set(root, found)
  return found
}
let [right, quads, silent, wrongs] = [0, 0, 0, Number(values.errors)]
for (const row of rows) {
  const { layers } = await reader.read({ text: row.text, language: "en" })
  const claim = answer(row, layers.claims)
  const got = claim ? rootOf(claim.event) : "–"
  of(row.root).gold++
  of(got).read++
  if (!claim) silent++
  if (got === row.root) {
    right++
    of(got).right++
  }
  if (claim && sameQuad(row.root, claim.event)) quads++
  if (got !== row.root && wrongs-- > 0)
    console.log(`- ${row.root} got ${got} ${claim?.rule ?? ""}: ${row.text}`)
}
const scores = [...roots]
  .filter(([, { gold }]) => gold > 0)
  .map(([root, { right: good, gold, read }]) => {
    const f1 = good === 0 ? 0 : (2 * good) / (gold + read)
    console.log(`${root}: ${f1.toFixed(2)} of ${gold}`)
    return f1
  })
const share = (n: number): string => (n / rows.length).toFixed(3)
const macro = scores.reduce((a, b) => a + b, 0) / Math.max(1, scores.length)
console.log(
  `${rows.length} sentences: accuracy ${share(right)}, macro-F1 ${macro.toFixed(3)}, quads right ${share(quads)}, nothing read ${share(silent)}`,
)

function answer(row: Given, claims: readonly Claim[]): Claim | null {
  const on = (side: readonly Party[], [from = 0, to = 0]: readonly number[]): number =>
    side.some((p) => p.from < to && from < p.to) ? 1 : 0
  const worth = (c: Claim): number => {
    const straight = on(c.actor, row.sourceSpan ?? []) + on(c.recipient, row.targetSpan ?? [])
    const either = c.symmetric
      ? on(c.actor, row.targetSpan ?? []) + on(c.recipient, row.sourceSpan ?? [])
      : 0
    return 2 * Math.max(straight, either) + c.confidence
  }
  return [...claims].sort((a, b) => worth(b) - worth(a))[0] ?? null
}
