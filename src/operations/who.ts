import { z } from "zod"
import { resolveDate, scanDates } from "../language/dates.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import { Tree } from "../language/tree.js"
import { placesNamed } from "../knowledge/places.js"
import { parseTable } from "../model/table.js"
import { identify } from "../reading/identify.js"
import { Linker } from "../reading/linker.js"
import { type Whom, whom } from "../reading/whom.js"
import { fold, foldWord } from "../text/fold.js"
import type { Span } from "../text/span.js"
import type { Context } from "./context.js"
import { knownPerson } from "./known-person.js"
import { operation } from "./operation.js"
import { given } from "./read.js"

const NOBODY = {
  id: null,
  name: null,
  country: null,
  sectors: [],
  person: null,
  office: null,
  score: null,
} // prettier-ignore

/** Whom a mention means at a date. */
export const who = operation({
  name: "who",
  summary:
    "Says whom a mention means: state or organisation, country, sectors, person and office at a date.",
  input: z.object({
    text: z.string(),
    context: z.string().nullish(),
    language: z.string().nullish(),
    date: z.string().nullish(),
  }),
  output: z.object({
    id: z.string().nullable(),
    name: z.string().nullable(),
    country: z.string().nullable(),
    sectors: z.array(z.string()),
    person: z.string().nullable(),
    office: z.string().nullable(),
    score: z.number().nullable(),
  }),
  async run({ text, context: around, language, date }, context) {
    const day = await dayOf(date ?? "", context.now())
    if (!/\p{L}/u.test(text)) return NOBODY
    const question = placed(text.trim(), around?.trim() ?? "")
    const known = await languageOf(question, language ?? null)
    const dated = (date ?? "").trim() !== ""
    const read = await whoIn(question, { day, dated, language: known }, context)
    const unsure =
      read === null || read.score < UNSURE || (read.person !== null && read.country === null)
    const asked = { mention: text, language: known ?? "", day, dated }
    const found = (unsure ? await knownPerson(asked) : null) ?? read
    return found === null ? NOBODY : { ...found, sectors: [...found.sectors] }
  },
})

/** A reading below this score gives way to a name that the tables know in another spelling. */
const UNSURE = 0.5

interface Question {
  readonly text: string
  readonly mention: Span
  readonly inContext: boolean
}

/** The mention in its context; a context that does not hold it goes before it. */
function placed(mention: string, context: string): Question {
  if (context === "")
    return { text: mention, mention: { from: 0, to: mention.length }, inContext: false }
  const exact = context.indexOf(mention)
  if (exact >= 0)
    return { text: context, mention: { from: exact, to: exact + mention.length }, inContext: true }
  const folded = fold(context)
  const wanted = foldWord(mention)
  const at = folded.text.indexOf(wanted)
  if (at >= 0) {
    const span = folded.toOriginal({ from: at, to: at + wanted.length })
    return { text: context, mention: span, inContext: true }
  }
  const before = /[.!?؟。]$/u.test(context) ? `${context} ` : `${context}. `
  const from = before.length
  return { text: before + mention, mention: { from, to: from + mention.length }, inContext: false }
}

async function whoIn(
  { text: asked, mention: at, inContext }: Question,
  {
    day,
    dated,
    language,
  }: { readonly day: string; readonly dated: boolean; readonly language: string | null },
  context: Context,
): Promise<Whom | null> {
  const reader = await context.reader()
  const { lexicons } = await import("./reader.js")
  const before = inContext ? "" : `${plainLine(lexicons().get(language ?? ""))}\n`
  const text = before + asked
  const mention = { from: before.length + at.from, to: before.length + at.to }
  const { layers } = await reader.read(given({ text, language, published: day }))
  const { tokens, sentences } = layers
  const tree = new Tree(tokens, layers.analysed)
  const linker = new Linker({ text, tree, sentences, lexicons: lexicons(), published: day })
  let from = 0
  while (from < tokens.count && (tokens.to[from] ?? 0) <= mention.from) from++
  let to = from
  while (to < tokens.count && (tokens.from[to] ?? 0) < mention.to) to++
  return whom({ tree, linker, from, to, day, dated, inContext, placeOf })
}

/** The state in which the most populous place of a name lies. */
function placeOf(name: string): string | null {
  return placesNamed(foldWord(name).replaceAll("\u200c", ""))[0]?.country ?? null
}

/** A mention is too short to tell its language by: the one given, else the one whose letters it has. */
async function languageOf({ text }: Question, said: string | null): Promise<string | null> {
  const { languages, lexicons } = await import("./reader.js")
  if (said !== null && languages.has(said)) return said
  const { language } = identify(text)
  if (languages.has(language)) return language
  const script = SCRIPTS.find((letters) => letters.test(text))
  for (const code of languages.keys())
    if (script?.test(plainLine(lexicons().get(code)))) return code
  return null
}

const SCRIPTS = [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Latin}/u]
const lines = new Map<string, string>()

/** A line of the language in which nobody is named: set before a bare mention it says which language that is in. */
function plainLine(lexicon: Lexicon | undefined): string {
  if (!lexicon) return ""
  const { code, tables } = lexicon.language
  const known = lines.get(code)
  if (known !== undefined) return known
  const examples = parseTable(tables.nobody ?? "").map((row) => row.example ?? "")
  const named = (example: string) => {
    const words = example.split(" ").map(wordKey)
    const keys = (at: number) => lexicon.language.stems(words[at] ?? "")
    return words.some((_, at) => lexicon.gazetteer.longest(at, words.length, keys) !== null)
  }
  const line = `${examples
    .filter((example) => !named(example))
    .slice(0, 3)
    .join(", ")}.`
  lines.set(code, line)
  return line
}

/** The day that a date means: EDTF, or words in any of the languages (`1 July 2021`, `today`); without one, today. */
async function dayOf(date: string, now: string): Promise<string> {
  const today = now.slice(0, 10)
  if (/^\d{4}(-\d{2}){0,2}$/.test(date)) return date.length === 4 ? `${date}-07-01` : date
  if (date.trim() === "") return today
  const { languages } = await import("./reader.js")
  for (const { time } of languages.values()) {
    const found = scanDates(date, time)[0]
    const value = found
      ? resolveDate(found, { published: today, tense: "none", weekStart: time.weekStart })
      : null
    const day = /\d{4}(-\d{2}){0,2}/.exec(value?.edtf ?? "")?.[0]
    if (day !== undefined) return day
  }
  return /\d{4}/.exec(date)?.[0] ?? today
}
