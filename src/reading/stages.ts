import type { Language } from "../language/language.js"
import type { Lexicon } from "../language/lexicon.js"
import type { Network } from "../language/network.js"
import { resolveDate, scanDates } from "../language/dates.js"
import { publishedIn } from "../language/published.js"
import { scanQuantities } from "../language/quantities.js"
import { segmentText } from "../language/segment.js"
import { plainRules } from "../language/segment-rules.js"
import { Tree } from "../language/tree.js"
import type {
  Analysed,
  DateLayer,
  Layers,
  Mention,
  QuantityLayer,
  Sentence,
  Tokens,
  Whole,
} from "../model/layers.js"
import type { Note } from "../model/note.js"
import type { Stage } from "../model/pipeline.js"
import { type Observer, readClaims } from "./claims.js"
import { eventsOf } from "./named-events.js"
import { identifySegments } from "./identify.js"
import { Linker } from "./linker.js"
import { mentionsOf } from "./mention.js"
import { officesOf } from "./offices.js"
import { Scene } from "./scene.js"
import { tenseAt } from "./tense.js"
import { isProse, mayName } from "./worth.js"
import { findZones, type ZoneCue } from "./zones.js"

export type Languages = ReadonlyMap<string, Language>
export type Lexicons = Pick<ReadonlyMap<string, Lexicon>, "get">

/** Which language each part of the text is written in. */
export const identifyStage: Stage<never, "segments"> = {
  name: "identify",
  needs: [],
  adds: ["segments"],
  run: ({ report }) => ({
    layers: { segments: identifySegments(report.text, report.language ?? undefined) },
  }),
}

/** Headline, body, caption, boilerplate, metadata. */
export function zoneStage(cues: readonly ZoneCue[]): Stage<never, "zones"> {
  return {
    name: "zones",
    needs: [],
    adds: ["zones"],
    run: ({ report }) => ({
      layers: { zones: findZones(report.text, { title: report.title, cues }) },
    }),
  }
}

/** Sentences and tokens. */
export function segmentStage(
  languages: Languages,
): Stage<"segments" | "zones", "sentences" | "tokens"> {
  const rulesOf = (code: string) => languages.get(code)?.segment ?? plainRules(code)
  return {
    name: "segment",
    needs: ["segments", "zones"],
    adds: ["sentences", "tokens"],
    run: ({ report, layers }) => ({ layers: segmentText(report.text, { ...layers, rulesOf }) }),
  }
}

/** Asks the network about every sentence of a language that we have and that can name a party, in one batch. */
export function encodeStage(
  network: Network,
  languages: Languages,
  lexicons: Lexicons,
): Stage<"sentences" | "tokens", "analysed"> {
  return {
    name: "encode",
    needs: ["sentences", "tokens"],
    adds: ["analysed"],
    run: async ({ report, layers }) => {
      const { sentences, tokens } = layers
      const known = sentences.filter((s) => {
        const lexicon = s.zone === "metadata" ? undefined : lexicons.get(s.language)
        if (!lexicon || !isProse(report.text.slice(s.from, s.to))) return false
        return mayName(tokens.forms.slice(s.tokenFrom, s.tokenTo), lexicon)
      })
      const asked = known.map((s) => ({
        words: tokens.forms.slice(s.tokenFrom, s.tokenTo),
        style: languages.get(s.language)?.style ?? "",
      }))
      const answers = await network.analyse(asked)
      const analysed = emptyAnalysis(tokens)
      for (const [i, sentence] of known.entries())
        put(analysed, sentence, answers[i], network.labels)
      return { layers: { analysed } }
    },
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
type Answer = Awaited<ReturnType<Network["analyse"]>>[number]
type Growing = Mutable<Analysed> & { readonly wholes: Map<number, Whole> }

function emptyAnalysis({ count, forms }: Tokens): Growing {
  const fill = (value: string): string[] => new Array<string>(count).fill(value)
  return {
    upos: fill("X"),
    feats: fill("_"),
    lemma: [...forms],
    rel: fill("root"),
    head: new Int32Array(count).fill(-1),
    names: new Uint8Array(3 * count),
    sure: new Float32Array(count),
    acts: [],
    wholes: new Map(),
  } // prettier-ignore
}

function put(
  into: Growing,
  sentence: Sentence,
  answer: Answer | undefined,
  labels: Network["labels"],
): void {
  if (!answer) return
  const { tokenFrom } = sentence
  for (let i = 0; i < answer.head.length; i++) {
    const t = tokenFrom + i
    into.upos[t] = labels.upos[answer.upos[i] ?? 0] ?? "X"
    into.rel[t] = labels.rels[answer.rel[i] ?? 0] ?? "dep"
    into.feats[t] = answer.feats[i] ?? "_"
    into.lemma[t] = answer.lemma[i] ?? ""
    into.head[t] = (answer.head[i] ?? 0) === 0 ? -1 : tokenFrom + (answer.head[i] ?? 1) - 1
    into.sure[t] = answer.sure[i] ?? 0
  }
  into.names.set(answer.names, 3 * tokenFrom)
  putActs(into, tokenFrom, answer, labels)
}

function putActs(
  into: Growing,
  tokenFrom: number,
  { acts: windows }: Answer,
  { types, kinds, statuses }: Network["labels"],
): void {
  for (const { from, acts, whole, vector } of windows) {
    const first = tokenFrom + from
    if (from === 0) into.wholes.set(first, { types: named(types, whole), vector })
    for (const said of acts)
      into.acts.push({
        token: first + said.word,
        act: 1 - (said.types[0] ?? 1),
        types: named(types, said.types),
        kind: kinds[said.kind] ?? "",
        kindShare: said.kindShare,
        statuses: named(statuses, said.statuses),
        roles: said.roles,
        tokenFrom: first,
      })
  }
}

function named(labels: readonly string[], shares: Float32Array): ReadonlyMap<string, number> {
  return new Map(labels.map((label, n) => [label, shares[n] ?? 0]))
}

/** When the report was published: as given, or as the text says. */
export function publishedStage(languages: Languages): Stage<never, "published"> {
  const grammars = [...languages.values()].map((language) => language.time)
  return {
    name: "published",
    needs: [],
    adds: ["published"],
    run: ({ report }) => {
      if (report.published)
        return {
          layers: {
            published: { edtf: report.published, basis: report.publishedBasis ?? "given" },
          },
        }
      const found = publishedIn(report.text, grammars, { name: report.origin ?? "" })
      return {
        layers: {
          published: { edtf: found?.edtf ?? null, basis: found ? `text (${found.basis})` : "none" },
        },
      }
    },
  }
}

/** Dates of each sentence, resolved one after the other: a later one may count from an earlier one. */
export function dateStage(
  languages: Languages,
): Stage<"sentences" | "tokens" | "analysed" | "published", "dates"> {
  return {
    name: "date",
    needs: ["sentences", "tokens", "analysed", "published"],
    adds: ["dates"],
    run: ({ report, layers }) => ({ layers: { dates: datesOf(report.text, layers, languages) } }),
  }
}

function datesOf(
  text: string,
  layers: Pick<Layers, "sentences" | "tokens" | "analysed" | "published">,
  languages: Languages,
): readonly DateLayer[] {
  const out: DateLayer[] = []
  let anchor: string | undefined
  for (const [index, sentence] of layers.sentences.entries()) {
    const language = languages.get(sentence.language)
    if (!language || sentence.zone === "metadata") continue
    const furniture = sentence.zone === "boilerplate"
    const { analysed, tokens } = layers
    for (const found of scanDates(text.slice(sentence.from, sentence.to), language.time)) {
      const published = furniture ? undefined : (layers.published.edtf ?? undefined)
      const { weekStart } = language.time
      const token = tokenAt(tokens, sentence, sentence.from + found.from)
      const tense = tenseAt(analysed, token, sentence, language.grammar)
      const context = {
        tense,
        weekStart,
        ...(published ? { published } : {}),
        ...(anchor && !furniture ? { anchor } : {}),
      }
      const value = resolveDate(found, context)
      if (value && !furniture && !coarser(value.edtf, anchor)) anchor = value.edtf
      const from = sentence.from + found.from
      const to = sentence.from + found.to
      out.push({
        from,
        to,
        text: text.slice(from, to),
        edtf: value?.edtf ?? null,
        basis: value?.basis ?? "none",
        sentence: index,
      })
    }
  }
  return out
}

/** The last token of a sentence that begins at a place or before it. */
function tokenAt({ from }: Tokens, { tokenFrom, tokenTo }: Sentence, at: number): number {
  let token = tokenFrom
  while (token + 1 < tokenTo && (from[token + 1] ?? 0) <= at) token++
  return token
}

/** A bare year does not take the place of a finer date that was spoken of just before, unless it is another, later year. */
function coarser(next: string, anchor: string | undefined): boolean {
  if (anchor === undefined || !/^\d{4}$/.test(next)) return false
  const year = /\d{4}/.exec(anchor)?.[0] ?? ""
  return /\d{4}-\d{2}/.test(anchor) && next <= year
}

/** Amounts of each sentence. */
export function quantityStage(languages: Languages): Stage<"sentences" | "dates", "quantities"> {
  return {
    name: "quantify",
    needs: ["sentences", "dates"],
    adds: ["quantities"],
    run: ({ report, layers }) => {
      const out: QuantityLayer[] = []
      for (const [index, sentence] of layers.sentences.entries()) {
        const language = languages.get(sentence.language)
        if (!language || sentence.zone === "metadata") continue
        const inside = layers.dates
          .filter((d) => d.sentence === index)
          .map((d) => ({ from: d.from - sentence.from, to: d.to - sentence.from }))
        for (const q of scanQuantities(
          report.text.slice(sentence.from, sentence.to),
          language.numbers,
          inside,
        )) {
          const from = sentence.from + q.from
          const to = sentence.from + q.to
          out.push({ ...q, from, to, text: report.text.slice(from, to), sentence: index })
        }
      }
      return { layers: { quantities: out } }
    },
  }
}

type Read = "sentences" | "tokens" | "analysed" | "published"

/** Names, roles and pronouns with whom they mean; offices and named events; and the claims. Both read one scene. */
export function claimStage(
  lexicons: Lexicons,
  observe?: Observer,
): Stage<Read | "dates" | "quantities", "mentions" | "offices" | "events" | "claims"> {
  return {
    name: "claim",
    needs: ["sentences", "tokens", "analysed", "published", "dates", "quantities"],
    adds: ["mentions", "offices", "events", "claims"],
    run: ({ report, layers }) => {
      const { sentences, dates, quantities, published } = layers
      const tree = new Tree(layers.tokens, layers.analysed)
      const linker = new Linker({
        text: report.text,
        tree,
        sentences,
        lexicons,
        published: published.edtf,
      })
      const scene = new Scene(tree, linker, report.text)
      const mentions: readonly Mention[] = mentionsOf(scene)
      const offices = officesOf(scene)
      const events = eventsOf(scene, sentences, lexicons, dates)
      const claims = readClaims({
        report,
        scene,
        sentences,
        lexicons,
        dates,
        quantities,
        published: published.edtf,
        observe,
      })
      const notes: Note[] = []
      return { layers: { mentions, offices, events, claims }, notes }
    },
  }
}
