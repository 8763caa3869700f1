import { DragomanError } from "../model/error.js"

type Key = number | string

/** The place where a page ended, as a word that the next question brings back. */
export function cursorOf(order: string, key: Key, id: string): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString("base64url")
}

/**
 * The key and id at which a page ended; null for the first page.
 * @throws DragomanError `cursor/unknown` when it was made up, or for another order.
 */
export function readCursor(
  cursor: string | undefined,
  order: string,
): readonly [Key, string] | null {
  if (cursor === undefined) return null
  const value = parsed(Buffer.from(cursor, "base64url").toString())
  if (Array.isArray(value) && value.length === 3) {
    const [made, key, id] = value as unknown[]
    const isKey = typeof key === "number" || typeof key === "string"
    if (made === order && isKey && typeof id === "string") return [key, id]
  }
  const message = `"${cursor}" is no place in this list: give the next of an earlier answer, with the same sort`
  throw new DragomanError("cursor/unknown", message, { asked: cursor })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
