/** Endings of the base forms of nouns, names and adjectives. */
const BASE = [
  "ий",
  "ый",
  "ой",
  "ая",
  "яя",
  "ое",
  "ее",
  "ие",
  "ые",
  "ия",
  "а",
  "я",
  "о",
  "е",
  "и",
  "ы",
  "ь",
  "й",
]

/** Endings of all their forms, longest first. */
const ENDINGS = [
  "иями",
  "ьями",
  "ыми",
  "ими",
  "ями",
  "ами",
  "ого",
  "его",
  "ому",
  "ему",
  "иях",
  "ьях",
  "ией",
  "иям",
  "ьям",
  "ая",
  "яя",
  "ую",
  "юю",
  "ое",
  "ее",
  "ие",
  "ые",
  "ий",
  "ый",
  "ой",
  "ей",
  "ым",
  "им",
  "ом",
  "ем",
  "ых",
  "их",
  "ах",
  "ях",
  "ам",
  "ям",
  "ов",
  "ев",
  "ию",
  "ия",
  "ии",
  "ью",
  "ья",
  "ье",
  "а",
  "я",
  "о",
  "е",
  "и",
  "ы",
  "у",
  "ю",
  "ь",
  "й",
  "ё",
] // prettier-ignore

/** Stems that have lost an е before their last letter: *иранц-* of *иранец*, *египт-* of *Египет*. */
const FLEETING = /[бвгджзклмнпрстфхцчшщй]ц$|пт$/

const WORD = /^[а-яё-]+$/

/**
 * The part that the forms of a Russian name share, from its base form: *Россия* → *росс*, *министерство* → *министерств*,
 * *иранский* → *иранск*. At least three letters stay.
 */
export function stem(word: string): string {
  if (!WORD.test(word)) return word
  for (const ending of BASE)
    if (word.length - ending.length >= 3 && word.endsWith(ending))
      return word.slice(0, -ending.length)
  return word
}

/** What a word of a text may be a form of, longest stem first: *Китая* → *китая, кита, кит*. */
export function stems(word: string): readonly string[] {
  if (!WORD.test(word) || word.length < 4) return [word]
  const out = [word]
  for (const ending of ENDINGS)
    if (word.length - ending.length >= 3 && word.endsWith(ending))
      out.push(word.slice(0, -ending.length))
  for (const part of [...out])
    if (FLEETING.test(part)) out.push(`${part.slice(0, -1)}е${part.slice(-1)}`)
  return out.sort((a, b) => b.length - a.length)
}
