import { type Dimension, type Entry, FACETS } from "./entry.js"
import { byId, type Clause, type Key, keyOf, Segment, type Sort, type Verdicts } from "./segment.js"

export interface FacetValue {
  readonly value: string
  readonly count: number
}

export interface Question {
  readonly clauses: readonly Clause[]
  readonly sort: Sort
  readonly limit: number
  /** Key and id of the entry after which to go on. */
  readonly after: readonly [Key, string] | null
  /** So many are left out before the first; 0 when nothing is said. */
  readonly offset?: number
}

export interface Found {
  readonly entries: readonly Entry[]
  readonly total: number
  readonly more: boolean
}

/** A facet names at most so many values, the most frequent. */
const MOST_VALUES = 60

/** So many changed entries are kept apart before the whole is laid out anew. */
const MOST_CHANGED = 2000

/** The entries of all records, in memory; a change costs what the changed entries cost. */
export class Catalogue {
  private base: Segment
  private changed = new Segment([])
  private places: Map<string, number>

  constructor(entries: readonly Entry[]) {
    this.base = new Segment(entries)
    this.places = new Map(entries.map((entry, at) => [entry.id, at]))
  }

  /** Takes entries out and puts others in; one with a known id takes the other's place. */
  change(gone: readonly string[], entries: readonly Entry[]): void {
    const out = new Set([...gone, ...entries.map((entry) => entry.id)])
    for (const id of out) {
      const at = this.places.get(id)
      if (at !== undefined) this.base.bury(at)
    }
    const kept = this.changed.entries.filter((entry) => !out.has(entry.id))
    this.changed = new Segment([...kept, ...entries])
    if (this.changed.entries.length > MOST_CHANGED) this.lay(this.all())
  }

  get(id: string): Entry | null {
    const changed = this.changed.entries.find((entry) => entry.id === id)
    if (changed) return changed
    const at = this.places.get(id)
    return at !== undefined && this.base.alive(at) ? (this.base.entries[at] ?? null) : null
  }

  find({ clauses, sort, limit, after, offset = 0 }: Question): Found {
    const most = offset + limit + 1
    const parts = this.segments().map((segment) => pass(segment, clauses, sort, after, most))
    const entries = parts.map((part) => part.entries).reduce((a, b) => merged(a, b, sort))
    const total = parts.reduce((sum, part) => sum + part.total, 0)
    const end = offset + limit
    return { entries: entries.slice(offset, end), total, more: entries.length > end }
  }

  /** For each facet its values with how many records have them; a facet's own choice does not narrow it. */
  facets(clauses: readonly Clause[]): Record<string, FacetValue[]> {
    const parts = this.segments().map((segment) => [segment, segment.judge(clauses)] as const)
    return Object.fromEntries(FACETS.map((facet) => [facet, counted(facet, clauses, parts)]))
  }

  get size(): number {
    return this.all().length
  }

  private all(): Entry[] {
    const kept = this.base.entries.filter((_, at) => this.base.alive(at))
    return [...kept, ...this.changed.entries]
  }

  private lay(entries: readonly Entry[]): void {
    this.base = new Segment(entries)
    this.changed = new Segment([])
    this.places = new Map(entries.map((entry, at) => [entry.id, at]))
  }

  private segments(): readonly Segment[] {
    return this.changed.entries.length > 0 ? [this.base, this.changed] : [this.base]
  }
}

function pass(
  segment: Segment,
  clauses: readonly Clause[],
  sort: Sort,
  after: Question["after"],
  most: number,
): { entries: Entry[]; total: number } {
  const { fails } = segment.judge(clauses)
  let total = 0
  for (let at = 0; at < fails.length; at++) if (fails[at] === 0) total++
  const entries: Entry[] = []
  for (const at of segment.order(sort)) {
    if (entries.length >= most) break
    const entry = segment.entries[at] as Entry
    if (fails[at] === 0 && (after === null || isAfter(entry, after, sort))) entries.push(entry)
  }
  return { entries, total }
}

function isAfter(entry: Entry, [key, id]: readonly [Key, string], sort: Sort): boolean {
  const own = keyOf(entry, sort)
  return own > key || (own === key && entry.id > id)
}

/** Two lists that are in order as one. */
function merged(a: readonly Entry[], b: readonly Entry[], sort: Sort): Entry[] {
  const out: Entry[] = []
  let next = 0
  for (const entry of a) {
    for (let other = b[next]; other && inOrder(other, entry, sort) < 0; other = b[++next])
      out.push(other)
    out.push(entry)
  }
  return [...out, ...b.slice(next)]
}

function inOrder(a: Entry, b: Entry, sort: Sort): number {
  const [x, y] = [keyOf(a, sort), keyOf(b, sort)]
  return x < y ? -1 : x > y ? 1 : byId(a, b)
}

function counted(
  facet: Dimension,
  clauses: readonly Clause[],
  parts: readonly (readonly [Segment, Verdicts])[],
): FacetValue[] {
  const own = clauses.flatMap((clause, at) =>
    "facet" in clause && clause.facet === facet ? [at] : [],
  )
  const counts = new Map<string, number>()
  for (const [segment, verdicts] of parts) segment.count(facet, verdicts, own, counts)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}
