import { type Command, Option } from "commander"
import { annotate } from "../operations/annotate.js"
import { bytesOf, filesUnder } from "../operations/files.js"
import { asError } from "../operations/inputs.js"
import type { Door } from "./door.js"
import { languageCode } from "./options.js"

interface AnnotateOptions {
  readonly format: "conllu"
  readonly language?: string
  readonly tokens?: "given"
}

const EXAMPLES = `
Examples:
  echo "Iran recalled its ambassador." | dragoman annotate --format conllu
  dragoman annotate --language fa --tokens given gold.conllu > mine.conllu
`

/** `dragoman annotate`: text or CoNLL-U in, analysed CoNLL-U out. */
export function annotateCommand(program: Command, door: Door): void {
  program
    .command("annotate")
    .argument("[files...]", "files or folders; without them standard input")
    .summary("analyse sentences: lemma, part of speech, features, tree")
    .description(
      "Reads plain text or CoNLL-U and prints CoNLL-U with LEMMA, UPOS, FEATS, HEAD and DEPREL.",
    )
    .addOption(
      new Option("--format <format>", "how it is printed").choices(["conllu"]).default("conllu"),
    )
    .option("--language <code>", "the language, if it should not be guessed", languageCode)
    .addOption(
      new Option("--tokens <which>", "given: keep the sentences, words and ids of CoNLL-U").choices(
        ["given"],
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action((files: string[], options: AnnotateOptions) => run(door, files, options))
}

async function run(door: Door, files: readonly string[], options: AnnotateOptions): Promise<void> {
  for await (const { name, text, error } of texts(files)) {
    try {
      if (error) throw error
      const { language, tokens = "own" } = options
      const { conllu } = await annotate.run({ text, tokens, language }, door.context())
      // A sentence ends with a blank line; `print` adds the last line end itself.
      if (conllu !== "") await door.terminal.print(conllu.replace(/\n$/, ""))
    } catch (cause) {
      door.terminal.fail(name, asError(cause))
    }
  }
}

async function* texts(files: readonly string[]) {
  if (files.length === 0) {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    yield { name: "standard input", text: Buffer.concat(chunks).toString("utf8"), error: null }
    return
  }
  for await (const { file, error } of filesUnder(files)) {
    const read = error ? { text: "", error } : await textOf(file)
    yield { name: file, ...read }
  }
}

async function textOf(file: string) {
  try {
    return { text: new TextDecoder().decode(await bytesOf(file)), error: null }
  } catch (cause) {
    return { text: "", error: asError(cause) }
  }
}
