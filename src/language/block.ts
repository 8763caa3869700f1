import type { Span } from "../text/span.js"

/** A line of the text without the white space around it. Positions are UTF-16 code units of the original. */
export interface Block extends Span {
  /** True when a blank line, or nothing, stands before it. */
  readonly opens: boolean
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** The lines of a stretch that hold anything, in order. Their line endings belong to none. */
export function segmentBlocks(text: string, within: Span = { from: 0, to: text.length }): Block[] {
  const blocks: Block[] = []
  let opens = true
  let at = within.from
  LINE_BREAK.lastIndex = at
  while (at <= within.to) {
    const found = at < within.to ? LINE_BREAK.exec(text) : null
    const end = found === null ? within.to : Math.min(found.index, within.to)
    const line = trimmed(text, at, end)
    if (line.from < line.to) blocks.push({ ...line, opens })
    opens = line.from === line.to
    if (found === null || found.index >= within.to) break
    at = found.index + found[0].length
  }
  return blocks
}

/** A stretch without the white space and invisible marks at both ends. */
export function trimmed(text: string, from: number, to: number): Span {
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { from, to }
}

/** White space, controls and marks that show nothing. */
export function isBlank(code: number): boolean {
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return true
  if (code < 0x1680) return code === 0xad
  if (code >= 0x2000 && code <= 0x200f) return code !== 0x200c && code !== 0x200d
  if (code >= 0x2028 && code <= 0x202f) return true
  return code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0xfeff || code === 0x1680
}
