import { existsSync, readdirSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..")

const SKIPPED = new Set(["node_modules", "dist", "build", "coverage", ".git"])

/** Paths of the files under a folder whose names end so, relative to the root and with `/` between names. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  const from = join(ROOT, folder)
  if (!existsSync(from)) return []
  const entries = readdirSync(from, { withFileTypes: true })
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path, ending)
      return ending.test(entry.name) ? [relative(ROOT, join(ROOT, path)).split(sep).join("/")] : []
    })
    .sort()
}

/** Prints faults and a verdict; the process ends with 1 when there are any. */
export function verdict(name: string, faults: readonly string[], good: string): void {
  for (const fault of faults) console.error(`${name}: ${fault}`)
  if (faults.length === 0) console.log(`${name}: ${good}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
