import { plainRules, type SegmentRules } from "../../language/segment-rules.js"
import { type CliticWords, cliticCut, isParticiple } from "./clitics.js"
import { withJoiner } from "./joiner.js"
import { stuckCuts } from "./stuck.js"

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const DANGLING = words(`
  و یا که اما ولی در به از با بر تا برای بدون درباره بین میان علیه طی ضمن نزد سوی توسط مانند همچون جهت نیز هر این آن
  همین همان چند یک دو سه بعضی برخی اگر چون زیرا موازات دلیل منظور عنوان وسیله دنبال خاطر طور صورت اساس مورد خصوص زمینه
  همکاری‌های نیروهای کشورهای مقام‌های مقامات را`)

/** Words that close a Persian clause. */
const FINALS = words(`
  است نیست بود نبود هست هستند نیستند بودند اند شد نشد شدند شده‌اند شود می‌شود می‌شوند شوند کرد نکرد کردند کرده‌اند کند
  می‌کند می‌کنند کنند دارد ندارد دارند ندارند داشت داشتند داد دادند می‌دهد می‌دهند گفت گفتند افزود گرفت گرفتند باشد باشند
  یافت یافتند رسید رسیدند`)

const LETTERS: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک", ۀ: "هٔ", ە: "ه", ـ: "" }
const REPAIRED = /[يىكۀەـ\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]+/g

/** What the network reads: Persian ی and ک, no tatweel, one ZWNJ where one belongs, presentation forms opened. */
function form(word: string): string {
  const opened = word.replace(PRESENTATION, (part) => part.normalize("NFKC"))
  const letters = opened.normalize("NFC").replace(REPAIRED, (letter) => LETTERS[letter] ?? "")
  return letters.replace(/\u200c{2,}/g, "\u200c").replace(/^\u200c+|\u200c+$/g, "") || word
}

const WORD = /^[\p{Script=Arabic}\u200c]{2,}$/u
const PREFIX = /^(?:بر|باز|فرو|فرا|در|وا)?ن?می$/
const VERB_END = /[مدتی]$|ند$|ست$|^توان$/
const WITHOUT = /^(?:آن|این|آنکه|اینکه|از|که|بی)$/
const PLURAL = /^های?(?:ی|م|ت|ش|مان|تان|شان)?$/
const COMPARED = /^تر(?:ین)?$/

/**
 * Words that belong together though a space parts them:
 * `می دهند` → می‌دهند, `همکاری های` → همکاری‌های, `بزرگ ترین` → بزرگ‌ترین, `داده اند` → داده‌اند, `نامه ای` → نامه‌ای.
 */
function join(left: string, right: string, words: CliticWords): string | null {
  const together = `${left}\u200c${right}`
  if (PREFIX.test(left))
    return WORD.test(right) && VERB_END.test(right) && right !== "است" ? together : null
  if (!WORD.test(left)) return null
  if (PLURAL.test(right) && !left.endsWith("ها") && !left.endsWith("های")) return together
  if (left === "بی" && WORD.test(right)) return WITHOUT.test(right) ? null : together
  if (right === "ام" && isParticiple(left, words)) return together
  if (COMPARED.test(right) && !left.endsWith("تر")) return together
  return left.endsWith("ه") && left.length > 2 && /^(?:اند|ایم|اید|ای)$/.test(right)
    ? together
    : null
}

/** Where a written word is parted: at forgotten spaces, else before a clitic. */
function cut(word: string, words: CliticWords): readonly number[] {
  const stuck = stuckCuts(form, word, words.known)
  if (stuck.length > 0 || !WORD.test(word)) return stuck
  const letters = form(word)
  const clitic = letters.length === word.length ? cliticCut(letters, words) : null
  return clitic === null ? stuck : [clitic]
}

/** Persian words in the style of PerDT; `words` are frequent words, by which stuck ones are parted, and stems of verbs. */
export function segmentRules(abbreviations: Iterable<string>, words: CliticWords): SegmentRules {
  return plainRules("fa", {
    abbreviations: new Set(abbreviations),
    dangling: DANGLING,
    finals: FINALS,
    hyphens: "split",
    cut: (word) => cut(word, words),
    join: (left, right) => join(left, right, words),
    form: (word) => withJoiner(form(word), words),
  })
}
