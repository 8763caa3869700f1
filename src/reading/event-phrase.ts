import { around, type Beside, filled } from "./event-beside.js"
import { aroundFirst } from "./event-first.js"
import type { EventHead, EventLine, Run } from "./event-line.js"
import type { Named } from "./named-events.js"

/** An event named without quotation marks, where the tables say that what stands beside the word makes a name. */
export function phraseOf(line: EventLine, head: EventHead): Named | null {
  const beside =
    line.lexicon.language.numbers.nounLast || line.marks === "capitals"
      ? around(line, head)
      : aroundFirst(line, head)
  return holds(line, head, beside)
    ? { from: beside.from, to: beside.to, kind: head.word.kind, name: nameOf(line, head, beside) }
    : null
}

/** True when one of the patterns of the word's row fits. */
function holds(line: EventLine, head: EventHead, found: Beside): boolean {
  const has = (pattern: string) => head.word.beside.has(pattern)
  const own = line.capital(head.from) || line.marks === "none"
  const { before, after } = found
  const named = filled(before) || filled(after) || found.of || found.known
  if (has("alone")) return true
  if (line.marks === "title" && !found.year && !found.ordinal)
    return has("after") && anyFresh(line, after)
  return (
    (has("before") && filled(before) && line.marks === "capitals" && own) ||
    (has("name-before") && (anyFresh(line, before) || anyAdjective(line, before))) ||
    (has("after") && (anyFresh(line, after) || (filled(after) && line.capital(head.from)))) ||
    (has("of") && found.of && own) ||
    (has("ordinal") && found.ordinal && named) ||
    (has("year") && found.year && named) ||
    (has("year-alone") && found.year) ||
    (has("place") && found.place) ||
    (has("states") && pair(line, before))
  )
}

function anyFresh(line: EventLine, { from, to }: Run): boolean {
  for (let t = from; t < to; t++) if (line.fresh(t)) return true
  return false
}

function anyAdjective(line: EventLine, { from, to }: Run): boolean {
  for (let t = from; t < to; t++) if (line.adjectival(t)) return true
  return false
}

/** `Iran-Iraq`, *российско-грузинская*: two states joined by a hyphen before the word. */
function pair(line: EventLine, { from, to }: Run): boolean {
  for (let t = from; t < to; t++) {
    const hit = line.scene.linker.hits[t]
    if ((hit?.entries.filter((e) => e.kind === "demonym").length ?? 0) > 1) return true
    if (line.known(t) && /^[-–]$/.test(line.form(t + 1)) && line.known(t + 2)) return true
  }
  return false
}

/** The name without a word of kind that is no part of it: *the Trident Juncture exercise*, *учения Flintlock*. */
function nameOf(line: EventLine, head: EventHead, { from, to, before, after }: Beside): Run {
  const whole = { from, to }
  if (line.marks !== "capitals" || line.capital(head.from)) return whole
  const { kind } = head.word
  const loose = kind === "exercise" || kind === "operation" || kind === "programme"
  if (loose && filled(before)) {
    let start = from
    while (start < before.to - 1 && !line.fresh(start) && !line.year(start)) start++
    return { from: start, to: before.to }
  }
  return filled(after) &&
    (loose || kind === "conference" || kind === "summit") &&
    anyFresh(line, after)
    ? { from: after.from, to }
    : whole
}
