/** Endings that Persian adds to nouns: plural, ezafe and indefinite ی after a vowel; the stem keeps two letters. */
const PLURALS = ["هایی", "های", "ها"]

/** The part that the forms of a Persian word share: *نیروهای* → *نیرو*, *آمریکای* → *آمریکا*. ZWNJ is gone already. */
export function stem(word: string): string {
  for (const ending of PLURALS)
    if (word.length - ending.length >= 2 && word.endsWith(ending))
      return word.slice(0, -ending.length)
  return word.length >= 4 && /[او]ی$/.test(word) ? word.slice(0, -1) : word
}

/** Further endings that a word of a text may have: plural ان (سربازان), indefinite ی (هیاتی). */
const LOOSE = ["انی", "ان", "ی"]

/** What a word of a text may be a form of, longest first: *سربازان* → *سربازان, سرباز*. */
export function stems(word: string): readonly string[] {
  const out = [word, stem(word)]
  for (const ending of LOOSE)
    if (word.length - ending.length >= 3 && word.endsWith(ending))
      out.push(word.slice(0, -ending.length))
  return [...new Set(out)].sort((a, b) => b.length - a.length)
}
