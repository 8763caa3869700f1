/**
 * Counts in data/claims which mode and which symmetry an act of each kind (family/stage) and type usually has, and
 * writes src/knowledge/data/kinds.tsv: what the network's words for an act are turned into.
 *
 *     npx tsx scripts/build-kinds.ts data/claims/*.jsonl
 */
import { writeFileSync } from "node:fs"
import { itemsOf } from "../bench/claims/items.js"

interface Seen {
  readonly modes: Map<string, number>
  mutual: number
  count: number
}

const seen = new Map<string, Seen>()
for (const file of process.argv.slice(2))
  for (const item of itemsOf(file))
    for (const { family, stage, event, mode, symmetric } of item.claims) {
      const key = [family, stage, event].join("\t")
      const one = seen.get(key) ?? { modes: new Map<string, number>(), mutual: 0, count: 0 }
      one.modes.set(mode, (one.modes.get(mode) ?? 0) + 1)
      one.mutual += symmetric ? 1 : 0
      one.count++
      seen.set(key, one)
    }
const rows = [...seen].sort().map(([key, { modes, mutual, count }]) => {
  const [mode = ""] = [...modes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  return [key, mode, 2 * mutual > count ? "yes" : "", count].join("\t")
})
const path = new URL("../src/knowledge/data/kinds.tsv", import.meta.url)
writeFileSync(path, `family\tstage\tevent\tmode\tmutual\tseen\n${rows.join("\n")}\n`)
console.log(`${rows.length} kinds`)
