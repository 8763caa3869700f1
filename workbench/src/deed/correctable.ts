/** The fields that a person can correct, in the order in which their digits choose them. */
export const CORRECTABLE: readonly string[] = [
  "when",
  "status",
  "stage",
  "family",
  "event",
  "actor",
  "recipient",
  "where",
]
