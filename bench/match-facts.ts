/** Compares what was read with facts that a careful reader wrote down: family, parties, date, and the same words. */
import { compatible } from "../src/language/edtf-range.js"

/** A fact or a wrong reading as written down by hand. */
export interface Fact {
  readonly id: string
  readonly seed: string
  readonly family: string
  readonly plover: string
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly date: string
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** What a claim or record line must hold to be compared. */
export interface Line {
  readonly family: string
  readonly event: string
  readonly status: string
  readonly actor: readonly {
    readonly id: string
    readonly country: string | null
    readonly name: string
  }[]
  readonly recipient: Line["actor"]
  readonly when: { readonly edtf: string } | null
  readonly evidence: readonly {
    readonly from: number
    readonly to: number
    readonly report: string
  }[]
}

/** Long names of organisations in the facts and the ids that the ledger uses. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  EU: ["EUR"],
  "Council of Europe": ["COE"],
  "World Bank": ["WB", "IBRD"],
  "European Parliament": ["EUR.parliament"],
  "Venice Commission": ["COE.venice-commission", "VC", "Venice"],
  PACE: ["PACE", "COE.PACE", "COE.parliamentary-assembly"],
  "Valdai Discussion Club": ["VALDAI", "Valdai"],
  UN: ["UNO"],
} // prettier-ignore

/** True when a party of the ledger is the one that a fact names (`AZE:GOV/…` means any actor of that country). */
export function sameParty(code: string, party: Line["actor"][number]): boolean {
  const head = code.split(":")[0] ?? code
  const wanted = [head, ...(ALIASES[head] ?? [])].map((w) => w.toLowerCase())
  const id = party.id.toLowerCase()
  return wanted.some(
    (w) =>
      party.country?.toLowerCase() === w ||
      id === w ||
      id.startsWith(`${w}.`) ||
      party.name.toLowerCase() === w,
  )
}

/** A party that a fact only describes (`seven individuals`) cannot be compared. */
const named = (codes: readonly string[]) =>
  codes.filter(
    (c) =>
      /^[A-Z]{2,4}(:|$)/.test(c) ||
      ALIASES[c.split(":")[0] ?? ""] !== undefined ||
      /^[A-Z][A-Za-z-]+$/.test(c),
  )

const side = (codes: readonly string[], parties: Line["actor"]) =>
  named(codes).length === 0 || named(codes).some((c) => parties.some((p) => sameParty(c, p)))

/** Parties fit when each side that the fact names is met; two parties on one side, or a mutual deed, may stand either way. */
export function partiesFit(fact: Fact, line: Line): boolean {
  const all = [...line.actor, ...line.recipient]
  const sides = named([...fact.actor, ...fact.recipient])
  const mutual =
    fact.recipient.length === 0 ||
    fact.actor.length === 0 ||
    ["CONSULT", "COOPERATE", "SUPPORT", "AGREE"].includes(fact.plover)
  if (fact.recipient.length === 0 && fact.actor.length > 1)
    return sides.every((c) => all.some((p) => sameParty(c, p)))
  if (side(fact.actor, line.actor) && side(fact.recipient, line.recipient)) return true
  return mutual && fact.family !== "statement" && side(fact.actor, all) && side(fact.recipient, all)
}

/** No date on either side is no contradiction. */
export function dateFits(fact: Fact, line: Line): boolean {
  return fact.date === "" || line.when === null || compatible(fact.date, line.when.edtf)
}

export function wordsFit(fact: Fact, line: Line): boolean {
  return line.evidence.some(
    (e) => e.report === fact.seed && fact.spans.some((s) => s.from < e.to && e.from < s.to),
  )
}

/** The fact stands in the ledger in this line. */
export function stands(fact: Fact, line: Line): boolean {
  return (
    line.family === fact.family &&
    wordsFit(fact, line) &&
    partiesFit(fact, line) &&
    dateFits(fact, line)
  )
}

/** True when the wrong reading names a person and the ledger another one. */
function otherPerson(codes: readonly string[], parties: Line["actor"]): boolean {
  const surname = /:[A-Z][a-z]+ ([A-Z][a-z]+)$/.exec(codes[0] ?? "")?.[1]?.toLowerCase()
  const person = parties.find((p) => p.id.startsWith("person/"))
  return (
    surname !== undefined && person !== undefined && !person.name.toLowerCase().includes(surname)
  )
}

/** The wrong reading is in the ledger: same family, type, parties, told as having happened, with a date that the wrong one would have. */
export function misread(fact: Fact, line: Line): boolean {
  if (
    fact.family === "" ||
    line.family !== fact.family ||
    line.event !== fact.plover ||
    !wordsFit(fact, line)
  )
    return false
  if (line.status !== "occurred" && line.status !== "ongoing") return false
  const dated = fact.date === "" || (line.when !== null && compatible(fact.date, line.when.edtf))
  const actors = fact.actor.filter((a) => a !== "unknown")
  const mutual = actors.length > 1
  if (otherPerson(actors, line.actor)) return false
  return (
    dated &&
    side(actors, mutual ? [...line.actor, ...line.recipient] : line.actor) &&
    side(fact.recipient, line.recipient)
  )
}
