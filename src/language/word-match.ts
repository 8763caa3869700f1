import type { Step } from "./letter-pairs.js"
import type { NameWord } from "./name-fold.js"
import type { NameGroups } from "./name-groups.js"
import type { NameModel } from "./name-model.js"

/** How two words of names compare: log-odds that they are one name, and why. */
export interface WordMatch {
  readonly odds: number
  /** `form`: alike once case endings are taken off; `woman` the same, where the form is a name by itself as well. */
  readonly how: "alike" | "listed" | "other" | "letters" | "form" | "woman" | "initial" | "unknown"
}

export interface WordTables {
  readonly model: NameModel
  readonly groups: NameGroups
  /** Base forms that an inflected word may have (Путиным → путин), by script. */
  readonly bases: (word: NameWord) => readonly string[]
}

/** Two forms that the tables list apart are mostly two names, but spellings of one name are listed apart as well. */
const LISTED = 7
const APART = -2.5
const ALIKE = 8
/** Below this not even another case makes two words one. */
const HOPELESS = -9

/** Compares words of names; knows nothing of whole names. */
export class WordMatcher {
  constructor(private readonly tables: WordTables) {}

  compare(a: NameWord, b: NameWord): WordMatch {
    if (a.folded === b.folded) return { odds: ALIKE, how: "alike" }
    if (a.folded.length === 1 || b.folded.length === 1) return this.initial(a, b)
    const listed = this.listed(a.folded, b.folded)
    if (listed === true) return { odds: LISTED, how: "listed" }
    const letters = this.letters(a, b)
    if (letters === null) return { odds: -3, how: "unknown" }
    const odds = listed === false ? letters + APART : letters
    if (odds > 1.5) return { odds, how: "letters" }
    const form = letters > HOPELESS ? this.inflected(a, b) : HOPELESS
    if (form > Math.max(odds, 0))
      return { odds: Math.min(form, 4), how: listed === false ? "woman" : "form" }
    return { odds, how: listed === false ? "other" : "letters" }
  }

  /** The steps of two words' alignment that speak against one name. */
  doubts(a: NameWord, b: NameWord): readonly Step[] {
    const steps = this.tables.model.steps(a.folded, b.folded, a.script, b.script)
    return steps.filter((step) => step.weight < -1.2).sort((s, t) => s.weight - t.weight)
  }

  /** True when one group holds both, false when both are known and no group holds both, else null. */
  listed(a: string, b: string): boolean | null {
    const first = this.tables.groups.of(a)
    if (first === null) return null
    const second = this.tables.groups.of(b)
    if (second === null) return null
    return first.some((group) => second.includes(group))
  }

  private letters(a: NameWord, b: NameWord): number | null {
    const bare = withoutArticle(a.folded, a.script)
    const other = withoutArticle(b.folded, b.script)
    const score = this.tables.model.score(a.folded, b.folded, a.script, b.script)
    if (score === null || (bare === a.folded && other === b.folded)) return score
    const stripped = this.tables.model.score(bare, other, a.script, b.script) ?? score
    return Math.max(score, this.listed(bare, other) === true ? LISTED - 1 : stripped - 0.3)
  }

  /** A word in another case: Путиным is Putin. */
  private inflected(a: NameWord, b: NameWord): number {
    let best = -9
    for (const base of this.tables.bases(a)) best = Math.max(best, this.plain(base, a, b.folded, b))
    for (const base of this.tables.bases(b)) best = Math.max(best, this.plain(a.folded, a, base, b))
    return best - 1
  }

  private plain(left: string, a: NameWord, right: string, b: NameWord): number {
    if (left === right) return ALIKE
    if (this.listed(left, right) === true) return LISTED
    return this.tables.model.score(left, right, a.script, b.script) ?? -9
  }

  /** An initial against a word: its letter must stand for how the word begins. */
  private initial(a: NameWord, b: NameWord): WordMatch {
    if (a.script === b.script) {
      const agrees = a.folded[0] === b.folded[0]
      return { odds: agrees ? 1.5 : -4, how: "initial" }
    }
    const steps = this.tables.model.steps(a.folded, b.folded, a.script, b.script)
    const first = steps.find((step) => /[^^$]/.test(step.a) && /[^^$]/.test(step.b))
    return { odds: first && first.weight > 0 ? 1.2 : -3, how: "initial" }
  }
}

/** The Arabic article before a name that is long enough without it: الاسد → اسد. */
function withoutArticle(word: string, script: string): string {
  return script === "a" && word.startsWith("ال") && word.length > 4 ? word.slice(2) : word
}
