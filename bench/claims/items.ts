/** Items that were coded by hand, as scripts/build-claims.ts writes them, and how a reader is asked about one. */
import { readFileSync } from "node:fs"
import type { ReadDocument, Reader } from "../../src/operations/reader-type.js"
import type { Item } from "./match.js"

/** The items of a file of JSON Lines. */
export function itemsOf(file: string): Item[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Item)
}

/** Reads an item as a report of its day. */
export function readItem(
  reader: Reader,
  { text, language, published }: Item,
): Promise<ReadDocument> {
  return reader.read({ text, language, ...(published ? { published } : {}) })
}
