/** Treebanks as running text: what a writer wrote, with the places of sentences and words in it. */
import { readFileSync } from "node:fs"
import {
  type ConlluLine,
  type ConlluSentence,
  isWord,
  parseConllu,
} from "../src/language/conllu.js"

/** A word with its stretch in the text, without white space: places count visible letters only. */
export interface PlacedWord {
  readonly from: number
  readonly to: number
  readonly form: string
  readonly upos: string
  /** Place of the head among the words of the text, or −1 for a root. */
  readonly head: number
  readonly rel: string
  /** Whether it is part of a written word that holds several. */
  readonly part: boolean
}

/** A text with the sentences and words that a treebank sees in it. */
export interface Placed {
  readonly sentences: readonly (readonly [from: number, to: number])[]
  readonly words: readonly PlacedWord[]
}

export interface RawText extends Placed {
  readonly text: string
}

/** Sentences of a file, those only whose comments match. */
export function treebank(file: string, wanted = ""): ConlluSentence[] {
  const filter = new RegExp(wanted)
  return parseConllu(readFileSync(file, "utf8")).filter((sentence) =>
    sentence.comments.some((comment) => filter.test(comment)),
  )
}

/**
 * Texts of a treebank: paragraphs parted by a blank line, sentences by a space; a new document is a new text. Where a
 * treebank names no documents, `group` sentences make one.
 */
export function rawTexts(sentences: readonly ConlluSentence[], group = Infinity): RawText[] {
  const texts: ConlluSentence[][] = []
  for (const sentence of sentences) {
    const opens = sentence.comments.some((comment) => /^#\s*newdoc/.test(comment))
    const last = texts.at(-1)
    if (last === undefined || opens || last.length >= group) texts.push([sentence])
    else last.push(sentence)
  }
  return texts.map((text) => ({ text: written(text), ...place(text) }))
}

/**
 * A copy of a treebank as careless sources write it: in small letters, with a space around every mark, or both; Persian with
 * Arabic letters, with a space for every ZWNJ, or with none at all.
 */
export type Copy = "plain" | "lower" | "spaced" | "both" | "arabic" | "apart" | "stuck"

/** A copy's text, each sentence a paragraph, so that only its words have to be found. */
export function copied(sentences: readonly ConlluSentence[], copy: Copy): RawText {
  const spaced = (sentence: ConlluSentence) =>
    surfaces(sentence.lines)
      .map(({ form }) => form)
      .join(" ")
  const plain = (sentence: ConlluSentence) =>
    copy === "spaced" || copy === "both" ? spaced(sentence) : sentenceText(sentence)
  const text = sentences.map(plain).join("\n\n")
  return { text: changed(text, copy), ...place(sentences) }
}

function changed(text: string, copy: Copy): string {
  if (copy === "lower" || copy === "both") return lowered(text)
  if (copy === "arabic") return text.replaceAll("ی", "ي").replaceAll("ک", "ك")
  if (copy === "apart") return text.replaceAll("\u200c", " ")
  return copy === "stuck" ? text.replaceAll("\u200c", "") : text
}

/** Small letters, one for one. */
function lowered(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}

function written(sentences: readonly ConlluSentence[]): string {
  return sentences.reduce((text, sentence, i) => {
    const paragraph = sentence.comments.some((comment) => /^#\s*newpar/.test(comment))
    const glued = sentences[i - 1]?.lines.at(-1)?.misc.includes("SpaceAfter=No") ?? false
    return text + (i === 0 ? "" : paragraph ? "\n\n" : glued ? "" : " ") + sentenceText(sentence)
  }, "")
}

/** The written words of a sentence with spaces as MISC has them. */
export function sentenceText({ lines }: ConlluSentence): string {
  return surfaces(lines)
    .map(({ form, misc }, i, all) =>
      i + 1 === all.length || misc.includes("SpaceAfter=No") ? form : `${form} `,
    )
    .join("")
}

function surfaces(lines: readonly ConlluLine[]): ConlluLine[] {
  let covered = 0
  return lines.filter((line) => {
    const range = /^\d+-(\d+)$/.exec(line.id)
    if (range) covered = Number(range[1])
    return range !== null || (isWord(line) && Number(line.id) > covered)
  })
}

/** How many letters of a text are visible: places are counted in them, so that neither spacing nor marks matter. */
export function visible(text: string): number {
  return text.replace(/[\s\p{Cf}\p{Cc}]+/gu, "").length
}

/** Words and sentences with their places. */
export function place(sentences: readonly ConlluSentence[]): Placed {
  const words: PlacedWord[] = []
  const spans: [number, number][] = []
  let at = 0
  for (const { lines } of sentences) {
    const [start, first] = [at, words.length]
    let range: { last: number; from: number; to: number } | null = null
    for (const line of lines) {
      const found = /^\d+-(\d+)$/.exec(line.id)
      if (found) {
        range = { last: Number(found[1]), from: at, to: at + visible(line.form) }
        at = range.to
      }
      if (!isWord(line)) continue
      const inside: typeof range = range !== null && Number(line.id) <= range.last ? range : null
      const from = inside?.from ?? at
      if (inside === null) at += visible(line.form)
      const head = Number(line.head) === 0 ? -1 : first + Number(line.head) - 1
      const { form, upos } = line
      const rel = line.deprel.split(":")[0] ?? ""
      words.push({ from, to: inside?.to ?? at, form, upos, head, rel, part: inside !== null })
    }
    spans.push([start, at])
  }
  return { sentences: spans, words }
}
