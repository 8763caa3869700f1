/**
 * Makes src/reading/identify-table.ts: which three letters in a row, and which short words, speak for which language.
 * Counted in the training parts of Universal Dependencies treebanks (sources and licences in the header it writes).
 *
 *     npx tsx scripts/build-identify.ts FOLDER_WITH_ud/<language>/train.conllu
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { features } from "../src/reading/letter-features.js"

const GROUPS = {
  latin: ["en", "tr", "es", "fr", "de"],
  cyrillic: ["ru", "uk"],
  arabic: ["fa", "ar"],
}
const KEPT = { latin: 5200, cyrillic: 2200, arabic: 2200 }
const SENTENCES = 6000

const folder = process.argv[2]
if (folder === undefined)
  throw new TypeError("say where the treebanks are: npx tsx scripts/build-identify.ts FOLDER")

/** Codes for −logarithms of chance, one letter each, so that the table stays small. */
const SCALE = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
const STEP = 0.22

function counted(language: string): Map<string, number> {
  const source = readFileSync(join(folder ?? "", language, "train.conllu"), "utf8")
  const texts = [...source.matchAll(/^# text = (.*)$/gm)].map((found) => found[1] ?? "")
  const counts = new Map<string, number>()
  const step = Math.max(1, Math.floor(texts.length / SENTENCES))
  for (let i = 0; i < texts.length; i += step) {
    if (language === "ar" && i > texts.length * 0.9) break
    for (const feature of features(texts[i] ?? ""))
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  return counts
}

function table(languages: readonly string[], kept: number): string {
  const counts = languages.map(counted)
  const totals = counts.map((of) => [...of.values()].reduce((sum, n) => sum + n, 0))
  const all = new Set(counts.flatMap((of) => [...of.keys()]))
  const rows = [...all].map((feature) => {
    const chances = counts.map((of, i) =>
      Math.log(((of.get(feature) ?? 0) + 0.3) / ((totals[i] ?? 0) + 0.3 * all.size)),
    )
    const best = Math.max(...chances)
    const mean = chances.reduce((sum, n) => sum + n, 0) / chances.length
    return { feature, chances, worth: Math.exp(best) * (best - mean) }
  })
  rows.sort((a, b) => b.worth - a.worth)
  const code = (best: number, chance: number) =>
    SCALE[Math.min(SCALE.length - 1, Math.round((best - chance) / STEP))] ?? "Z"
  const lines = rows.slice(0, kept).map(({ feature, chances }) => {
    const best = Math.max(...chances)
    return feature + chances.map((chance) => code(best, chance)).join("")
  })
  return lines.sort().join("|")
}

const head = `// Made by scripts/build-identify.ts; do not edit.
// Counts of letters in the training parts of these Universal Dependencies treebanks (version 2.16 and earlier):
// English EWT, Russian Taiga, GSD, PUD and Poetry, Persian PerDT, Seraji and iPerUDT, Turkish, Spanish, French, German, Ukrainian,
// Arabic; CC BY-SA 3.0 and 4.0, CC BY 4.0, CC0 and, for some, LGPL-LR. Only counts of letter groups are kept, no text.
`
const parts = Object.entries(GROUPS).map(([script, languages]) => {
  const rows = table(languages, KEPT[script as keyof typeof KEPT])
  return `  ${script}: {\n    languages: ${JSON.stringify(languages)},\n    rows: ${JSON.stringify(rows)},\n  },`
})
const body = `export const STEP = ${STEP}\nexport const SCALE = ${JSON.stringify(SCALE)}\n\nexport const TABLES = {\n${parts.join("\n")}\n} as const\n`
writeFileSync(new URL("../src/reading/identify-table.ts", import.meta.url), `${head}\n${body}`)
