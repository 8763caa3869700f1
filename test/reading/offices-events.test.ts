import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import type { EventLayer, OfficeLayer } from "../../src/model/layers.js"
import { parseTable } from "../../src/model/table.js"
import { languages, openReader } from "../../src/operations/reader.js"
import type { Reader } from "../../src/operations/reader-type.js"

/** Shares that must be reached in each language. */
const RIGHT = 0.85

interface Row {
  readonly text: string
  readonly offices: readonly string[]
  readonly events: readonly string[]
}

let reader: Reader

beforeAll(async () => {
  reader = await openReader()
}, 300_000)

const list = (cell = "-") => (cell === "-" ? [] : cell.split("; "))

function rowsOf(code: string): readonly Row[] {
  const file = new URL(`./tables/offices-events-${code}.tsv`, import.meta.url)
  const lines = readFileSync(file, "utf8").split("\n")
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [text = "", offices, events] = line.split("\t")
      return { text, offices: list(offices), events: list(events) }
    })
}

async function found(text: string, language: string) {
  const { layers } = await reader.read({ text, language })
  const { offices, events } = layers
  for (const one of [...offices, ...events]) expect(text.slice(one.from, one.to)).toBe(one.text)
  return { offices: offices.map(officeLine), events: events.map(eventLine) }
}

const officeLine = ({ text, office, holder, of }: OfficeLayer): string =>
  [text, office, holder ?? "-", of ?? "-"].join("=")

const eventLine = ({ kind, name }: EventLayer): string => `${kind}=${name}`

/** How many of what was wanted and of what was found are the same. */
class Count {
  wanted = 0
  found = 0
  same = 0

  add(wanted: readonly string[], got: readonly string[]): boolean {
    const same = wanted.filter((one) => got.includes(one)).length
    this.wanted += wanted.length
    this.found += got.length
    this.same += same
    return same === wanted.length && same === got.length
  }

  get precision(): number {
    return this.found === 0 ? 1 : this.same / this.found
  }

  get recall(): number {
    return this.wanted === 0 ? 1 : this.same / this.wanted
  }

  toString(): string {
    return `precision ${this.precision.toFixed(3)} of ${this.found}, recall ${this.recall.toFixed(3)} of ${this.wanted}`
  }
}

describe.each(["en", "ru", "fa"])("offices and named events, %s", (code) => {
  test("most are found and right", async () => {
    const offices = new Count()
    const events = new Count()
    const misses: string[] = []
    for (const row of rowsOf(code)) {
      const got = await found(row.text, code)
      if (!offices.add(row.offices, got.offices))
        misses.push(`${row.text}: ${got.offices.join("; ")}, not ${row.offices.join("; ")}`)
      if (!events.add(row.events, got.events))
        misses.push(`${row.text}: ${got.events.join("; ")}, not ${row.events.join("; ")}`)
    }
    console.log(`${code}: offices ${offices}; events ${events}\n  ${misses.join("\n  ")}`)
    for (const { precision, recall } of [offices, events]) {
      expect(precision).toBeGreaterThanOrEqual(RIGHT)
      expect(recall).toBeGreaterThanOrEqual(RIGHT)
    }
  }, 600_000)

  test("every row of the table reads what it says from its example", async () => {
    const rows = parseTable(languages.get(code)?.tables.events ?? "")
    expect(rows.length).toBeGreaterThan(10)
    const misses: string[] = []
    for (const { word, kind, example = "", reads } of rows) {
      const { events } = await found(example, code)
      if (events.length !== 1 || events[0]?.split("=")[1] !== reads)
        misses.push(`${kind} ${word?.slice(0, 20)}: ${example}: ${events.join("; ")}, not ${reads}`)
    }
    expect(misses).toEqual([])
  }, 600_000)
})
