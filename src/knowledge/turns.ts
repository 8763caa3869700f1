import { parseTable, type Row } from "../model/table.js"
import { tables } from "./tables.js"

/** A stretch of time in which a row of a table holds; ISO dates, empty where open. */
interface Turn {
  readonly from: string
  readonly to: string
  readonly value: string
}

const read = new Map<string, ReadonlyMap<string, readonly Turn[]>>()

function turnsOf(table: string, column: string): ReadonlyMap<string, readonly Turn[]> {
  const known = read.get(table)
  if (known) return known
  const out = new Map<string, Turn[]>()
  for (const row of parseTable(tables[table] ?? "")) {
    const id = row.id ?? ""
    out.set(id, [...(out.get(id) ?? []), turnOf(row, column)])
  }
  read.set(table, out)
  return out
}

function turnOf(row: Row, column: string): Turn {
  return { from: row.from ?? "", to: row.to ?? "", value: row[column] ?? "" }
}

function at(turns: readonly Turn[] | undefined, day: string): string | null {
  const found = turns?.find(
    ({ from, to }) => (from === "" || from <= day) && (to === "" || to.padEnd(10, "9") >= day),
  )
  return found?.value ?? null
}

/** What a group was at a day (ISO), where that differs from what it is otherwise: the Taliban governed in 2000; or null. */
export function sectorsAt(id: string, day: string): readonly string[] | null {
  const value = at(turnsOf("turns", "sectors").get(id), day)
  return value === null ? null : value.split("|").filter((sector) => sector !== "")
}

/** The state whose capital a state's capital was at a day (ISO): SUN for RUS in 1985; or null. */
export function earlierState(id: string, day: string): string | null {
  return at(turnsOf("earlier", "earlier").get(id), day)
}
