/**
 * Reads the coded claims, checks them and writes `data/claims/<language>.jsonl`, one item a line.
 *
 *     npx tsx scripts/build-claims.ts                              all languages of data/claims
 *     npx tsx scripts/build-claims.ts --check FOLDER…              checks only, writes nothing
 *     npx tsx scripts/build-claims.ts --counts FOLDER…             what there is, by kind
 *     npx tsx scripts/build-claims.ts --out OUT FOLDER…            writes OUT/<language>.jsonl
 *
 * A fault is `file:line: message`; the process then ends with 1 and nothing is written.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { basename, join, relative } from "node:path"
import { parseArgs } from "node:util"
import { compileFolders, jsonOf, languageFolders } from "./claims/compile.js"
import { countLines } from "./claims/counts.js"
import { ROOT } from "./source-files.js"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean" },
    counts: { type: "boolean" },
    out: { type: "string", default: join(ROOT, "data/claims") },
  },
})
const given = positionals.map((folder) => folder.replace(/\/+$/, ""))
const folders = given.length > 0 ? given : languageFolders(join(ROOT, "data/claims"))
const { compiled, faults } = compileFolders(folders)
for (const { file, line, message } of faults)
  console.error(`${relative(process.cwd(), file)}:${line}: ${message}`)
if (values.counts) for (const line of countLines(compiled)) console.log(line)
if (faults.length > 0) {
  console.error(`${faults.length} faults in ${compiled.length} items`)
  process.exitCode = 1
} else if (!values.check && !values.counts) write()
else console.log(`${compiled.length} items, no faults`)

function write(): void {
  mkdirSync(values.out, { recursive: true })
  for (const language of new Set(folders.map((folder) => basename(folder)))) {
    const lines = compiled.filter(({ item }) => item.language === language).map(jsonOf)
    const path = join(values.out, `${language}.jsonl`)
    writeFileSync(path, lines.map((line) => `${line}\n`).join(""))
    console.log(`${relative(process.cwd(), path)}: ${lines.length} items`)
  }
}
