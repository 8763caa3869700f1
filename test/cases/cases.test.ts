import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { openReader } from "../../src/operations/reader.js"
import type { Reader } from "../../src/operations/reader-type.js"
import { runLanguage } from "./run.js"

/**
 * The example of every frame and every case of the languages, read by the shipped network. What is known not to come out
 * stands in known-misses.json: it must fail there too, so that the list stays true (`npx tsx scripts/cases.ts --update`).
 */
const known = JSON.parse(
  readFileSync(new URL("known-misses.json", import.meta.url), "utf8"),
) as Record<string, string[]>

describe("cases", () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await openReader()
  })

  test.each(["en", "ru", "fa"])(
    "%s: what is read from each sentence is what its case says",
    async (code) => {
      const results = await runLanguage(reader, code)
      const misses = results.filter((r) => r.why !== null).map((r) => `${r.kind} ${r.name}`)
      expect(results.length).toBeGreaterThan(500)
      expect(misses.sort()).toEqual([...(known[code] ?? [])].sort())
    },
    120_000,
  )
})
