import { tableWords } from "../../language/segment-rules.js"
import { parseTable } from "../../model/table.js"
import { tables } from "./tables.js"
import { segmentRules } from "./token-rules.js"

const stems = (tense: string): ReadonlySet<string> =>
  new Set(
    parseTable(tables["verbs"] ?? "")
      .filter((row) => row["tense"] === tense)
      .map((row) => row["word"] ?? ""),
  )

/** End rules and token rules of Persian with the words of its tables. */
export const rules = segmentRules(tableWords(tables["abbreviations"]), {
  known: new Set(tableWords(tables["words"])),
  past: stems("past"),
  present: stems("present"),
})
