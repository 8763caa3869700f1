import type { Words } from "../../src/model/claim.js"

/** Where words stand in the text, or why that cannot be said. */
export type Found = { readonly words: Words } | { readonly why: string }

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Finds words as whole words; `words#2` is the second time that they stand there. */
export function findWords(text: string, written: string): Found {
  const [, plain = "", count] = /^(.*?)(?:#(\d+))?$/su.exec(written.trim()) ?? []
  const words = plain.trim()
  if (words === "") return { why: "no words are given; copy them from the text" }
  const all = placesOf(text, words)
  const whole = all.filter((from) => isWhole(text, from, from + words.length))
  if (all.length === 0) return { why: `"${words}" does not stand in the text; copy it exactly` }
  if (whole.length === 0) return { why: `"${words}" cuts a word of the text; write the whole word` }
  if (count === undefined && whole.length > 1)
    return { why: `"${words}" stands ${whole.length} times; write "${words}#1", "${words}#2" …` }
  const from = whole[Number(count ?? "1") - 1]
  if (from === undefined)
    return { why: `"${words}" stands only ${whole.length} times; #${count} is too high` }
  return { words: { from, to: from + words.length, text: words } }
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function isWhole(text: string, from: number, to: number): boolean {
  const cuts = (at: number) =>
    LETTER.test(characterBefore(text, at)) &&
    LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 32))
  return !cuts(from) && !cuts(to)
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff
    ? text.slice(at - 2, at)
    : text.slice(Math.max(0, at - 1), at)
}
