import { eventWordsOf } from "../language/event-words.js"
import type { Hit } from "../language/gazetteer.js"
import { type Lexicon, type Role, wordKey } from "../language/lexicon.js"
import { thing } from "../knowledge/registry.js"
import type { OfficeLayer } from "../model/layers.js"
import { isName, nounPhrase } from "./noun-phrase.js"
import type { Scene } from "./scene.js"

/** Words between an office and the name of who holds it: *Minister of Defence of the Republic of X, N. N.* */
const APART = 7

interface Seat {
  readonly hit: Hit
  readonly role: Role
  readonly lexicon: Lexicon
}

interface Person {
  readonly token: number
  readonly from: number
  readonly to: number
}

/** Every office that a text speaks of, with the person it stands with and whose it is. In text order. */
export function officesOf(scene: Scene): readonly OfficeLayer[] {
  const out: OfficeLayer[] = []
  const before = new Map<string, string>()
  const { tree, linker } = scene
  for (let t = 0; t < tree.tokens.count; t++) {
    const hit = linker.hits[t]
    const lexicon = hit?.from === t ? linker.lexicon(t) : null
    const role = hit && lexicon ? officeIn(scene, hit, lexicon) : null
    if (!hit || !lexicon || !role) continue
    const found = office(scene, { hit, role, lexicon })
    // *The president* without a state is the one spoken of before.
    const of = found.of ?? (found.holder === null ? before.get(role.slug) : null) ?? null
    if (of !== null) before.set(role.slug, of)
    out.push({ ...found, of })
  }
  return out
}

/** An office by the tables; a single word must be a noun where the network has looked at it. */
function officeIn({ tree }: Scene, hit: Hit, lexicon: Lexicon): Role | null {
  const entry = hit.entries.find(
    (e) => e.kind === "role" && lexicon.roles[e.role]?.kind === "office",
  )
  if (!entry || hit.entries.some((e) => e.kind === "name") || isElection(tree, hit, lexicon))
    return null
  const upos = tree.upos(hit.from)
  const nominal = upos === "NOUN" || upos === "PROPN" || upos === "X"
  return hit.to - hit.from === 1 && !nominal ? null : (lexicon.roles[entry.role] ?? null)
}

/** *انتخابات ریاست جمهوری* speaks of an election, not of who holds the office. */
function isElection({ form }: Scene["tree"], { from }: Hit, { language }: Lexicon): boolean {
  const { gazetteer, words } = eventWordsOf(language)
  const keys = () => [language.stem(wordKey(form[from - 1] ?? ""))]
  const hit = from > 0 ? gazetteer.longest(0, 1, keys) : null
  return hit !== null && words[hit.entries[0]?.role ?? -1]?.kind === "election"
}

function office(scene: Scene, seat: Seat): OfficeLayer {
  const { tokens } = scene.tree
  const from = tokens.from[seat.hit.from] ?? 0
  const to = tokens.to[seat.hit.to - 1] ?? from
  const person = personAfter(scene, seat) ?? personBefore(scene, seat)
  const party = person
    ? scene.linker.partiesAt(person.token).find((p) => p.id.startsWith("person/"))
    : undefined
  return {
    from,
    to,
    text: scene.text.slice(from, to),
    office: seat.role.slug,
    holder: party?.id ?? null,
    of: ownerOf(scene, seat, person),
  }
}

/** `Greek Defence Minister N. N.`, *министр обороны Литвы N. N.*: the name follows, with at most the owner between. */
function personAfter(scene: Scene, { hit, lexicon }: Seat): Person | null {
  const limit = Math.min(hit.to + APART, end(scene, hit.from))
  let pauses = 0
  for (let t = hit.to; t < limit; t++) {
    const person = personAt(scene, t)
    if (person && isOwner(scene, hit, person, pauses)) {
      // *помощник Путина Юрий Ушаков*
      t = person.to - 1
      continue
    }
    if (person) return person
    if (isPause(scene, t)) {
      // The comma behind *of Finland* may open an apposition or end the phrase: only a name may follow.
      if (++pauses > 1 || !personAt(scene, t + 1)) return null
    } else if (!passes(scene, t, lexicon)) return null
  }
  return null
}

/** `N. N., the Greek defence minister`, *N. N. وزیر خارجه*: the name stands before, and the office belongs to it. */
function personBefore(scene: Scene, { hit, lexicon }: Seat): Person | null {
  const { tree, linker } = scene
  const first = linker.sentence(hit.from)?.tokenFrom ?? hit.from
  let pauses = 0
  for (let t = hit.from - 1; t >= Math.max(first, hit.from - APART); t--) {
    const person = personAt(scene, t)
    if (person) {
      const top = topOf(scene, hit)
      for (let p = person.from; p < person.to; p++)
        if (tree.isUnder(top, p) || tree.head(p) === top) return person
      return null
    }
    if (isPause(scene, t)) {
      if (++pauses > 1) return null
    } else if (!passes(scene, t, lexicon)) return null
  }
  return null
}

/** A name at a token, whole: by the tables or by the network. */
function personAt({ tree, linker }: Scene, t: number): Person | null {
  const hit = linker.hits[t]
  const listed = hit?.entries.some((e) => e.kind === "person" || e.kind === "surname") ?? false
  if (!listed && (hit || !isName(tree, t))) return null
  const span = linker.nameSpan(t)
  const name = hit && listed ? { from: Math.min(span.from, hit.from), to: hit.to } : span
  return { token: t, from: name.from, to: name.to }
}

/** *помощник Путина*: a name in the genitive beside an office in another case is whose office it is. */
function isOwner({ tree }: Scene, hit: Hit, person: Person, pauses: number): boolean {
  if (pauses > 0 || person.from > hit.to) return false
  const top = hit.from
  const own = tree.feat(person.token, "Case")
  const held = tree.feat(top, "Case")
  return own === "Gen" && held !== "" && held !== "Gen"
}

const LOOSE = new Set(["ADJ", "DET", "ADP", "PART"])

/** The owner, adjectives and small words of the phrase of an office. */
function passes({ tree, linker }: Scene, t: number, lexicon: Lexicon): boolean {
  const hit = linker.hits[t]
  if (hit) return hit.entries.some((e) => e.kind !== "person" && e.kind !== "surname")
  const form = tree.form[t] ?? ""
  if (form === "-" || form === "'s" || lexicon.former.has(wordKey(form))) return true
  const upos = tree.upos(t)
  if (upos === "ADP") return lexicon.language.grammar.ownerMarkers.has(form)
  return LOOSE.has(upos) || eventWordsOf(lexicon.language).small.get("article")?.has(form) === true
}

function isPause({ tree }: Scene, t: number): boolean {
  return /^[,،]$/.test(tree.form[t] ?? "")
}

function end({ linker }: Scene, t: number): number {
  return linker.sentence(t)?.tokenTo ?? t
}

/** The token of an office's words that carries the others. */
function topOf({ tree }: Scene, { from, to }: Hit): number {
  for (let t = from; t < to; t++) if (tree.head(t) < from || tree.head(t) >= to) return t
  return from
}

const OWNERS = new Set(["name", "metonym", "demonym", "people", "weak"])

/** Whose office it is: who is named right beside it, else whose *his* is, whose the person is. */
function ownerOf(scene: Scene, seat: Seat, person: Person | null): string | null {
  const { tree, linker } = scene
  const top = topOf(scene, seat.hit)
  const phrase = nounPhrase(tree, top, linker.hits, seat.lexicon)
  const beside = [seat.hit.from - 1, seat.hit.to]
  for (const t of [...phrase.things, ...beside]) {
    const entry = linker.hits[t]?.entries.find((e) => OWNERS.has(e.kind))
    if (entry) return entry.id
  }
  for (const party of [
    ...(phrase.possessives.length > 0 ? linker.partiesAt(top) : []),
    ...(person ? linker.partiesAt(person.token) : []),
  ]) {
    const owner = party.id.endsWith(`.${seat.role.slug}`) ? heldBy(party.id) : party.country
    if (owner) return owner
  }
  return null
}

/** `TUR.GOV.MIL.defence-minister` is of `TUR`; `NATO.secretary-general` of `NATO`. */
function heldBy(id: string): string | null {
  for (let at = id.lastIndexOf("."); at > 0; at = id.lastIndexOf(".", at - 1))
    if (thing(id.slice(0, at))) return id.slice(0, at)
  return null
}
