import { boundaryWeights } from "../../language/boundary.js"
import { plainForm, plainRules, type SegmentRules } from "../../language/segment-rules.js"
import { BOUNDARIES } from "./boundary-table.js"

const WEIGHTS = boundaryWeights(BOUNDARIES)

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const BEFORE_NUMBER = words("no nos art arts p pp vol para paras sec ch fig")
const CAPITAL_ONLY = words(
  "sat sun mar wed fri mon jan jun jul aug sept dec oct nov gen rep sen ill mass wash",
)

const OPENERS = words(`
  the a an this that these those it he she they we i you there here his her its their our in on at by for from with after
  before during since under as if when while although though however meanwhile moreover furthermore but and so yet both
  according earlier later also some many most all no not what who why how such another other last next`)

const DANGLING = words(`
  a an the and or but nor of to in on at by for from with into onto upon between among against about during under over
  through as than that which who whose whom where when while if because although is are was were be been has have had
  will would can could may might must shall should not its their his her our your my this these those`)

/** First parts that EWT keeps with their hyphen: pre-war, non-commercial, mid-July. */
const BOUND = words(
  "e non pre anti re mid post co over pro multi ex sub semi neo un socio micro intra inter counter mini ultra",
)

/** Where a clitic begins, counted from the end of the word. */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i
const WHOLE = /^(?:['’](?:s|re|ve|ll|d|m)|o['’]clock|ma['’]am|n['’]t)$/i
const GLUED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["alot", 1],
])
const UNIT = /^(\d[\d.,:]*)(am|pm|km|kg|cm|mm|mph|bn|mn|mm|ft|lbs?|k|gb|mb|hrs?)$/i

/** `don't` → do|n't, `Iran's` → Iran|'s, `cannot` → can|not, `10pm` → 10|pm */
function cut(word: string): readonly number[] {
  const glued = GLUED.get(word.toLowerCase())
  if (glued !== undefined) return [glued]
  const clitic = CLITIC.exec(word)
  if (clitic !== null && clitic.index > 0 && !WHOLE.test(word)) return [clitic.index]
  const unit = UNIT.exec(word)
  return unit?.[1] === undefined ? [] : [unit[1].length]
}

/** English words in the style of EWT. */
export function segmentRules(abbreviations: Iterable<string>): SegmentRules {
  return plainRules("en", {
    abbreviations: new Set(abbreviations),
    beforeNumber: BEFORE_NUMBER,
    capitalOnly: CAPITAL_ONLY,
    openers: OPENERS,
    dangling: DANGLING,
    boundaries: WEIGHTS,
    hyphens: "split",
    bound: BOUND,
    cut,
    form: plainForm,
  })
}
