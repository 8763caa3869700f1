import { type Term, termAt } from "../knowledge/registry.js"
import type { Entry } from "../language/gazetteer.js"

/** What the words around a name, and the report's date, say of whom it names. */
export interface NameHints {
  /** Day of the report (EDTF), or null. */
  readonly day: string | null
  readonly office: string | null
  readonly country: string | null
}

/**
 * The person whom a name means that several bear: a full name before a surname; then whoever holds the office named, is of
 * the state named, or is in office at the day. Null when the words speak against every one of them.
 */
export function namesake(entries: readonly Entry[], hints: NameHints): Entry | null {
  const persons = entries.filter((e) => e.kind === "person" || e.kind === "surname")
  const full = persons.filter((e) => e.kind === "person")
  const some = full.length > 0 ? full : persons
  let best: Entry | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const entry of some) {
    const weight = weigh(termAt(entry.id, hints.day), hints)
    if (weight <= most) continue
    best = entry
    most = weight
  }
  return full.length === 0 && most < 0 ? null : best
}

function weigh(term: Term | null, { day, office, country }: NameHints): number {
  if (!term) return 0
  let weight = 0
  if (country !== null) weight += term.country === country ? 8 : -12
  if (office !== null && related(term.office, office)) weight += 4
  if (day !== null && term.from !== "" && term.from > day) weight -= 3
  else if (day !== null && (term.to === "" || term.to.padEnd(10, "9") >= day)) weight += 2
  return weight
}

/** `minister` and `foreign-minister` may be one office. */
function related(held: string, said: string): boolean {
  return held === said || held.endsWith(`-${said}`) || said.endsWith(`-${held}`)
}
