/** What a person or a rule decided about one claim or two. Appended and superseded, never edited. */
export interface Judgement {
  readonly id: string
  readonly kind: "same" | "different" | "unsure" | "accept" | "edit" | "reject" | "undo"
  /** What it is about: one claim, or all claims of a record. For same, different and unsure the one side. */
  readonly claims: readonly string[]
  /** For same, different and unsure: the other side. Without it, `claims` are the two. */
  readonly against?: readonly string[]
  /** The record as it was called when it was judged as a whole; absent when single claims were. */
  readonly record?: string
  /** What was decided at one stroke, and is undone at one. */
  readonly batch?: string
  readonly by: string
  /** ISO 8601 time. */
  readonly at: string
  readonly why: string
  /** For `edit`: the fields and what they should be. */
  readonly change: Readonly<Record<string, unknown>> | null
  /** For `edit`: what these fields were. */
  readonly was?: Readonly<Record<string, unknown>>
  /** The judgement that this one takes the place of. */
  readonly supersedes: string | null
}
