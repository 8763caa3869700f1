// Fails when the lock file lacks an optional package of some platform: `npm ci` would fail for those who are on it.
//
//     node scripts/check-lock.mjs [package-lock.json]
import { readFileSync } from "node:fs"

const path = process.argv[2] ?? "package-lock.json"
const { packages } = JSON.parse(readFileSync(path, "utf8"))
const present = new Set(
  Object.keys(packages).map((key) => key.slice(key.lastIndexOf("node_modules/") + 13)),
)
const missing = Object.entries(packages).flatMap(([key, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !present.has(name))
    .map((name) => `${key === "" ? "the package itself" : key} wants ${name}`),
)
for (const line of missing)
  console.error(`lock: ${line}, which has no entry; make the lock anew from an empty folder`)
if (missing.length === 0) console.log(`lock: ${present.size} packages, none missing`)
process.exitCode = missing.length === 0 ? 0 : 1
