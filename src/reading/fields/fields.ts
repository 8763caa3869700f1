import type { Words } from "../../model/claim.js"
import { type Act, type Field, type Fields, tierOf, wordsAt, wordsOf } from "./act.js"
import { amountField, amountsByCue, amountsOf, type Counted } from "./amounts.js"
import { datesByCue } from "./dates.js"
import { FAMILY_READERS } from "./families.js"
import { type Found, findCues } from "./found.js"
import { nameAround, nameBeside, namedThing } from "./names.js"
import { clauseFrom, phraseAt } from "./phrases.js"
import { ordinalBeside } from "./ordinals.js"
import { personBeside } from "./persons.js"

export type { Act, Amount, Field, Fields } from "./act.js"

/** Fields that may hold several values. */
const LISTS = new Set("topics sector domain focus type purpose conditions about".split(" "))

/**
 * The extra fields of a claim's family that its words give, each value with the words it rests on. Cues of the
 * language's table come first, then what the family reads of itself; what the words do not say is left out.
 */
export function fieldsOf(act: Act): Fields {
  const cues = findCues(act)
  const counted = amountsOf(act)
  const amounts = amountsByCue(act, ofKind(cues, ">amount"), counted)
  const taken = new Set([...amounts.values()])
  const out: Record<string, Field | readonly Field[]> = {}
  for (const [name, one] of amounts) Object.assign(out, amountOrChange(name, one))
  Object.assign(out, Object.fromEntries(datesByCue(act, ofKind(cues, ">date"))))
  for (const found of cues) add(act, out, found)
  const own = FAMILY_READERS[act.family](
    act,
    counted.filter((one) => !taken.has(one)),
  )
  return sorted({ ...own, ...out, ...preferred(own) })
}

/** A weapon's own designation says more than the words around it. */
function preferred({ category, weapon }: Fields): Fields {
  return { ...(category ? { category } : {}), ...(weapon ? { weapon } : {}) }
}

function ofKind(cues: readonly Found[], kind: string): readonly Found[] {
  return cues.filter(({ cue }) => cue.value.startsWith(kind))
}

/** `from 45 to 90` is a change from one number to another. */
function amountOrChange(name: string, one: Counted): Fields {
  const field = amountField(one)
  const { value } = field
  if (name !== "change" || typeof value !== "object") return { [name]: field }
  // `raised to 2,542`: "to" is no bound here.
  const bound = value.bound === "up to" ? "" : value.bound
  if (value.max === null) return { change_to: { ...field, value: { ...value, bound } } }
  return {
    change_from: { ...field, value: { ...value, max: null } },
    change_to: { ...field, value: { ...value, value: value.max, max: null } },
  }
}

function add(act: Act, out: Record<string, Field | readonly Field[]>, found: Found): void {
  const { field, value } = found.cue
  if (value.startsWith(">amount") || value.startsWith(">date")) return
  const before = out[field]
  if (before && !LISTS.has(field)) return
  const made = taken(act, found)
  if (!made) return
  if (!LISTS.has(field)) out[field] = made
  else {
    const list = (before ?? []) as readonly Field[]
    if (!list.some((one) => one.value === made.value)) out[field] = [...list, made]
  }
}

/** What a cue yields: its own value, or words beside it. */
function taken(act: Act, found: Found): Field | null {
  const { value } = found.cue
  const words = wordsAt(act.scene, found.from, found.to)
  if (!value.startsWith(">")) return { value: typed(value), ...words }
  if (value === ">ordinal") {
    const one = ordinalBeside(act, found)
    return one && { value: one.number, ...wordsOf(one) }
  }
  const got = captured(act, found, value, words)
  // `the treaty` alone is no title.
  const bare = (value === ">title" || value === ">phrase") && !/\s/.test(got?.text.trim() ?? "")
  return got && !(bare && got.text === words.text) ? { value: got.text, ...got } : null
}

function captured(act: Act, found: Found, value: string, words: Words): Words | null {
  switch (value) {
    case ">words":
      return words
    case ">name":
      return nameBeside(act, found)
    case ">quoted":
      return nameBeside(act, found, false)
    case ">title":
      return nameBeside(act, found, false) ?? phraseAt(act, found)
    case ">event":
      return nameBeside(act, found, false) ?? nameAround(act, found)
    case ">named":
      return nameBeside(act, found, false) ?? namedThing(act, found)
    case ">phrase":
      return phraseAt(act, found)
    case ">clause":
      return tierOf(act, found.from) < 2 ? clauseFrom(act, found) : null
    case ">person":
      return personBeside(act, found)
    default:
      throw new RangeError(`fields.tsv: no way to take a value is called "${value}"`)
  }
}

/** A number in the table is a number in the claim. */
function typed(value: string): string | number {
  return /^\d+$/.test(value) ? Number(value) : value
}

function sorted(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
}
