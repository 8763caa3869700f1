import { features } from "./letter-features.js"
import { SCALE, STEP, TABLES } from "./identify-table.js"

export type Script = "latin" | "cyrillic" | "arabic" | "armenian" | "georgian"

/** A language and how surely it is that one, 0–1. */
export interface Vote {
  readonly language: string
  readonly score: number
}

type Counted = "latin" | "cyrillic" | "arabic"

/** Per script: its languages, and for each feature what it costs each of them. */
interface Ballot {
  readonly languages: readonly string[]
  readonly costs: ReadonlyMap<string, Float32Array>
}

const ballots = new Map<Counted, Ballot>()

function ballot(script: Counted): Ballot {
  const known = ballots.get(script)
  if (known !== undefined) return known
  const { languages, rows } = TABLES[script]
  const costs = new Map<string, Float32Array>()
  for (const row of rows.split("|")) {
    const at = row.length - languages.length
    const values = Array.from(row.slice(at), (code) => SCALE.indexOf(code) * STEP)
    costs.set(row.slice(0, at), Float32Array.from(values))
  }
  const made = { languages, costs }
  ballots.set(script, made)
  return made
}

/** Letters that one language of a script has and its neighbours do not: what each costs the others. */
const TELLING: readonly (readonly [RegExp, string, number])[] = [
  [/[ыэъё]/giu, "ru", 3],
  [/[іїєґ]/giu, "uk", 3],
  [/[پچژگ]/gu, "fa", 2.5],
  [/[\u200c]/gu, "fa", 2],
  [/[ةىإأ]/gu, "ar", 1.5],
  [/[ğıİ]/gu, "tr", 2],
  [/[ñ¿¡]/giu, "es", 3],
  [/[ß]/gu, "de", 3],
  [/[êèùœ]/giu, "fr", 1.5],
]

/** What it costs a language not to be the one that was declared, or not the commonest of its script. */
const DECLARED = 12
const COMMONEST = 2

/** Azerbaijani has ə in one word of two, which no neighbour has; it shares the rest with Turkish. */
const SCHWA = /[əƏ]/gu

/** Small words with x or q, which Turkish does not write: xeyli, qoşun. */
const KIN = /(?:^|\s)(?=\p{Ll}*[xq])\p{Ll}{3,}(?=[\s.,;:!?]|$)/u

/** The language of a stretch written in one script; `prior` is the language that it is said to be in. */
export function vote(text: string, script: Script, prior?: string): Vote {
  if (script === "armenian") return { language: "hy", score: 1 }
  if (script === "georgian") return { language: "ka", score: 1 }
  const { languages, costs } = ballot(script)
  const sums = new Float64Array(languages.length)
  for (const feature of features(text, 900)) {
    const cost = costs.get(feature)
    if (cost !== undefined)
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (cost[i] ?? 0)
  }
  for (const [letters, language, cost] of TELLING) {
    const own = languages.indexOf(language)
    const met = own < 0 ? 0 : Math.min(6, text.match(letters)?.length ?? 0)
    for (let i = 0; i < sums.length && met > 0; i++)
      if (i !== own) sums[i] = (sums[i] ?? 0) + met * cost
  }
  const declared = prior !== undefined && languages.includes(prior)
  const expected = declared ? prior : languages[0]
  const cost = declared ? DECLARED : COMMONEST
  for (let i = 0; i < sums.length; i++) {
    if (languages[i] !== expected) sums[i] = (sums[i] ?? 0) + cost
  }
  const best = winner(languages, sums)
  const schwas = script === "latin" ? (text.match(SCHWA)?.length ?? 0) : 0
  const words = text.split(/\s+/u, 200).length
  if (schwas > 0 && (best.language === "tr" || schwas * 5 >= words))
    return { language: "az", score: 0.99 }
  const kin = script === "latin" && best.language === "tr" && (prior === "az" || KIN.test(text))
  return kin ? { language: "az", score: 0.8 } : best
}

function winner(languages: readonly string[], sums: Float64Array): Vote {
  let best = 0
  for (let i = 1; i < sums.length; i++) if ((sums[i] ?? 0) < (sums[best] ?? 0)) best = i
  let total = 0
  for (const sum of sums) total += Math.exp(((sums[best] ?? 0) - sum) / 2)
  return { language: languages[best] ?? "en", score: Math.round((1 / total) * 1000) / 1000 }
}
