import type { Row } from "../model/table.js"

/** One alternative way to fill a role: functions of which the first filled counts, or which count together. */
export interface RoleRule {
  readonly role: "actor" | "recipient" | "others"
  /** Outer list: alternatives in order; inner list: functions taken together. */
  readonly ways: readonly (readonly string[])[]
}

export interface Condition {
  readonly negated: boolean
  /** A function, `words` or `ccomp`. */
  readonly place: string
  /** Lemmas and `@classes` of which one must be there; empty: filled at all; `ACTOR`: holds a party. */
  readonly wanted: readonly string[]
}

/** A row of `frames.tsv`: which predicate may mean which act, and which function fills which role. */
export interface Frame {
  readonly rule: string
  /** Alternatives; each is the words of the predicate. */
  readonly predicates: readonly (readonly string[])[]
  readonly pos: string
  readonly conditions: readonly Condition[]
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly mode: string
  readonly roles: readonly RoleRule[]
  readonly symmetric: boolean
  readonly status: string
  readonly example: string
  readonly reads: string
}

const list = (cell: string, by: string): string[] =>
  cell
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== "")

/** Reads one row of `frames.tsv`. @throws RangeError when a condition or role cannot be read. */
export function frameOf(row: Row): Frame {
  const roles: RoleRule[] = []
  let symmetric = false
  for (const part of list(row.roles ?? "", ";")) {
    if (part === "symmetric") symmetric = true
    else roles.push(roleOf(part, row.rule ?? ""))
  }
  return {
    rule: row.rule ?? "",
    predicates: list(row.predicate ?? "", "|").map((p) => p.split(/\s+/)),
    pos: row.pos ?? "v",
    conditions: list(row.with ?? "", ";").map(conditionOf),
    family: row.family ?? "",
    stage: row.stage ?? "",
    event: row.event ?? "",
    mode: row.mode ?? "",
    roles,
    symmetric,
    status: row.status ?? "",
    example: row.example ?? "",
    reads: row.reads ?? "",
  }
}

function roleOf(part: string, rule: string): RoleRule {
  const [role = "", ways = ""] = part.split("=").map((p) => p.trim())
  if (role !== "actor" && role !== "recipient" && role !== "others")
    throw new RangeError(`frame ${rule}: no role "${role}"`)
  return { role, ways: list(ways, "|").map((way) => list(way, "+")) }
}

function conditionOf(part: string): Condition {
  const negated = part.startsWith("!")
  const [place = "", wanted = ""] = (negated ? part.slice(1) : part).split("=").map((p) => p.trim())
  return { negated, place, wanted: list(wanted, "|") }
}
