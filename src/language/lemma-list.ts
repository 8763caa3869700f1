import { foldWord } from "../text/fold.js"
import type { Analysis, Network } from "./network.js"

/** Known lemmas of a part of speech, and the lemmas of forms that were seen. */
interface List {
  readonly lemmas: ReadonlySet<string>
  readonly forms: ReadonlyMap<string, string>
  readonly tables?: ReadonlySet<string>
}

/** By language and part of speech, such as `ru VERB`; a list is unpacked when it is first asked for. */
export interface LemmaLists {
  get(key: string): List | undefined
}

/** What the tables of a language add to its lists. */
export interface MoreLemmas {
  readonly words: ReadonlySet<string>
  /** Irregular forms of verbs and their lemmas. */
  readonly irregular: ReadonlyMap<string, string>
}

const SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"

/** Reads `models/lemmas.txt`; `training/lemmas.py` says how it is written. */
export function readLemmaLists(text: string): LemmaLists {
  const lines = new Map<string, string>()
  let language = ""
  for (const line of text.split("\n")) {
    if (line.startsWith("@")) language = line.slice(1)
    else if (line !== "") lines.set(`${language} ${line.slice(0, line.indexOf("\t"))}`, line)
  }
  return lazily((key) => {
    const line = lines.get(key)
    return line === undefined ? undefined : unpacked(line, line.indexOf("\t") + 1)
  })
}

function lazily(make: (key: string) => List | undefined): LemmaLists {
  const made = new Map<string, List | undefined>()
  return {
    get(key) {
      if (!made.has(key)) made.set(key, make(key))
      return made.get(key)
    },
  }
}

/** Entries are front-coded: how many letters are shared with the one before, the rest, then what the lemma is. */
function unpacked(line: string, from: number): List {
  const lemmas = new Set<string>()
  const forms = new Map<string, string>()
  let before = ""
  for (let at = from; at < line.length; ) {
    const tab = line.indexOf("\t", at)
    const end = tab < 0 ? line.length : tab
    const bar = line.lastIndexOf("|", end - 1)
    const form = before.slice(0, SHARED.indexOf(line[at] ?? "0")) + line.slice(at + 1, bar)
    const script = line.slice(bar + 1, end)
    if (script === "=") lemmas.add(form)
    else forms.set(form, form.slice(0, SHARED.indexOf(script[0] ?? "0")) + script.slice(1))
    before = form
    at = end + 1
  }
  return { lemmas, forms }
}

const OPEN = new Set(["VERB", "NOUN", "ADJ", "ADV"])

/** The lists with more lemmas known to be such: the words that the tables of a language speak of. */
export function withWords(
  lists: LemmaLists,
  more: (language: string) => MoreLemmas | null,
): LemmaLists {
  return lazily((key) => {
    const [language = "", upos = ""] = key.split(" ")
    const own = OPEN.has(upos) ? more(language) : null
    const list = lists.get(key)
    if (own === null) return list
    const { lemmas, forms } = list ?? {
      lemmas: new Set<string>(),
      forms: new Map<string, string>(),
    }
    const irregular = upos === "VERB" && own.irregular.size > 0
    return {
      lemmas,
      forms: irregular ? new Map([...own.irregular, ...forms]) : forms,
      tables: own.words,
    }
  })
}

/** A network whose lemmas are checked against the lists: a seen form keeps its lemma, an unheard-of lemma is looked for among near ones. */
export function withLemmas(network: Network, lists: LemmaLists): Network {
  return {
    labels: network.labels,
    analyse: async (sentences) => {
      const answers = await network.analyse(sentences)
      return answers.map((answer, i) =>
        checked(answer, sentences[i] ?? { words: [], style: "" }, network, lists),
      )
    },
  }
}

function checked(
  answer: Analysis,
  sentence: { readonly words: readonly string[]; readonly style: string },
  network: Network,
  lists: LemmaLists,
): Analysis {
  const language = sentence.style.slice(0, 2)
  const lemma = answer.lemma.map((said, i) => {
    const list = lists.get(`${language} ${network.labels.upos[answer.upos[i] ?? 0]}`)
    return list ? known(sentence.words[i] ?? "", said, list) : said
  })
  return { ...answer, lemma }
}

function known(word: string, said: string, list: List): string {
  const form = foldWord(word)
  const seen = list.forms.get(form)
  if (seen !== undefined) return seen
  const lemma = foldWord(said)
  if (list.lemmas.has(lemma)) return said
  if (list.lemmas.has(form)) return form
  if (list.tables?.has(lemma)) return said
  return nearest(form, lemma, list) ?? said
}

/** The known lemma that shares the longest beginning with the form and differs from what was said by little. */
function nearest(form: string, said: string, list: List): string | null {
  const latin = /^[a-z'-]+$/.test(form)
  for (const base of [said, form])
    for (let cut = 0; cut <= (latin ? 3 : 4) && base.length - cut >= 3; cut++)
      for (const ending of latin ? ENDINGS.slice(0, 3) : ENDINGS) {
        const lemma = base.slice(0, base.length - cut) + ending
        if (
          lemma !== base &&
          lemma.length >= form.length - 4 &&
          (list.lemmas.has(lemma) || list.tables?.has(lemma))
        )
          return lemma
      }
  return null
}

/** What may follow the part that a form and its lemma share, in the languages served. */
const ENDINGS = [
  "",
  "e",
  "y",
  "ть",
  "ться",
  "ить",
  "иться",
  "ать",
  "аться",
  "еть",
  "еться",
  "овать",
  "оваться",
  "ять",
  "яться",
  "уть",
  "ться",
  "ти",
  "ия",
  "ие",
  "а",
  "я",
  "ь",
  "й",
  "о",
  "ка",
  "ый",
  "ий",
  "ной",
  "ный",
  "ский",
] // prettier-ignore
