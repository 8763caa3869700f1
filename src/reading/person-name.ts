import type { Tree } from "../language/tree.js"
import { foldWord } from "../text/fold.js"

/** The words from token `from` to before token `to`, as printed. */
export function wordsOf(
  tree: Tree,
  text: string,
  from: number,
  to: number,
): { from: number; to: number; text: string } {
  const start = tree.tokens.from[from] ?? 0
  const end = tree.tokens.to[to - 1] ?? start
  return { from: start, to: end, text: text.slice(start, end) }
}

/** The id of a person whom the registry does not know: `person/laura-cooper`. */
export function personId(name: string): string {
  const slug = foldWord(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
  return `person/${slug.slice(0, 80)}`
}
