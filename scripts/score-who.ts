/**
 * Scores whom mentions mean, against a file of cases:
 *
 *     npx tsx scripts/score-who.ts FILE.jsonl [--misses]    lines with text, context, country, date, expect {country, code_1}, expectNone
 *     npx tsx scripts/score-who.ts FILE.tsv LANGUAGE [--misses]    mention, country, first sector, date
 */
import { readFileSync } from "node:fs"
import { Context } from "../src/operations/context.js"
import { openReader } from "../src/operations/reader.js"
import { who } from "../src/operations/who.js"

interface Case {
  readonly text: string
  readonly context: string | null
  readonly language: string
  readonly date: string
  /** Null: not asked; empty: none must be said. */
  readonly country: string | null
  readonly sector: string | null
  readonly nobody: boolean
}

/** Older names of PLOVER's sectors, and those that say nothing. */
const RENAMED: Readonly<Record<string, string>> = { HLH: "MED", CIV: "CVL", BUD: "REL" }
const NONE = new Set(["UNK", "JNK"])

function ofJson(line: string): Case {
  const { text, context, country, date, expect = {}, expectNone } = JSON.parse(line)
  const { country: state, code_1: code } = expect
  const none = NONE.has(code) && state === ""
  return {
    text,
    context: context ?? country ?? null,
    language: "en",
    date: date ?? "",
    country: expectNone || none ? null : (state ?? null),
    sector:
      expectNone || none || code === undefined
        ? null
        : NONE.has(code)
          ? ""
          : (RENAMED[code] ?? code),
    nobody: expectNone === true || none,
  }
}

function ofTable(line: string, language: string): Case {
  const [text = "", country = "", sector = "", date = "", context = ""] = line.split("\t")
  const nobody = country === "nobody"
  const value = (of: string) => (nobody ? null : of === "-" ? "" : of)
  return {
    text,
    context: context === "" ? null : context,
    language,
    date,
    nobody,
    country: value(country),
    sector: value(sector),
  }
}

const [file = "", language = "en"] = process.argv.slice(2)
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
const cases = lines.map((line) =>
  file.endsWith(".jsonl") ? ofJson(line) : ofTable(line, language),
)
const counts = { country: [0, 0], sector: [0, 0], nobody: [0, 0] }
const misses: string[] = []
const context = new Context({ openReader: () => openReader(), now: () => "2026-01-01T00:00:00Z" })

for (const one of cases) {
  const { text, language: code, date } = one
  const said = await who.run({ text, context: one.context, language: code, date }, context)
  const answer = `${said.id} ${said.country} ${said.sectors.join("|")} ${said.office ?? ""} ${said.score}`
  const count = (kind: keyof typeof counts, right: boolean, want: string) => {
    const of = counts[kind]
    of[1] = (of[1] ?? 0) + 1
    if (right) of[0] = (of[0] ?? 0) + 1
    else misses.push(`  ${kind}: ${text} ${date}: ${answer}, not ${want}`)
  }
  if (one.nobody) count("nobody", said.country === null && said.person === null, "nobody")
  if (one.country !== null) count("country", (said.country ?? "") === one.country, one.country)
  if (one.sector !== null) count("sector", (said.sectors[0] ?? "") === one.sector, one.sector)
}

const share = ([right = 0, all = 0]: readonly number[]) =>
  `${(right / Math.max(1, all)).toFixed(3)} of ${all}`
console.log(
  `country ${share(counts.country)}, first sector ${share(counts.sector)}, nobody ${share(counts.nobody)}`,
)
if (process.argv.includes("--misses")) console.log(misses.join("\n"))
