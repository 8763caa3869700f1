const WORDS = /[\p{L}\p{M}\u200c'’]+/gu
const LETTERS: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک", "’": "'", ـ: "" }

/** The letters of a text as they are counted: lower case, composed, Arabic yeh and kaf as Persian. */
function plain(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[يىك’ـ\u064b-\u0652]/g, (letter) => LETTERS[letter] ?? "")
}

/** What speaks for a language: three letters in a row with `_` at the edges of words, and short words whole (`=the`). */
export function features(text: string, limit = 100_000): string[] {
  const out: string[] = []
  for (const found of text.slice(0, limit * 2).matchAll(WORDS)) {
    const word = plain(found[0].slice(0, 40))
    if (word.length <= 5) out.push(`=${word}`)
    const edged = `_${word}_`
    for (let i = 0; i + 3 <= edged.length; i++) out.push(edged.slice(i, i + 3))
    if (out.length > limit) break
  }
  return out
}
