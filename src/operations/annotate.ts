import { z } from "zod"
import {
  type ConlluSentence,
  isConllu,
  parseConllu,
  printConllu,
  withAnalysis,
} from "../language/conllu.js"
import type { Language } from "../language/language.js"
import type { Analysis, Network } from "../language/network.js"
import { DragomanError } from "../model/error.js"
import { type CutSentence, conlluText, cutText, keepCut } from "./annotate-cut.js"
import { operation } from "./operation.js"

const input = z.object({
  text: z.string(),
  language: z.string().optional(),
  /** `given` keeps the sentences, words and ids of CoNLL-U; otherwise its text is cut anew. */
  tokens: z.enum(["given", "own"]).default("own"),
})

/** What is to be analysed, and how it is cut. */
export type AnnotateInput = z.output<typeof input>

/** Plain text or CoNLL-U to CoNLL-U with lemma, part of speech, features and tree. */
export const annotate = operation({
  name: "annotate",
  summary:
    "Analyses sentences: plain text or CoNLL-U in, CoNLL-U with parts of speech, features, lemmas and trees out.",
  input,
  output: z.object({ conllu: z.string() }),
  async run(asked, context) {
    return { conllu: await (context.annotateElsewhere ?? annotated)(asked) }
  },
})

/** The analysis as CoNLL-U, made by this thread. */
export async function annotated({ text, language, tokens }: AnnotateInput): Promise<string> {
  const annotator = await opened()
  if (tokens === "given" && text.trim() !== "" && !isConllu(text)) throw notConllu()
  const given = isConllu(text) ? parseConllu(text) : null
  const cut =
    given !== null && tokens === "given"
      ? keepCut(given, language)
      : cutText(given === null ? text : conlluText(given), language, annotator.languages)
  return printConllu(await analysed(cut, annotator))
}

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

/** So many sentences are read in one batch. */
const BATCH = 64

async function analysed(
  cut: readonly CutSentence[],
  { languages, network }: Annotator,
): Promise<ConlluSentence[]> {
  const out: ConlluSentence[] = []
  for (let at = 0; at < cut.length; at += BATCH) {
    const batch = cut.slice(at, at + BATCH)
    const asked = batch.map(({ forms, language }) => {
      return { words: forms, style: languages.get(language)?.style ?? "" }
    })
    const answers = await network.analyse(asked)
    out.push(...batch.map(({ conllu }, i) => withAnalysis(conllu, cells(answers[i], network))))
  }
  return out
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
