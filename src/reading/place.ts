import type { Filler } from "../language/functions.js"
import type { Entry } from "../language/gazetteer.js"
import type { Lexicon } from "../language/lexicon.js"
import { capitalOf, type Place } from "../knowledge/places.js"
import { thing } from "../knowledge/registry.js"
import type { Where } from "../model/claim.js"
import { wordsOf } from "./person-name.js"
import { kindOf, pickPlace, placeAt, type PlaceHit, placeIndexOf } from "./place-index.js"
import type { Scene } from "./scene.js"

/**
 * Where the deed was done: the place in a phrase of place around the act, not any place of the sentence; null when the
 * words name none. A town, region or sea where the words name one, else the country. Phrases that only locate
 * (*in Vienna*) come before those that also say whereto (*to Vienna*), and those that a place heads before those that only
 * hold one (*در سفر به باکو*). `arrives`: the deed is a coming to its object, so that a seat of power is a place (*visited Baku*).
 */
export function placeOf(
  scene: Scene,
  fillers: readonly Filler[],
  lexicon: Lexicon,
  arrives = false,
): Where | null {
  const { placeMarkers, locativeMarkers } = lexicon.language.grammar
  const marked = fillers.filter((f) => f.name.startsWith("obl:"))
  const locating = marked.filter((f) => locativeMarkers.has(f.name.slice(4)))
  const others = marked.filter((f) => placeMarkers.has(f.name.slice(4)) && !locating.includes(f))
  const parties = countriesOfParties(scene, fillers)
  for (const list of [locating, others]) {
    const found = list.flatMap(({ token }) => {
      const where = placeUnder(scene, token, parties, lexicon)
      return where ? [{ where, heads: heads(scene, token, where, lexicon) }] : []
    })
    const best = found.find((f) => f.heads) ?? found[0]
    if (best) return best.where
  }
  return placeHit(scene, fillers, parties, lexicon, arrives)
}

/** The town or region that a word names, when no table of parties knows the word. */
export function townAt(scene: Scene, token: number, lexicon: Lexicon): Where | null {
  if (scene.linker.hits[token]) return null
  const { tree } = scene
  const named = namesIn(
    scene,
    [token, ...tree.children(token)].filter((t) => t >= token).sort((a, b) => a - b),
    lexicon,
  )
  const one = named.find((n) => n.from === token && n.hit !== null)
  const sentence = countriesIn(scene, sentenceOf(scene, token))
  const found = one && whereOf(scene, one, [new Set(), new Set(), new Set(), sentence])
  return found?.where.lat === undefined ? null : found.where
}

/** Whether a phrase is headed by the place itself or by a word of kind: *شهر گنجه*. */
function heads(scene: Scene, token: number, where: Where, lexicon: Lexicon): boolean {
  const at = scene.tree.tokens.from[token] ?? 0
  const form = scene.tree.form[token] ?? ""
  return (
    (where.from <= at && at < where.to) || kindOf(placeIndexOf(lexicon.language), form) !== null
  )
}

/** A town or territory that the deed is done to lies where it was done: *shelled Odesa*, *visited Herat*. No seat of power: that is the state. */
function placeHit(
  scene: Scene,
  fillers: readonly Filler[],
  parties: ReadonlySet<string>,
  lexicon: Lexicon,
  arrives: boolean,
): Where | null {
  for (const { name, token } of fillers) {
    const entries = scene.linker.hits[token]?.entries ?? []
    const power = entries.some((e) => e.kind !== "place" && !(arrives && e.kind === "metonym"))
    if ((name !== "obj" && name !== "gen") || power) continue
    const found = placeUnder(scene, token, parties, lexicon)
    if (found?.lat !== undefined && heads(scene, token, found, lexicon)) return found
  }
  return null
}

function countriesOfParties(scene: Scene, fillers: readonly Filler[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const filler of fillers)
    for (const party of scene.linker.partiesOf(filler.token))
      if (party.country) out.add(party.country)
  return out
}

/** A name of a place as found: what it may be, or a state, or only words. */
interface Named {
  readonly from: number
  readonly to: number
  readonly hit: PlaceHit | null
  /** The state that the words name. */
  readonly state: string | null
  /** The country that the tables know the name to lie in. */
  readonly country: string | null
}

function placeUnder(
  scene: Scene,
  head: number,
  parties: ReadonlySet<string>,
  lexicon: Lexicon,
): Where | null {
  const { tree } = scene
  const inside = [...tree.under(head, (u) => tree.mainRel(u) !== "acl")].sort((a, b) => a - b)
  const named = namesIn(scene, inside, lexicon)
  const phrase = countriesIn(scene, inside)
  const seat = capitalIn(scene, inside, phrase, lexicon)
  if (seat) return seat
  const around = [phrase, parties, countriesIn(scene, sentenceOf(scene, head))]
  let best: { readonly where: Where; readonly rank: number } | null = null
  for (const one of named) {
    const beside = new Set(named.flatMap((n) => (n === one ? [] : certain(n))))
    const found = whereOf(scene, one, [beside, own(one), ...around])
    if (found && (best === null || found.rank > best.rank)) best = found
  }
  return best?.where ?? null
}

const own = (one: Named): ReadonlySet<string> => new Set(one.country === null ? [] : [one.country])

/** Countries that a name beside another one leaves no doubt about. */
function certain(one: Named): readonly string[] {
  if (one.state !== null) return [one.state]
  if (one.country !== null) return [one.country]
  const countries = new Set(one.hit?.places.map((p) => p.country ?? "") ?? [])
  return countries.size === 1 ? [...countries].filter((c) => c !== "") : []
}

/** What is named in a phrase, in text order; names of organisations and persons are no places. */
function namesIn(scene: Scene, inside: readonly number[], lexicon: Lexicon): readonly Named[] {
  const { tree, linker } = scene
  const index = placeIndexOf(lexicon.language)
  const tokens = new Set(inside)
  const out: Named[] = []
  let next = -1
  for (const t of inside) {
    if (t < next) continue
    const listed = linker.hits[t] ?? null
    const entry = listed?.entries.find(isPlace)
    const words = wordsFrom(scene, t, tokens)
    const hit = mayName(scene, t, lexicon) ? placeAt(index, words.forms, words.at) : null
    const to = hit ? t + hit.to - words.at : t + 1
    const other = listed && !entry && listed.entries.some((e) => e.kind !== "weak")
    if (other && !(hit && to > listed.to)) {
      next = listed.to
      continue
    }
    const known = entry ? thing(entry.id) : null
    if (entry && known && (known.country === entry.id || entry.kind !== "name")) {
      const longer = hit !== null && to > (listed?.to ?? t)
      const state = entry.kind === "name" && !longer ? known.country : null
      const end = Math.max(to, listed?.to ?? t + 1)
      out.push({ from: t, to: end, hit, state, country: longer ? null : known.country })
      next = end
    } else if (entry) next = listed?.to ?? t + 1
    else if (hit) {
      out.push({ from: t, to, hit, state: null, country: null })
      next = to
    } else if (tree.analysed.names[3 * t + 2] === 1 && !small(scene, t)) {
      let end = t + 1
      while (end < tree.tokens.count && tree.analysed.names[3 * end + 2] === 2) end++
      out.push({ from: t, to: end, hit: null, state: null, country: null })
      next = end
    }
  }
  return out
}

const isPlace = (e: Entry): boolean =>
  e.kind === "name" || e.kind === "metonym" || e.kind === "place"

/** The forms from a little before a token as far as the phrase goes on without a gap. */
function wordsFrom(
  scene: Scene,
  t: number,
  tokens: ReadonlySet<number>,
): { readonly forms: readonly string[]; readonly at: number } {
  const { forms } = scene.tree.tokens
  const from = Math.max(0, t - 2)
  let to = t + 1
  while (to < t + 7 && (tokens.has(to) || forms[to] === "-")) to++
  return { forms: forms.slice(from, to + 1), at: t - from }
}

/**
 * Whether a word may begin the name of a place: written with a capital where there are capitals; else, as in Persian
 * and in text in small letters, only when the network takes it for a name or a word of kind stands before it.
 */
function mayName(scene: Scene, t: number, lexicon: Lexicon): boolean {
  const { tree } = scene
  const written = tree.tokens.forms[t] ?? ""
  if (/^\p{Lu}/u.test(written)) return tree.analysed.names[3 * t] === 0
  const index = placeIndexOf(lexicon.language)
  if (small(scene, t)) return false
  const name = tree.analysed.names[3 * t + 2] === 1 || tree.upos(t) === "PROPN"
  return name || kindOf(index, tree.tokens.forms[t - 1] ?? "") !== null
}

/** A word in small letters that is no proper noun: *northern* in *northern Mali*. */
function small(scene: Scene, t: number): boolean {
  return /^\p{Ll}/u.test(scene.tree.tokens.forms[t] ?? "") && scene.tree.upos(t) !== "PROPN"
}

/** States that the words name in any way: by name, by demonym, by their seat of power. */
function countriesIn(scene: Scene, tokens: Iterable<number>): ReadonlySet<string> {
  const out = new Set<string>()
  for (const t of tokens)
    for (const entry of scene.linker.hits[t]?.entries ?? []) {
      const country = entry.kind === "role" ? null : thing(entry.id)?.country
      if (country) out.add(country)
    }
  return out
}

function* sentenceOf(scene: Scene, token: number): Generator<number> {
  const sentence = scene.linker.sentence(token)
  if (!sentence) return
  for (let t = sentence.tokenFrom; t < sentence.tokenTo; t++) yield t
}

/** `the Tajik capital`, `в столице Таджикистана`: the seat itself, when its name does not stand there as well. */
function capitalIn(
  scene: Scene,
  inside: readonly number[],
  countries: ReadonlySet<string>,
  lexicon: Lexicon,
): Where | null {
  if (countries.size !== 1) return null
  const index = placeIndexOf(lexicon.language)
  const { tree } = scene
  const t = inside.find(
    (u) => tree.upos(u) === "NOUN" && kindOf(index, tree.form[u] ?? "") === "capital",
  )
  const seat = t === undefined ? null : capitalOf([...countries][0] ?? "")
  if (t === undefined || !seat) return null
  const from = Math.min(...inside.filter((u) => u <= t && scene.linker.hits[u] != null), t)
  const to = Math.max(
    ...inside.filter((u) => u > t && u < t + 4 && scene.linker.hits[u] != null),
    t,
  )
  return located(seat, wordsOf(tree, scene.text, from, to + 1))
}

const RANK = { water: 3, area: 3, island: 3, region: 2, capital: 4, city: 4 } as const

/** The finer the place the higher its rank; words that no table knows stand between a region and a country. */
function whereOf(
  scene: Scene,
  one: Named,
  countries: readonly ReadonlySet<string>[],
): { readonly where: Where; readonly rank: number } | null {
  const words = wordsOf(scene.tree, scene.text, one.from, one.to)
  const place = one.hit && pickPlace(one.hit, countries)
  const state = one.state === null ? null : thing(one.state)
  if (state && !(place && insteadOf(one, place, countries)))
    return { where: { name: state.name, country: state.country, ...words }, rank: 0 }
  const told = one.country === null || countries[0]?.has(place?.country ?? "")
  if (place && (told || place.country === one.country || state))
    return { where: located(place, words), rank: RANK[place.kind] }
  if (one.country !== null)
    return { where: { name: words.text, country: one.country, ...words }, rank: 1 }
  const known = [...(countries[0] ?? []), ...(countries[2] ?? [])]
  const country = new Set(known).size === 1 ? (known[0] ?? null) : null
  return { where: { name: words.text, country, ...words }, rank: 1 }
}

/**
 * A name of a state that is a place as well is the place only where the words say so: a territory that bears the
 * state's code (*Gaza*), a town named beside it (*Atlanta, Georgia*), a word of kind (*the state of Georgia*).
 */
function insteadOf(one: Named, place: Place, countries: readonly ReadonlySet<string>[]): boolean {
  if (place.country === one.state)
    return place.kind === "area" || place.kind === "island" || place.kind === "water"
  return one.hit?.kind === "region" || countries[0]?.has(place.country ?? "") === true
}

function located(place: Place, words: { from: number; to: number; text: string }): Where {
  const { name, country, geonames, lat, lon } = place
  return { name, country, ...(geonames === null ? {} : { geonames }), lat, lon, ...words }
}
