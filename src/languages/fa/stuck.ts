/** Prepositions and pronouns that hurried writers stick to the next word. */
const STUCK_BEFORE = ["در", "از", "با", "به", "این"]
/** Verb forms that are stuck to the noun they carry: سفرکرده, شروعشد. */
const STUCK_AFTER = [
  "کرده",
  "کرد",
  "کردند",
  "کردن",
  "شده",
  "شد",
  "شدند",
  "شدن",
  "داده",
  "دادند",
  "داشته",
  "داشت",
  "گرفته",
  "می‌کند",
  "می‌شود",
  "شود",
  "کنند",
  "شوند",
  "نیست",
  "دارد",
  "دارند",
]

const ENDINGS = /(?:\u200c?(?:هایی|های|ها|ی|ان|ات|م|ت|ش|مان|تان|شان|اش|تر|ترین|ای|ام|یم|ید|ند|د))$/

/** A letter of the Arabic script; its digits and separators are none. */
const LETTER = "[\\u0620-\\u064a\\u0671-\\u06d3]"
const DIGIT_EDGE = new RegExp(
  `(?<=\\p{Nd})(?=${LETTER})(?<!\\p{L}.)|(?<=${LETTER})(?=\\p{Nd})|(?<=^(?:${STUCK_BEFORE.join("|")})\\p{Nd}+)(?=${LETTER})`,
  "gu",
)
const HAS_DIGIT = /\p{Nd}/u

/**
 * Where a word must be cut because its writer forgot a space; nowhere when the whole is a word.
 *
 *     2006وارد      دربروکسل      سفرکرده
 *         ^           ^              ^
 */
export function stuckCuts(
  form: (word: string) => string,
  word: string,
  known: ReadonlySet<string>,
): readonly number[] {
  if (word.length < 5 || !/\p{Script=Arabic}/u.test(word)) return []
  if (HAS_DIGIT.test(word)) return digitCuts(word)
  const letters = form(word)
  if (letters.length !== word.length || letters.includes("\u200c") || known.has(letters)) return []
  return (
    afterCut(letters, known) ?? (isKnown(letters, known) ? [] : (beforeCut(letters, known) ?? []))
  )
}

function digitCuts(word: string): readonly number[] {
  return [...word.matchAll(DIGIT_EDGE)]
    .map((edge) => edge.index)
    .filter((at) => at > 0 && at < word.length)
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true
  const bare = word.replace(ENDINGS, "")
  if (bare === word || bare.length < 3) return false
  return known.has(bare) || isKnown(bare, known)
}

const THIS = /^(?:در|از|با|بر|به)(?=(?:این|آن|آنها|اینکه)$)/

function beforeCut(word: string, known: ReadonlySet<string>): readonly number[] | null {
  const pronoun = THIS.exec(word)
  if (pronoun !== null) return [pronoun[0].length]
  for (const first of STUCK_BEFORE) {
    const rest = word.slice(first.length)
    if (word.startsWith(first) && rest.length >= 4 && isKnown(rest, known)) return [first.length]
  }
  return null
}

function afterCut(word: string, known: ReadonlySet<string>): readonly number[] | null {
  for (const last of STUCK_AFTER) {
    const first = word.slice(0, -last.length)
    if (word.endsWith(last) && first.length >= 3 && known.has(first)) return [first.length]
  }
  return null
}
