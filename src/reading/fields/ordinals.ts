import type { Words } from "../../model/claim.js"
import { type Act, wordsAt } from "./act.js"
import { cuesOf, keysAt } from "./cues.js"
import type { Found } from "./found.js"

/** Words before and after a cue in which its number is looked for. */
const BEFORE = 4
const AFTER = 2

/** Which one it is of its kind: `the 12th session`, *третье заседание*, *نشست دوازدهم*. */
export function ordinalBeside(act: Act, { from, to }: Found): (Words & { number: number }) | null {
  const order: number[] = []
  for (let t = from - 1; t >= Math.max(act.sentence.tokenFrom, from - BEFORE); t--) order.push(t)
  for (let t = to; t < Math.min(act.sentence.tokenTo, to + AFTER); t++) order.push(t)
  for (const t of order) {
    if (act.scene.tree.upos(t) === "VERB" && t !== from - 1) continue
    const number = ordinalAt(act, t)
    const words = wordsAt(act.scene, t, t + 1)
    const dated = act.dates.some(({ date }) => date.from <= words.from && words.from < date.to)
    if (number > 0 && !dated) return { ...words, number }
  }
  return null
}

function ordinalAt(act: Act, t: number): number {
  const { tree } = act.scene
  const figures = /^(\d{1,3})(?:st|nd|rd|th|-?\p{Script=Cyrillic}{1,3})$/u.exec(tree.form[t] ?? "")
  if (figures) return Number(figures[1])
  const { language } = act.lexicon
  const table = cuesOf(language)
  for (const key of keysAt(tree, t, language))
    for (const cue of table.get(key) ?? [])
      if (cue.field === "ordinal" && cue.keys.length === 1) return Number(cue.value)
  return 0
}
