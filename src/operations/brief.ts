import { z } from "zod"
import { partiesOf } from "../ledger/gist.js"
import { claimsById } from "../ledger/resettle.js"
import { thing } from "../knowledge/registry.js"
import type { LedgerRecord } from "../model/record.js"
import { actorId, isActor } from "./actor-name.js"
import { type Chronology, chronologyOf } from "./brief/chronology.js"
import { dateWords } from "./brief/date-words.js"
import { briefHtml } from "./brief/html.js"
import { briefMarkdown, briefText } from "./brief/plain.js"
import type { Context } from "./context.js"
import { type Filter, filterSchema, selected } from "./filter.js"
import { operation } from "./operation.js"

const WRITERS = { text: briefText, markdown: briefMarkdown, html: briefHtml } as const

/** A dated chronology with footnotes. */
export const brief = operation({
  name: "brief",
  summary:
    "Writes a dated chronology of what an actor did and what was done to it, with the words behind each entry as footnotes.",
  input: z.object({
    ...filterSchema.shape,
    actor: z.string().min(1),
    format: z.enum(["text", "markdown", "html"]).default("text"),
  }),
  output: z.object({
    format: z.enum(["text", "markdown", "html"]),
    title: z.string(),
    entries: z.int(),
    document: z.string(),
  }),
  async run({ format, ...filter }, context) {
    const asked = { ...filter, actor: [filter.actor] }
    const wanted = (await selected(asked, context)).map((one) => one.record)
    const chronology = await chronologyFor(wanted, asked, context)
    return {
      format,
      title: chronology.title,
      entries: wanted.length,
      document: WRITERS[format](chronology),
    }
  },
})

async function chronologyFor(
  records: readonly LedgerRecord[],
  filter: Filter,
  context: Context,
): Promise<Chronology> {
  const store = await context.ledger()
  const claims = claimsById(
    store.sql,
    records.flatMap((record) => record.claims),
  )
  const reports = await Promise.all(
    [...new Set(claims.map((claim) => claim.report))].map((id) => store.report(id)),
  )
  const sources = {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    reports: new Map(
      reports.filter((report) => report !== null).map((report) => [report.id, report]),
    ),
  }
  const names = await titleOf(records, filter)
  return chronologyOf(records, sources, {
    title: names,
    subtitle: subtitleOf(records, filter, sources.reports.size),
    made: context.now().slice(0, 10),
  })
}

async function titleOf(records: readonly LedgerRecord[], filter: Filter): Promise<string> {
  const asked = [...(filter.actor ?? []), ...(filter.with ?? [])]
  const names = await Promise.all(asked.map((name) => nameFor(name, records)))
  return names.join(" and ")
}

async function nameFor(asked: string, records: readonly LedgerRecord[]): Promise<string> {
  const id = await actorId(asked)
  const known = thing(id)?.name
  if (known !== undefined) return known
  return (
    records.flatMap(partiesOf).find((party) => isActor(party, id) && party.id === id)?.name ?? id
  )
}

function subtitleOf(
  records: readonly LedgerRecord[],
  { since, until }: Filter,
  reports: number,
): string {
  const span = [
    since === undefined ? "" : `from ${dateWords(since)}`,
    until === undefined ? "" : `to ${dateWords(until)}`,
  ]
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`
  const disagree = records.filter((record) => record.disagreements.length > 0).length
  const doubt = disagree === 0 ? "" : `; reports disagree on ${disagree}`
  const period = span.filter(Boolean).join(" ")
  return `${count(records.length, "deed")} told by ${count(reports, "report")}${period === "" ? "" : `, ${period}`}${doubt}.`
}
