/** What stands behind `?` in the address: every name with one value or several. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

export function parseAsked(text: string): Record<string, string | string[]> {
  const asked: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = asked[name]
    asked[name] = before === undefined ? value : [before, value].flat()
  }
  return asked
}

export function writeAsked(asked: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== "") params.append(name, String(one))
  const text = params.toString()
  return text === "" ? "" : `?${text}`
}

export const many = (value: Asked[string]): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value
export const one = (value: Asked[string]): string => many(value)[0] ?? ""

/** Names by which records are narrowed, as the server knows them. */
export const FILTERS = [
  "family",
  "stage",
  "event",
  "status",
  "review",
  "country",
  "dyad",
  "actor",
  "recipient",
  "year",
  "since",
  "until",
  "outlet",
  "language",
  "disagreement",
  "single",
] as const
export type Filter = (typeof FILTERS)[number]

/** Only what narrows records: the question without columns, order and place. */
export function filtersOf(asked: Asked): Record<string, readonly string[]> {
  const kept = ["q", ...FILTERS].map((name) => [name, many(asked[name])] as const)
  return Object.fromEntries(kept.filter(([, values]) => values.length > 0))
}
