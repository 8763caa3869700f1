/**
 * Writes the texts of coded items without their claims and traps, for a second coder.
 *
 *     npx tsx scripts/gold-blind.ts OUT [FOLDER…] [--part dev|test]     FOLDERs: test/gold/en test/gold/fa test/gold/ru
 *
 * The coder adds the claims below each text; `npx tsx scripts/agreement.ts test/gold OUT` compares.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { parseArgs } from "node:util"
import { blindFiles } from "./claims/blind.js"
import { languageFolders } from "./claims/compile.js"
import { readFolder } from "./claims/items.js"
import { ROOT } from "./source-files.js"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: "string" } },
})
const [out, ...given] = positionals
if (out === undefined) {
  console.error("usage: npx tsx scripts/gold-blind.ts OUT [FOLDER…] [--part dev|test]")
  process.exit(2)
}
for (const folder of given.length > 0 ? given : languageFolders(join(ROOT, "test/gold"))) {
  const target = join(out, basename(folder))
  if (existsSync(target) && readdirSync(target).length > 0) {
    console.error(`${target} is not empty; take an empty folder, so that no coding is lost`)
    process.exit(1)
  }
  const part = values.part
  const items = readFolder(folder).items.filter(
    (item) => part === undefined || item.id.split("-").includes(part),
  )
  mkdirSync(target, { recursive: true })
  for (const { name, content } of blindFiles(items)) writeFileSync(join(target, name), content)
  console.log(`${target}: ${items.length} items`)
}
