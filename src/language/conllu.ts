/**
 * CoNLL-U: sentences of words with their analysis, one word a line, a blank line behind each
 * sentence.
 */

/** One line of a sentence. Cells are as written; `_` is an empty cell. */
export interface ConlluLine {
  /** `7`, a range of words `7-8`, or an empty node `7.1`. */
  readonly id: string
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: string
  readonly deprel: string
  readonly deps: string
  readonly misc: string
}

/** One sentence: its comments (with `#`) and all its lines in order. */
export interface ConlluSentence {
  readonly comments: readonly string[]
  readonly lines: readonly ConlluLine[]
}

const CELLS = [
  "id",
  "form",
  "lemma",
  "upos",
  "xpos",
  "feats",
  "head",
  "deprel",
  "deps",
  "misc",
] as const

/** Whether a line is a word, neither a range nor an empty node. */
export function isWord(line: ConlluLine): boolean {
  return /^\d+$/.test(line.id)
}

/** The words of a sentence, without ranges and empty nodes. */
export function conlluWords(sentence: ConlluSentence): readonly ConlluLine[] {
  return sentence.lines.filter(isWord)
}

/** Whether text looks like CoNLL-U: its first line that is no comment has ten cells. */
export function isConllu(text: string): boolean {
  const lines = text.split(/\r?\n/)
  const first = lines.find((line) => line.trim() !== "" && !line.startsWith("#"))
  return first !== undefined && /^\d+([-.]\d+)?\t/.test(first) && first.split("\t").length >= 2
}

/**
 * Reads CoNLL-U. Missing cells become `_`; a last sentence without a blank line behind it counts.
 */
export function parseConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = []
  let comments: string[] = []
  let lines: ConlluLine[] = []
  const end = (): void => {
    if (comments.length > 0 || lines.length > 0) sentences.push({ comments, lines })
    comments = []
    lines = []
  }
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    if (line.trim() === "") end()
    else if (line.startsWith("#") && lines.length === 0) comments.push(line)
    else lines.push(parseLine(line))
  }
  end()
  return sentences
}

/** Writes CoNLL-U, the inverse of `parseConllu`. */
export function printConllu(sentences: readonly ConlluSentence[]): string {
  const row = (line: ConlluLine): string => CELLS.map((cell) => line[cell] || "_").join("\t")
  return sentences
    .map(({ comments, lines }) => `${[...comments, ...lines.map(row)].join("\n")}\n\n`)
    .join("")
}

/** What is said of one word. */
export type WordCells = Pick<ConlluLine, "lemma" | "upos" | "feats" | "head" | "deprel">

/**
 * The sentence with the analysis of each of its words in place of any that it had. Ids, forms,
 * MISC, comments, ranges and empty nodes stay.
 */
export function withAnalysis(
  sentence: ConlluSentence,
  words: readonly WordCells[],
): ConlluSentence {
  let next = 0
  const lines = sentence.lines.map((line) => {
    const cells = isWord(line) ? words[next++] : undefined
    return cells ? { ...line, ...cells, xpos: "_", deps: "_" } : line
  })
  return { comments: sentence.comments, lines }
}

function parseLine(line: string): ConlluLine {
  const cells = line.split("\t")
  const cell = (n: number): string => cells[n] || "_"
  return {
    id: cell(0),
    form: cell(1),
    lemma: cell(2),
    upos: cell(3),
    xpos: cell(4),
    feats: cell(5),
    head: cell(6),
    deprel: cell(7),
    deps: cell(8),
    misc: cell(9),
  }
}
