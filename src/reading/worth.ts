import { type Lexicon, wordKey } from "../language/lexicon.js"

/**
 * Whether a sentence can name a party at all, seen before its tree is known: a name, a people, an office or a pronoun that
 * the tables know, a capital inside it, or two words in one (российско-индийское). A sentence without any cannot hold a claim, and the network need not read it.
 */
export function mayName(forms: readonly string[], lexicon: Lexicon): boolean {
  if (forms.some((form, i) => form.includes("-") || (i > 0 && /^\p{Lu}/u.test(form)))) return true
  const words = forms.map(wordKey)
  if (words.some((word) => lexicon.pronouns.has(word))) return true
  const keys = words.map((word) => [word, ...lexicon.language.stems(word)])
  const at = (token: number): readonly string[] => keys[token] ?? []
  return keys.some((_, token) => lexicon.gazetteer.longest(token, keys.length, at) !== null)
}

/** Characters without a space between them that are surely no word: the longest real ones have about forty. */
const UNBROKEN = /\S{60,}/gu
/** Characters beside them with which hardly anything can be said. */
const TOO_FEW = 20

/** Whether a stretch is written in words: a key, an address alone or a file sent as letters is not. */
export function isProse(stretch: string): boolean {
  let unbroken = 0
  for (const [found] of stretch.matchAll(UNBROKEN)) unbroken += found.length
  return unbroken === 0 || stretch.length - unbroken >= TOO_FEW
}
