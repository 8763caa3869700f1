import type { Claim, Party, Quantity, When, Where } from "../../../src/model/claim.js"
import type { LedgerRecord } from "../../../src/model/record.js"
import type { Zone } from "../../../src/model/evidence.js"

export type { Claim, LedgerRecord, Party, Quantity, When, Where, Zone }

export type ReviewState = LedgerRecord["review"]["state"]

/** What the server says of itself. */
export interface ServerStatus {
  readonly version: string
  readonly ledger: { readonly records: number; readonly reports: number; readonly claims: number }
  readonly languages: readonly string[]
  readonly sample: boolean
  readonly user: string | null
  readonly loginRequired: boolean
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}
export type Facets = Readonly<Record<string, readonly FacetValue[]>>

/** A record in a list; the version is there when the server sends one. */
export type RecordLine = LedgerRecord & {
  readonly version?: string | number
  readonly doubt?: number
}

export interface RecordPage {
  readonly records: readonly RecordLine[]
  readonly next: string | null
  readonly total: number
  readonly facets?: Facets
  /** Where the page begins, from servers that can be asked for a place. */
  readonly offset?: number
}

/** What is known of a report without its text. */
export interface ReportMeta {
  readonly id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string | null
  readonly url: string | null
  readonly file?: string | null
  readonly added?: string | null
}

/** A paragraph of a report and where it begins there. */
export interface Context {
  readonly from: number
  readonly text: string
}

export type ClaimDetail = Omit<Claim, "report"> & {
  readonly report: string
  readonly meta: ReportMeta
  readonly context: Context | null
  readonly state: string
}

/** A judgement as it was taken, and what it changed. */
export interface HistoryEntry {
  readonly id: string
  readonly kind: string
  readonly by: string
  readonly at: string
  readonly why: string
  readonly changes: readonly {
    readonly field: string
    readonly was: unknown
    readonly is: unknown
  }[]
  readonly undone: boolean
}

export interface WhyEntry {
  readonly field: string
  readonly value: string
  readonly rule: string
  readonly words: string
  readonly confidence: number | null
  readonly claim: string
}

export interface RecordDetail {
  readonly record: RecordLine
  readonly sentence: string
  readonly claims: readonly ClaimDetail[]
  readonly history: readonly HistoryEntry[]
  readonly why: readonly WhyEntry[]
  readonly version: string | number
}

export type ReportClaim = Claim & {
  readonly record: string | null
  readonly state: string
  readonly by?: string | null
}

export interface ReportDetail {
  readonly report: ReportMeta & { readonly text: string }
  readonly zones: readonly { readonly from: number; readonly to: number; readonly zone: Zone }[]
  readonly claims: readonly ReportClaim[]
}

export interface ReportPage {
  readonly reports: readonly (ReportMeta & { readonly claims?: number })[]
  readonly next: string | null
  readonly total: number
}

export interface QueueItem {
  readonly kind: "record" | "pair"
  readonly record: RecordLine
  readonly other?: RecordLine | null
  readonly reason: string
  readonly doubt: number
}
export interface QueuePage {
  readonly items: readonly QueueItem[]
  readonly next: string | null
  readonly total: number
}

export type JudgementKind = "accept" | "edit" | "reject" | "same" | "different" | "unsure" | "undo"

export interface Judging {
  readonly kind: JudgementKind
  readonly record?: string
  readonly other?: string
  readonly field?: string
  readonly value?: unknown
  readonly why?: string
  readonly version?: string | number
  readonly judgement?: string
  readonly other_version?: string | number
}

export interface Judged {
  readonly judgements: readonly { readonly id: string; readonly record?: string }[]
  readonly records: readonly RecordLine[]
  /** Records that are no more: their claims stand in others now. */
  readonly gone?: readonly string[]
}

export type Changed = Readonly<
  Record<string, { was: unknown; is: unknown; by: string | null; at: string | null }>
>

export interface Job {
  readonly state: string
  readonly done: number
  readonly total: number
  readonly added: number
  readonly failed: readonly { file: string; code: string; message: string }[]
  readonly notes: readonly unknown[]
}
