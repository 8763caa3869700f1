import type {
  Claim,
  Family,
  Party,
  Quantity,
  Speaker,
  When,
  Where,
  Words,
} from "../../src/model/claim.js"
import { codedAs, contextFault, countryOf, eventFault, isDate, stageFault } from "./codes.js"
import { FAMILY_FIELDS } from "./family-fields.js"
import { measured } from "./quantity.js"
import { findWords } from "./words.js"

/** A claim as coded, in the form of a line of `dragoman read` without what only a reader knows. */
export interface CodedClaim
  extends Omit<
    Claim,
    "id" | "report" | "language" | "family" | "status" | "evidence" | "confidence" | "rule"
  > {
  readonly family: string
  readonly status: string
  readonly zone: string
}

/** Says what is wrong and lets the reading go on. */
export type Complain = (message: string) => void

const FLAGS = new Set(["symmetric", "neg", "future", "hyp", "generic", "domestic"])
const FIELDS = new Set(
  "act actor recipient others when reported where by hedge quantity contexts fields zone".split(
    " ",
  ),
)
/** A code that may follow another for the same words: `British and French ships → GBR; FRA`. */
const CODE = /^[A-Z][A-Z0-9-]+(?:\.[\w-]+)*$/
const ZONES = new Set(["headline", "caption", "boilerplate"])
const HEAD = /^(\w+)\/(\w+) ([A-Z]+)(?:\.([\w-]+))? (\w+)$/

/** Reads one claim line of an item's text; null when there is no claim to be had from it. */
export function parseClaim(text: string, written: string, complain: Complain): CodedClaim | null {
  const [head = "", ...rest] = written.split(" | ").map((part) => part.trim())
  const [, family = "", stage = "", event = "", mode = "", status = ""] = HEAD.exec(head) ?? []
  if (family === "") {
    complain(`begin with "family/stage TYPE.mode status", then " | " and fields, not "${head}"`)
    return null
  }
  for (const fault of [stageFault(family, stage), eventFault(event, mode, status)])
    if (fault) complain(fault)
  const { fields, flags } = partsOf(rest, complain)
  const read = new FieldReader(text, fields, complain)
  const act = read.words("act")
  if (!act) {
    if (!fields.has("act")) complain('the claim has no act; add "act: words"')
    return null
  }
  const when = read.date("when")
  const zone = fields.get("zone") ?? "body"
  if (zone !== "body" && !ZONES.has(zone)) complain(`zone is headline, caption or boilerplate`)
  return {
    family,
    stage,
    event,
    mode,
    status,
    contexts: read.contexts(),
    act,
    actor: read.parties("actor"),
    recipient: read.parties("recipient"),
    others: read.parties("others"),
    symmetric: flags.has("symmetric"),
    when,
    reported: read.date("reported"),
    where: read.where(),
    modality: {
      negated: flags.has("neg"),
      future: flags.has("future"),
      hypothetical: flags.has("hyp"),
      generic: flags.has("generic"),
      hedge: read.words("hedge")?.text ?? "",
    },
    attribution: read.speakers(),
    quantities: read.quantities(),
    fields: read.familyFields(family),
    zone,
    scope: flags.has("domestic") ? "domestic" : "international",
  }
}

function partsOf(
  parts: readonly string[],
  complain: Complain,
): { fields: Map<string, string>; flags: Set<string> } {
  const fields = new Map<string, string>()
  const flags = new Set<string>()
  for (const part of parts) {
    const [, key, value = ""] = /^([a-z]+):\s*(.*)$/s.exec(part) ?? []
    if (key === undefined) {
      if (FLAGS.has(part)) flags.add(part)
      else complain(`"${part}" is no field and none of ${[...FLAGS].join(", ")}`)
    } else if (!FIELDS.has(key)) complain(`there is no field "${key}"; ${[...FIELDS].join(", ")}`)
    else if (fields.has(key)) complain(`"${key}" is there twice; part several by "; "`)
    else if (value === "") complain(`"${key}" is empty; leave it out`)
    else fields.set(key, value)
  }
  return { fields, flags }
}

/** Reads the fields of one claim. */
class FieldReader {
  constructor(
    private readonly text: string,
    private readonly fields: ReadonlyMap<string, string>,
    private readonly complain: Complain,
  ) {}

  words(key: string): Words | null {
    const written = this.fields.get(key)
    return written === undefined ? null : this.found(key, written)
  }

  parties(key: string): Party[] {
    return this.arrows(key).flatMap(({ words, value }): Party[] => {
      const nobody = { id: "", name: words.text, country: null, sectors: [] }
      const coded = value === "?" ? nobody : codedAs(value)
      if (typeof coded !== "string") {
        const { id, name, country, sectors } = coded
        return [{ id, name, country, sectors, role: null, ...words }]
      }
      this.complain(`${key}: ${coded}`)
      return []
    })
  }

  date(key: string): When | null {
    const [first, ...more] = this.arrows(key)
    if (more.length > 0) this.complain(`${key} has one date only`)
    if (!first) return null
    if (!isDate(first.value)) {
      this.complain(`${key}: "${first.value}" is no EDTF date`)
      return null
    }
    const basis = /\p{Nd}{4}/u.test(first.words.text) ? "explicit" : "relative"
    return { edtf: first.value, basis, ...first.words }
  }

  where(): Where | null {
    const [first, ...more] = this.arrows("where")
    if (more.length > 0) this.complain("where has one place only")
    if (!first) return null
    const country = first.value === "?" ? null : countryOf(first.value)
    if (country === null && first.value !== "?")
      this.complain(`where: "${first.value}" is no country code; write ISO alpha-3 or "?"`)
    return { name: first.words.text, country, ...first.words }
  }

  contexts(): string[] {
    const all = split(this.fields.get("contexts"), /[,;]\s*/)
    for (const context of all) {
      const fault = contextFault(context)
      if (fault) this.complain(fault)
    }
    return all
  }

  speakers(): Speaker[] {
    return split(this.fields.get("by"), / < /).flatMap((written) => {
      const words = this.found("by", written)
      return words ? [{ id: null, name: words.text, verb: "", ...words }] : []
    })
  }

  quantities(): Quantity[] {
    return this.arrows("quantity").flatMap(({ words, value }) => {
      const read = measured(value)
      if (typeof read !== "string") return [{ ...read, ...words }]
      this.complain(`quantity: ${read}`)
      return []
    })
  }

  familyFields(family: string): Record<string, string | number> {
    const known = FAMILY_FIELDS[family as Family] ?? []
    const pairs = split(this.fields.get("fields"), /;\s*/).flatMap((written) => {
      const [, key = "", value = ""] = /^([a-z_]+)=(.+)$/s.exec(written) ?? []
      if (known.includes(key)) return [[key, isNumber(value) ? Number(value) : value] as const]
      this.complain(`fields: "${written}" is none of ${known.map((k) => `${k}=`).join(" ")}`)
      return []
    })
    return Object.fromEntries(pairs)
  }

  /** The parts of a field `words → value; words → value`; a code alone belongs to the words before it. */
  private arrows(key: string): { words: Words; value: string }[] {
    let left: string | undefined
    return split(this.fields.get(key), /;\s*/).flatMap((written) => {
      const [first, second, ...more] = written.split("→").map((side) => side.trim())
      const alone = second === undefined && left !== undefined && CODE.test(written)
      if (!alone) left = first
      const value = alone ? first : second
      if (left === undefined || value === undefined || value === "" || more.length > 0) {
        this.complain(`${key}: write "words → value", several parted by "; ", not "${written}"`)
        return []
      }
      const words = this.found(key, left)
      return words ? [{ words, value }] : []
    })
  }

  private found(key: string, written: string): Words | null {
    const found = findWords(this.text, written)
    if ("words" in found) return found.words
    this.complain(`${key}: ${found.why}`)
    return null
  }
}

function split(written: string | undefined, by: RegExp): string[] {
  return (written ?? "")
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function isNumber(value: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(value)
}
