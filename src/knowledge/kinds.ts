import { parseTable } from "../model/table.js"
import { tables } from "./tables.js"

/** What an act of some kind and type usually is: its PLOVER mode, and whether it is mutual. Counted in `data/claims`. */
export interface Kind {
  readonly mode: string
  readonly mutual: boolean
}

let known: ReadonlyMap<string, Kind> | null = null

/** The usual mode and symmetry of a kind (family/stage) with a type; no mode, not mutual when it was never seen. */
export function usualKind(family: string, stage: string, event: string): Kind {
  known ??= new Map(
    parseTable(tables.kinds ?? "").map((row) => [
      `${row.family}/${row.stage} ${row.event}`,
      { mode: row.mode ?? "", mutual: row.mutual === "yes" },
    ]),
  )
  return known.get(`${family}/${stage} ${event}`) ?? { mode: "", mutual: false }
}
