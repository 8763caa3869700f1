/**
 * How well names are matched across scripts, and how fast:
 *
 *     npx tsx bench/names.ts FOLDER
 *
 * FOLDER holds `pairs-dev.tsv` (name_a, lang_a, name_b, lang_b, source) and `hard-negatives-dev.tsv` (name_a, lang_a,
 * name_b_wrong, lang_b, name_b_true). Easy negatives are the pairs' second names moved round within a pair of languages.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { openNames } from "../src/operations/same.js"

type Pair = readonly [string, string, string]
const THRESHOLD = 0.5

function table(path: string): string[][] {
  return readFileSync(path, "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"))
}

const folder = process.argv[2]
if (folder === undefined)
  throw new RangeError("name the folder that holds pairs-dev.tsv and hard-negatives-dev.tsv")
const { matcher } = await openNames()
const said = ([a, b]: Pair): boolean => matcher.compare(a, b).score >= THRESHOLD

const pairs = table(join(folder, "pairs-dev.tsv"))
const trues: Pair[] = pairs.map(([a = "", la = "", b = "", lb = "", source = ""]) => [
  a,
  b,
  `${la}-${lb} ${source}`,
])
const easy: Pair[] = trues.map(([a, , kind], i) => [a, moved(i), kind])

/** The second name of a later pair of the same languages that is another name. */
function moved(at: number): string {
  for (let step = 37; step < trues.length; step++) {
    const [, name, kind] = trues[(at + step) % trues.length] as Pair
    if (kind === trues[at]?.[2] && name !== trues[at]?.[1]) return name
  }
  return ""
}

const hard = table(join(folder, "hard-negatives-dev.tsv"))
const nearly: Pair[] = hard.map(([a = "", la = "", b = "", lb = ""]) => [a, b, `${la}-${lb}`])
const meant: Pair[] = hard.map(([a = "", la = "", , lb = "", b = ""]) => [a, b, `${la}-${lb}`])

function report(name: string, positives: readonly Pair[], negatives: readonly Pair[]): void {
  const found = positives.filter(said)
  const wrong = negatives.filter(said)
  const f1 = (2 * found.length) / (found.length + wrong.length + positives.length)
  console.log(
    `${name}: F1 ${f1.toFixed(3)}, missed ${positives.length - found.length} of ${positives.length}, wrong ${wrong.length} of ${negatives.length}`,
  )
  if (!process.argv.includes("--misses")) return
  for (const [a, b] of positives.filter((pair) => !said(pair)).slice(0, 40))
    console.log("  missed", a, b, matcher.compare(a, b))
  for (const [a, b] of negatives.filter(said).slice(0, 40))
    console.log("  wrong", a, b, matcher.compare(a, b))
}

const kinds = new Map<string, { t: Pair[]; n: Pair[] }>()
for (const [i, pair] of trues.entries()) {
  const kind = kinds.get(pair[2]) ?? { t: [], n: [] }
  kinds.set(pair[2], kind)
  kind.t.push(pair)
  kind.n.push(easy[i] as Pair)
}
report("pairs and random negatives", trues, easy)
report("near negatives", meant, nearly)
for (const [kind, { t, n }] of kinds) report(`  ${kind}`, t, n)
const languages = [...new Set(nearly.map((pair) => pair[2]))]
for (const kind of languages)
  report(
    `  near ${kind}`,
    meant.filter((p) => p[2] === kind),
    nearly.filter((p) => p[2] === kind),
  )

const all = [...trues, ...easy, ...nearly, ...meant]
for (const turn of ["first", "again"]) {
  const start = performance.now()
  for (const [a, b] of all) matcher.compare(a, b)
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${turn}: ${Math.round(all.length / seconds)} pairs a second on one core (${all.length} pairs)`,
  )
}
