import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { z } from "zod"
import { foldName, type NameWord } from "../language/name-fold.js"
import { NameMatcher, type Sameness, wordsOfKind } from "../language/name-match.js"
import { parseTable } from "../model/table.js"
import { operation } from "./operation.js"

/** Whether two names may name one and the same person, place or organisation. */
export const same = operation({
  name: "same",
  summary: "Says whether two names may name one and the same, across scripts, and why.",
  input: z.object({ a: z.string(), b: z.string() }),
  output: z.object({ score: z.number(), why: z.string() }),
  async run({ a, b }) {
    const { matcher, known } = await openNames()
    return { ...(listed(a, b, known) ?? matcher.compare(a, b)) }
  },
})

/** What a name in the tables names: ids, and the first as it is printed. */
export type KnownNames = ReadonlyMap<string, readonly string[]>

export interface Names {
  readonly matcher: NameMatcher
  readonly known: KnownNames
}

let opened: Promise<Names> | null = null

/** The matcher with its tables; opened once. */
export function openNames(): Promise<Names> {
  opened ??= open()
  return opened
}

async function open(): Promise<Names> {
  const { languages } = await import("./reader.js")
  const at = (name: string) => fileURLToPath(new URL(`../../models/${name}`, import.meta.url))
  const [letters, groups] = await Promise.all([
    readFile(at("names.txt"), "utf8"),
    readFile(at("names.bin")),
  ])
  const all = [...languages.values()]
  const honorifics = all.flatMap(({ tables }) => parseTable(tables.honorifics ?? ""))
  const endings = all
    .flatMap(({ tables }) => parseTable(tables.declension ?? ""))
    .map(({ ending = "", base = "" }) => ({ ending, bases: base.split("|") }))
  const matcher = new NameMatcher({
    letters,
    groups,
    titles: wordsOfKind(honorifics, "title"),
    particles: wordsOfKind(honorifics, "particle"),
    bases: (word: NameWord) => basesOf(word, endings),
  })
  const known = new Map<string, string[]>()
  for (const { tables } of all)
    for (const table of ["names", "persons"])
      for (const { id = "", name = "", strength = "" } of parseTable(tables[table] ?? ""))
        if (strength === "exact") add(known, foldName(name), id)
  return { matcher, known }
}

function add(known: Map<string, string[]>, key: string, id: string): void {
  const ids = known.get(key) ?? []
  if (!ids.includes(id)) known.set(key, [...ids, id])
}

/** Endings that cases put in the place of others, as `declension.tsv` has them. */
interface Ending {
  readonly ending: string
  readonly bases: readonly string[]
}

/** Base forms of an inflected word of a name. */
function basesOf({ folded }: NameWord, endings: readonly Ending[]): readonly string[] {
  const out: string[] = []
  for (const { ending, bases } of endings)
    if (folded.length >= ending.length + 3 && folded.endsWith(ending))
      for (const base of bases) out.push(folded.slice(0, -ending.length) + base)
  return out
}

/** Names that the tables hold answer by what they name. */
function listed(a: string, b: string, known: KnownNames): Sameness | null {
  const first = known.get(foldName(a))
  const second = known.get(foldName(b))
  if (!first || !second) return null
  const shared = first.find((id) => second.includes(id))
  if (shared !== undefined) return { score: 0.99, why: `Both are names of ${shared}.` }
  return {
    score: 0.02,
    why: `The first names ${first.join(" or ")}, the second ${second.join(" or ")}.`,
  }
}
