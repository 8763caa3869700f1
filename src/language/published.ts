import { fold, foldWord } from "../text/fold.js"
import { scanDates } from "./dates.js"
import type { DateExpression } from "./date-node.js"
import { resolveDate } from "./date-resolve.js"
import { lex } from "./lexer.js"
import type { TimeGrammar } from "./time-grammar.js"
import { timeItems, timeWords } from "./time-words.js"

/** When a report says it was published, and by which kind of line; positions count in the text. */
export interface Published {
  readonly edtf: string
  readonly basis: "metadata" | "byline" | "name" | "dateline" | "bulletin" | "caption"
  readonly from: number
  readonly to: number
}

/** What else may hold a date: the name of the file or the address of the page. */
export interface PublishedHints {
  readonly name?: string
}

/** Lines and signs that the head of a report may have. */
const HEAD_LINES = 25
const HEAD_LENGTH = 4000
const TAIL_LINES = 400

/** Best first. */
const ORDER: readonly Published["basis"][] = [
  "metadata",
  "byline",
  "name",
  "dateline",
  "bulletin",
  "caption",
]

/**
 * Finds the date of publication in the first lines of a report. A byline with the outlet wins over the
 * date of a bulletin that reprints it; a caption only tells the year.
 */
export function publishedIn(
  text: string,
  grammars: readonly TimeGrammar[],
  hints: PublishedHints = {},
): Published | null {
  const ranked = byWords(text.slice(0, 2000), grammars)
  const found: Published[] = []
  let line = 0
  for (const { from, content } of linesOf(text)) {
    if (++line > TAIL_LINES) break
    const head = line <= HEAD_LINES && from < HEAD_LENGTH
    const seen = head ? headLine(content, from, ranked) : captionLine(content, from, ranked)
    if (seen) found.push(seen)
  }
  const named = inName(hints.name ?? "")
  if (named) found.push(named)
  for (const basis of ORDER) {
    const best = found.find((f) => f.basis === basis)
    if (best) return best
  }
  return null
}

/** The languages, the one with most words of time in the text first. */
function byWords(text: string, grammars: readonly TimeGrammar[]): TimeGrammar[] {
  const tokens = lex(fold(text).text)
  const score = (g: TimeGrammar) =>
    timeItems(tokens, timeWords(g)).filter((i) => i.sense !== null).length
  return grammars
    .map((g) => [score(g), g] as const)
    .sort((a, b) => b[0] - a[0])
    .map(([, g]) => g) // prettier-ignore
}

function* linesOf(text: string): Generator<{ from: number; content: string }> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf("\n", from)
    const to = end < 0 ? text.length : end
    const content = text.slice(from, to)
    if (content.trim() !== "") yield { from, content }
    from = to + 1
  }
}

function headLine(line: string, from: number, grammars: readonly TimeGrammar[]): Published | null {
  const start = line.slice(0, 300)
  for (const grammar of grammars) {
    for (const date of scanDates(start, grammar)) {
      const edtf = wholeDay(date)
      const basis = edtf && basisOf(line, date, grammar)
      if (edtf && basis) return { edtf, basis, from: from + date.from, to: from + date.to }
    }
  }
  return captionLine(line, from, grammars)
}

/** An explicit day, or null. */
function wholeDay(date: DateExpression): string | null {
  const node = date.value
  if (node.kind !== "calendar" || node.year === null || node.day === null || node.lastDay !== null)
    return null
  return resolveDate(date, {})?.edtf ?? null
}

function basisOf(
  line: string,
  date: DateExpression,
  grammar: TimeGrammar,
): Published["basis"] | null {
  const before = line.slice(0, date.from)
  const after = line.slice(date.to)
  const words = (part: string) => part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (isCaption(line, grammar)) return null
  const placed = timeItems(lex(foldWord(date.text)), timeWords(grammar))[0]?.sense?.roles
  if (endsWith(before, grammar.publishedWords) && words(before) <= 8) return "metadata"
  if (placed?.has("at") || placed?.has("since") || placed?.has("by")) return null
  const around = words(before) + words(after)
  if (around === 0) return "bulletin"
  if (around <= 8 && line.trim().length <= 100 && !/[!?؟]\s*$/.test(line))
    return sentence(line, date) ? null : "byline"
  if (words(before) === 0 && /^\d{4}-\d\d-\d\d/.test(line.trim())) return "metadata"
  return words(before) <= 5 && /^\s*[.)]?\s*[-–—/:|(.]/u.test(after) ? "dateline" : null
}

/** A short line that ends in a full stop behind other words is a sentence, unless the date is in brackets. */
function sentence(line: string, date: DateExpression): boolean {
  const bracketed = /[(|[–—-]\s*$/.test(line.slice(0, date.from))
  return !bracketed && /[.]\s*$/.test(line) && /\p{L}/u.test(line.slice(date.to))
}

function endsWith(part: string, cell: string): boolean {
  const text = lex(foldWord(part))
    .filter((t) => t.kind !== "sign")
    .map((t) => t.text)
    .join(" ") // prettier-ignore
  return cell.split("|").some((word) => {
    const key = lex(foldWord(word))
      .map((t) => t.text)
      .join(" ") // prettier-ignore
    return text === key || text.endsWith(` ${key}`)
  })
}

function isCaption(line: string, grammar: TimeGrammar): boolean {
  const start = lex(foldWord(line.slice(0, 60))).filter((t) => t.kind !== "sign")
  const text = start.map((t) => t.text).join(" ")
  return grammar.captionWords.split("|").some((word) => {
    const key = lex(foldWord(word))
      .map((t) => t.text)
      .join(" ") // prettier-ignore
    return text === key || text.startsWith(`${key} `)
  })
}

function captionLine(
  line: string,
  from: number,
  grammars: readonly TimeGrammar[],
): Published | null {
  for (const grammar of grammars) {
    if (!isCaption(line, grammar)) continue
    for (const date of scanDates(line.slice(0, 600), grammar)) {
      const edtf = wholeDay(date) ?? bareYear(date)
      if (edtf)
        return {
          edtf: edtf.slice(0, 4),
          basis: "caption",
          from: from + date.from,
          to: from + date.to,
        }
    }
  }
  return null
}

function bareYear(date: DateExpression): string | null {
  const node = date.value
  return node.kind === "calendar" && node.year !== null && node.calendar === "gregorian"
    ? String(node.year)
    : null
}

/** `…/2019/10/05/…`, `report-2019-10-05.txt`, `20191005`. */
function inName(name: string): Published | null {
  const parts = /(?:^|\D)((?:19|20)\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(
    name.slice(0, 500),
  )
  if (!parts) return null
  return { edtf: `${parts[1]}-${parts[3]}-${parts[4]}`, basis: "name", from: 0, to: 0 }
}
