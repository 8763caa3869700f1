import type { Language } from "../../language/language.js"
import { numbers } from "./numbers.js"
import { rules } from "./segment.js"
import { tables } from "./tables.js"
import { time } from "./time.js"

/** English. */
export const english: Language = {
  code: "en",
  name: "English",
  style: "en_ewt-train",
  direction: "ltr",
  grammar: {
    hasCase: false,
    agentMarkers: ["by"],
    passiveNeedsAuxiliary: true,
    passiveVerbs: new Set(),
    agentCase: "",
    bareModifierOwns: false,
    relativeWords: new Set(["which", "who", "that", "whom"]),
    ownerMarkers: new Set(["of", "from"]),
    placeMarkers: new Set(["in", "at", "to", "on", "near", "outside", "inside"]),
    locativeMarkers: new Set(["in", "at", "near", "inside", "outside", "across", "within"]),
    betweenMarkers: new Set(["between", "among"]),
    reciprocals: new Set(["each", "one another", "mutual", "mutually", "jointly"]),
    negators: new Set(["not", "n't", "never", "no", "neither"]),
    futureAuxiliaries: new Set(["will", "shall", "'ll"]),
    perfectAuxiliaries: new Set(["have"]),
    complementMarkers: new Set(["against", "from", "of", "about", "into"]),
    ifWords: new Set(["if", "unless", "whether"]),
    purposeWords: new Set(["so"]),
  },
  segment: rules,
  time,
  numbers,
  tables,
  stem,
  stems: (word) => [stem(word)],
}

/** English words lose a plural s: *Iranians* is found under *iranian*. */
function stem(word: string): string {
  return word.length > 4 && word.endsWith("s") && !/(ss|us|is)$/.test(word)
    ? word.slice(0, -1)
    : word
}
