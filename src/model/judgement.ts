/** What a person or a rule decided about one claim or two. Appended and superseded, never edited. */
export interface Judgement {
  readonly id: string
  readonly kind: "same" | "different" | "unsure" | "accept" | "edit" | "reject" | "undo"
  /** One claim for accept, edit and reject; two for same, different, unsure. */
  readonly claims: readonly string[]
  readonly by: string
  /** ISO 8601 time. */
  readonly at: string
  readonly why: string
  /** For `edit`: the fields and what they should be. */
  readonly change: Readonly<Record<string, unknown>> | null
  /** The judgement that this one takes the place of. */
  readonly supersedes: string | null
}
