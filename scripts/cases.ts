/**
 * Runs every frame's example and every case of the languages and says what fails.
 *
 *     npx tsx scripts/cases.ts [en|ru|fa …] [--update]     --update rewrites test/cases/known-misses.json
 */
import { writeFileSync } from "node:fs"
import { runLanguage } from "../test/cases/run.js"
import { openReader } from "../src/operations/reader.js"

const args = process.argv.slice(2)
const codes = args.filter((a) => !a.startsWith("-"))
const reader = await openReader()
const misses: Record<string, string[]> = {}
for (const code of codes.length > 0 ? codes : ["en", "ru", "fa"]) {
  const results = await runLanguage(reader, code)
  for (const kind of ["frame", "case"]) {
    const some = results.filter((r) => r.kind === kind)
    console.log(`${code} ${kind}: ${some.filter((r) => r.why === null).length} of ${some.length}`)
  }
  misses[code] = results
    .filter((r) => r.why !== null)
    .map((r) => `${r.kind} ${r.name}`)
    .sort()
  if (!args.includes("--quiet"))
    for (const r of results)
      if (r.why !== null)
        console.log(`  ${r.kind} ${r.name} | ${r.text} | want ${r.want} | ${r.why}`)
}
if (args.includes("--update"))
  writeFileSync("test/cases/known-misses.json", `${JSON.stringify(misses, null, 1)}\n`)
