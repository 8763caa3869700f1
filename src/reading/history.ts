import type { Role } from "../language/lexicon.js"
import { foldWord } from "../text/fold.js"
import { thing } from "../knowledge/registry.js"
import type { Party } from "../model/claim.js"
import type { Sentence } from "../model/layers.js"
import type { LinkInput, Linker } from "./linker.js"
import { locates } from "../language/functions.js"
import { isName } from "./noun-phrase.js"
import { wordsOf } from "./person-name.js"

/** What has been spoken of before a place in the report: for pronouns, bare roles and later mentions of a person. */
export class History {
  private readonly stateTokens: { readonly token: number; readonly id: string }[] = []
  private readonly dominant: string | null
  private readonly persons: { readonly token: number; readonly words: string }[] = []

  constructor(
    private readonly linker: Linker,
    private readonly input: LinkInput,
  ) {
    const counts = new Map<string, number>()
    for (let t = 0; t < input.tree.tokens.count; t++) {
      const hit = linker.hits[t]
      if (!hit || hit.from !== t) continue
      for (const entry of hit.entries) {
        if (
          entry.kind === "role" ||
          entry.kind === "person" ||
          entry.kind === "surname" ||
          entry.kind === "weak"
        )
          continue
        const country = thing(entry.id)?.country ?? null
        const grammar = linker.lexicon(t)?.language.grammar
        if (!grammar || !locates(input.tree, t, grammar))
          this.stateTokens.push({ token: t, id: entry.id })
        if (country === entry.id) counts.set(country, (counts.get(country) ?? 0) + 1)
      }
    }
    this.dominant = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
    for (let t = 0; t < input.tree.tokens.count; t++) {
      const begins =
        input.tree.analysed.names[3 * t] === 1 ||
        (linker.hits[t]?.from === t && linker.hits[t]?.entries.some((e) => e.kind === "person"))
      if (begins && isName(input.tree, t)) {
        const span = linker.nameSpan(t)
        this.persons.push({ token: t, words: foldedName(input, span.from, span.to) })
      }
    }
  }

  /** The party that bore the same office or body earlier in the report: `the minister`, `the ministry`. */
  sameRole(token: number, role: Role): Party | null {
    const { tree } = this.input
    for (let t = token - 1; t >= 0; t--) {
      const hit = this.linker.hits[t]
      const lexicon = hit?.entries.some((e) => e.kind === "role") ? this.linker.lexicon(t) : null
      const other = lexicon ? this.linker.roleAt(t, lexicon) : null
      if (!other || other.kind !== role.kind || !sameOffice(role.slug, other.slug)) continue
      const party = this.linker.partiesAt(this.headOf(t))[0] ?? this.linker.partiesAt(t)[0]
      if (party?.country) return { ...party, ...wordsOf(tree, this.input.text, token, token + 1) }
    }
    return null
  }

  /** An earlier person whose full name ends in this one, or of the same name. */
  samePerson(name: string, token: number): Party | null {
    const wanted = nameParts(foldWord(name))
    const last = wanted.at(-1) ?? ""
    for (let i = this.persons.length - 1; i >= 0; i--) {
      const earlier = this.persons[i] as (typeof this.persons)[number]
      if (earlier.token >= token) continue
      const parts = earlier.words.split(" ")
      if (parts.length < wanted.length || !alike(parts.at(-1) ?? "", last)) continue
      if (wanted.length > 1 && !alike(parts[0] ?? "", wanted[0] ?? "")) continue
      const party = this.linker.partiesAt(this.headOf(earlier.token))[0] ?? null
      if (party?.id.startsWith("person/")) return party
    }
    return null
  }

  /** The token at the top of the phrase that holds a name. */
  private headOf(token: number): number {
    const { tree } = this.input
    let here = token
    for (let steps = 0; steps < 4; steps++) {
      const main = tree.mainRel(here)
      if (main !== "flat" && main !== "compound" && main !== "appos" && main !== "amod") break
      here = tree.head(here)
    }
    return here
  }

  pronoun(token: number, kinds: readonly string[]): readonly Party[] {
    if (kinds.includes("both-states")) return this.lastTwo(token, true)
    if (kinds.includes("both")) return this.lastTwo(token, false)
    if (kinds.includes("our")) return this.ours(token)
    const subject = this.subjectBefore(token, kinds)
    if (!subject) return []
    const state = kinds.includes("thing") && subject.role !== null ? subject.country : null
    return state !== null && thing(state) ? [this.named(state, token)] : [subject]
  }

  /** The last two states or organisations named before; only states for `the two countries`. A ministry counts as its state. */
  lastTwo(token: number, states: boolean): readonly Party[] {
    const found: string[] = []
    for (let i = this.stateTokens.length - 1; i >= 0 && found.length < 2; i--) {
      const { token: t, id } = this.stateTokens[i] as { token: number; id: string }
      const known = thing(id)
      const state =
        known?.country && thing(known.country)?.country === known.country ? known.country : null
      const unit = state ?? (states ? null : id)
      if (t < token && unit !== null && !found.includes(unit) && isActor(unit)) found.push(unit)
    }
    return found.length < 2 ? [] : found.reverse().map((id) => this.named(id, token))
  }

  /** `our country`: the state that the report speaks of most. */
  ours(token: number): readonly Party[] {
    return this.dominant ? [this.named(this.dominant, token)] : []
  }

  /** Whose minister, army or government is meant when the phrase does not say. */
  ownerOf(
    token: number,
    role: Role,
  ): readonly { id: string; country: string | null; name: string }[] {
    if (role.kind === "group" || role.kind === "people") return []
    const far = role.kind === "force" ? 0 : 3
    const id =
      this.stateOfClause(token) ??
      (far > 0 ? this.lastSubject(token) : null) ??
      this.ownerBefore(token, far) ??
      (far > 0 ? this.dominant : null)
    const known = id ? thing(id) : null
    if (!known) return []
    return [{ id: known.id, country: known.country, name: known.name }]
  }

  /** The state of the place that a clause tells of: *in Minsk, where police beat protesters*. */
  private stateOfClause(token: number): string | null {
    const { tree } = this.input
    for (let here = token, steps = 0; here >= 0 && steps < 6; here = tree.head(here), steps++) {
      if (tree.mainRel(here) !== "acl") continue
      for (const c of tree.children(here))
        if (tree.upos(c) === "ADV" && /^(Rel|Int)/.test(tree.feat(c, "PronType"))) {
          const country = this.linker.partiesAt(tree.head(here))[0]?.country ?? null
          return country !== null && thing(country) ? country : null
        }
    }
    return null
  }

  /** The state of the last subject before a word, within three sentences. */
  private lastSubject(token: number): string | null {
    const { tree } = this.input
    for (let t = token - 1; t >= 0; t--) {
      if (this.linker.sentenceIndex(token) - this.linker.sentenceIndex(t) > 3) return null
      if (tree.mainRel(t) !== "nsubj" || tree.upos(t) === "PRON") continue
      const country = this.linker.partiesAt(t)[0]?.country ?? null
      if (country !== null && thing(country)?.country === country) return country
    }
    return null
  }

  private ownerBefore(token: number, far: number): string | null {
    const sentence = this.linker.sentenceIndex(token)
    for (let i = this.stateTokens.length - 1; i >= 0; i--) {
      const { token: t, id } = this.stateTokens[i] as { token: number; id: string }
      if (t >= token) continue
      const known = thing(id)
      if (known?.country !== id) continue
      return sentence - this.linker.sentenceIndex(t) <= far ? id : null
    }
    return null
  }

  /** For he, it, they, its: in this sentence before the word, then in up to three sentences before; subjects first. */
  private subjectBefore(token: number, kinds: readonly string[]): Party | null {
    const here = this.linker.sentenceIndex(token)
    for (let index = here; index >= Math.max(0, here - 3); index--) {
      const sentence = this.input.sentences[index]
      if (!sentence) continue
      const found = this.subjectIn(
        sentence,
        index === here ? token : sentence.tokenTo,
        token,
        kinds,
      )
      if (found) return found
    }
    return null
  }

  private subjectIn(
    sentence: Sentence,
    end: number,
    token: number,
    kinds: readonly string[],
  ): Party | null {
    let best: Party | null = null
    let bestRank = 9
    for (let t = end - 1; t >= sentence.tokenFrom; t--) {
      const rank = this.rank(t, token)
      if (rank >= bestRank) continue
      const party = this.linker.partiesAt(t)[0]
      if (!party || !fitsPronoun(party, kinds)) continue
      best = party
      bestRank = rank
    }
    return best
  }

  /** How likely a word is to be what a pronoun takes up: 0 subject of the main clause, 1 other subject, 2 object, 3 else. */
  private rank(t: number, pronoun: number): number {
    const { tree } = this.input
    const upos = tree.upos(t)
    if (upos !== "NOUN" && upos !== "PROPN" && upos !== "PRON") return 9
    if (tree.isUnder(pronoun, t)) return 9
    const main = tree.mainRel(t)
    if (main === "nsubj") return tree.mainRel(tree.head(t)) === "root" ? 0 : 1
    if (main === "root" || main === "obj") return 2
    return main === "obl" || main === "nmod" || main === "conj" || main === "appos" ? 3 : 9
  }

  /** The party with an id, resting on a token. */
  named(id: string, token: number): Party {
    const known = thing(id)
    return {
      id,
      name: known?.name ?? id,
      country: known?.country ?? null,
      sectors: known?.sectors ?? [],
      role: null,
      ...wordsOf(this.input.tree, this.input.text, token, token + 1),
    }
  }
}

/** `the minister` takes up a defence minister; `the defence minister` no deputy. */
function sameOffice(bare: string, full: string): boolean {
  return (
    bare === full ||
    (!bare.includes("-") &&
      full.endsWith(`-${bare.replace(/s$/, "")}`) &&
      !full.startsWith("deputy"))
  )
}

/** `he` takes up a person or office, `it` a state or body; a possessive takes up either. */
function fitsPronoun(party: Party, kinds: readonly string[]): boolean {
  if (kinds.includes("possessive") || kinds.includes("plural")) return true
  const person =
    party.id.startsWith("person/") || (party.role !== null && !party.sectors.includes("CVL"))
  return kinds.includes("person") && !kinds.includes("thing")
    ? person
    : !party.id.startsWith("person/") || kinds.includes("person")
}

function isActor(id: string): boolean {
  const kind = thing(id)?.kind ?? ""
  return kind !== "" && kind !== "forum" && kind !== "mission"
}

function foldedName(input: LinkInput, from: number, to: number): string {
  const words: string[] = []
  for (let i = from; i < to; i++) words.push(input.tree.lemma[i] ?? "")
  return words.join(" ")
}

function nameParts(name: string): string[] {
  return name.split(/[\s-]+/).filter((part) => part !== "")
}

/** The same name in another case: a common beginning that leaves at most three letters on either side. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same >= 4 && a.length - same <= 3 && b.length - same <= 3
}
