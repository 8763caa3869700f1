/** A field of a claim as a line shows it. */
export interface FieldRow {
  readonly name: string
  readonly value: string
  /** The words that it rests on. */
  readonly text: string
}

/** The further fields of a claim or record, one row for each value. */
export function fieldRows(fields: Readonly<Record<string, unknown>>): readonly FieldRow[] {
  return Object.entries(fields).flatMap(([name, held]) =>
    [held].flat().map((one) => {
      const { value, text } = parted(one)
      return { name, value: valueWords(value), text }
    }),
  )
}

/** A person may have set a field right by a bare value; it has no words of its own then. */
function parted(one: unknown): { readonly value: unknown; readonly text: string } {
  if (typeof one !== "object" || one === null || !("value" in one)) return { value: one, text: "" }
  const text = "text" in one && typeof one.text === "string" ? one.text : ""
  return "text" in one ? { value: one.value, text } : { value: one, text }
}

function valueWords(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value)
  const { value: first, max, bound, unit } = value as Record<string, unknown>
  if (first === undefined) return JSON.stringify(value)
  const number = max === null || max === undefined ? first : `${first}–${max}`
  return [bound, number, unit].filter((part) => part !== undefined && part !== "").join(" ")
}
