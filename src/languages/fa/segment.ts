import { tableWords } from "../../language/segment-rules.js"
import { tables } from "./tables.js"
import { segmentRules } from "./token-rules.js"

/** End rules and token rules of Persian with the words of its tables. */
export const rules = segmentRules(tableWords(tables["abbreviations"]), tableWords(tables["words"]))
