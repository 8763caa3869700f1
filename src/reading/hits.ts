import type { Entry, Hit } from "../language/gazetteer.js"
import { type Lexicon, wordKey } from "../language/lexicon.js"
import type { Tree } from "../language/tree.js"
import type { Sentence } from "../model/layers.js"

/** For each token the gazetteer hit that covers it, or null. */
export type Hits = readonly (Hit | null)[]

/** Looks up every sentence in the gazetteer of its language; the longest name at each place wins. */
export function findHits(
  tree: Tree,
  sentences: readonly Sentence[],
  lexicons: Pick<ReadonlyMap<string, Lexicon>, "get">,
): Hits {
  const out: (Hit | null)[] = new Array(tree.tokens.count).fill(null)
  for (const sentence of sentences) {
    const lexicon = lexicons.get(sentence.language)
    if (lexicon) findIn(tree, sentence, lexicon, out)
  }
  return out
}

function findIn(tree: Tree, sentence: Sentence, lexicon: Lexicon, out: (Hit | null)[]): void {
  const keys = keysOf(tree, lexicon)
  const bare = !hasCapitals(tree, sentence)
  for (let at = sentence.tokenFrom; at < sentence.tokenTo; ) {
    const found =
      lexicon.gazetteer.longest(at, sentence.tokenTo, keys) ?? compound(tree, at, lexicon)
    const hit = found && allowed(tree, found, bare, lexicon)
    if (!hit) {
      at++
      continue
    }
    for (let i = hit.from; i < hit.to; i++) out[i] = hit
    at = hit.to
  }
}

/** A word is looked up by its form and its lemma, both cut to their stems. */
function keysOf(tree: Tree, lexicon: Lexicon): (token: number) => readonly string[] {
  const cache = new Map<number, readonly string[]>()
  return (token) => {
    const known = cache.get(token)
    if (known) return known
    const form = wordKey(tree.form[token] ?? "")
    const lemma = wordKey(tree.lemma[token] ?? "")
    const keys = [...new Set([form, lemma, ...stemsOf(form, lexicon), ...stemsOf(lemma, lexicon)])]
    keys.sort((a, b) => b.length - a.length)
    cache.set(token, keys)
    return keys
  }
}

/** Stems of a word; those of *министр* for *экс-министр* as well. */
function stemsOf(word: string, lexicon: Lexicon): readonly string[] {
  const hyphen = word.indexOf("-") + 1
  const bare = hyphen > 0 && lexicon.former.has(word.slice(0, hyphen)) ? word.slice(hyphen) : ""
  const { stems } = lexicon.language
  return bare === "" ? stems(word) : [...stems(word), bare, ...stems(bare)]
}

/** True when the sentence uses capitals at all (Persian and lower-cased text do not). */
function hasCapitals(tree: Tree, sentence: Sentence): boolean {
  for (let i = sentence.tokenFrom; i < sentence.tokenTo; i++)
    if (/\p{Lu}/u.test(tree.tokens.forms[i] ?? "")) return true
  return false
}

/** Drops readings that the writing forbids: `us` for the USA, a surname in lower case, a name that is a common word. */
function allowed(tree: Tree, hit: Hit, bare: boolean, lexicon: Lexicon): Hit | null {
  const written = tree.tokens.forms[hit.from] ?? ""
  const capital = hasCapital(written) || hasCapital(tree.tokens.forms[hit.to - 1] ?? "")
  const cased = /\p{Lu}|\p{Ll}/u.test(written)
  const entries = hit.entries.filter(
    (entry) =>
      entryAllowed(entry, written, { capital, cased, bare }, hit, tree) &&
      !otherWord(tree, hit, entry, lexicon),
  )
  return entries.length === 0
    ? null
    : entries.length === hit.entries.length
      ? hit
      : { ...hit, entries }
}

/** A single word that shares its stem with a role but is another word of the tables (*учения* is no *ученый*). */
function otherWord(tree: Tree, hit: Hit, entry: Entry, lexicon: Lexicon): boolean {
  if (entry.kind !== "role" || hit.to - hit.from > 1) return false
  const role = wordKey(lexicon.roles[entry.role]?.word ?? "")
  const lemma = wordKey(tree.lemma[hit.from] ?? "")
  if (lemma === role || wordKey(tree.form[hit.from] ?? "") === role) return false
  // A lemma of another stem is a fault of the tagger: *беженцы* is not of *бежать*.
  return (
    lexicon.known.has(lemma) && lexicon.language.stems(lemma).includes(lexicon.language.stem(role))
  )
}

const hasCapital = (word: string): boolean => /^\P{L}*\p{Lu}/u.test(word)

interface Writing {
  readonly capital: boolean
  readonly cased: boolean
  readonly bare: boolean
}

function entryAllowed(
  entry: Entry,
  written: string,
  writing: Writing,
  hit: Hit,
  tree: Tree,
): boolean {
  if (entry.kind === "role" || entry.kind === "demonym" || entry.kind === "people") return true
  const single = hit.to - hit.from === 1
  const proper = tree.upos(hit.from) === "PROPN"
  if (entry.kind === "weak" && single) return weakAllowed(written, writing, proper)
  if (!writing.cased) return true
  if (entry.exact && single) return shortAllowed(written, writing, proper)
  if (writing.bare) return true
  if (entry.kind === "surname" || entry.kind === "person") return writing.capital
  return writing.capital || !single
}

/** A name that is also a common word: written in capitals, or a proper noun with a capital; without case, a proper noun. */
function weakAllowed(written: string, writing: Writing, proper: boolean): boolean {
  if (writing.bare && writing.cased) return false
  if (!writing.cased) return proper
  return (written.length > 1 && written === written.toUpperCase()) || (writing.capital && proper)
}

/** A name of at most three letters: an acronym in capitals (США), or a short name with its capital (Чад, Чада). */
function shortAllowed(written: string, writing: Writing, proper: boolean): boolean {
  if (written === written.toUpperCase()) return true
  if (writing.bare) return written.length > 2
  return writing.capital && proper && written.length > 2
}

/** `российско-азербайджанский`: a state in front of the hyphen and one behind it. */
function compound(tree: Tree, at: number, lexicon: Lexicon): Hit | null {
  const form = tree.form[at] ?? ""
  const parts = form.split("-")
  if (parts.length < 2 || parts.length > 4) return null
  // A backer owns nothing: *Iran-backed*.
  if (lexicon.classes.get("backed")?.has(wordKey(parts.at(-1) ?? ""))) return null
  const ids: string[] = []
  for (const [i, part] of parts.entries()) {
    const stem = wordKey(part)
    const last = i === parts.length - 1
    const id = lexicon.prefixes.get(stem) ?? (last ? demonymOf(tree, at, part, lexicon) : null)
    if (id) ids.push(id)
  }
  if (ids.length === 0) return null
  return {
    from: at,
    to: at + 1,
    entries: ids.map((id) => ({ id, kind: "demonym", role: -1, exact: false }) as const),
  }
}

function demonymOf(tree: Tree, at: number, part: string, lexicon: Lexicon): string | null {
  const lemma = (tree.lemma[at] ?? "").split("-").at(-1) ?? ""
  for (const key of [lemma, part]) {
    const hit = lexicon.gazetteer.longest(0, 1, () => lexicon.language.stems(wordKey(key)))
    const entry = hit?.entries.find((e) => e.kind === "demonym")
    if (entry) return entry.id
  }
  return null
}
