import { thing } from "../knowledge/registry.js"
import type { Lexicon } from "../language/lexicon.js"
import type { DateLayer, EventKind, EventLayer, Sentence } from "../model/layers.js"
import { type EventHead, EventLine, type Run } from "./event-line.js"
import { headless } from "./event-year.js"
import { phraseOf } from "./event-phrase.js"
import { quotedBeside } from "./event-quote.js"
import type { Scene } from "./scene.js"

/** Tokens that name an event, and those of them that are its name. */
export interface Named extends Run {
  readonly kind: EventKind
  readonly name: Run
}

/** The ways in which an event is named, in their order. */
const WAYS: readonly ((line: EventLine, head: EventHead) => Named | null)[] = [
  listed,
  quotedBeside,
  phraseOf,
]

/** Every event that a text calls by a name: a word of the tables with a name, a number or a year beside it. */
export function eventsOf(
  scene: Scene,
  sentences: readonly Sentence[],
  lexicons: Pick<ReadonlyMap<string, Lexicon>, "get">,
  dates: readonly DateLayer[],
): readonly EventLayer[] {
  const out: EventLayer[] = []
  const dated = new Map<number, DateLayer[]>()
  for (const date of dates) dated.set(date.sentence, [...(dated.get(date.sentence) ?? []), date])
  for (const [index, sentence] of sentences.entries()) {
    const lexicon = sentence.zone === "metadata" ? undefined : lexicons.get(sentence.language)
    if (lexicon)
      out.push(...eventsIn(new EventLine(scene, sentence, lexicon, dated.get(index) ?? [])))
  }
  return out
}

function eventsIn(line: EventLine): EventLayer[] {
  const found: Named[] = []
  for (const head of line.heads) {
    const named = first(line, head)
    if (named) found.push(named)
  }
  for (const named of headless(line)) if (!overlaps(found, named)) found.push(named)
  return apart(found).map((named) => layer(line, named))
}

function first(line: EventLine, head: EventHead): Named | null {
  for (const way of WAYS) {
    const named = way(line, head)
    if (named) return named
  }
  return null
}

/** An operation or forum that the tables of organisations know by this name: `Operation Barkhane`. */
function listed(line: EventLine, { from, to, word }: EventHead): Named | null {
  const hit = line.scene.linker.hits[from]
  if (!hit || hit.to - hit.from <= to - from || hit.from > from || hit.to < to) return null
  if (!CALLED.has(word.kind)) return null
  const known = hit.entries.some((e) => /^(?:mission|forum)$/.test(thing(e.id)?.kind ?? ""))
  const run = { from: hit.from, to: line.year(hit.to) ? hit.to + 1 : hit.to }
  while (line.ordinal(run.from - 1)) run.from--
  return known ? { ...run, kind: word.kind, name: run } : null
}

const CALLED = new Set<EventKind>(["operation", "conference", "summit", "programme"])

const overlaps = (found: readonly Named[], { from, to }: Run): boolean =>
  found.some((other) => from < other.to && other.from < to)

/** Of events that overlap the longest stays. In text order. */
function apart(found: readonly Named[]): readonly Named[] {
  const kept: Named[] = []
  const byLength = [...found].sort((a, b) => b.to - b.from - (a.to - a.from))
  for (const named of byLength) if (!overlaps(kept, named)) kept.push(named)
  return kept.sort((a, b) => a.from - b.from)
}

function layer({ scene }: EventLine, { kind, name, ...run }: Named): EventLayer {
  const { from, to } = scene.tree.tokens
  const at = (token: number) => from[token] ?? 0
  const end = (token: number) => to[token - 1] ?? 0
  return {
    from: at(run.from),
    to: end(run.to),
    text: scene.text.slice(at(run.from), end(run.to)),
    kind,
    name: scene.text.slice(at(name.from), end(name.to)),
  }
}
