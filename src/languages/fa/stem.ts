/** Endings that Persian adds to nouns: plural, ezafe and indefinite ی after a vowel; the stem keeps three letters. */
const PLURALS = ["هایی", "های", "ها"]

/** The part that the forms of a Persian word share: *نیروهای* → *نیرو*, *آمریکای* → *آمریکا*. ZWNJ is gone already. */
export function stem(word: string): string {
  for (const ending of PLURALS)
    if (word.length - ending.length >= 2 && word.endsWith(ending))
      return word.slice(0, -ending.length)
  if (word.length >= 4 && /[او]ی$/.test(word)) return word.slice(0, -1)
  if (word.length >= 5 && word.endsWith("انی") === false && word.endsWith("هٔ"))
    return word.slice(0, -1)
  return word
}
