import { z } from "zod"
import { codebook } from "../knowledge/codebook-data.js"
import { thing } from "../knowledge/registry.js"
import { claimsById } from "../ledger/resettle.js"
import { daysOf } from "../ledger/dates.js"
import { type Claim, claim, FAMILIES, type Party, STATUSES, type When } from "../model/claim.js"
import { DragomanError } from "../model/error.js"
import { evidence } from "../model/evidence.js"
import type { Report } from "../model/report.js"
import { actorId } from "./actor-name.js"
import type { Context } from "./context.js"
import { line } from "./judge.js"
import { claimLine } from "./lines.js"
import { operation } from "./operation.js"
import { versionedSchema } from "./records.js"
import { claimSchema } from "./schemas.js"
import { absent } from "./show.js"

const place = z.int().min(0)
const word = z.string().max(300)
const stretch = { from: place, to: place }
const partySchema = z.object({ ...stretch, id: word.min(1).optional() })
const edtf = z
  .string()
  .max(100)
  .refine((text) => daysOf(text) !== null, "a date such as 2012, 2012-03-07 or 2012-03~")

/** A claim that a person found where the reader did not. */
export const addClaim = operation({
  name: "addClaim",
  summary:
    "Adds a claim that a person found in a stored report: which words are the act, who did it, to whom, when.",
  input: z.object({
    report: word.min(1).max(400),
    /** The act. All positions are UTF-16 code units of the report's text. */
    ...stretch,
    family: z.enum(FAMILIES),
    stage: word.regex(/^[a-z0-9_]*$/, "a stage is written in small letters, such as visit"),
    event: z.enum(["NONE", ...Object.keys(codebook.events)]),
    mode: word.default(""),
    status: z.enum(STATUSES).default("occurred"),
    symmetric: z.boolean().default(false),
    scope: z.enum(["international", "domestic"]).default("international"),
    actor: z.array(partySchema).max(50),
    recipient: z.array(partySchema).max(50).default([]),
    when: z.union([edtf, z.object({ ...stretch, edtf: edtf.optional() })]).nullish(),
  }),
  output: z.object({ claim: claimSchema, records: z.array(versionedSchema) }),
  async run(input, context) {
    const book = await context.book()
    const report = await book.store.report(input.report)
    if (!report) throw absent(input.report, "dragoman reports")
    const made = await claimOf(report, input, context)
    const { rows } = await book.claim({ at: context.now(), by: context.person }, made)
    const [stored = made] = claimsById(book.store.sql, [made.id])
    return {
      claim: claimLine(stored) as z.input<typeof claimSchema>,
      records: rows.map((row) => line(row.record, row.version)),
    }
  },
})

type Input = z.output<typeof addClaim.input>

async function claimOf(report: Report, input: Input, context: Context): Promise<Claim> {
  const { family, stage, event, mode, status, symmetric, scope } = input
  const parties = (list: Input["actor"]) => Promise.all(list.map((one) => partyOf(report, one)))
  const [actor, recipient] = [await parties(input.actor), await parties(input.recipient)]
  const when = await whenOf(report, input, context)
  const spans = [input, ...input.actor, ...input.recipient]
  const language = await languageOf(report, context)
  const rule = `person/${context.person}`
  return claim({
    report: report.id,
    language,
    family,
    stage,
    event,
    mode,
    status,
    symmetric,
    scope,
    contexts: [],
    act: wordsAt(report, input, "the act"),
    actor,
    recipient,
    others: [],
    when,
    reported: null,
    where: null,
    modality: {
      negated: status === "denied",
      future: status === "planned",
      hypothetical: false,
      generic: false,
      hedge: "",
    },
    attribution: [],
    quantities: [],
    fields: {},
    evidence: [evidence(report, sentenceAround(report.text, spans), { rule, zone: "body" })],
    confidence: 1,
    rule,
  }) // prettier-ignore
}

/** @throws DragomanError `claim/no-words` when a stretch lies outside the text or is empty. */
function wordsAt({ id, text }: Report, { from, to }: { from: number; to: number }, what: string) {
  const words = from < to && to <= text.length ? text.slice(from, to) : ""
  if (words.trim() === "") {
    const message = `${what} has no words: ${from}–${to} in a text of ${text.length} units; choose words of ${id}`
    throw new DragomanError("claim/no-words", message, { from, to })
  }
  return { from, to, text: words }
}

async function partyOf(report: Report, given: z.output<typeof partySchema>): Promise<Party> {
  const words = wordsAt(report, given, "a party")
  const id = await actorId(given.id ?? words.text).catch((cause: unknown) => {
    if (given.id === undefined && cause instanceof DragomanError) return words.text
    throw cause
  })
  const known = thing(id)
  const state = /^([A-Z]{3})\./.exec(id)?.[1]
  const country = known?.country ?? (state && thing(state) ? state : null)
  return {
    id,
    name: known?.name ?? words.text,
    country,
    sectors: known?.sectors ?? [],
    role: null,
    ...words,
  }
}

async function whenOf(report: Report, { when }: Input, context: Context): Promise<When | null> {
  if (!when) return null
  if (typeof when === "string") return { edtf: when, basis: "explicit", from: 0, to: 0, text: "" }
  const words = wordsAt(report, when, "the date")
  if (when.edtf !== undefined) return { edtf: when.edtf, basis: "explicit", ...words }
  const { published, language } = report
  const at = sentenceAround(report.text, [words])
  const reader = await context.reader()
  const { layers } = await reader.read({
    text: report.text.slice(at.from, at.to),
    published,
    language,
  })
  const read = layers.dates.find(
    (one) => one.edtf !== null && one.from + at.from < words.to && one.to + at.from > words.from,
  )
  if (read?.edtf) return { edtf: read.edtf, basis: "relative", ...words }
  throw new DragomanError(
    "claim/no-date",
    `"${words.text}" is not understood as a date: give its edtf`,
    {},
  )
}

/** The language of the report's claims, else what was declared, else by its letters. */
async function languageOf({ id, language, text }: Report, context: Context): Promise<string> {
  const [first] = await (await context.ledger()).claims(id)
  if (first) return first.language
  if (language !== null) return language
  const counts = [
    ["ru", /\p{Script=Cyrillic}/gu],
    ["fa", /\p{Script=Arabic}/gu],
    ["en", /\p{Script=Latin}/gu],
  ] as const
  const most = counts.map(([code, letters]) => [code, text.match(letters)?.length ?? 0] as const)
  return most.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** The sentences in which some stretches stand: from the end of the sentence before to the end of the last. */
function sentenceAround(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): { from: number; to: number } {
  const first = Math.min(...spans.map((one) => one.from))
  const last = Math.max(...spans.map((one) => one.to))
  const ends = /[.!?؟۔…]["»”)]*\s+|\n+/g
  let from = 0
  let to = text.trimEnd().length
  for (const end of text.matchAll(ends)) {
    if (end.index + end[0].length <= first) from = end.index + end[0].length
    const stop = end.index + end[0].trimEnd().length
    if (stop >= last) {
      to = stop
      break
    }
  }
  while (/\s/.test(text[from] ?? "")) from++
  return { from, to: Math.max(to, last) }
}
