import { fingerprint } from "../../src/model/fingerprint.js"
import type { Item } from "./items.js"

/** Items a file. */
const PORTION = 50

/**
 * The items as a second coder may see them: id, style, day of publication and text, without claims, traps, translations
 * or the themes of the files, in an order that follows from a hash of the ids. File names and contents.
 */
export function blindFiles(items: readonly Item[]): { name: string; content: string }[] {
  const shuffled = items
    .map((item) => ({ item, key: fingerprint("blind", item.id) }))
    .sort((a, b) => a.key.localeCompare(b.key))
    .map(({ item }) => item)
  const files: { name: string; content: string }[] = []
  for (let at = 0; at < shuffled.length; at += PORTION) {
    const name = `part-${String(at / PORTION + 1).padStart(2, "0")}.txt`
    const content = shuffled
      .slice(at, at + PORTION)
      .map(blindItem)
      .join("\n")
    files.push({ name, content })
  }
  return files
}

function blindItem({ id, marks, text }: Item): string {
  const shown = ["style", "published"]
    .filter((key) => marks.has(key))
    .map((key) => ` ${key}=${marks.get(key)}`)
  const lines = text.split("\n").map((line) => `> ${line}\n`)
  return `## ${id}${shown.join("")}\n${lines.join("")}`
}
