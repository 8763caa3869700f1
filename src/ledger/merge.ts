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
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
  const named = new Set(
    standing(judgements).flatMap((judgement) =>
      judgement.claims.length === 2 ? judgement.claims : [],
    ),
  )
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
  for (const { a, b } of sure(leaders)) if (groups.mayJoin(a, b)) groups.join(a, b)
  return groups.all().map((group) => withCopies(group, copies))
}

interface Edge {
  readonly a: number
  readonly b: number
  readonly points: number
}

function sure(gists: readonly Gist[]): readonly Edge[] {
  const edges: Edge[] = []
  for (const [a, b] of candidates(gists)) {
    const { verdict, points } = compare(gists[a] as Gist, gists[b] as Gist)
    if (verdict === "same") edges.push({ a, b, points })
  }
  return edges.sort((x, y) => y.points - x.points || x.a - y.a || x.b - y.b)
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
  for (const { kind, claims } of standing(judgements)) {
    if (kind !== "same" && kind !== "different" && kind !== "unsure") continue
    const [a, b] = claims.map((id) => leader.get(id) ?? id).sort()
    if (a === undefined || b === undefined) continue
    verdicts.delete(`${a} ${b}`)
    if (kind !== "unsure") verdicts.set(`${a} ${b}`, kind)
  }
  return new Map(
    [...verdicts].sort(([x, kindX], [y, kindY]) =>
      kindX === kindY ? (x < y ? -1 : 1) : kindX < kindY ? -1 : 1,
    ),
  )
}

/** Judgements that nothing took the place of, in the order in which they were made. */
export function standing(judgements: readonly Judgement[]): readonly Judgement[] {
  const gone = new Set(judgements.map((judgement) => judgement.supersedes))
  const left = judgements.filter(
    (judgement) => !gone.has(judgement.id) && judgement.kind !== "undo",
  )
  return left.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
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
