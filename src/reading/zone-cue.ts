import type { Zone } from "../model/evidence.js"
import { parseTable } from "../model/table.js"
import { foldWord } from "../text/fold.js"

/**
 * Words by which a line is known. `section` opens a part of the page that is not the report; `line` is not part of it;
 * `caption` goes before what a picture shows, `metadata` before a source or an author.
 */
export interface ZoneCue {
  /** Folded. */
  readonly words: string
  readonly kind: "section" | "line" | "caption" | "metadata"
}

/** What a cue says of a line. */
export interface CuedLine {
  readonly kind: ZoneCue["kind"]
  readonly zone: Zone
}

/** What says more of a line is asked first. */
const ORDER: readonly string[] = ["caption", "metadata", "section", "line"]

/** The cues of raw tables with the columns `words` and `kind` (`boilerplate.tsv`, `page.tsv`). */
export function zoneCues(tables: readonly (string | undefined)[]): ZoneCue[] {
  const cues = tables.flatMap((table) =>
    parseTable(table ?? "").flatMap((row) => {
      const cue = { words: foldWord(row["words"] ?? "").trim(), kind: row["kind"] ?? "" }
      return isCue(cue) ? [cue] : []
    }),
  )
  return cues.sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.words.length - a.words.length,
  )
}

function isCue(cue: { words: string; kind: string }): cue is ZoneCue {
  return cue.words !== "" && ORDER.includes(cue.kind)
}

/** Cues by their first two letters, so that a line is held against few. */
export type CueIndex = ReadonlyMap<string, readonly ZoneCue[]>

/** Puts cues where `cueOf` finds them; their order is kept. */
export function cueIndex(cues: readonly ZoneCue[]): CueIndex {
  const index = new Map<string, ZoneCue[]>()
  for (const cue of cues) {
    const key = cue.words.slice(0, 2)
    index.set(key, [...(index.get(key) ?? []), cue])
  }
  return index
}

const LONGEST: Readonly<Record<ZoneCue["kind"], number>> = {
  section: 80,
  line: 300,
  caption: 400,
  metadata: 160,
}
const AROUND = /^[\s"'*_>•·|►▶#([{-]+/u
const NOTHING_LEFT = /^[\s:.…!?»"'*_|>\])}-]*$/u

/** What the cues say of a folded line, or null. A section cue with more words after it is only a line of its own. */
export function cueOf(folded: string, cues: CueIndex): CuedLine | null {
  const line = folded.replace(AROUND, "")
  for (const { words, kind } of cues.get(line.slice(0, 2)) ?? []) {
    if (!line.startsWith(words) || folded.length > LONGEST[kind] + (kind === "section" ? 120 : 0))
      continue
    const rest = line.slice(words.length)
    const answer = answered(kind, rest)
    if (answer !== null) return answer
  }
  return null
}

function answered(kind: ZoneCue["kind"], rest: string): CuedLine | null {
  const alone = NOTHING_LEFT.test(rest)
  if (kind === "section" && alone) return { kind, zone: "boilerplate" }
  if (kind === "section")
    return /^\s*[:|]/u.test(rest) ? { kind: "line", zone: "boilerplate" } : null
  if (/^[\p{L}\p{M}\p{Nd}]/u.test(rest)) return null
  if (kind === "line") return { kind, zone: "boilerplate" }
  const marked = alone || /^\s*[:/|(–—-]/u.test(rest) || (kind === "metadata" && isName(rest))
  return marked ? { kind, zone: kind } : null
}

/** Few words and no stop after a by: the name of an author. */
function isName(rest: string): boolean {
  return rest.length <= 60 && rest.trim().split(/\s+/u).length <= 5 && !/[.!?؟]$/u.test(rest)
}
