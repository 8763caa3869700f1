import type { When } from "../../model/claim.js"
import type { PlacedDate } from "../claim-date.js"
import { type Act, distance, type Field, OTHER, tierOf, wordsOf } from "./act.js"
import type { Found } from "./found.js"

/** How far a date may stand from its cue. */
const FAR = 4
/** Fields that hold the end of a stretch of time. */
const END = /(?:^|_)(?:to|end|departure)$/

/** Fields that hold a stretch of time as it stands. */
const WHOLE = new Set(["fiscal_year", "as_of"])

/** Gives each cue of a date the date nearest to it: `expires in 2012`, `from 2001`. */
export function datesByCue(act: Act, cues: readonly Found[]): ReadonlyMap<string, Field> {
  const pairs = cues.flatMap((found) =>
    datesOf(act).map((one) => ({ found, one, cost: costOf(act, found, one) })),
  )
  const out = new Map<string, Field>()
  for (const { found, one, cost } of pairs.sort((a, b) => a.cost - b.cost)) {
    const { field } = found.cue
    const edtf = one.date.edtf ?? ""
    const value = WHOLE.has(field) ? edtf : half(edtf, END.test(field) ? "end" : "start")
    if (cost <= FAR && value && !out.has(field)) out.set(field, { value, ...wordsOf(one.date) })
  }
  return out
}

/** The dates that may speak of the act. */
function datesOf(act: Act): readonly PlacedDate[] {
  return act.dates.filter(
    ({ date, token }) =>
      date.edtf !== null && (date.from === act.when?.from || tierOf(act, token) < OTHER),
  )
}

function costOf(act: Act, found: Found, { date, token }: PlacedDate): number {
  const { tokens } = act.scene.tree
  const at = tokens.from[found.from] ?? 0
  if (date.from <= at && at < date.to) return 0
  const before = date.from - (tokens.to[found.to - 1] ?? 0)
  if (before >= 0 && before <= 2) return 0.5
  return Math.min(distance(act, token, found.from), distance(act, token, found.to - 1))
}

/** One end of an interval, or the date itself where it is none; "" where that end is open. */
function half(edtf: string, which: "start" | "end"): string {
  if (!edtf.includes("/")) return edtf
  const [start = "", end = ""] = edtf.split("/")
  const part = which === "start" ? start : end
  return part === ".." ? "" : part
}

/** Start and end under their own names, from a stretch of time that the words give: `from 2003 to 2008`, `until 2012`. */
export function stretch(
  act: Act,
  [start, end]: readonly [string, string],
): Readonly<Record<string, Field>> {
  const spans = datesOf(act).filter(({ date }) => date.edtf?.includes("/") && !yearly(date.edtf))
  const best = spans.sort(
    (a, b) => distance(act, a.token, act.match.token) - distance(act, b.token, act.match.token),
  )[0]
  return best ? ends({ ...best.date, edtf: best.date.edtf ?? "" }, [start, end]) : {}
}

/** A fiscal year is an interval, but no stretch of time of a deed. */
function yearly(edtf: string): boolean {
  const [from = "", to = ""] = edtf.split("/")
  return (
    /-\d\d$/.test(from) &&
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) === 1 &&
    Number(from.slice(5, 7)) - Number(to.slice(5, 7)) === 1
  ) // prettier-ignore
}

/** A date as start (and end, where it is an interval). */
export function ends(
  when: Pick<When, "edtf" | "from" | "to" | "text">,
  [start, end]: readonly [string, string],
): Readonly<Record<string, Field>> {
  const out: Record<string, Field> = {}
  const first = half(when.edtf, "start")
  const last = when.edtf.includes("/") ? half(when.edtf, "end") : ""
  if (first) out[start] = { value: first, ...wordsOf(when) }
  if (last) out[end] = { value: last, ...wordsOf(when) }
  return out
}

/** A date in words: not one that only the report's own date gives. */
export function printed(when: When | null): When | null {
  return when && when.basis !== "document" && when.text.trim() !== "" ? when : null
}
