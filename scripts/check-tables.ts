import { EVENT_KINDS } from "../src/model/layers.js"
import { parseTable } from "../src/model/table.js"
import type { Row } from "../src/model/table.js"

/** The tables of one `data` folder, as text by name. */
export interface Folder {
  readonly code: string
  readonly tables: Readonly<Record<string, string>>
}

/** The part of the codebook that the tables are checked against. */
export interface Codes {
  readonly events: Readonly<Record<string, { readonly modes: Readonly<Record<string, unknown>> }>>
  readonly sectors: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly nonStateCountryCodes: Readonly<Record<string, string>>
}

const families = new Set(
  (
    "contact statement agreement membership exercise training arms deployment access assistance " +
    "sanction post incident measure"
  ).split(" "),
)

/** Every table, the columns it must have and those that together must not repeat. */
const shapes: Readonly<Record<string, { columns: string; unique: string }>> = {
  states: { columns: "id name kind country parent from to wikidata", unique: "id" },
  organisations: { columns: "id name kind country sectors parent from to", unique: "id" },
  "knowledge/persons": {
    columns: "id name country office sectors from to source",
    unique: "id office from",
  },
  names: { columns: "id name strength example", unique: "id name" },
  stages: { columns: "family stage meaning example", unique: "family stage" },
  persons: { columns: "id name strength example", unique: "id name" },
  demonyms: { columns: "id word pos example", unique: "id word pos" },
  prefixes: { columns: "id word example", unique: "id word" },
  fields: { columns: "field value words example", unique: "field value words" },
  events: { columns: "word kind beside example reads", unique: "word" },
  weapons: { columns: "id category country en ru fa", unique: "id" },
  frames: {
    columns: "rule predicate pos with family stage event mode roles status example reads",
    unique: "rule",
  },
}

/** What is wrong in the tables, one sentence each; empty when all is well. */
export function checkTables(
  knowledge: Folder,
  languages: readonly Folder[],
  codes: Codes,
): readonly string[] {
  const faults: string[] = []
  const facts = parsed(knowledge, faults)
  const ids = idsOf(facts)
  faults.push(...knowledgeFaults(facts, codes))
  for (const language of languages) {
    const tables = parsed(language, faults)
    for (const name of ["names", "demonyms", "persons", "prefixes"]) {
      faults.push(...unknownIds(`${language.code}/${name}`, tables.get(name) ?? [], ids))
    }
    faults.push(...fieldFaults(`${language.code}/fields`, tables.get("fields") ?? []))
    faults.push(...eventFaults(`${language.code}/events`, tables.get("events") ?? []))
    const frames = tables.get("frames") ?? []
    faults.push(...frameFaults(`${language.code}/frames`, frames, codes))
    faults.push(...stageFaults(`${language.code}/frames`, frames, facts.get("stages") ?? []))
  }
  return faults
}

function parsed(folder: Folder, faults: string[]): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, readonly Row[]>()
  for (const [name, text] of Object.entries(folder.tables)) {
    const where = `${folder.code}/${name}`
    try {
      const rows = parseTable(text)
      tables.set(name, rows)
      faults.push(...shapeFaults(where, name, rows))
    } catch (error) {
      // A line with too many or too few cells; anything else is a fault of this program.
      if (!(error instanceof RangeError)) throw error
      faults.push(`${where}: ${error.message}`)
    }
  }
  return tables
}

function shapeFaults(where: string, name: string, rows: readonly Row[]): readonly string[] {
  const shape = shapes[where] ?? shapes[name]
  const first = rows[0]
  if (shape === undefined || first === undefined) return []
  const missing = shape.columns.split(" ").filter((column) => first[column] === undefined)
  if (missing.length > 0) return [`${where}: no column ${missing.join(", ")}`]
  return repeated(where, rows, shape.unique.split(" "))
}

function repeated(where: string, rows: readonly Row[], key: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const faults: string[] = []
  for (const row of rows) {
    const value = key.map((column) => row[column]).join(" | ")
    if (seen.has(value)) faults.push(`${where}: "${value}" stands twice`)
    seen.add(value)
  }
  return faults
}

function idsOf(facts: ReadonlyMap<string, readonly Row[]>): ReadonlySet<string> {
  const rows = ["states", "organisations", "persons"].flatMap((name) => facts.get(name) ?? [])
  return new Set(rows.map((row) => row.id ?? ""))
}

function unknownIds(
  where: string,
  rows: readonly Row[],
  ids: ReadonlySet<string>,
): readonly string[] {
  const unknown = rows.filter((row) => !ids.has(row.id ?? ""))
  return unknown.map((row) => `${where}: id "${row.id}" is in no table of knowledge`)
}

function knowledgeFaults(
  facts: ReadonlyMap<string, readonly Row[]>,
  codes: Codes,
): readonly string[] {
  const ids = idsOf(facts)
  const sectors = new Set(Object.values(codes.sectors).flatMap((group) => Object.keys(group)))
  const states = new Set((facts.get("states") ?? []).map((row) => row.id ?? ""))
  const country = (code: string) => states.has(code) || code in codes.nonStateCountryCodes
  const faults: string[] = []
  for (const name of ["states", "organisations", "persons"]) {
    for (const row of facts.get(name) ?? []) {
      const at = `knowledge/${name}: ${row.id}`
      if (!country(row.country ?? "")) faults.push(`${at}: country "${row.country}" is unknown`)
      for (const other of [row.parent, row.body]) {
        if (other && !ids.has(other)) faults.push(`${at}: "${other}" is in no table`)
      }
      const unknown = (row.sectors ?? "").split("|").filter((code) => code && !sectors.has(code))
      for (const code of unknown) faults.push(`${at}: sector "${code}" is unknown`)
      const { from = "", to = "" } = row
      if (![from, to].every((day) => /^(\d{4}(-\d\d){0,2})?$/.test(day))) {
        faults.push(`${at}: "${from}" and "${to}" must be days, months or years`)
      } else if (from !== "" && to !== "" && to < from.slice(0, to.length)) {
        faults.push(`${at}: ends (${to}) before it begins (${from})`)
      }
    }
  }
  return faults
}

/** Ways in which a value is taken from the text; anything else that begins with `>` is a slip of the pen. */
const takes =
  /^>(?:words|name|quoted|title|event|named|phrase|clause|person|ordinal|date|amount(?::[a-z|]+)?)$/

function fieldFaults(where: string, rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ field = "", value = "", words = "", example = "" }) => {
    const at = `${where}: ${field} ${value}`
    const [names = "", name = ""] = field.split(".")
    const known = names.split("+").every((one) => families.has(one) || one === "ordinal")
    return [
      ...(known && name !== "" ? [] : [`${at}: "${field}" is no field of a family`]),
      ...(value.startsWith(">") && !takes.test(value) ? [`${at}: no way to take a value`] : []),
      ...(value === "" || words === "" ? [`${at}: has no value or no words`] : []),
      ...(example === "" ? [`${at}: has no example`] : []),
    ]
  })
}

const besides = new Set(
  "alone quoted before name-before after of ordinal year year-alone place states".split(" "),
)
const smallWords = new Set("ordinal link article year tail body place".split(" "))

function eventFaults(where: string, rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ word = "", kind = "", beside = "", example = "", reads = "" }) => {
    const at = `${where}: ${word}`
    const heads = EVENT_KINDS.some((known) => known === kind)
    const patterns = beside.split("|").filter((one) => one !== "")
    return [
      ...(heads || smallWords.has(kind) ? [] : [`${at}: kind "${kind}" is unknown`]),
      ...(heads === patterns.length > 0 ? [] : [`${at}: says not what may stand beside it`]),
      ...patterns.filter((one) => !besides.has(one)).map((one) => `${at}: "${one}" is no pattern`),
      ...(example !== "" && reads !== "" ? [] : [`${at}: has no example with what it reads`]),
    ]
  })
}

/** A language has no stages of its own: every one stands in knowledge/stages. */
function stageFaults(
  where: string,
  rows: readonly Row[],
  stages: readonly Row[],
): readonly string[] {
  const known = new Set(stages.map(({ family, stage }) => `${family} ${stage}`))
  const unknown = rows.filter(({ family, stage }) => !known.has(`${family} ${stage}`))
  return unknown.map(
    ({ rule, family, stage }) => `${where}: ${rule}: no stage "${family} ${stage}" in stages.tsv`,
  )
}

function frameFaults(where: string, rows: readonly Row[], codes: Codes): readonly string[] {
  const faults: string[] = []
  for (const row of rows) {
    const at = `${where}: ${row.rule}`
    const event = codes.events[row.event ?? ""]
    if (!families.has(row.family ?? "")) faults.push(`${at}: family "${row.family}" is unknown`)
    if (row.event !== "NONE" && event === undefined) {
      faults.push(`${at}: event "${row.event}" is not PLOVER's`)
    }
    if (row.mode && !(event && row.mode in event.modes)) {
      faults.push(`${at}: ${row.event} has no mode "${row.mode}"`)
    }
    if (!row.example) faults.push(`${at}: has no example`)
    if (!row.reads) faults.push(`${at}: does not say what is read from its example`)
  }
  return faults
}
