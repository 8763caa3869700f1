import { z } from "zod"

/** The kind of value that a member of a query holds. */
type Kind = "number" | "boolean" | "list" | "text"

const kinds = new WeakMap<z.ZodType, ReadonlyMap<string, Kind>>()

/**
 * A query as the operation takes it: numbers and yes or no from their words, a parameter given more than once as a
 * list. What cannot be read so is left as it is, for the schema to refuse.
 */
export function inputOfQuery(query: URLSearchParams, schema: z.ZodType): Record<string, unknown> {
  const known = kindsOf(schema)
  const input: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const all = query.getAll(name)
    const kind = known.get(name)
    const values = all.map((text) => readValue(text, kind))
    Object.defineProperty(input, name, {
      value: kind === "list" || values.length > 1 ? values : values[0],
      enumerable: true,
    })
  }
  return input
}

function readValue(text: string, kind: Kind | undefined): unknown {
  if (kind === "number")
    return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text
  if (kind !== "boolean") return text
  if (text === "1" || text === "true" || text === "") return true
  return text === "0" || text === "false" ? false : text
}

function kindsOf(schema: z.ZodType): ReadonlyMap<string, Kind> {
  const known = kinds.get(schema)
  if (known) return known
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })
  const members = Object.entries(json.properties ?? {})
  const made = new Map(members.map(([name, member]) => [name, kindOf(member)]))
  kinds.set(schema, made)
  return made
}

function kindOf(member: unknown): Kind {
  const { type, anyOf = [] } = member as { type?: string; anyOf?: readonly unknown[] }
  if (type === "integer" || type === "number") return "number"
  if (type === "boolean") return "boolean"
  if (type === "array") return "list"
  const inner = anyOf.map(kindOf).find((kind) => kind !== "text")
  return inner ?? "text"
}
