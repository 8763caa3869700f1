import type { Entry } from "../language/gazetteer.js"
import { type Lexicon, type Role, wordKey } from "../language/lexicon.js"
import { markerOf } from "../language/functions.js"
import type { Tree } from "../language/tree.js"
import { termAt, thing } from "../knowledge/registry.js"
import type { Party } from "../model/claim.js"
import type { Sentence } from "../model/layers.js"
import { findHits, type Hits } from "./hits.js"
import { isName, nounPhrase, type NounPhrase } from "./noun-phrase.js"
import { History } from "./history.js"
import { type NameHints, namesake } from "./namesake.js"
import { personId, wordsOf } from "./person-name.js"

export interface LinkInput {
  readonly text: string
  readonly tree: Tree
  readonly sentences: readonly Sentence[]
  readonly lexicons: Pick<ReadonlyMap<string, Lexicon>, "get">
  readonly published: string | null
}

/**
 * Says whom a phrase means. Names and roles come from the tables and the network, states from the phrase itself,
 * pronouns and bare roles from what was said before. Nobody (analysts, sources) is nobody.
 */
export class Linker {
  readonly hits: Hits
  readonly history: History
  private readonly sentenceOf: Int32Array
  private readonly cache = new Map<number, readonly Party[]>()

  constructor(readonly input: LinkInput) {
    const { tree, sentences, lexicons } = input
    this.hits = findHits(tree, sentences, lexicons)
    this.sentenceOf = new Int32Array(tree.tokens.count).fill(-1)
    for (const [i, s] of sentences.entries()) this.sentenceOf.fill(i, s.tokenFrom, s.tokenTo)
    this.history = new History(this, input)
  }

  sentence(token: number): Sentence | null {
    return this.input.sentences[this.sentenceOf[token] ?? -1] ?? null
  }

  sentenceIndex(token: number): number {
    return this.sentenceOf[token] ?? -1
  }

  lexicon(token: number): Lexicon | null {
    return this.input.lexicons.get(this.sentence(token)?.language ?? "") ?? null
  }

  /** Everybody whom the phrase under a token names, lists taken apart, in text order, each once. */
  partiesOf(token: number): readonly Party[] {
    const out: Party[] = []
    for (const t of this.input.tree.listed(token))
      for (const party of this.partiesAt(t))
        if (!out.some((p) => p.id === party.id)) out.push(party)
    return out
  }

  /** Whom one phrase names, its conjuncts left out. */
  partiesAt(token: number): readonly Party[] {
    const known = this.cache.get(token)
    if (known) return known
    this.cache.set(token, [])
    const parties = this.resolve(token)
    this.cache.set(token, parties)
    return parties
  }

  private resolve(token: number): readonly Party[] {
    const lexicon = this.lexicon(token)
    if (!lexicon) return []
    const { tree } = this.input
    const own =
      lexicon.pronouns.get(tree.form[token] ?? "") ?? lexicon.pronouns.get(tree.lemma[token] ?? "")
    if (own && (tree.upos(token) === "PRON" || tree.upos(token) === "DET") && !this.hits[token])
      return this.history.pronoun(token, own)
    const both = this.bothAt(token, lexicon)
    if (both.length > 0) return both
    const phrase = nounPhrase(tree, token, this.hits, lexicon)
    if (phrase.things.length + phrase.persons.length + phrase.possessives.length === 0) {
      const described = this.describedAt(token, lexicon)
      if (described.length > 0) return described
    }
    const headHit = this.hits[token]
    const role = this.roleAt(token, lexicon)
    const ruler = role && role.kind !== "office" ? this.rulerOf(token, role, phrase) : null
    if (ruler && role) return [roleParty(ruler, role, this.phraseWords(token))]
    if (phrase.persons.length > 0 && role?.slug !== VESSEL) return this.person(token, phrase)
    if (headHit && !role) {
      const states = this.thingsAt(token)
      if (states.length > 0) return bestOf(states).map((entry) => this.thingParty(entry, token))
    }
    if (role) return this.roleParties(token, role, phrase)
    if (lexicon.nobody.has(tree.lemma[token] ?? "") && phrase.things.length === 0) return []
    if (lexicon.waters.has(wordKey(tree.lemma[token] ?? ""))) return []
    const owners = this.owners(phrase)
    if (owners.length === 0 && phrase.possessives.length === 0)
      return this.ownersBelow(token).flatMap((o) =>
        o.country ? [this.history.named(o.country, token)] : [],
      )
    return owners.map((entry) => this.phraseParty(entry, token))
  }

  /** `the two countries`, `обе стороны`, `دو طرف`. */
  bothAt(token: number, lexicon: Lexicon): readonly Party[] {
    const { tree } = this.input
    for (const c of [...tree.children(token), -1]) {
      const form = c < 0 ? (tree.form[token] ?? "") : this.pair(c, token)
      const lemma = c < 0 ? (tree.lemma[token] ?? "") : `${tree.lemma[c]} ${tree.lemma[token]}`
      const kinds = [...(lexicon.pronouns.get(form) ?? []), ...(lexicon.pronouns.get(lemma) ?? [])]
      if (kinds.includes("both-states")) return this.history.lastTwo(token, true)
      if (kinds.includes("both")) return this.history.lastTwo(token, false)
      if (kinds.includes("our")) return this.history.ours(token)
    }
    return []
  }

  /** Two words in the order of the text, as they are looked up among the pronouns. */
  private pair(a: number, b: number): string {
    const { form } = this.input.tree
    return `${form[Math.min(a, b)]} ${form[Math.max(a, b)]}`
  }

  /** `this country`, `the alliance`, این کشور: taken up from what was said before. */
  private describedAt(token: number, lexicon: Lexicon): readonly Party[] {
    const { tree } = this.input
    for (const c of tree.children(token)) {
      if (Math.abs(c - token) !== 1) continue
      const kinds = lexicon.pronouns.get(this.pair(c, token))
      if (kinds?.includes("thing") || kinds?.includes("person"))
        return this.history.pronoun(token, kinds)
    }
    return []
  }

  /** True when the words say that an office is no longer held: *former*, *экс-*, سابق. */
  isFormer(token: number, phrase: Pick<NounPhrase, "head" | "roles" | "persons">): boolean {
    const former = this.lexicon(token)?.former
    if (!former) return false
    const { tree } = this.input
    const form = tree.form[token] ?? ""
    if (former.has(form.slice(0, form.indexOf("-") + 1))) return true
    for (const top of new Set([token, phrase.head, ...phrase.roles, ...phrase.persons]))
      for (const c of tree.children(top))
        if (former.has(wordKey(tree.lemma[c] ?? "")) || former.has(wordKey(tree.form[c] ?? "")))
          return true
    return false
  }

  roleAt(token: number, lexicon: Lexicon): Role | null {
    const hit = this.hits[token]
    const entry = hit?.entries.find((e) => e.kind === "role")
    const upos = this.input.tree.upos(token)
    const nominal =
      upos === "NOUN" || upos === "PROPN" || this.input.tree.feat(token, "Case") !== ""
    if (hit && hit.to - hit.from === 1 && !nominal) return null
    return entry ? (lexicon.roles[entry.role] ?? null) : null
  }

  private thingsAt(token: number): readonly Entry[] {
    return (this.hits[token]?.entries ?? []).filter(
      (e) => e.kind !== "role" && e.kind !== "person" && e.kind !== "surname",
    )
  }

  /** States and organisations that own the phrase, each once. */
  private owners(phrase: NounPhrase): readonly Entry[] {
    const out: Entry[] = []
    for (const token of phrase.things)
      for (const entry of bestOf(this.thingsAt(token)))
        if (!out.some((e) => e.id === entry.id)) out.push(entry)
    return out
  }

  private thingParty(entry: Entry, token: number): Party {
    const known = thing(entry.id)
    const words = this.words(this.hits[token]?.from ?? token, this.hits[token]?.to ?? token + 1)
    const people = entry.kind === "people"
    const sectors = people ? ["CVL"] : (known?.sectors ?? [])
    return {
      id: entry.id,
      name: known?.name ?? words.text,
      country: known?.country ?? null,
      sectors,
      role: people ? words.text : null,
      ...words,
    }
  }

  private phraseParty(entry: Entry, token: number): Party {
    const known = thing(entry.id)
    return {
      id: entry.id,
      name: known?.name ?? entry.id,
      country: known?.country ?? null,
      sectors: known?.sectors ?? [],
      role: null,
      ...this.phraseWords(token),
    }
  }

  private roleParties(token: number, role: Role, phrase: NounPhrase): readonly Party[] {
    let owners: readonly { id: string; country: string | null; name: string }[] = this.owners(
      phrase,
    ).map((entry) => ({
      id: entry.id,
      country: thing(entry.id)?.country ?? null,
      name: thing(entry.id)?.name ?? entry.id,
    })) // prettier-ignore
    if (owners.length === 0) owners = this.ownersBelow(token)
    if (
      owners.length === 0 &&
      phrase.possessives.length === 0 &&
      (role.kind === "office" || role.kind === "body" || role.slug.endsWith("delegation"))
    ) {
      const before = this.history.sameRole(token, role)
      if (before) return [before]
    }
    if (owners.length === 0 && role.kind === "people") {
      const led = this.ledBy(token)
      if (led.length > 0) return led
    }
    if (owners.length === 0) {
      const possessor = phrase.possessives[0]
      owners =
        possessor === undefined
          ? this.history.ownerOf(token, role)
          : this.partiesAt(possessor).map((p) => ({
              id: p.country ?? p.id,
              country: p.country,
              name: p.name,
            }))
    }
    const led = role.slug === "leader" ? this.ledRole(token) : role
    const gone = role.kind === "office" && this.isFormer(token, phrase)
    const sectors = gone ? formerly(led.sectors) : led.sectors
    return owners.map((owner) => ({ ...roleParty(owner, role, this.phraseWords(token)), sectors }))
  }

  /** Whom a leader leads, where the word says so: a *gang* leader, *rebel* commanders. */
  private ledRole(token: number): Role {
    const lexicon = this.lexicon(token) as Lexicon
    for (const c of this.input.tree.children(token)) {
      const role = this.input.tree.mainRel(c) === "compound" ? this.roleAt(c, lexicon) : null
      if (role) return role
    }
    return this.roleAt(token, lexicon) as Role
  }

  /** Whose a body or people is that is named after a person: *the Biden administration*, *жена Путина*. */
  private rulerOf(
    token: number,
    role: Role,
    phrase: NounPhrase,
  ): { id: string; country: string | null; name: string } | null {
    const first = phrase.persons[0]
    if (first === undefined || phrase.things.length > 0 || first === token) return null
    const rel = this.input.tree.mainRel(first)
    if (rel !== "nmod" && !(rel === "compound" && role.kind !== "people")) return null
    const country = this.partiesAt(first)[0]?.country ?? null
    return country === null ? null : { id: country, country, name: thing(country)?.name ?? country }
  }

  /** Owners that are no names: `the border guards of the two countries`; in a list the last member may carry them. */
  private ownersBelow(
    token: number,
  ): readonly { id: string; country: string | null; name: string }[] {
    const { tree } = this.input
    const markers = this.lexicon(token)?.language.grammar.ownerMarkers
    for (const member of tree.listed(token))
      for (const c of tree.children(member)) {
        const marker = tree.mainRel(c) === "nmod" ? markerOf(tree, c) : "-"
        if ((marker !== "" && !markers?.has(marker)) || tree.upos(c) === "PRON") continue
        const parties = this.hits[c] ? [] : this.bothAt(c, this.lexicon(c) as Lexicon)
        if (parties.length > 0)
          return parties.map((p) => ({ id: p.country ?? p.id, country: p.country, name: p.name }))
      }
    return []
  }

  /** Who is named anywhere in a phrase that has no owner: `a delegation led by the Chinese premier`. */
  private ledBy(token: number): readonly Party[] {
    const { tree } = this.input
    for (const t of tree.under(token)) {
      if (t === token || tree.mainRel(t) === "acl" || tree.mainRel(t) === "conj") continue
      const upos = tree.upos(t)
      const parties = upos === "NOUN" || upos === "PROPN" ? this.partiesAt(t) : []
      if (parties.length > 0) return parties
    }
    return []
  }

  private person(token: number, phrase: NounPhrase): readonly Party[] {
    const { tree, text, published } = this.input
    const first = phrase.persons[0] ?? token
    const span = this.nameSpan(first)
    const words = wordsOf(tree, text, span.from, span.to)
    const lexicon = this.lexicon(token)
    const roleToken = phrase.roles[0]
    const role = roleToken !== undefined && lexicon ? this.roleAt(roleToken, lexicon) : null
    const before = this.history.samePerson(words.text, first)
    const owner = this.owners(phrase)[0]
    const entry = this.bearer(first, before, {
      day: published,
      office: role?.slug ?? null,
      country: owner ? (thing(owner.id)?.country ?? null) : null,
    })
    const id = entry?.id ?? before?.id ?? personId(words.text)
    const term = entry ? termAt(entry.id, published) : null
    const country =
      (owner ? thing(owner.id)?.country : null) ?? before?.country ?? term?.country ?? null
    const held = role ? role.sectors : (before?.sectors ?? term?.sectors ?? [])
    const sectors =
      roleToken !== undefined && role && this.isFormer(roleToken, phrase) ? formerly(held) : held
    const name = term?.name ?? before?.name ?? words.text
    return [
      {
        id,
        name,
        country,
        sectors,
        role: role?.slug ?? before?.role ?? term?.office ?? null,
        ...words,
      },
    ]
  }

  /** Who bears a name: whom the report has named so before, else whom office, state and day speak for. */
  private bearer(token: number, before: Party | null, hints: NameHints): Entry | null {
    const entries = this.hits[token]?.entries ?? []
    const same = entries.find((e) => e.id === before?.id)
    return same ?? namesake(entries, hints)
  }

  /** The tokens of a person's name around a token: the network's span, or the gazetteer's. */
  nameSpan(token: number): { readonly from: number; readonly to: number } {
    const { tree } = this.input
    const hit = this.hits[token]
    if (hit?.entries.some((e) => e.kind === "person")) return { from: hit.from, to: hit.to }
    if (!isName(tree, token))
      return hit ? { from: hit.from, to: hit.to } : { from: token, to: token + 1 }
    const names = tree.analysed.names
    let from = token
    while (from > 0 && names[3 * from] === 2 && this.nameWord(from - 1)) from--
    let to = token + 1
    while (to < tree.tokens.count && names[3 * to] === 2 && this.nameWord(to)) to++
    return { from, to }
  }

  /** A word that may be part of a name: not an office, not a preposition or article that the tagger took along. */
  nameWord(token: number): boolean {
    const upos = this.input.tree.upos(token)
    if (upos === "ADP" || upos === "DET" || upos === "PUNCT" || upos === "VERB" || upos === "CCONJ")
      return false
    return !this.hits[token]?.entries.some(
      (e) => e.kind === "role" || e.kind === "demonym" || e.kind === "name",
    )
  }

  private words(from: number, to: number): { from: number; to: number; text: string } {
    return wordsOf(this.input.tree, this.input.text, from, to)
  }

  /** The phrase as printed: from its first to its last word that belongs to it closely. */
  private phraseWords(token: number): { from: number; to: number; text: string } {
    const { tree } = this.input
    const hit = this.hits[token]
    let from = hit?.from ?? token
    let to = hit?.to ?? token + 1
    for (const c of tree.children(token)) {
      const main = tree.mainRel(c)
      if (
        main !== "amod" &&
        main !== "compound" &&
        main !== "flat" &&
        !(main === "nmod" && this.hits[c])
      )
        continue
      const other = this.hits[c]
      from = Math.min(from, other?.from ?? c)
      to = Math.max(to, other?.to ?? c + 1)
    }
    return to - from > 14 ? this.words(token, token + 1) : this.words(from, to)
  }
}

/** A role whose names are names of ships, not of persons. */
const VESSEL = "warship"

/** Of several things that one word may mean, the strongest: a state before a place or a weak name. */
function bestOf(entries: readonly Entry[]): readonly Entry[] {
  const distinct = entries.filter((e, i) => entries.findIndex((o) => o.id === e.id) === i)
  if (distinct.every((e) => e.kind === "demonym" || e.kind === "people")) return distinct
  const order = ["name", "metonym", "demonym", "people", "place", "weak"]
  return [...entries].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, 1)
}

/** What somebody is who held an office: PLOVER's ELI before what the office is. */
function formerly(sectors: readonly string[]): readonly string[] {
  return ["ELI", ...sectors.filter((sector) => sector !== "ELI")]
}

function roleParty(
  owner: { id: string; country: string | null; name: string },
  role: Role,
  words: { from: number; to: number; text: string },
): Party {
  const state = owner.id === owner.country
  const id = [owner.id, ...(state ? role.sectors : []), role.slug].join(".")
  const name = `${owner.name}: ${role.slug.replaceAll("-", " ")}`
  return {
    id,
    name,
    country: owner.country,
    sectors: role.sectors,
    role: role.kind === "office" || role.kind === "people" ? role.slug : null,
    ...words,
  }
}
