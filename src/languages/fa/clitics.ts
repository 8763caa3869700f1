/** What the cutting of clitics must know: frequent words and the stems of verbs. */
export interface CliticWords {
  readonly known: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly present: ReadonlySet<string>
}

const ALWAYS: ReadonlyMap<string, number> = new Map([
  ["مرا", 1],
  ["ترا", 1],
  ["چیست", 2],
  ["کیست", 2],
  ["چیزیست", 4],
  ["اینست", 3],
  ["آنست", 2],
  ["اوست", 2],
])

const SELF = /^خود(?=(?:ش|م|ت|شان|مان|تان)$)/
const OWNERS = /(?:یشان|یمان|یتان|شان|مان|تان|یش|ش|م)$/
const AFTER_PLURAL = /(?<=ها(?:ی)?|\u200cهای)(?:شان|مان|تان|ش|م|ت)$/
const ALONE = /^های(?=(?:ش|م|ت|شان|مان|تان)$)/
const STUCK_APART = /(?<=[هی])(?:اش|ام|ایم|اند)$/
const COPULA = /(?<=[او]|ها)ست$/
const ARE = /(?:یم|ند)$/
const ORDINAL =
  /(?:یک|دو|سو|چهار|پنج|شش|هفت|هشت|نه|ده|زده|جده|بیست|سی|چهل|جاه|شصت|هفتاد|هشتاد|نود|صد|هزار|میلیون)م$/
const APART = /\u200c(?=(?:اش|ام|ات|اند|ایم|اید|شان|مان|تان)$)/
const NOMINAL = /(?:\u200cهای|\u200cها|های|ها|ی|ان|ات|یان|گان)$/

/**
 * Where a clitic begins that Persian writes on its word, as PerDT parts it; nowhere for a verb's ending.
 *
 *     کشورشان      سینه‌اش      کارهایش      معتقدیم      شماست
 *         ^             ^              ^           ^           ^
 */
export function cliticCut(word: string, words: CliticWords): number | null {
  const always = ALWAYS.get(word) ?? (SELF.test(word) ? 3 : undefined)
  if (always !== undefined) return always
  if (word.length < 4 || words.known.has(word) || /^ن?می\u200c/.test(word)) return null
  const apart = APART.exec(word)
  if (apart !== null)
    return isParticiple(word.slice(0, apart.index), words) ? null : apart.index + 1
  if (ALONE.test(word)) return 3
  const stuck = STUCK_APART.exec(word)
  if (stuck !== null) {
    const stem = word.slice(0, stuck.index)
    if (isParticiple(stem, words)) return null
    if (words.known.has(stem)) return stuck.index
  }
  const plural = AFTER_PLURAL.exec(word)
  if (plural !== null && plural.index > 3) return plural.index
  const copula = COPULA.exec(word)
  if (copula !== null) return isNoun(word.slice(0, copula.index), words) ? copula.index : null
  return ownerCut(word, words)
}

function ownerCut(word: string, words: CliticWords): number | null {
  if (ORDINAL.test(word) || isVerb(word, words)) return null
  const are = ARE.exec(word)
  if (are !== null && are.index > 3 && isNoun(word.slice(0, are.index), words)) return are.index
  const owner = OWNERS.exec(word)
  if (owner === null) return null
  const stem = word.slice(0, owner.index)
  if (owner[0].startsWith("ی") && !/[اوی]$/.test(stem)) {
    // معنی‌ش: the ی may be the word's own.
    return isNoun(`${stem}ی`, words) ? owner.index + 1 : null
  }
  return isNoun(stem, words) ? owner.index : null
}

function isNoun(stem: string, { known, past }: CliticWords): boolean {
  if (stem.length < 2) return false
  if (/^(?:سر|دل|پا|جا|ما|تو|او|تن)$/.test(stem)) return true
  if (known.has(stem)) return stem.length > 2
  const bare = stem.replace(NOMINAL, "")
  return bare !== stem && bare.length > 2 && known.has(bare) && !past.has(stem)
}

const PREVERB = /^(?:باز|بر|در|فرا|فرو|وا)?ن?/

/** رفته, نرفته, بازگشته: what اند and ام after it make is a verb. */
export function isParticiple(stem: string, { past }: CliticWords): boolean {
  const bare = stem.slice(0, -1)
  return stem.endsWith("ه") && (past.has(bare) || past.has(bare.replace(PREVERB, "")))
}

/** A past or present stem with a personal ending: رفتم, نگفتیم, بدانیم, کنیم. */
function isVerb(word: string, { past, present }: CliticWords): boolean {
  for (const ending of ["یم", "ید", "ند", "م"]) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    if (/^(?:هست|نیست)$/.test(stem)) return true
    const bare = stem.replace(PREVERB, "").replace(/^ن?می(?=..)/, "")
    for (const root of [
      stem,
      bare,
      bare.replace(/ی$/, ""),
      stem.replace(/^(?:ن|ب|بی|نی)(?=..)/, ""),
    ])
      if (root.length > 1 && (past.has(root) || present.has(root))) return true
  }
  return false
}
