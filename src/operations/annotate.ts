import { z } from "zod"
import {
  type ConlluSentence,
  conlluWords,
  isConllu,
  parseConllu,
  printConllu,
  withAnalysis,
} from "../language/conllu.js"
import type { Language } from "../language/language.js"
import type { Analysis, Network } from "../language/network.js"
import { segmentText } from "../language/segment.js"
import { identify, identifySegments } from "../reading/identify.js"
import { DragomanError } from "../model/error.js"
import { operation } from "./operation.js"

/** Plain text or CoNLL-U to CoNLL-U with lemma, part of speech, features and tree. */
export const annotate = operation({
  name: "annotate",
  summary:
    "Analyses sentences: plain text or CoNLL-U in, CoNLL-U with parts of speech, features, lemmas and trees out.",
  input: z.object({
    text: z.string(),
    language: z.string().optional(),
    /** `given` keeps the sentences, words and ids of CoNLL-U; otherwise its text is cut anew. */
    tokens: z.enum(["given", "own"]).default("own"),
  }),
  output: z.object({ conllu: z.string() }),
  async run({ text, language, tokens }) {
    const annotator = await opened()
    if (tokens === "given" && text.trim() !== "" && !isConllu(text)) throw notConllu()
    const conllu = isConllu(text)
    const cut =
      conllu && tokens === "given"
        ? parseConllu(text)
        : sentencesOf(conllu ? plain(parseConllu(text)) : text, language, annotator)
    return { conllu: printConllu(await analysed(cut, language, annotator)) }
  },
})

function notConllu(): DragomanError {
  return new DragomanError(
    "annotate/not-conllu",
    "--tokens given needs CoNLL-U: give ten cells a line, or leave it out",
    {},
  )
}

interface Annotator {
  readonly network: Network
  readonly languages: ReadonlyMap<string, Language>
}

let annotator: Promise<Annotator> | null = null

function opened(): Promise<Annotator> {
  annotator ??= import("./reader.js").then(async ({ languages, openNetwork }) => ({
    languages,
    network: await openNetwork(),
  }))
  return annotator
}

/** The text of CoNLL-U: as its comments give it, else its words with spaces as MISC has them. */
function plain(sentences: readonly ConlluSentence[]): string {
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

/** Sentences and words of a plain text, cut by the rules of the language. */
function sentencesOf(
  text: string,
  language: string | undefined,
  { languages }: Annotator,
): ConlluSentence[] {
  const segments =
    language === undefined
      ? identifySegments(text)
      : [{ from: 0, to: text.length, language, score: 1 }]
  const fallback = [...languages.values()][0] as Language
  const rulesOf = (code: string) => (languages.get(code) ?? fallback).segment
  const { sentences, tokens } = segmentText(text, {
    segments,
    zones: [{ from: 0, to: text.length, zone: "body" }],
    rulesOf,
  })
  return sentences.map((sentence) => ({
    comments: [`# text = ${text.slice(sentence.from, sentence.to).replace(/\s+/g, " ").trim()}`],
    lines: Array.from({ length: sentence.tokenTo - sentence.tokenFrom }, (_, i) => {
      const at = sentence.tokenFrom + i
      const to = tokens.to[at] ?? 0
      const glued = i + 1 < sentence.tokenTo - sentence.tokenFrom && tokens.from[at + 1] === to
      const form = text.slice(tokens.from[at], to).replace(/\s+/g, " ")
      return { ...EMPTY, id: String(i + 1), form, misc: glued ? "SpaceAfter=No" : "_" }
    }),
  }))
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

/** So many sentences are read in one batch. */
const BATCH = 64

async function analysed(
  cut: readonly ConlluSentence[],
  language: string | undefined,
  annotator: Annotator,
): Promise<ConlluSentence[]> {
  const { languages, network } = annotator
  const code = language ?? identify(cut.slice(0, 200).map(joined).join("\n")).language
  const out: ConlluSentence[] = []
  for (let at = 0; at < cut.length; at += BATCH) {
    const batch = cut.slice(at, at + BATCH)
    const asked = batch.map((sentence) => {
      const words = conlluWords(sentence).map((line) => line.form)
      const own = language ?? ownLanguage(words.join(" "), code)
      return { words, style: languages.get(own)?.style ?? "" }
    })
    const answers = await network.analyse(asked)
    out.push(...batch.map((sentence, i) => withAnalysis(sentence, cells(answers[i], network))))
  }
  return out
}

function ownLanguage(text: string, prior: string): string {
  return identify(text, prior).language
}

function cells(answer: Analysis | undefined, { labels }: Network) {
  if (!answer) return []
  return answer.lemma.map((lemma, i) => ({
    lemma: lemma === "" ? "_" : lemma,
    upos: labels.upos[answer.upos[i] ?? 0] ?? "X",
    feats: answer.feats[i] ?? "_",
    head: String(answer.head[i] ?? 0),
    deprel: labels.rels[answer.rel[i] ?? 0] ?? "dep",
  }))
}
