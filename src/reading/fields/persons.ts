import type { Words } from "../../model/claim.js"
import { type Act, wordsAt } from "./act.js"
import type { Found } from "./found.js"

/** How many words may stand between a cue and the person. */
const NEAR = 5

/** The name of a person right after a cue: `succeeding Sergei Ivanov`. */
export function personBeside(act: Act, { to }: Found): Words | null {
  const { tree, linker } = act.scene
  for (let t = to; t < Math.min(act.sentence.tokenTo, to + NEAR); t++) {
    const hit = linker.hits[t]
    if (hit?.entries.some(({ kind }) => kind === "person" || kind === "surname"))
      return wordsAt(act.scene, hit.from, hit.to)
    if (tree.analysed.names[3 * t] !== 1) continue
    let end = t + 1
    while (end < act.sentence.tokenTo && tree.analysed.names[3 * end] === 2) end++
    return wordsAt(act.scene, t, end)
  }
  return null
}
