import { z } from "zod"
import { FAMILIES, STATUSES } from "../model/claim.js"
import { EVENT_KINDS } from "../model/layers.js"

const words = { from: z.int().optional(), to: z.int().optional(), text: z.string().optional() }

export const partySchema = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  sectors: z.array(z.string()),
  role: z.string().nullable(),
  ...words,
})

export const whenSchema = z.object({
  edtf: z.string(),
  basis: z.enum(["explicit", "relative", "document", "inferred", "none"]),
  ...words,
})

export const quantitySchema = z.object({
  value: z.number(),
  max: z.number().nullable(),
  bound: z.string(),
  unit: z.string(),
  of: z.string(),
  per: z.string(),
  ...words,
})

/** An office in a text, with who holds it there and whose it is. */
export const officeSchema = z.object({
  from: z.int(),
  to: z.int(),
  text: z.string(),
  office: z.string(),
  holder: z.string().nullable(),
  of: z.string().nullable(),
})

/** An event that a text calls by a name. */
export const eventSchema = z.object({
  from: z.int(),
  to: z.int(),
  text: z.string(),
  kind: z.enum(EVENT_KINDS),
  name: z.string(),
})

const envelope = {
  language: z.string(),
  family: z.enum(FAMILIES),
  stage: z.string(),
  event: z.string(),
  mode: z.string(),
  contexts: z.array(z.string()),
  actor: z.array(partySchema),
  recipient: z.array(partySchema),
  others: z.array(partySchema),
  symmetric: z.boolean(),
  when: whenSchema.nullable(),
  reported: whenSchema.nullable(),
  where: z.object({ name: z.string(), country: z.string().nullable(), ...words }).nullable(),
  status: z.enum(STATUSES),
  modality: z.object({
    negated: z.boolean(),
    future: z.boolean(),
    hypothetical: z.boolean(),
    generic: z.boolean(),
    hedge: z.string(),
  }),
  attribution: z.array(
    z.object({ id: z.string().nullable(), name: z.string(), verb: z.string(), ...words }),
  ),
  quantities: z.array(quantitySchema),
  fields: z.record(z.string(), z.unknown()),
  scope: z.enum(["international", "domestic"]),
  confidence: z.number(),
}

export const evidenceSchema = z.object({
  report: z.string().optional(),
  from: z.int(),
  to: z.int(),
  quote: z.string(),
  zone: z.enum(["headline", "body", "caption", "boilerplate", "metadata"]),
  rule: z.string().optional(),
})

/** One line of `dragoman read`. */
export const claimSchema = z.object({
  id: z.string(),
  report: z.string(),
  file: z.string().optional(),
  act: z.object({ from: z.int(), to: z.int(), text: z.string() }),
  ...envelope,
  evidence: z.array(evidenceSchema),
  rule: z.string(),
})

/** One line of `dragoman records --json`. */
export const recordSchema = z.object({
  id: z.string(),
  ...envelope,
  evidence: z.array(evidenceSchema),
  claims: z.array(z.string()),
  reports: z.array(z.string()),
  support: z.record(
    z.string(),
    z.array(z.object({ value: z.string(), claims: z.array(z.string()) })),
  ),
  disagreements: z.array(z.string()),
  same_matter: z.array(z.string()),
  review: z.object({
    state: z.enum(["proposed", "accepted", "edited", "rejected"]),
    by: z.string().nullable(),
    at: z.string().nullable(),
    why: z.string(),
  }),
})

/** What a caller may say of a report: one line of input. */
export const reportInputSchema = z.object({
  text: z.string(),
  id: z.string().min(1).max(400).nullish(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  publishedBasis: z.string().nullish(),
  language: z.string().nullish(),
  url: z.string().nullish(),
  origin: z.string().nullish(),
})

/** A stored report; `text` is left out of lists. */
export const reportSchema = z.object({
  id: z.string(),
  text: z.string().optional(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  publishedBasis: z.string().nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  origin: z.string().nullable(),
})

export const noteSchema = z.object({
  code: z.string(),
  reason: z.string(),
  from: z.int(),
  to: z.int(),
})

/** Words of a search in a report: UTF-16 code units of its text, or of its title in the zone `headline`. */
export const hitSchema = z.object({
  report: z.string(),
  zone: evidenceSchema.shape.zone,
  from: z.int(),
  to: z.int(),
})

/** For each facet its values, most frequent first. */
export const facetsSchema = z.record(
  z.string(),
  z.array(z.object({ value: z.string(), count: z.int() })),
)

/** What a person decided. */
export const judgementSchema = z.object({
  id: z.string(),
  kind: z.enum(["same", "different", "unsure", "accept", "edit", "reject", "undo"]),
  claims: z.array(z.string()),
  against: z.array(z.string()).optional(),
  record: z.string().optional(),
  batch: z.string().optional(),
  by: z.string(),
  at: z.string(),
  why: z.string(),
  change: z.record(z.string(), z.unknown()).nullable(),
  was: z.record(z.string(), z.unknown()).optional(),
  supersedes: z.string().nullable(),
})
