import { z } from "zod"
import { codebook } from "../knowledge/codebook-data.js"
import { thing } from "../knowledge/registry.js"
import { daysOf } from "../ledger/dates.js"
import { EDITABLE } from "../ledger/records.js"
import { FAMILIES, type Party, STATUSES } from "../model/claim.js"
import { DragomanError } from "../model/error.js"
import { actorId } from "./actor-name.js"

/** Fields that a judgement may set right. */
export const fieldSchema = z.enum(EDITABLE)
export type Field = z.output<typeof fieldSchema>

const NOWHERE = { from: 0, to: 0, text: "" }
const word = z.string().max(300)
const EVENTS = ["NONE", ...Object.keys(codebook.events)]

const edtf = z
  .string()
  .max(100)
  .refine((text) => daysOf(text) !== null, "a date such as 2012, 2012-03-07 or 2012-03~")

const when = z.union([
  z.null(),
  z.literal("").transform(() => null),
  edtf.transform((text) => ({ edtf: text, basis: "explicit" as const, ...NOWHERE })),
  z
    .object({
      edtf,
      basis: z.enum(["explicit", "relative", "document", "inferred", "none"]).default("explicit"),
    })
    .transform((value) => ({ ...value, ...NOWHERE })),
])

const where = z.union([
  z.null(),
  z.literal("").transform(() => null),
  word.min(1).transform((name) => ({ name, country: null, ...NOWHERE })),
  z
    .object({ name: word.min(1), country: word.nullable().default(null) })
    .transform((value) => ({ ...value, ...NOWHERE })),
])

const named = z.object({
  id: word.min(1),
  name: word.optional(),
  country: word.nullable().optional(),
  sectors: z.array(word).max(20).optional(),
  role: word.nullable().optional(),
})
const parties = z.array(z.union([word.min(1).transform((id) => ({ id })), named])).max(50)

const quantity = z
  .object({
    value: z.number(),
    max: z.number().nullable().default(null),
    bound: word.default(""),
    unit: word.min(1),
    of: word.default(""),
    per: word.default(""),
  })
  .transform((value) => ({ ...value, ...NOWHERE }))

const speaker = z
  .object({ id: word.nullable().default(null), name: word.min(1), verb: word.default("") })
  .transform((value) => ({ ...value, ...NOWHERE }))

const VALUES: Readonly<Record<Field, z.ZodType>> = {
  family: z.enum(FAMILIES),
  stage: word.regex(/^[a-z0-9_]*$/, "a stage is written in small letters, such as visit"),
  event: z.enum(EVENTS),
  mode: word,
  contexts: z.array(word).max(20),
  actor: parties,
  recipient: parties,
  others: parties,
  symmetric: z.boolean(),
  when,
  reported: when,
  where,
  status: z.enum(STATUSES),
  modality: z.object({
    negated: z.boolean(),
    future: z.boolean(),
    hypothetical: z.boolean(),
    generic: z.boolean(),
    hedge: word,
  }), // prettier-ignore
  attribution: z.array(speaker).max(20),
  quantities: z.array(quantity).max(50),
  fields: z.record(word, z.union([word, z.number(), z.boolean(), z.null(), z.array(word).max(50)])),
  scope: z.enum(["international", "domestic"]),
}

/**
 * What a field is set to, in the form that records have. Dates may be plain EDTF, parties plain ids or names.
 * @throws DragomanError `judgement/value` when the field cannot be so.
 */
export async function editedValue(field: Field, value: unknown): Promise<unknown> {
  const read = VALUES[field].safeParse(value)
  if (!read.success) {
    const said = [...new Set(read.error.issues.map((issue) => issue.message))].join("; ")
    throw new DragomanError("judgement/value", `${field} cannot be set to that: ${said}`, { field })
  }
  if (field !== "actor" && field !== "recipient" && field !== "others") return read.data
  return Promise.all((read.data as z.output<typeof parties>).map(partyOf))
}

/** A party from an id, a code or a name; what the tables know of it is filled in. */
async function partyOf(given: z.output<typeof named>): Promise<Party> {
  const id = await actorId(given.id)
  const known = thing(id)
  const state = /^([A-Z]{3})\./.exec(id)?.[1]
  return {
    id,
    name: given.name ?? known?.name ?? given.id,
    country: given.country ?? known?.country ?? (state && thing(state) ? state : null),
    sectors: given.sectors ?? known?.sectors ?? [],
    role: given.role ?? null,
    ...NOWHERE,
  }
}
