import { z } from "zod"
import { standing } from "../ledger/merge.js"
import { claimsById, headsOf } from "../ledger/resettle.js"
import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import type { LedgerRecord } from "../model/record.js"
import type { Report } from "../model/report.js"
import { sentenceOf } from "./brief/sentence.js"
import type { Context } from "./context.js"
import { line } from "./judge.js"
import { claimLine } from "./lines.js"
import { operation } from "./operation.js"
import { recordNamed } from "./record-named.js"
import { versionedSchema } from "./records.js"
import { metaOf, metaSchema } from "./report-meta.js"
import { claimSchema, judgementSchema } from "./schemas.js"
import { whyOf, whySchema } from "./why.js"

export const stateSchema = z.enum(["proposed", "accepted", "edited", "rejected"])

/** A claim with the paragraph in which it stands. */
const claimDetailSchema = z.object({
  ...claimSchema.shape,
  meta: metaSchema,
  context: z.object({ from: z.int(), text: z.string() }).nullable(),
  state: stateSchema,
})

/** One record with all that it rests on. */
export const record = operation({
  name: "record",
  summary:
    "Shows one record: its claims in their paragraphs, what people judged, and for each value the words it was read from.",
  input: z.object({ id: z.string().min(1).max(100) }),
  output: z.object({
    record: versionedSchema,
    /** The deed as one plain English sentence. */
    sentence: z.string(),
    claims: z.array(claimDetailSchema),
    /** Oldest first; what was undone is kept and says so. */
    history: z.array(z.object({ ...judgementSchema.shape, undone: z.boolean() })),
    why: z.array(whySchema),
    version: z.string(),
  }),
  async run({ id }, context) {
    const { record, version } = await recordNamed(id, context)
    const book = await context.book()
    const claims = claimsById(book.store.sql, record.claims).sort((a, b) => orderOf(record, a, b))
    const judgements = touching(book.judgements, record.claims)
    const inForce = standing(judgements)
    const states = statesOf(inForce)
    return {
      record: line(record, version),
      sentence: sentenceOf(record),
      claims: await Promise.all(
        claims.map((claim) => detail(claim, states.get(claim.id) ?? "proposed", context)),
      ),
      history: judgements.map((one) => ({
        ...(one as z.input<typeof judgementSchema>),
        undone: one.kind !== "undo" && !inForce.includes(one),
      })),
      why: whyOf(record, claims),
      version,
    }
  },
})

/** Claims in the order in which the record shows their passages. */
function orderOf(record: LedgerRecord, a: Claim, b: Claim): number {
  const place = (claim: Claim) => {
    const at = record.evidence.findIndex(
      (one) => one.report === claim.report && one.from === claim.evidence[0]?.from,
    )
    return at < 0 ? record.evidence.length : at
  }
  return place(a) - place(b) || (a.id < b.id ? -1 : 1)
}

/** Judgements that are about any of some claims, in order. */
export function touching(judgements: readonly Judgement[], claims: readonly string[]): Judgement[] {
  const wanted = new Set(claims)
  return judgements.filter((one) =>
    [...one.claims, ...(one.against ?? [])].some((claim) => wanted.has(claim)),
  )
}

const STATES = { accept: "accepted", edit: "edited", reject: "rejected" } as const

/** The last word on each claim. */
export function statesOf(inForce: readonly Judgement[]): Map<string, z.output<typeof stateSchema>> {
  const states = new Map<string, z.output<typeof stateSchema>>()
  for (const { kind, claims } of inForce)
    if (kind === "accept" || kind === "edit" || kind === "reject")
      for (const claim of claims) states.set(claim, STATES[kind])
  return states
}

async function detail(
  claim: Claim,
  state: z.output<typeof stateSchema>,
  context: Context,
): Promise<z.input<typeof claimDetailSchema>> {
  const { store } = await context.book()
  const report = await store.report(claim.report)
  const added = headsOf(store.sql, [claim.report]).get(claim.report)?.added ?? null
  return {
    ...(claimLine(claim) as z.input<typeof claimSchema>),
    meta: metaOf(claim.report, report, added),
    context: report ? paragraphOf(report, claim) : null,
    state,
  }
}

/** A paragraph longer than this is shown in part. */
const MOST = 1500

/** The paragraph in which a claim stands; in a headline the title. */
function paragraphOf(report: Report, claim: Claim): { from: number; text: string } | null {
  const first = claim.evidence[0]
  if (!first) return null
  const inTitle =
    first.zone === "headline" &&
    report.title !== null &&
    !report.text.startsWith(first.quote, first.from)
  const text = inTitle ? (report.title ?? "") : report.text
  const begin = text.lastIndexOf("\n", Math.max(0, first.from - 1)) + 1
  const stop = text.indexOf("\n", first.to)
  const from = Math.max(begin > first.from ? first.from : begin, first.from - MOST)
  const to = Math.min(stop < 0 ? text.length : stop, first.to + MOST)
  return { from, text: text.slice(from, to) }
}
