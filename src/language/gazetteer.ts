/** What a name in the gazetteer stands for. */
export interface Entry {
  readonly id: string
  readonly kind:
    | "name"
    | "metonym"
    | "place"
    | "weak"
    | "demonym"
    | "people"
    | "role"
    | "person"
    | "surname"
  /** For roles: index into the lexicon's roles. */
  readonly role: number
  /** True when the name must be met as written (a short acronym that is also a word). */
  readonly exact: boolean
}

interface Node {
  /** Null where no name goes on: most nodes are ends, and a map is large. */
  next: Map<string, Node> | null
  entries: Entry[] | null
}

/** A hit: tokens `[from, to)` and everything that they may name. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly entries: readonly Entry[]
}

/** Names as sequences of word keys; finds the longest at each place. */
export class Gazetteer {
  private readonly root: Node = { next: null, entries: null }

  add(keys: readonly string[], entry: Entry): void {
    let node = this.root
    for (const key of keys) {
      node.next ??= new Map()
      const next: Node = node.next.get(key) ?? { next: null, entries: null }
      node.next.set(key, next)
      node = next
    }
    if (node === this.root) return
    node.entries ??= []
    if (!node.entries.some((e) => e.id === entry.id && e.kind === entry.kind))
      node.entries.push(entry)
  }

  /** Longest name that begins at token `at`; `keys(i)` gives the keys under which token i may be found, surest first. */
  longest(at: number, end: number, keys: (token: number) => readonly string[]): Hit | null {
    let best: Hit | null = null
    let nodes: Node[] = [this.root]
    for (let i = at; i < end && nodes.length > 0 && i < at + 14; i++) {
      const reached: Node[] = []
      for (const node of nodes)
        for (const key of keys(i)) {
          const next = node.next?.get(key)
          if (next && !reached.includes(next)) reached.push(next)
        }
      const named = reached.find((node) => node.entries !== null)
      if (named?.entries) best = { from: at, to: i + 1, entries: named.entries }
      nodes = reached
    }
    return best
  }
}
