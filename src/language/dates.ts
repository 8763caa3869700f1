import { type FoldedText, fold } from "../text/fold.js"
import { DateCursor } from "./date-cursor.js"
import { expressionAt } from "./date-expression.js"
import type { DateExpression } from "./date-node.js"
import { lex } from "./lexer.js"
import type { TimeGrammar } from "./time-grammar.js"
import { type TimeItem, timeItems, timeWords } from "./time-words.js"

export type { DateExpression, DateNode } from "./date-node.js"
export { type DateContext, type ResolvedDate, resolveDate } from "./date-resolve.js"

/**
 * Finds every expression of time in a text; spans count in the original. One pass from left to right,
 * expressions do not overlap.
 */
export function scanDates(
  text: string | FoldedText,
  grammar: TimeGrammar,
): readonly DateExpression[] {
  const folded = typeof text === "string" ? fold(text) : text
  const items = timeItems(lex(folded.text), timeWords(grammar))
  const cursor = new DateCursor(items, grammar, folded)
  const found: DateExpression[] = []
  let yearEnd = -1
  for (let at = 0; at < items.length; ) {
    const item = items[at] as TimeItem
    if (!item.sense?.opens && item.kind !== "number") {
      at++
      continue
    }
    const chained =
      yearEnd >= 0 && (at - 1 === yearEnd || at - 2 === yearEnd) && isLink(cursor, at - 1)
    const expression = expressionAt(cursor, at, chained)
    if (!expression || expression.next <= at) {
      at++
      continue
    }
    const { start, next, node } = expression
    const { from, to } = folded.toOriginal({
      from: items[start]?.from ?? 0,
      to: items[next - 1]?.to ?? 0,
    })
    found.push({ from, to, text: folded.original.slice(from, to), value: node })
    yearEnd = node.kind === "calendar" && node.month === null && node.year !== null ? next : -1
    at = next
  }
  return found
}

function isLink(c: DateCursor, at: number): boolean {
  return c.sign(at, ",،") || c.has(at, "and")
}
