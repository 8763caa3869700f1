import { foldWord } from "../text/fold.js"
import type { Analysis, Network } from "./network.js"

/** Known lemmas of a part of speech, and the lemmas of forms that were seen. */
interface List {
  readonly lemmas: ReadonlySet<string>
  readonly forms: ReadonlyMap<string, string>
  readonly tables?: ReadonlySet<string>
}

/** By language and part of speech, such as `ru VERB`. */
export type LemmaLists = ReadonlyMap<string, List>

const SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"

/** Reads `models/lemmas.txt`; `training/lemmas.py` says how it is written. */
export function readLemmaLists(text: string): LemmaLists {
  const out = new Map<string, List>()
  let language = ""
  for (const line of text.split("\n")) {
    if (line.startsWith("@")) language = line.slice(1)
    else if (line !== "") {
      const tab = line.indexOf("\t")
      out.set(`${language} ${line.slice(0, tab)}`, unpacked(line, tab + 1))
    }
  }
  return out
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

/** The lists with more lemmas known to be such: the words that a language's own tables speak of. */
export function withWords(
  lists: LemmaLists,
  language: string,
  words: Iterable<string>,
  irregular: ReadonlyMap<string, string> = new Map(),
): LemmaLists {
  const more = [...words]
  const out = new Map(lists)
  for (const upos of ["VERB", "NOUN", "ADJ", "ADV"]) {
    const list = out.get(`${language} ${upos}`) ?? {
      lemmas: new Set<string>(),
      forms: new Map<string, string>(),
    }
    const forms =
      upos === "VERB" && irregular.size > 0 ? new Map([...irregular, ...list.forms]) : list.forms
    out.set(`${language} ${upos}`, { ...list, forms, tables: new Set(more) })
  }
  return out
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
