import {
  type EventWord,
  type EventWords,
  eventWordsOf,
  type SmallKind,
} from "../language/event-words.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { DateLayer, Sentence } from "../model/layers.js"
import type { Scene } from "./scene.js"

/** Tokens `[from, to)`. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** A word of the tables that may head the name of an event, where it stands. */
export interface EventHead extends Run {
  readonly word: EventWord
}

/** The longest name in quotation marks, in tokens. */
const LONGEST = 9
const OPENING = /^[«“„"]$/
const CLOSING = /^[»”“"]$/

const NOMINAL = new Set(["PROPN", "NOUN", "ADJ"])

/** One sentence as the finder of named events sees it: which words are written like names, quoted, numbers, years. */
export class EventLine {
  readonly words: EventWords
  readonly heads: readonly EventHead[]
  /** Insides of quotation marks. */
  readonly quotes: readonly Run[]
  /** How the sentence marks names: by capitals, or not at all (Persian, small letters, title case). */
  readonly marks: "capitals" | "none" | "title"

  constructor(
    readonly scene: Scene,
    readonly sentence: Sentence,
    readonly lexicon: Lexicon,
    readonly dates: readonly Pick<DateLayer, "from" | "to">[],
  ) {
    this.words = eventWordsOf(lexicon.language)
    this.marks = this.writing()
    this.quotes = this.quoted()
    this.heads = this.found()
  }

  form(t: number): string {
    return this.scene.tree.form[t] ?? ""
  }

  written(t: number): string {
    return this.scene.tree.tokens.forms[t] ?? ""
  }

  upos(t: number): string {
    return this.scene.tree.upos(t)
  }

  inside(t: number): boolean {
    return t >= this.sentence.tokenFrom && t < this.sentence.tokenTo
  }

  /** True when a word is one of the small words of a kind, as written or by its lemma. */
  is(kind: SmallKind, t: number): boolean {
    if (!this.inside(t)) return false
    const set = this.words.small.get(kind)
    return (
      set?.has(wordKey(this.form(t))) || set?.has(wordKey(this.scene.tree.lemma[t] ?? "")) || false
    )
  }

  /** `12th`, `XII`, *12-я*, *دوازدهمین*, *second*. */
  ordinal(t: number): boolean {
    if (!this.inside(t)) return false
    const form = this.form(t)
    if (/^\d{1,3}(?:st|nd|rd|th|-?\p{Script=Cyrillic}{1,3}|-?(?:مین|م))$/u.test(form)) return true
    if (/^[IVXL]{1,6}$/.test(this.written(t)) && form.length > 1) return true
    return this.is("ordinal", t)
  }

  /** A year in figures of any script, Gregorian or Solar Hijri. */
  year(t: number): boolean {
    return this.inside(t) && /^(?:19\d\d|20[0-4]\d|1[34]\d\d)$/.test(this.form(t))
  }

  /** Written with a capital that the place in the sentence does not ask for. */
  capital(t: number): boolean {
    if (!this.inside(t) || !/^\p{Lu}/u.test(this.written(t))) return false
    if (this.is("article", t) || this.dated(t)) return false
    if (t > this.sentence.tokenFrom) return true
    return this.upos(t) === "PROPN" || this.known(t) || this.is("place", t)
  }

  /** Part of a date: the month of *May 2014*. */
  private dated(t: number): boolean {
    const at = this.scene.tree.tokens.from[t] ?? 0
    return this.dates.some(({ from, to }) => from <= at && at < to)
  }

  /** Named by the tables: a state, place, organisation or people. */
  known(t: number): boolean {
    return this.scene.linker.hits[t]?.entries.some((e) => e.kind !== "role") ?? false
  }

  /** A word that belongs to a name: by its capital, or a proper noun where capitals mark nothing. */
  naming(t: number): boolean {
    if (!this.inside(t)) return false
    if (this.marks === "none") return this.upos(t) === "PROPN" || this.known(t)
    return this.capital(t) && (this.marks !== "title" || NOMINAL.has(this.upos(t)))
  }

  /** A proper name that is no state, place, organisation or office of the tables. */
  fresh(t: number): boolean {
    if (!this.naming(t) || this.scene.linker.hits[t]) return false
    return !this.lexicon.waters.has(wordKey(this.form(t)))
  }

  /** *Карабахская*, *Минские*: an adjective of a place, with the capital that it has in names only. */
  adjectival(t: number): boolean {
    if (!this.naming(t) || this.marks !== "capitals") return false
    if (this.is("place", t)) return true
    const entries = this.upos(t) === "ADJ" ? (this.scene.linker.hits[t]?.entries ?? []) : []
    return entries.some((e) => e.kind === "metonym" || e.kind === "place" || e.id.includes("."))
  }

  /** Written together with the token before it: the hyphen and the year of `Zapad-2021`. */
  glued(t: number): boolean {
    const { from, to } = this.scene.tree.tokens
    return (
      this.inside(t) &&
      t > this.sentence.tokenFrom &&
      from[t] === to[t - 1] &&
      !/^[,.;:،؛!?؟)»”"]$/.test(this.form(t))
    )
  }

  private writing(): "capitals" | "none" | "title" {
    let capitals = 0
    let long = 0
    let small = 0
    for (let t = this.sentence.tokenFrom; t < this.sentence.tokenTo; t++) {
      const form = this.written(t)
      if (!/^[\p{Lu}\p{Ll}]/u.test(form)) continue
      const capital = /^\p{Lu}/u.test(form)
      if (capital) capitals++
      if (form.length < 4) continue
      long++
      if (!capital) small++
    }
    if (capitals === 0) return "none"
    return long >= 4 && small === 0 ? "title" : "capitals"
  }

  private quoted(): Run[] {
    const out: Run[] = []
    let open = -1
    for (let t = this.sentence.tokenFrom; t < this.sentence.tokenTo; t++) {
      const form = this.written(t)
      if (open >= 0 && CLOSING.test(form)) {
        if (t > open + 1 && t - open <= LONGEST) out.push({ from: open + 1, to: t })
        open = -1
      } else if (OPENING.test(form)) open = t
    }
    return out
  }

  private found(): EventHead[] {
    const out: EventHead[] = []
    const keys = (t: number) => this.keys(t)
    for (let t = this.sentence.tokenFrom; t < this.sentence.tokenTo; ) {
      const hit = this.words.gazetteer.longest(t, this.sentence.tokenTo, keys)
      const word = hit ? this.words.words[hit.entries[0]?.role ?? -1] : undefined
      const lone = hit && hit.to - hit.from === 1
      if (!hit || !word || (lone && !this.fits(t, word))) t++
      else {
        out.push({ from: hit.from, to: hit.to, word })
        t = hit.to
      }
    }
    return out
  }

  private keys(t: number): readonly string[] {
    const form = wordKey(this.form(t))
    const lemma = wordKey(this.scene.tree.lemma[t] ?? "")
    const { stems } = this.lexicon.language
    return [...new Set([form, lemma, ...stems(form), ...stems(lemma)])]
  }

  /** A noun of the table and not one that only shares its stem. */
  private fits(t: number, { word }: EventWord): boolean {
    const upos = this.upos(t)
    if (upos === "VERB" || upos === "AUX" || upos === "ADV") return false
    if (upos === "X" || upos === "PROPN") return true
    const own = wordKey(word)
    const lemma = wordKey(this.scene.tree.lemma[t] ?? "")
    const form = wordKey(this.form(t))
    const known = this.words.gazetteer.longest(0, 1, () => [lemma])
    return (
      lemma === own ||
      form === own ||
      known !== null ||
      this.lexicon.language.stem(lemma) === this.lexicon.language.stem(own)
    )
  }
}
