import { DIMENSIONS, type Dimension, type Entry } from "./entry.js"

/** One demand on a record. Values of one clause are alternatives; all clauses must hold. */
export type Clause =
  | { readonly by: Dimension; readonly values: readonly string[]; readonly facet: Dimension }
  /** Overlaps these days; the undated do not. */
  | { readonly from: number; readonly to: number }
  | { readonly confidence: number }
  /** Is one of these: 1 at the number of each row that is. */
  | { readonly rows: Uint8Array }

export const SORTS = ["date", "-date", "added", "doubt", "value"] as const
export type Sort = (typeof SORTS)[number]

/** Where an entry stands in an order: smaller comes first, equal ones by id. */
export type Key = number | string

const KEYS: Readonly<Record<Sort, (entry: Entry) => Key>> = {
  date: (entry) => entry.day,
  // Undated records stay last whichever way the dates run.
  "-date": (entry) => (entry.day >= 1e9 ? 1e9 : -entry.day),
  added: (entry) => -(Date.parse(entry.added) || 0),
  doubt: (entry) => -entry.doubt,
  value: (entry) => -entry.value,
}

export function keyOf(entry: Entry, sort: Sort): Key {
  return KEYS[sort](entry)
}

/** The values of one dimension for all entries: `codes[from[i] .. from[i + 1])` are those of entry i. */
interface Column {
  readonly names: readonly string[]
  readonly codeOf: ReadonlyMap<string, number>
  readonly from: Int32Array
  readonly codes: Int32Array
}

function column(entries: readonly Entry[], name: Dimension): Column {
  const codeOf = new Map<string, number>()
  const names: string[] = []
  const from = new Int32Array(entries.length + 1)
  const codes: number[] = []
  entries.forEach((entry, at) => {
    for (const value of entry.terms[name]) {
      let code = codeOf.get(value)
      if (code === undefined) {
        code = names.push(value) - 1
        codeOf.set(value, code)
      }
      codes.push(code)
    }
    from[at + 1] = codes.length
  })
  return { names, codeOf, from, codes: Int32Array.from(codes) }
}

/** How each entry fares: 0 fits, 1 fails one clause (named in `which`), 2 fails more or is gone. */
export interface Verdicts {
  readonly fails: Uint8Array
  readonly which: Uint8Array
}

/** Entries in columns, so that a hundred thousand are filtered and counted in milliseconds. */
export class Segment {
  private readonly columns = new Map<Dimension, Column>()
  private readonly orders = new Map<Sort, Int32Array>()
  private readonly dead: Uint8Array
  private judged = new WeakMap<readonly Clause[], Verdicts>()

  constructor(readonly entries: readonly Entry[]) {
    this.dead = new Uint8Array(entries.length)
    for (const name of DIMENSIONS) this.columns.set(name, column(entries, name))
  }

  /** Takes an entry out of every answer to come. */
  bury(at: number): void {
    this.dead[at] = 1
    this.judged = new WeakMap()
  }

  alive(at: number): boolean {
    return this.dead[at] === 0
  }

  /** Remembered for as long as the same list of clauses is asked about and nothing is buried. */
  judge(clauses: readonly Clause[]): Verdicts {
    const known = this.judged.get(clauses)
    if (known) return known
    const fails = Uint8Array.from(this.dead, (gone) => gone * 2)
    const which = new Uint8Array(this.entries.length)
    clauses.forEach((clause, number) => {
      const test = this.test(clause)
      for (let at = 0; at < fails.length; at++) {
        if ((fails[at] as number) > 1 || test(at)) continue
        fails[at] = (fails[at] as number) + 1
        which[at] = number
      }
    })
    this.judged.set(clauses, { fails, which })
    return { fails, which }
  }

  /** Adds to the counts of one facet, over entries that fit or fail nothing but this facet's own clauses. */
  count(
    facet: Dimension,
    { fails, which }: Verdicts,
    own: readonly number[],
    into: Map<string, number>,
  ): void {
    const { names, from, codes } = this.columns.get(facet) as Column
    const counts = new Int32Array(names.length)
    const mine = Uint8Array.from({ length: 256 }, (_, at) => Number(own.includes(at)))
    for (let at = 0; at < fails.length; at++) {
      const failed = fails[at] as number
      if (failed > 1 || (failed === 1 && mine[which[at] as number] === 0)) continue
      for (let i = from[at] as number; i < (from[at + 1] as number); i++) {
        const code = codes[i] as number
        counts[code] = (counts[code] as number) + 1
      }
    }
    names.forEach((name, code) => {
      const more = counts[code] as number
      if (more > 0) into.set(name, (into.get(name) ?? 0) + more)
    })
  }

  /** Places of all entries in an order. */
  order(sort: Sort): Int32Array {
    const known = this.orders.get(sort)
    if (known) return known
    const keys = this.entries.map(KEYS[sort]) as number[]
    const order = Int32Array.from(this.entries.keys())
    const { entries } = this
    order.sort((a, b) => {
      const apart = (keys[a] as number) - (keys[b] as number)
      return apart !== 0 ? apart : byId(entries[a] as Entry, entries[b] as Entry)
    })
    this.orders.set(sort, order)
    return order
  }

  private test(clause: Clause): (at: number) => boolean {
    const { entries } = this
    if ("rows" in clause) return (at) => clause.rows[(entries[at] as Entry).n] === 1
    if ("confidence" in clause)
      return (at) => (entries[at] as Entry).confidence >= clause.confidence
    if ("from" in clause)
      return (at) => {
        const { day, last } = entries[at] as Entry
        return day < 1e9 && day <= clause.to && last >= clause.from
      }
    return this.valueTest(clause.by, clause.values)
  }

  private valueTest(name: Dimension, values: readonly string[]): (at: number) => boolean {
    const { names, codeOf, from, codes } = this.columns.get(name) as Column
    const wanted = new Uint8Array(names.length)
    for (const value of values) {
      const code = codeOf.get(value)
      if (code !== undefined) wanted[code] = 1
    }
    return (at) => {
      for (let i = from[at] as number; i < (from[at + 1] as number); i++)
        if (wanted[codes[i] as number] === 1) return true
      return false
    }
  }
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
