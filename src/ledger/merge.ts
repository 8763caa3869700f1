import type { Judgement } from "../model/judgement.js"
import { candidates } from "./blocking.js"
import { type Comparison, compare } from "./compare.js"
import type { Gist } from "./gist.js"

/**
 * Groups of claims that tell of one deed. What people judged comes first; then pairs from the surest down, and two
 * groups become one only when no claim of the one is different from a claim of the other, so that
 * A like B and B like C never join an A and a C that exclude each other. The order of the input does not matter.
 */
export function merge(
  claims: readonly Gist[],
  judgements: readonly Judgement[] = [],
): readonly (readonly Gist[])[] {
  return mergeWithDoubts(claims, judgements).groups
}

/** Two claims of different groups that may tell of one deed after all. */
export interface Doubt {
  readonly a: string
  readonly b: string
  readonly points: number
  readonly why: string
}

/** The same groups, and what is close enough to ask a person about. */
export function mergeWithDoubts(
  claims: readonly Gist[],
  judgements: readonly Judgement[] = [],
): { readonly groups: readonly (readonly Gist[])[]; readonly doubts: readonly Doubt[] } {
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
  const named = new Set(standing(judgements).flatMap(pairsOf).flat())
  const { leaders, copies } = withoutCopies(sorted, named)
  const groups = new Groups(leaders)
  const places = new Map(leaders.map((gist, at) => [gist.id, at]))
  const verdicts = judged(judgements, copies)
  for (const [key, kind] of verdicts) {
    const [a, b] = key.split(" ").map((id) => places.get(id))
    if (a === undefined || b === undefined || a === b) continue
    if (kind === "same") groups.weld(a, b)
    else groups.part(a, b)
  }
  const { sure, near } = edgesOf(leaders)
  for (const { a, b } of sure) if (groups.mayJoin(a, b)) groups.join(a, b)
  const doubts = doubtsOf([...sure, ...near], groups, leaders).filter(
    ({ a, b }) => !verdicts.has(`${a} ${b}`),
  )
  return { groups: groups.all().map((group) => withCopies(group, copies)), doubts }
}

interface Edge {
  readonly a: number
  readonly b: number
  readonly points: number
  readonly why: string
}

/** From here on two claims that are not surely one deed are worth a person's look. */
const NEAR = 2

function edgesOf(gists: readonly Gist[]): { sure: readonly Edge[]; near: readonly Edge[] } {
  const [sure, near]: [Edge[], Edge[]] = [[], []]
  for (const [a, b] of candidates(gists)) {
    const { verdict, points, why } = compare(gists[a] as Gist, gists[b] as Gist)
    if (verdict === "same") sure.push({ a, b, points, why })
    else if (verdict === "open" && points >= NEAR) near.push({ a, b, points, why })
  }
  return { sure: sure.sort(surestFirst), near: near.sort(surestFirst) }
}

function surestFirst(x: Edge, y: Edge): number {
  return y.points - x.points || x.a - y.a || x.b - y.b
}

/** The surest pair of claims for every two groups that nearly became one. */
function doubtsOf(edges: readonly Edge[], groups: Groups, gists: readonly Gist[]): Doubt[] {
  const best = new Map<string, Doubt>()
  for (const { a, b, points, why } of edges) {
    const [left, right] = [groups.find(a), groups.find(b)].sort((x, y) => x - y)
    const key = `${left} ${right}`
    if (left === right || best.has(key)) continue
    const [x = "", y = ""] = [(gists[a] as Gist).id, (gists[b] as Gist).id].sort()
    best.set(key, { a: x, b: y, points, why })
  }
  return [...best.values()]
}

/** Claims that say the same in the same words (a wire item in fifty papers) are compared once, unless somebody judged them. */
function withoutCopies(
  gists: readonly Gist[],
  named: ReadonlySet<string>,
): { leaders: Gist[]; copies: Map<string, Gist[]> } {
  const copies = new Map<string, Gist[]>()
  const leaderOf = new Map<string, Gist>()
  for (const gist of gists) {
    const key = named.has(gist.id) ? gist.id : signature(gist)
    const leader = leaderOf.get(key)
    if (leader) copies.get(leader.id)?.push(gist)
    else {
      leaderOf.set(key, gist)
      copies.set(gist.id, [gist])
    }
  }
  return { leaders: [...leaderOf.values()], copies }
}

function signature(gist: Gist): string {
  const { claim, family, group, actors, recipients, all, persons, furniture, passage } = gist
  const longEnough = gist.days !== null || furniture || gist.words.size >= 6
  const parts = [
    family,
    group,
    gist.stage,
    claim.event,
    claim.when?.edtf,
    claim.where?.country,
    claim.where?.name,
    furniture,
  ]
  const sides = [actors, recipients, all, persons, gist.offices].map((side) => side.join("+"))
  return [...parts, ...sides, passage, longEnough ? "" : gist.report].join("\u0000")
}

/** The last word on each pair of leaders: `same` or `different`; judgements that were superseded do not count. */
function judged(
  judgements: readonly Judgement[],
  copies: ReadonlyMap<string, readonly Gist[]>,
): Map<string, string> {
  const leader = new Map<string, string>()
  for (const [id, list] of copies) for (const gist of list) leader.set(gist.id, id)
  const verdicts = new Map<string, string>()
  for (const judgement of standing(judgements))
    for (const pair of pairsOf(judgement)) {
      const key = pair
        .map((id) => leader.get(id) ?? id)
        .sort()
        .join(" ")
      verdicts.delete(key)
      if (judgement.kind !== "unsure") verdicts.set(key, judgement.kind)
    }
  return new Map(
    [...verdicts].sort(([x, kindX], [y, kindY]) =>
      kindX === kindY ? (x < y ? -1 : 1) : kindX < kindY ? -1 : 1,
    ),
  )
}

/** The claims that a judgement holds against each other, two by two. */
export function pairsOf({ kind, claims, against }: Judgement): (readonly [string, string])[] {
  if (kind !== "same" && kind !== "different" && kind !== "unsure") return []
  const [first, second] = claims
  if (against) return claims.flatMap((a) => against.map((b) => [a, b] as const))
  return first === undefined || second === undefined ? [] : [[first, second]]
}

/**
 * Judgements that nothing took the place of, in the order in which they were made. What was undone counts no
 * more; an undo that was itself undone counts no more either.
 */
export function standing(judgements: readonly Judgement[]): readonly Judgement[] {
  const gone = new Set<string>()
  const left: Judgement[] = []
  for (const judgement of inOrder(judgements).reverse()) {
    if (gone.has(judgement.id)) continue
    if (judgement.supersedes !== null) gone.add(judgement.supersedes)
    if (judgement.kind !== "undo") left.push(judgement)
  }
  return left.reverse()
}

/** By time, then by id. */
export function inOrder(judgements: readonly Judgement[]): Judgement[] {
  return [...judgements].sort((a, b) => {
    if (a.at === b.at) return a.id < b.id ? -1 : 1
    return a.at < b.at ? -1 : 1
  })
}

function withCopies(
  group: readonly Gist[],
  copies: ReadonlyMap<string, readonly Gist[]>,
): readonly Gist[] {
  return group
    .flatMap((gist) => copies.get(gist.id) ?? [gist])
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Union–find that remembers which groups were judged apart and refuses to chain. */
class Groups {
  private readonly parent: number[]
  private readonly members: number[][]
  /** Claims that a person joined stand together: what fits one of them fits them all. */
  private readonly weldOf: number[]
  private readonly apart = new Set<string>()
  private readonly compared = new Map<number, Comparison["verdict"]>()

  constructor(private readonly gists: readonly Gist[]) {
    this.parent = gists.map((_, at) => at)
    this.members = gists.map((_, at) => [at])
    this.weldOf = gists.map((_, at) => at)
  }

  find(at: number): number {
    let root = at
    while (this.parent[root] !== root) root = this.parent[root] as number
    this.parent[at] = root
    return root
  }

  join(a: number, b: number): void {
    const [keep, drop] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    if (keep === drop) return
    this.parent[drop] = keep
    this.members[keep]?.push(...(this.members[drop] ?? []))
    this.members[drop] = []
  }

  /** Joins because a person said so, whatever speaks against it. */
  weld(a: number, b: number): void {
    this.join(a, b)
    const weld = this.find(a)
    for (const at of this.of(weld)) this.weldOf[at] = weld
  }

  part(a: number, b: number): void {
    this.apart.add(a < b ? `${a} ${b}` : `${b} ${a}`)
  }

  mayJoin(a: number, b: number): boolean {
    const [left, right] = [this.find(a), this.find(b)]
    if (left === right) return false
    const welds = this.weldsOf(right)
    return this.weldsOf(left).every((x) => welds.every((y) => this.bearable(x, y)))
  }

  all(): readonly (readonly Gist[])[] {
    return this.members
      .filter((list) => list.length > 0)
      .map((list) => list.map((at) => this.gists[at] as Gist))
  }

  private of(root: number): readonly number[] {
    return this.members[root] ?? []
  }

  private weldsOf(root: number): readonly (readonly number[])[] {
    const welds = new Map<number, number[]>()
    for (const at of this.of(root)) {
      const weld = this.weldOf[at] as number
      welds.set(weld, [...(welds.get(weld) ?? []), at])
    }
    return [...welds.values()]
  }

  /** Nobody parted them, and at least one claim of the one may be the same as one of the other. */
  private bearable(left: readonly number[], right: readonly number[]): boolean {
    const pairs = left.flatMap((x) =>
      right.map((y) => (x < y ? ([x, y] as const) : ([y, x] as const))),
    )
    if (pairs.some(([x, y]) => this.apart.has(`${x} ${y}`))) return false
    return pairs.some(([x, y]) => this.verdict(x, y) !== "different")
  }

  private verdict(x: number, y: number): Comparison["verdict"] {
    const key = x * this.gists.length + y
    const known = this.compared.get(key)
    if (known !== undefined) return known
    const { verdict } = compare(this.gists[x] as Gist, this.gists[y] as Gist)
    this.compared.set(key, verdict)
    return verdict
  }
}
