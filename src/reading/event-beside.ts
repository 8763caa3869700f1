import type { EventHead, EventLine, Run } from "./event-line.js"

/** How many words a name may be long, on each side of its word. */
export const LONGEST = 8

/** What stands beside a word of the tables. */
export interface Beside {
  readonly from: number
  readonly to: number
  /** Words of a name before the word, with a capital or a proper noun; what of them the tables do not know. */
  readonly before: Run
  readonly after: Run
  readonly of: boolean
  readonly ordinal: boolean
  readonly year: boolean
  /** A place, state, organisation or body is named in the phrase. */
  readonly known: boolean
  readonly place: boolean
}

/** True when a run holds a word. */
export const filled = ({ from, to }: Run): boolean => to > from

/** Where the word stands behind what says more, or names have capitals. */
export function around(line: EventLine, head: EventHead): Beside {
  const left = leftOf(line, head)
  const closed = head.word.beside.has("alone") || filled(left.before)
  const right = closed ? behind(line, head) : rightOf(line, head)
  const phrase = { from: left.from, to: right.to }
  const known = contains(phrase, (t) => (t < head.from || t >= head.to) && line.known(t))
  const body = contains({ from: head.to, to: right.to }, (t) => line.is("body", t))
  return { ...left, ...right, year: left.year || right.year, known: known || body, place: false }
}

function leftOf(
  line: EventLine,
  head: EventHead,
): Pick<Beside, "from" | "before" | "ordinal" | "year"> {
  let at = head.from
  if (head.word.beside.has("year-alone"))
    while (at > head.from - 2 && line.inside(at - 1) && line.upos(at - 1) === "ADJ") at--
  const end = at
  while (at > end - LONGEST && joinsLeft(line, at - 1)) at--
  while (at < end && !line.naming(at)) at++
  let from = at
  let ordinal = false
  for (let t = at; t < head.from; t++) if (line.ordinal(t)) ordinal = true
  let year = false
  while (line.ordinal(from - 1) || line.year(from - 1)) {
    from--
    if (line.year(from)) year = true
    else ordinal = true
  }
  for (let t = at; t < end; t++) if (line.year(t)) year = true
  if (!year && end === at) from = ordinal ? from : at
  return { from: Math.min(from, head.from), before: { from: at, to: end }, ordinal, year }
}

function joinsLeft(line: EventLine, t: number): boolean {
  if (line.naming(t)) return true
  // *Вторая гражданская война*: the number has the capital of the whole name.
  if (line.upos(t) === "ADJ" && line.ordinal(t - 1) && line.capital(t - 1)) return true
  if (!line.inside(t)) return false
  if (line.glued(t + 1) && (/^[-–]$/.test(line.form(t)) || line.year(t))) return true
  if (/^[-–]$/.test(line.form(t)) || line.year(t)) return line.glued(t) || line.naming(t - 1)
  return line.is("link", t) && line.naming(t - 1) && !line.known(t - 1)
}

/** What follows a name that is whole already: *по безопасности*, a year. */
function behind(line: EventLine, head: EventHead): ReturnType<typeof rightOf> {
  const to = tailRight(line, head.to)
  const { end, year } = yearRight(line, to)
  return { to: end, after: { from: head.to, to: head.to }, of: false, year }
}

function rightOf(line: EventLine, head: EventHead): Pick<Beside, "to" | "after" | "of" | "year"> {
  let start = head.to
  let of = false
  // `session of the Security Dialogue`
  let link = start
  while (link < start + 3 && (line.is("link", link) || line.is("article", link))) link++
  const body = !line.naming(link) && line.is("body", nextNoun(line, link))
  if (body || (link > start && line.naming(link))) {
    of = true
    start = link
  }
  let to = runRight(line, start)
  if (of && to === start) to = body ? nextNoun(line, link) + 1 : start + 1
  if (!of && to === start) to = start = head.to
  const after = of ? { from: head.to, to: head.to } : { from: start, to }
  to = tailRight(line, to)
  const { end, year } = yearRight(line, to)
  return { to: end, after, of, year }
}

/** The first noun of a body within three words: *session of the security dialogue*. */
function nextNoun(line: EventLine, from: number): number {
  for (let t = from; t < from + 3; t++) if (line.is("body", t)) return t
  return from
}

/** Naming words to the right, with small words between two of them, and hyphened years. */
function runRight(line: EventLine, from: number): number {
  let to = from
  while (to < from + LONGEST && line.inside(to)) {
    if (line.naming(to) || (to > from && line.glued(to) && /^(?:[-–]|\d+)$/.test(line.form(to))))
      to++
    else {
      const over = small(line, to)
      if (to === from || over === to || !line.naming(over)) break
      to = over
    }
  }
  // *Генеральной Ассамблеи Всемирной туристской организации*: a name ends with its noun.
  if (to > from && line.upos(to - 1) === "ADJ" && line.marks === "capitals") {
    let noun = to
    while (noun < to + 3 && line.upos(noun) === "ADJ") noun++
    if (line.upos(noun) === "NOUN" && line.inside(noun)) to = noun + 1
  }
  return to
}

function small(line: EventLine, at: number): number {
  let t = at
  while (t < at + 2 && (line.is("link", t) || line.is("article", t))) t++
  return t
}

const TAIL = new Set(["NOUN", "PROPN", "X"])

/** *по безопасности*: what completes a name in small letters. */
function tailRight(line: EventLine, at: number): number {
  if (!line.is("tail", at)) return at
  let to = at + 1
  while (to < at + 4 && line.inside(to) && line.upos(to) === "ADJ") to++
  return line.inside(to) && TAIL.has(line.upos(to)) ? to + 1 : at
}

/** *2018 года*, `2018`, *سال ۲۰۱۸* right behind. */
function yearRight(line: EventLine, at: number): { end: number; year: boolean } {
  const start = line.is("year", at) && line.year(at + 1) ? at + 1 : at
  if (!line.year(start)) return { end: at, year: false }
  return { end: line.is("year", start + 1) ? start + 2 : start + 1, year: true }
}

function contains({ from, to }: Run, test: (t: number) => boolean): boolean {
  for (let t = from; t < to; t++) if (test(t)) return true
  return false
}
