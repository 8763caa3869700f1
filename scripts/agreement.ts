/**
 * Compares two codings of the same items and prints how far they agree: Krippendorff's alpha (nominal) for each
 * language and for all, then every disagreement.
 *
 *     npx tsx scripts/agreement.ts FIRST SECOND [--part dev|test] [--quiet]
 *
 * FIRST and SECOND are folders with one folder a language, such as test/gold, in the notation of data/claims/README.md.
 * `--part` takes only items whose id has that part; `--quiet` leaves out the list.
 */
import { basename } from "node:path"
import { parseArgs } from "node:util"
import { agreement } from "./agreement/alpha.js"
import { type Comparison, compareCodings, MEASURES } from "./agreement/compare.js"
import { type Compiled, compileFolders, languageFolders } from "./claims/compile.js"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: "string" }, quiet: { type: "boolean" } },
})
const [first, second] = positionals
if (first === undefined || second === undefined) {
  console.error("usage: npx tsx scripts/agreement.ts FIRST SECOND [--part dev|test] [--quiet]")
  process.exit(2)
}

const codings = [read(first), read(second)] as const
const languages = [...new Set(codings.flat().map(({ item }) => item.language))].sort()
for (const language of languages) print(language, compareCodings(...only(language)))
const all = compareCodings(...codings)
if (languages.length > 1) print("all", all)
if (all.left.length > 0)
  console.log(`not compared (in one coding only, or texts differ): ${all.left.join(", ")}`)
if (!values.quiet)
  for (const { id, measure, act, pair } of all.disagreements)
    console.log(`${id}\t${measure}\t${act}\t${pair.join("\t")}`)

function read(folder: string): Compiled[] {
  const { compiled, faults } = compileFolders(languageFolders(folder))
  for (const { file, line, message } of faults) console.error(`${file}:${line}: ${message}`)
  if (faults.length > 0) {
    console.error(`${basename(folder)}: mend these ${faults.length} faults first`)
    process.exit(1)
  }
  const part = values.part
  return part === undefined
    ? compiled
    : compiled.filter(({ item }) => item.id.split("-").includes(part))
}

function only(language: string): [Compiled[], Compiled[]] {
  const of = (coding: readonly Compiled[]) =>
    coding.filter(({ item }) => item.language === language)
  return [of(codings[0]), of(codings[1])]
}

function print(title: string, { pairs }: Comparison): void {
  console.log(`${title}\tunits\tsame\talpha`)
  for (const measure of MEASURES) {
    const { units, share, alpha } = agreement(pairs[measure])
    const shown = alpha === null ? "–" : alpha.toFixed(3)
    console.log(`  ${measure}\t${units}\t${(100 * share).toFixed(1)}%\t${shown}`)
  }
  console.log("")
}
