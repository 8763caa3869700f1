import type { EventHead, EventLine, Run } from "./event-line.js"
import type { Named } from "./named-events.js"

/** How many words may stand between a word and its quoted name: *учения ВМС под названием «…»*. */
const NEAR = 5

/** `operation "Desert Fox"`, *учения «Запад»*, `the "Super Garuda Shield" exercise`: a name in quotation marks. */
export function quotedBeside(line: EventLine, head: EventHead): Named | null {
  if (!head.word.beside.has("quoted")) return null
  const inner = after(line, head) ?? before(line, head)
  if (!inner) return null
  let from = Math.min(head.from, inner.from - 1)
  const to = Math.max(head.to, inner.to + 1)
  while (line.ordinal(from - 1)) from--
  return { from, to, kind: head.word.kind, name: inner }
}

function after(line: EventLine, head: EventHead): Run | null {
  for (let t = head.to; t <= head.to + NEAR && line.inside(t); t++) {
    const quote = line.quotes.find((q) => q.from === t + 1)
    if (quote) return isName(line, quote) ? quote : null
    if (stops(line, t) || line.heads.some((other) => other.from === t)) return null
  }
  return null
}

function before(line: EventLine, head: EventHead): Run | null {
  for (let t = head.from - 1; t >= head.from - 3 && line.inside(t); t--) {
    const quote = line.quotes.find((q) => q.to === t)
    // Behind its name a word of kind stands in languages that put what says more before the noun.
    if (quote) return isName(line, quote) && line.lexicon.language.numbers.nounLast ? quote : null
    if (stops(line, t) || line.heads.some((other) => other.to === t + 1)) return null
  }
  return null
}

/** A verb, a pause or a preposition parts a name from its word; a participle (*code-named*) does not. */
function stops(line: EventLine, t: number): boolean {
  if (line.is("tail", t)) return false
  const upos = line.upos(t)
  if (upos === "PUNCT" || upos === "CCONJ" || upos === "SCONJ" || upos === "PRON")
    return line.form(t) !== "-"
  return upos === "VERB" && line.scene.tree.feat(t, "VerbForm") !== "Part"
}

/** A name begins with a capital or a figure where the sentence has capitals, and is no sentence. */
export function isName(line: EventLine, { from, to }: Run): boolean {
  if (to - from > 7 || /^[.!?؟]$/.test(line.form(to - 1))) return false
  const first = line.written(from)
  return line.marks === "none" || !/^\p{Ll}/u.test(first)
}
