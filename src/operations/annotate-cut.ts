import { type ConlluSentence, conlluWords } from "../language/conllu.js"
import type { Language } from "../language/language.js"
import { plainRules } from "../language/segment-rules.js"
import { segmentText } from "../language/segment.js"
import { identify, identifySegments } from "../reading/identify.js"

/** A sentence to be analysed: its lines, the forms that the network reads, and its language. */
export interface CutSentence {
  readonly conllu: ConlluSentence
  readonly forms: readonly string[]
  readonly language: string
}

type Languages = ReadonlyMap<string, Language>

/** Sentences and words of a plain text, cut by the rules of its languages. */
export function cutText(
  text: string,
  language: string | undefined,
  languages: Languages,
): CutSentence[] {
  const segments =
    language === undefined
      ? identifySegments(text)
      : [{ from: 0, to: text.length, language, score: 1 }]
  const { sentences, tokens } = segmentText(text, {
    segments,
    zones: [{ from: 0, to: text.length, zone: "body" }],
    rulesOf: (code) => languages.get(code)?.segment ?? plainRules(code),
  })
  return sentences.map((sentence) => {
    const { from, to, tokenFrom, tokenTo } = sentence
    const lines = Array.from({ length: tokenTo - tokenFrom }, (_, i) => {
      const at = tokenFrom + i
      const end = tokens.to[at] ?? 0
      const glued = at + 1 < tokenTo && tokens.from[at + 1] === end
      const form = oneLine(text.slice(tokens.from[at], end))
      return { ...EMPTY, id: String(i + 1), form, misc: glued ? "SpaceAfter=No" : "_" }
    })
    return {
      conllu: { comments: [`# text = ${oneLine(text.slice(from, to)).trim()}`], lines },
      forms: tokens.forms.slice(tokenFrom, tokenTo),
      language: sentence.language,
    }
  })
}

/** Sentences as they were given, each with its own language if none was said. */
export function keepCut(
  sentences: readonly ConlluSentence[],
  language: string | undefined,
): CutSentence[] {
  const prior = language ?? identify(sentences.slice(0, 200).map(joined).join("\n")).language
  return sentences.map((conllu) => {
    const forms = conlluWords(conllu).map((line) => line.form)
    return { conllu, forms, language: language ?? identify(forms.join(" "), prior).language }
  })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ")
}

/** The text of CoNLL-U: as its comments give it, else its words with spaces as MISC has them. */
export function conlluText(sentences: readonly ConlluSentence[]): string {
  return sentences
    .map((sentence) => {
      const comment = sentence.comments.find((one) => /^#\s*text\s*=/.test(one))
      return comment ? comment.replace(/^#\s*text\s*=\s*/, "") : joined(sentence)
    })
    .join("\n\n")
}

function joined({ lines }: ConlluSentence): string {
  let covered = 0
  let text = ""
  for (const { id, form, misc } of lines) {
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (!range && (!/^\d+$/.test(id) || Number(id) <= covered)) continue
    if (range) covered = Number(range[2])
    text += misc.includes("SpaceAfter=No") ? form : `${form} `
  }
  return text.trimEnd()
}

const EMPTY = {
  lemma: "_",
  upos: "_",
  xpos: "_",
  feats: "_",
  head: "_",
  deprel: "_",
  deps: "_",
} as const
