/** Greatest numbers of words and sub-words (without begin and end) that are read at once. */
export const WINDOW = { words: 250, pieces: 500 } as const

const PUNCTUATION = /^[\p{P}\p{S}]+$/u

/**
 * Cuts a sentence that is too long to be read at once, behind punctuation if the second half of a
 * window has any. Each window is `[from, to)` in words; a sentence that is short enough is one
 * window.
 */
export function windows(
  words: readonly string[],
  pieces: readonly (readonly number[])[],
): (readonly [from: number, to: number])[] {
  const found: [number, number][] = []
  for (let from = 0; from < words.length; ) {
    const most = furthest(pieces, from)
    const to = most === words.length ? most : behindPunctuation(words, from, most)
    found.push([from, to])
    from = to
  }
  return found
}

function furthest(pieces: readonly (readonly number[])[], from: number): number {
  let sum = 0
  let to = from
  while (to < pieces.length && to - from < WINDOW.words) {
    sum += pieces[to]?.length ?? 0
    if (sum > WINDOW.pieces) break
    to++
  }
  return to
}

function behindPunctuation(words: readonly string[], from: number, most: number): number {
  for (let to = most; to > (from + most) / 2; to--) {
    if (PUNCTUATION.test(words[to - 1] as string)) return to
  }
  return most
}
