import { z } from "zod"
import { daysOf } from "../ledger/dates.js"
import { dyad } from "../ledger/entry.js"
import { recordsById, rowsWithWords, type Versioned } from "../ledger/record-table.js"
import type { Clause } from "../ledger/segment.js"
import { matchOf, parseSearch, type Search } from "../ledger/words.js"
import { FAMILIES, STATUSES } from "../model/claim.js"
import { DragomanError } from "../model/error.js"
import { actorId } from "./actor-name.js"
import type { Context } from "./context.js"

const date = z
  .string()
  .max(100)
  .refine((text) => daysOf(text) !== null, "a date such as 2012, 2012-03 or 2012-03-07")

/** One value or a list of alternatives. */
function many<T extends z.ZodType>(one: T) {
  return z.preprocess(
    (given) => (Array.isArray(given) ? given : [given]),
    z.array(one).min(1).max(50),
  )
}

const word = z.string().min(1).max(200)

/** Which records are wanted. Several values of one member are alternatives. Actors are ids, codes or names in any of the languages. */
export const filterSchema = z.object({
  /** Words in the passages, in any script; "words in a row", -without. */
  q: z.string().max(500).optional(),
  actor: many(word).optional(),
  with: many(word).optional(),
  recipient: many(word).optional(),
  country: many(word).optional(),
  /** Two parties, such as AZE-USA. */
  dyad: many(word).optional(),
  family: many(z.enum(FAMILIES)).optional(),
  stage: many(word).optional(),
  event: many(word).optional(),
  status: many(z.enum(STATUSES)).optional(),
  year: many(z.string().regex(/^(\d{4}|undated)$/, "a year such as 2012, or undated")).optional(),
  outlet: many(word).optional(),
  language: many(word).optional(),
  review: many(z.enum(["proposed", "accepted", "edited", "rejected"])).optional(),
  report: many(word).optional(),
  since: date.optional(),
  until: date.optional(),
  disagreement: z.boolean().optional(),
  single: z.boolean().optional(),
  min_confidence: z.number().min(0).max(1).optional(),
  scope: z.enum(["international", "domestic"]).optional(),
})

export type Filter = z.output<typeof filterSchema>

/** What a filter asks of each record, and the search that is part of it. */
export interface Demand {
  readonly clauses: readonly Clause[]
  readonly search: Search | null
}

/** Rejected records are left out unless they are asked for. */
export async function demandOf(filter: Filter, context: Context): Promise<Demand> {
  const { since, until, min_confidence, review = ["proposed", "accepted", "edited"] } = filter
  const clauses: Clause[] = [{ by: "review", values: review, facet: "review" }]
  const add = (
    by: "family" | "stage" | "event" | "status" | "year" | "outlet" | "language" | "report",
    values?: readonly string[],
  ) => {
    if (values) clauses.push({ by, values, facet: by })
  }
  for (const by of [
    "family",
    "stage",
    "event",
    "status",
    "year",
    "outlet",
    "language",
    "report",
  ] as const)
    add(by, filter[by])
  if (filter.actor) clauses.push({ by: "party", values: await ids(filter.actor), facet: "actor" })
  for (const one of filter.with ?? [])
    clauses.push({ by: "party", values: [await actorId(one)], facet: "party" })
  if (filter.recipient)
    clauses.push({ by: "receiving", values: await ids(filter.recipient), facet: "receiving" })
  if (filter.country)
    clauses.push({ by: "country", values: await ids(filter.country), facet: "country" })
  if (filter.dyad)
    clauses.push({ by: "dyad", values: await Promise.all(filter.dyad.map(dyadId)), facet: "dyad" })
  if (filter.scope) clauses.push({ by: "scope", values: [filter.scope], facet: "scope" })
  for (const flag of ["disagreement", "single"] as const)
    if (filter[flag] === true) clauses.push({ by: flag, values: ["1"], facet: flag })
  if (min_confidence !== undefined) clauses.push({ confidence: min_confidence })
  if (since !== undefined || until !== undefined) clauses.push(spanOf(since, until))
  return searched(filter.q, clauses, context)
}

async function searched(
  q: string | undefined,
  clauses: Clause[],
  context: Context,
): Promise<Demand> {
  if (q === undefined || q.trim() === "") return { clauses, search: null }
  const search = parseSearch(q)
  if (!search)
    throw new DragomanError("search/no-word", `there is no word to look for in "${q}"`, {
      asked: q,
    })
  const { store } = await context.book()
  return { clauses: [...clauses, { rows: rowsWithWords(store.sql, matchOf(search)) }], search }
}

function ids(names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map(actorId))
}

/** `AZE-USA`; the parts may be names, and the order does not matter. */
async function dyadId(text: string): Promise<string> {
  const at = text.indexOf("-")
  if (at < 1)
    throw new DragomanError("actor/unknown", `"${text}" is no dyad: write two actors as AZE-USA`, {
      asked: text,
    })
  return dyad(await actorId(text.slice(0, at)), await actorId(text.slice(at + 1)))
}

function spanOf(since: string | undefined, until: string | undefined): Clause {
  const from = since === undefined ? -Infinity : (daysOf(since)?.from ?? -Infinity)
  const to = until === undefined ? Infinity : (daysOf(until)?.to ?? Infinity)
  if (from > to)
    throw new DragomanError("records/empty-span", `since ${since} is later than until ${until}`, {
      since,
      until,
    })
  return { from, to }
}

/** All records that a filter lets through, by date. */
export async function selected(filter: Filter, context: Context): Promise<readonly Versioned[]> {
  const book = await context.book()
  const { clauses } = await demandOf(filter, context)
  const { entries } = book.catalogue.find({
    clauses,
    sort: "date",
    limit: Number.MAX_SAFE_INTEGER - 1,
    after: null,
  })
  return recordsById(
    book.store.sql,
    entries.map((entry) => entry.id),
  )
}
