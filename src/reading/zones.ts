import { type Block, segmentBlocks } from "../language/segment.js"
import type { Zone } from "../model/evidence.js"
import type { ZoneSpan } from "../model/layers.js"
import { foldWord } from "../text/fold.js"
import { type CuedLine, cueIndex, cueOf, type CueIndex, type ZoneCue } from "./zone-cue.js"

export { type ZoneCue, zoneCues } from "./zone-cue.js"

/** What is known of a page before its zones are found. */
export interface ZoneOptions {
  /** A title that came apart from the text; a line that repeats it is headline. */
  readonly title?: string | null
  readonly cues: readonly ZoneCue[]
}

/** A line as it is weighed. */
interface Line extends Block {
  /** As written, without bold marks. */
  readonly shown: string
  readonly folded: string
  readonly stops: boolean
  zone: Zone | null
}

/** The longest line that can be a headline, and the shortest that is surely none. */
const LONGEST_HEADLINE = 150
const PARAGRAPH = 160
const MOST_HEADLINES = 3
/** Lines of a menu are at most so long, and at least so many stand together. */
const MENU_ITEM = 26
const MENU = 4

/** The zones of a text in order; lines of one zone that follow one another are one stretch. Positions are UTF-16 code units. */
export function findZones(text: string, options: ZoneOptions): ZoneSpan[] {
  const lines = segmentBlocks(text).map((block) => lineOf(text, block))
  const title = foldedLine(options.title ?? "")
  markCues(lines, cueIndex(options.cues))
  markRepeated(lines)
  markMenus(lines)
  markHeadlines(lines, title)
  return merged(lines)
}

const BOLD = /^[*_#\s]+|[*_\s]+$/gu
const FINAL = /[.!?…؟۔։]["'»”’)\]]*$/u

function lineOf(text: string, block: Block): Line {
  const written = text.slice(block.from, block.to)
  const shown = written.length > 2000 ? written : written.replace(BOLD, "")
  return {
    ...block,
    shown,
    folded: foldedLine(shown.slice(0, 400)),
    stops: FINAL.test(shown.slice(-12)),
    zone: null,
  }
}

function foldedLine(line: string): string {
  return foldWord(line).replace(/\s+/gu, " ").trim()
}

/** A section cue makes everything after it boilerplate, once something of the report has been read. */
function markCues(lines: readonly Line[], cues: CueIndex): void {
  let read = false
  let section = false
  for (const line of lines) {
    const found: CuedLine | null = section ? null : cueOf(line.folded, cues)
    section ||= found?.kind === "section" && read
    const bare = lines.length > 1 && isBare(line.shown)
    line.zone = section ? "boilerplate" : (found?.zone ?? (bare ? "metadata" : null))
    read ||= line.zone === null && (line.stops || line.shown.length >= 60)
  }
  const last = lines.at(-1)
  if (last?.zone === null && last.shown.length <= 40 && last.shown.endsWith(":"))
    last.zone = "metadata"
}

const BARE: readonly RegExp[] = [
  // nothing but signs, a web or mail address
  /^[^\p{L}\p{Nd}]*$/u,
  /^<?(?:https?:\/\/|www\.)\S+>?$/u,
  /^<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?$/u,
  /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}(?:\/\S*)?$/u,
]

/** A day of a year, with at most three words beside it: `07.10.2019`, `AzerNews (05 October 2019)` */
function isDate(line: string): boolean {
  if (line.length > 48 || FINAL.test(line.replace(/г\.$/u, ""))) return false
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0
  const numeric = /\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}/u.test(line)
  const written =
    /(?<!\p{Nd})\p{Nd}{1,2}(?![\p{Nd}:])/u.test(line) &&
    /(?<!\p{Nd})[\p{Nd}]{4}(?!\p{Nd})/u.test(line)
  return numeric ? words <= 3 : written && words <= 3
}

function isBare(line: string): boolean {
  return line.length <= 300 && (BARE.some((form) => form.test(line)) || isDate(line))
}

/** The second time a paragraph is printed it is a teaser or a pull quote. */
function markRepeated(lines: readonly Line[]): void {
  const met = new Set<string>()
  for (const line of lines) {
    if (line.zone !== null || line.folded.length < 20) continue
    const key = `${line.folded}\n${line.shown.length}`
    if (met.has(key)) line.zone = "boilerplate"
    met.add(key)
  }
}

/** Many very short lines in a row are a menu. */
function markMenus(lines: readonly Line[]): void {
  let start = 0
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i]
    if (line !== undefined && line.zone === null && !line.stops && line.shown.length <= MENU_ITEM)
      continue
    const isMenu = i - start >= MENU && i - start < lines.length
    if (isMenu) for (const item of lines.slice(start, i)) item.zone = "boilerplate"
    start = i + 1
  }
}

/** The first lines before the report itself: short, without a final stop, or in capitals or bold. */
function markHeadlines(lines: readonly Line[], title: string): void {
  const rest = lines.filter((line) => line.zone === null)
  let marked = 0
  for (const [i, line] of rest.entries()) {
    const isTitle = title !== "" && line.folded === title
    const below = rest.slice(i + 1)
    if (!isTitle && !(marked < MOST_HEADLINES && isHeadline(line, below, marked))) break
    line.zone = "headline"
    marked++
  }
  for (const line of rest) line.zone ??= "body"
}

function isHeadline(line: Line, below: readonly Line[], marked: number): boolean {
  const next = below[0]
  if (
    next === undefined ||
    line.stops ||
    line.shown.length > LONGEST_HEADLINE ||
    /[:,;،؛]$/u.test(line.shown)
  )
    return false
  if (isCapitals(line.shown) || line.to - line.from > line.shown.length + 3) return true
  const grows =
    next.stops ||
    next.shown.length > Math.max(line.shown.length * 1.3, 60) ||
    next.shown.length >= PARAGRAPH
  if (marked === 0)
    return grows || (below[1]?.stops ?? false) || (below[1]?.shown.length ?? 0) >= PARAGRAPH
  return grows && next.opens
}

function isCapitals(line: string): boolean {
  return (line.match(/\p{Lu}/gu)?.length ?? 0) >= 8 && !/\p{Ll}{2}/u.test(line)
}

function merged(lines: readonly Line[]): ZoneSpan[] {
  const zones: ZoneSpan[] = []
  for (const { from, to, zone } of lines) {
    const last = zones.at(-1)
    if (last !== undefined && last.zone === zone) zones[zones.length - 1] = { ...last, to }
    else zones.push({ from, to, zone: zone ?? "body" })
  }
  return zones
}
