import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { Context } from "../../src/operations/context.js"
import { openReader } from "../../src/operations/reader.js"
import { who } from "../../src/operations/who.js"

/** Shares that must be reached in each language. */
const COUNTRY = 0.9
const SECTOR = 0.9
const NOBODY = 0.9

interface Row {
  readonly mention: string
  readonly country: string
  readonly sector: string
  readonly date: string
}

function rowsOf(language: string): Row[] {
  const text = readFileSync(new URL(`who-${language}.tsv`, import.meta.url), "utf8")
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  return lines.map((line) => {
    const [mention = "", country = "", sector = "", date = ""] = line.split("\t")
    return { mention, country, sector, date }
  })
}

let context: Context

beforeAll(() => {
  context = new Context({ openReader: () => openReader(), now: () => "2026-01-01T00:00:00Z" })
})

describe.each(["en", "ru", "fa"])("whom a mention means, %s", (language) => {
  test("country, first sector, and nobody for nobody, in nine of ten", async () => {
    const counts = { country: [0, 0], sector: [0, 0], nobody: [0, 0] }
    const misses: string[] = []
    const count = (kind: keyof typeof counts, right: boolean, miss: string): void => {
      const of = counts[kind]
      of[1] = (of[1] ?? 0) + 1
      if (right) of[0] = (of[0] ?? 0) + 1
      else misses.push(miss)
    }
    for (const { mention, country, sector, date } of rowsOf(language)) {
      const said = await who.run({ text: mention, language, date }, context)
      const got = `${said.id} ${said.country} ${said.sectors.join("|")}`
      const miss = `${mention} ${date}: ${got}, not ${country} ${sector}`
      if (country === "nobody") count("nobody", said.id === null && said.country === null, miss)
      else {
        count("country", (said.country ?? "-") === country, miss)
        count("sector", (said.sectors[0] ?? "-") === sector, miss)
      }
    }
    const share = ([right = 0, all = 1]: readonly number[]): number => right / all
    const told = Object.entries(counts).map(
      ([kind, of]) => `${kind} ${share(of).toFixed(3)} of ${of[1]}`,
    )
    console.log(
      `${language}: ${told.join(", ")}\n${[...new Set(misses)].map((miss) => `  ${miss}`).join("\n")}`,
    )
    expect(share(counts.country)).toBeGreaterThanOrEqual(COUNTRY)
    expect(share(counts.sector)).toBeGreaterThanOrEqual(SECTOR)
    expect(share(counts.nobody)).toBeGreaterThanOrEqual(NOBODY)
  }, 300_000)
})
