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

const DIGIT_EDGE =
  /(?<=\p{Nd})(?=\p{Script=Arabic})(?!\p{Nd})(?<!\p{L}.)|(?<=[\p{Script=Arabic}])(?<!\p{Nd})(?=\p{Nd})/gu
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

function beforeCut(word: string, known: ReadonlySet<string>): readonly number[] | null {
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
