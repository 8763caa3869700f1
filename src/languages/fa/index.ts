import type { Language } from "../../language/language.js"
import { numbers } from "./numbers.js"
import { rules } from "./segment.js"
import { stem, stems } from "./stem.js"
import { tables } from "./tables.js"
import { time } from "./time.js"

/** Persian. */
export const persian: Language = {
  code: "fa",
  name: "Persian",
  style: "fa_perdt-dev",
  direction: "rtl",
  grammar: {
    hasCase: false,
    agentMarkers: ["توسط", "از سوی", "از طرف", "به وسیله", "به دست"],
    passiveNeedsAuxiliary: false,
    passiveVerbs: new Set(["شد", "گردید", "گشت"]),
    agentCase: "",
    bareModifierOwns: true,
    relativeWords: new Set(["که"]),
    ownerMarkers: new Set(["از"]),
    placeMarkers: new Set(["در", "به", "داخل", "نزدیک"]),
    locativeMarkers: new Set(["در", "داخل", "نزدیک"]),
    betweenMarkers: new Set(["میان", "بین", "مابین"]),
    reciprocals: new Set(["یکدیگر", "همدیگر", "متقابل", "متقابلا"]),
    negators: new Set(["نه", "عدم"]),
    futureAuxiliaries: new Set(["خواست", "خواهد", "خواهند", "خواهم", "خواهیم"]),
    perfectAuxiliaries: new Set(),
    complementMarkers: new Set(),
    ifWords: new Set(["اگر", "چنانچه", "مگر", "درصورتی"]),
    purposeWords: new Set(["تا"]),
  },
  segment: rules,
  time,
  numbers,
  tables,
  stem,
  stems,
}
