/**
 * Checks that the house stands: a file imports only from floors below, floor 3 stands side by side, a language imports
 * neither knowledge nor another language, nothing below `operations` touches disk, network, clock or chance, no cycles.
 *
 *     npx tsx scripts/check-floors.ts
 */
import { existsSync, readFileSync } from "node:fs"
import { builtinModules } from "node:module"
import { join, posix } from "node:path"
import { filesUnder, ROOT, verdict } from "./source-files.js"

const FLOORS: Readonly<Record<string, number>> = {
  text: 0,
  model: 1,
  language: 2,
  knowledge: 2,
  languages: 3,
  intake: 3,
  reading: 3,
  ledger: 3,
  operations: 4,
  // The command line starts the other doors.
  cli: 6,
  http: 5,
  mcp: 5,
  "index.ts": 5,
}
const OPERATIONS = 4

/** Files that may do what their floor may not, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

/** What is impure: it needs a machine, a moment or luck. */
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/(?<![.\w])fetch\s*\(/, "fetch"],
  [/(?<![.\w])process\s*\./, "process"],
  [/\bDate\s*\.\s*now\b/, "Date.now"],
  [/\bnew\s+Date\s*\(\s*\)/, "new Date()"],
  [/\bperformance\s*\.\s*now\b/, "performance.now"],
  [/\bMath\s*\.\s*random\b/, "Math.random"],
  [/(?<![.\w])console\s*\./, "console"],
  [/(?<![.\w])(?:require|eval)\s*\(/, "require or eval"],
]

interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?([^"';]*?\s+from\s+)?"([^"]+)"/gm
const DYNAMIC = /\bimport\s*\(\s*"([^"]+)"\s*\)/g

function importsOf(code: string): Import[] {
  const written = [...code.matchAll(IMPORT)].map((found) => {
    const names =
      /\{([^}]*)\}/
        .exec(found[2] ?? "")?.[1]
        ?.split(",")
        .map((name) => name.trim()) ?? []
    const allTypes =
      names.filter((name) => name !== "").length > 0 &&
      names.every((name) => name === "" || name.startsWith("type "))
    return {
      target: found[3] ?? "",
      typeOnly: found[1] !== undefined || (allTypes && !/^\s*\w+\s*,/.test(found[2] ?? "")),
    }
  })
  return [
    ...written,
    ...[...code.matchAll(DYNAMIC)].map((found) => ({ target: found[1] ?? "", typeOnly: false })),
  ]
}

/** Code without its comments and the insides of its strings, so that words about things are not taken for the things. */
function bare(code: string): string {
  return code
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/(^|[^:\\])\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
}

const builtins = new Set(builtinModules)

function isBuiltin(target: string): boolean {
  return target.startsWith("node:") || builtins.has(target.split("/")[0] ?? "")
}

function placeOf(file: string): { folder: string; floor: number; language: string | null } {
  const [, folder = "", language = ""] = file.split("/")
  return { folder, floor: FLOORS[folder] ?? -1, language: folder === "languages" ? language : null }
}

function resolved(file: string, target: string): string {
  return posix.join(posix.dirname(file), target).replace(/\.js$/, ".ts")
}

function importFaults(file: string, { target, typeOnly }: Import): string[] {
  const from = placeOf(file)
  if (!target.startsWith(".")) {
    const pure = from.floor >= OPERATIONS || !isBuiltin(target) || typeOnly || file in EXCEPTIONS
    return pure ? [] : [`${file} imports ${target}; below operations nothing touches the machine`]
  }
  const path = resolved(file, target)
  if (!path.startsWith("src/")) return [`${file} imports ${target}, which is not in src`]
  if (!existsSync(join(ROOT, path))) return [`${file} imports ${target}, which does not exist`]
  const to = placeOf(path)
  if (from.language !== null && to.language !== null && from.language !== to.language) {
    return [`${file} imports ${target}; a language imports no other language`]
  }
  if (from.language !== null && to.folder === "knowledge")
    return [`${file} imports ${target}; a language knows no facts`]
  const below = to.folder === from.folder || to.floor < from.floor
  return below
    ? []
    : [
        `${file} imports ${target}; ${from.folder} (floor ${from.floor}) stands not above ${to.folder} (floor ${to.floor})`,
      ]
}

function impureFaults(file: string, code: string): string[] {
  if (placeOf(file).floor >= OPERATIONS || file in EXCEPTIONS) return []
  const plain = bare(code)
  return IMPURE.filter(([form]) => form.test(plain)).map(
    ([, name]) => `${file} uses ${name}; hand it in from operations`,
  )
}

/** Chains of run-time imports that come back to where they began. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push(`import cycle: ${[...path.slice(at), file].join(" → ")}`)
    if (at >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

const files = filesUnder("src", /\.ts$/)
const faults: string[] = []
const graph = new Map<string, string[]>()
for (const file of files) {
  const code = readFileSync(join(ROOT, file), "utf8")
  if (placeOf(file).floor < 0)
    faults.push(`${file} stands on no floor; put it in a folder that architecture names`)
  const imports = importsOf(code.replace(/\/\*[^]*?\*\//g, ""))
  faults.push(...imports.flatMap((one) => importFaults(file, one)), ...impureFaults(file, code))
  const run = imports.filter((one) => !one.typeOnly && one.target.startsWith("."))
  graph.set(
    file,
    run.map((one) => resolved(file, one.target)),
  )
}
faults.push(...cycles(graph))
verdict("floors", faults, `${files.length} files stand where they should`)
