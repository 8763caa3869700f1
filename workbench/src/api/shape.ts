import type { Claim, ClaimDetail, Context, HistoryEntry, ReportMeta } from "./types.js"

/** A claim as the server sends it with a record: its report is told in full. */
export type RawClaim = Omit<Claim, "report"> & {
  readonly report: string | ReportMeta
  readonly meta?: ReportMeta
  readonly context?: Context | null
  readonly state?: string
}

/** A report of which nothing but its id is known. */
export const bare = (id: string): ReportMeta => ({
  id,
  title: null,
  outlet: null,
  published: null,
  language: null,
  url: null,
})

/** A claim with its report's id and what is known of the report kept apart. */
export function claimDetail(raw: RawClaim): ClaimDetail {
  const meta = raw.meta ?? (typeof raw.report === "string" ? bare(raw.report) : raw.report)
  return {
    ...raw,
    report: meta.id,
    meta,
    context: raw.context ?? null,
    state: raw.state ?? "proposed",
  }
}

/** A judgement as the server keeps it: fields before and after lie side by side. */
export interface RawJudgement {
  readonly id: string
  readonly kind: string
  readonly by: string
  readonly at: string
  readonly why: string
  readonly change?: Readonly<Record<string, unknown>> | null
  readonly was?: Readonly<Record<string, unknown>> | null
  readonly supersedes?: string | null
}

/** Judgements with what each changed, and whether a later one took it back. */
export function historyOf(raw: readonly RawJudgement[]): readonly HistoryEntry[] {
  const undone = new Set(raw.filter((one) => one.kind === "undo").map((one) => one.supersedes))
  return raw.map(({ id, kind, by, at, why, change, was }) => {
    const changes = Object.entries(change ?? {}).map(([field, is]) => ({
      field,
      was: was?.[field],
      is,
    }))
    return { id, kind, by, at, why, changes, undone: undone.has(id) }
  })
}
