import { fold } from "../text/fold.js"

/** A word of a text as it is searched, and where it stands in the original (UTF-16 code units). */
export interface SearchWord {
  readonly text: string
  readonly from: number
  readonly to: number
}

const WORD = /[\p{L}\p{N}]+(?:\u200c+[\p{L}\p{N}]+)*/gu

/**
 * The words of a text, folded: letter variants, case and marks do not matter. A Persian word whose parts a
 * zero-width non-joiner keeps apart is searched by its parts and, in `joined`, as one.
 */
export function searchWords(text: string): { words: SearchWord[]; joined: SearchWord[] } {
  const folded = fold(text)
  const words: SearchWord[] = []
  const joined: SearchWord[] = []
  for (const found of folded.text.matchAll(WORD)) {
    const parts = found[0].split(/\u200c+/)
    let at = found.index
    for (const part of parts) {
      at = folded.text.indexOf(part, at)
      words.push({ text: part, ...folded.toOriginal({ from: at, to: at + part.length }) })
      at += part.length
    }
    if (parts.length === 1) continue
    const whole = folded.toOriginal({ from: found.index, to: found.index + found[0].length })
    joined.push({ text: parts.join(""), ...whole })
  }
  return { words, joined }
}

/** What a search asks for: every term must be there, none of those left out. */
export interface Search {
  readonly terms: readonly Term[]
  readonly without: readonly Term[]
}

/** Words in a row; the last one may be only begun. */
interface Term {
  readonly words: readonly string[]
  readonly begun: boolean
}

/**
 * Reads what was typed: words (each may be begun only: `visit` finds visited), "words in a row", -without.
 * Null when there is no word in it.
 */
export function parseSearch(typed: string): Search | null {
  const terms: Term[] = []
  const without: Term[] = []
  for (const [, minus, quoted, plain] of typed.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const words = searchWords(quoted ?? plain ?? "").words.map((word) => word.text)
    if (words.length === 0) continue
    const begun = quoted === undefined && (words.at(-1) ?? "").length > 1
    const list = minus === "-" ? without : terms
    list.push({ words, begun })
  }
  return terms.length === 0 ? null : { terms, without }
}

/** The search as FTS5 takes it. Words hold letters and digits only, so nothing in them is syntax. */
export function matchOf({ terms, without }: Search): string {
  const all = terms.map(termMatch).join(" AND ")
  return without.length === 0 ? all : `(${all}) NOT (${without.map(termMatch).join(" OR ")})`
}

function termMatch({ words, begun }: Term): string {
  const star = begun ? "*" : ""
  const row = `"${words.join(" ")}"${star}`
  // What was typed in parts may be written as one and the other way round.
  return words.length === 1 ? row : `(${row} OR "${words.join("")}"${star})`
}

/** Where the words of a search stand in a text: positions in the original. */
export function hitsIn(text: string, { terms }: Search): { from: number; to: number }[] {
  const { words, joined } = searchWords(text)
  const hits = terms.flatMap((term) => [
    ...rowsOf(words, term),
    ...rowsOf(joined, { words: [term.words.join("")], begun: term.begun }),
  ])
  return apart(hits.sort((a, b) => a.from - b.from || b.to - a.to))
}

/** Hits that reach into each other as one. */
function apart(hits: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  for (const { from, to } of hits) {
    const last = out.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else out.push({ from, to })
  }
  return out
}

function rowsOf(words: readonly SearchWord[], { words: row, begun }: Term) {
  const fits = (word: SearchWord | undefined, at: number) => {
    const wanted = row[at] as string
    if (!word) return false
    return begun && at === row.length - 1 ? word.text.startsWith(wanted) : word.text === wanted
  }
  const starts = words.flatMap((_, at) => (row.every((_, i) => fits(words[at + i], i)) ? [at] : []))
  return starts.map((at) => ({
    from: (words[at] as SearchWord).from,
    to: (words[at + row.length - 1] as SearchWord).to,
  }))
}
