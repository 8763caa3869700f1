import { type Beside, LONGEST } from "./event-beside.js"
import type { EventHead, EventLine } from "./event-line.js"

const FOLLOWS = new Set(["NOUN", "ADJ", "PROPN", "X", "NUM"])

/** Where the word stands first and capitals mark nothing: Persian. */
export function aroundFirst(line: EventLine, head: EventHead): Beside {
  let from = head.from
  let ordinal = false
  while (line.ordinal(from - 1)) {
    from--
    ordinal = true
  }
  const limit = head.word.beside.has("alone") ? head.to : ends(line, head)
  let to = head.to
  let known = false
  let place = false
  let year = false
  let after = head.to
  for (let t = head.to; t < limit; t++) {
    if (line.ordinal(t)) ordinal = true
    else if (line.year(t)) {
      year = true
      if (line.upos(t - 1) === "NOUN" && !line.is("year", t - 1) && t > head.to) known = true
    } else if (line.fresh(t)) {
      if (t === to && (t === head.to || after === t || /^flat/.test(line.scene.tree.rel(t))))
        after = t + 1
      else if (!ordinal) break
    } else if (line.known(t)) {
      if (place && !ordinal && line.upos(t - 1) !== "CCONJ") break
      known = true
      if (isPlace(line, t, head)) place = true
    } else if (line.is("body", t) && ordinal) known = true
    else continue
    to = t + 1
  }
  if (ordinal && known) to = Math.max(to, under(line, head, limit))
  const run = { from: head.to, to: after }
  return {
    from,
    to,
    before: { from, to: from },
    after: run,
    of: false,
    ordinal,
    year,
    known,
    place,
  }
}

/** The end of the words that may belong to a phrase that begins with its noun. */
function ends(line: EventLine, head: EventHead): number {
  let t = head.to
  while (t < head.to + LONGEST && line.inside(t)) {
    if (line.heads.some((other) => other.from === t)) break
    const and = line.upos(t) === "CCONJ" && line.known(t - 1) && line.known(t + 1)
    const joined = line.is("year", t) && line.year(t + 1)
    if (!and && !joined && !FOLLOWS.has(line.upos(t))) break
    if (line.upos(t) === "X" && (/^\p{P}$/u.test(line.form(t)) || line.is("link", t))) break
    if (line.scene.tree.rel(t) === "compound:lvc" && line.upos(t) !== "PROPN") break
    t++
  }
  return t
}

/** The end of those words behind the head that hang on it. */
function under(line: EventLine, head: EventHead, limit: number): number {
  let to = head.to
  for (let t = head.to; t < limit; t++)
    if (line.upos(t) !== "X" && line.scene.tree.isUnder(t, head.from)) to = t + 1
  return to
}

/** A town or region, or a state where an event is called after states; right behind the word but for adjectives. */
function isPlace(line: EventLine, t: number, head: EventHead): boolean {
  const state = line.scene.linker.hits[t]?.entries.some(
    (e) => e.id.length === 3 && e.kind === "name",
  )
  if (state && !head.word.beside.has("states")) return false
  for (let u = head.to; u < t; u++)
    if (line.upos(u) === "NOUN" && !line.ordinal(u) && !line.known(u)) return false
  return true
}
