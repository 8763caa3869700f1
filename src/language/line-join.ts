import { foldWord } from "../text/fold.js"
import type { Span } from "../text/span.js"
import type { Block } from "./block.js"
import type { SegmentRules } from "./segment-rules.js"

/** Lines that make one run of sentences, put together; every other line break ends a sentence. */
export function joinedLines(text: string, lines: readonly Block[], rules: SegmentRules): Span[] {
  const runs: Span[] = []
  for (let i = 0; i < lines.length; ) {
    const paragraph = paragraphAt(lines, i)
    const wrapped = isWrapped(text, paragraph)
    for (const line of paragraph) {
      const last = runs.at(-1)
      const goesOn = last !== undefined && continues(text, last, line, { rules, wrapped })
      if (goesOn) runs[runs.length - 1] = { from: last.from, to: line.to }
      else runs.push({ from: line.from, to: line.to })
    }
    i += paragraph.length
  }
  return runs
}

function paragraphAt(lines: readonly Block[], first: number): readonly Block[] {
  let end = first + 1
  while (end < lines.length && lines[end]?.opens === false) end++
  return lines.slice(first, end)
}

const SMALL = /^["'«“(]?\p{Ll}/u

/** A paragraph set in lines of like length, whose breaks say nothing: several of its lines begin small. */
function isWrapped(text: string, lines: readonly Block[]): boolean {
  if (lines.length < 3) return false
  const full = lines.slice(0, -1).map((line) => line.to - line.from)
  const longest = Math.max(...full)
  const small = lines
    .slice(1)
    .filter((line) => SMALL.test(text.slice(line.from, line.from + 3))).length
  return (
    longest <= 110 && small * 3 >= lines.length && full.every((length) => length * 2 >= longest)
  )
}

const FINAL = /[.!?…؟۔։:]["'»”’)\]*_]{0,4}$/u
const NEW_BLOCK = /^(?:[-–—•*·▪●►#>|]|\p{Nd}{1,3}[.)]\s|[-=_*]{3,})/u

/** `( p.l .` before a line that begins with its number */
const SHORTENED = /(?:^|[\s(])\p{L}(?:\.\p{L})+ ?\.$/u

type How = { readonly rules: SegmentRules; readonly wrapped: boolean }

function continues(text: string, run: Span, line: Block, { rules, wrapped }: How): boolean {
  const before = text.slice(Math.max(run.from, run.to - 40), run.to)
  const next = text.slice(line.from, Math.min(line.to, line.from + 40))
  if (SHORTENED.test(before) && /^\p{Nd}/u.test(next)) return true
  if (FINAL.test(before) || NEW_BLOCK.test(next)) return false
  if (rules.dangling.has(lastWord(before))) return !line.opens || SMALL.test(next)
  if (line.opens) return false
  if (wrapped) return true
  const capitals = /\p{Lu}/u.test(text.slice(run.from, Math.min(run.to, run.from + 2000)))
  return capitals && SMALL.test(next) && run.to - run.from >= 30
}

function lastWord(text: string): string {
  return foldWord(/[\p{L}\p{M}\u200c]+$/u.exec(text)?.[0] ?? "")
}
