import { termAt } from "../knowledge/registry.js"
import { foldName, nameOf, type NameWord } from "../language/name-fold.js"
import { parseTable } from "../model/table.js"
import { isOver, wasOfficial, type Whom } from "../reading/whom.js"
import { openNames } from "./same.js"

/** Whose name is looked for, and when. */
export interface NameAsked {
  readonly mention: string
  readonly language: string
  /** ISO day. */
  readonly day: string
  /** False when no day was given. */
  readonly dated: boolean
}

interface KnownName {
  readonly id: string
  readonly name: string
  readonly weak: boolean
  readonly words: readonly NameWord[]
}

/** A name this much alike is taken for that of a person; a surname alone, and a name in another script, must be surer. */
const ALIKE = 0.9
const SURELY = 0.94

/**
 * The person of the tables whose name a mention spells in another way (*G. W. Bush*, *Mohammed Hussein Roble*,
 * *Zelenskyy*), or null when there is none, or more than one.
 */
export async function knownPerson(asked: NameAsked): Promise<Whom | null> {
  if (!/\p{L}{3}/u.test(asked.mention)) return null
  const { words } = nameOf(asked.mention)
  const first = words[0]
  if (!first || words.length > 6) return null
  if (words.length === 1) return bySurname(asked, first)
  const titles = await titlesOf(asked.language)
  const begins = (known: KnownName) => beginsLike(known.words, words, titles)
  const near = (await namesOf(asked.language)).filter((known) => !known.weak && begins(known))
  const found = await best(asked, near, ALIKE)
  if (found) return found
  if (words.filter(({ folded }) => !titles.has(folded)).length < 2) return null
  const others = await otherScripts(asked.language, first)
  return best(asked, others, SURELY)
}

/** What stands before the first name must be titles and offices: *Marine Le Pen* is no *Li Peng*. */
function beginsLike(
  known: readonly NameWord[],
  words: readonly NameWord[],
  titles: ReadonlySet<string>,
): boolean {
  const at = words.findIndex(({ folded }) => !titles.has(folded))
  const here = words.slice(Math.max(0, at))
  if (known.length < 2 || here[0]?.folded[0] !== known[0]?.folded[0]) return false
  const last = known.at(-1)?.folded.slice(0, 2)
  return here.some(({ folded }) => folded.slice(0, 2) === last)
}

/** A surname in another spelling, of somebody who held an office at the day. */
async function bySurname(asked: NameAsked, word: NameWord): Promise<Whom | null> {
  const start = word.folded.slice(0, 3)
  const written = asked.mention.trim()
  if (word.folded.length < 5 || /^\p{Ll}/u.test(written)) return null
  const near = (await namesOf(asked.language)).filter(({ id, weak, words }) => {
    if (!weak || !words.at(-1)?.folded.startsWith(start)) return false
    const term = termAt(id, asked.day)
    return term !== null && term.from <= asked.day && !isOver(term, asked.day, asked.dated)
  })
  return best(asked, near, SURELY)
}

/** The one whose name is most alike; nobody when two are equally so. */
async function best(
  asked: NameAsked,
  names: readonly KnownName[],
  least: number,
): Promise<Whom | null> {
  const { matcher } = await openNames()
  let found: { id: string; score: number } | null = null
  let tied = false
  for (const { id, name } of names) {
    const { score } = matcher.compare(asked.mention, name)
    if (score < least || (found && score < found.score)) continue
    tied = found !== null && found.id !== id && score === found.score
    found = { id, score }
  }
  return found === null || tied ? null : personAt(found, asked)
}

function personAt(
  { id, score }: { readonly id: string; readonly score: number },
  { day, dated }: NameAsked,
): Whom | null {
  const term = termAt(id, day)
  if (!term) return null
  const { name, country, office } = term
  const over = isOver(term, day, dated) && wasOfficial(term.sectors)
  const sectors = over ? ["ELI", ...term.sectors] : term.sectors
  return { id, name, country, sectors, person: name, office, score: Math.round(score * 80) / 100 }
}

const names = new Map<string, readonly KnownName[]>()
const titles = new Map<string, ReadonlySet<string>>()

/** The names of persons in a language, as its tables have them. */
async function namesOf(language: string): Promise<readonly KnownName[]> {
  const known = names.get(language)
  if (known) return known
  const { languages } = await import("./reader.js")
  const rows = parseTable(languages.get(language)?.tables.persons ?? "")
  const made = rows.map(({ id = "", name = "", strength = "" }) => {
    return { id, name, weak: strength === "weak", words: nameOf(name).words }
  })
  names.set(language, made)
  return made
}

/** Full names in the scripts that a word is not written in, of whom the language itself has no name. */
async function otherScripts(language: string, word: NameWord): Promise<readonly KnownName[]> {
  const { languages } = await import("./reader.js")
  const own = new Set((await namesOf(language)).map(({ id }) => id))
  const all = await Promise.all([...languages.keys()].map((code) => namesOf(code)))
  return all
    .flat()
    .filter(
      ({ id, weak, words }) =>
        !weak && words.length > 1 && words[0]?.script !== word.script && !own.has(id),
    )
}

/** Words that may stand before a name: titles, and the words of offices. */
async function titlesOf(language: string): Promise<ReadonlySet<string>> {
  const known = titles.get(language)
  if (known) return known
  const { languages, lexicons } = await import("./reader.js")
  const rows = parseTable(languages.get(language)?.tables.honorifics ?? "")
  const roles = lexicons().get(language)?.roles ?? []
  const made = new Set(
    [
      ...rows.filter(({ kind }) => kind === "title").flatMap(({ word = "" }) => word.split("|")),
      ...roles.filter(({ kind }) => kind === "office").flatMap(({ word }) => word.split(" ")),
    ].map(foldName),
  ) // prettier-ignore
  titles.set(language, made)
  return made
}
