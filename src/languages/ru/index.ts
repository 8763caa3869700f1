import type { Language } from "../../language/language.js"
import { numbers } from "./numbers.js"
import { rules } from "./segment.js"
import { stem, stems } from "./stem.js"
import { tables } from "./tables.js"
import { time } from "./time.js"

/** Russian. */
export const russian: Language = {
  code: "ru",
  name: "Russian",
  style: "ru_gsd-dev",
  direction: "ltr",
  grammar: {
    hasCase: true,
    agentMarkers: ["со сторона", "со стороны"],
    passiveNeedsAuxiliary: false,
    passiveVerbs: new Set(),
    agentCase: "Ins",
    bareModifierOwns: false,
    relativeWords: new Set(["который", "кто", "что"]),
    ownerMarkers: new Set(["из", "от", "при"]),
    placeMarkers: new Set(["в", "на", "во", "под", "у", "близ"]),
    locativeMarkers: new Set(["в", "на", "во", "под", "близ", "у"]),
    betweenMarkers: new Set(["между"]),
    reciprocals: new Set(["друг", "взаимно", "взаимный"]),
    negators: new Set(["не", "ни", "нет"]),
    futureAuxiliaries: new Set(["быть"]),
    perfectAuxiliaries: new Set(),
    complementMarkers: new Set(),
    ifWords: new Set(["если", "ли", "бы"]),
    purposeWords: new Set(["чтобы", "дабы"]),
  },
  segment: rules,
  time,
  numbers,
  tables,
  stem,
  stems,
}
