/** Kinds of coded values that have words. */
export type Space =
  | "family"
  | "stage"
  | "event"
  | "status"
  | "review"
  | "role"
  | "field"
  | "facet"
  | "zone"
  | "basis"
  | "kind"
  | "unit"
  | "state"

/** What the codes of a ledger are called in one language. */
export type Words = Readonly<Record<Space, Readonly<Record<string, string>>>>
