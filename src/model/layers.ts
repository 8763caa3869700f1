import type { Span } from "../text/span.js"
import type { Claim, Party } from "./claim.js"
import type { Zone } from "./evidence.js"

export interface ZoneSpan extends Span {
  readonly zone: Zone
}

export interface Segment extends Span {
  readonly language: string
  readonly score: number
}

/** A sentence: its stretch of the text, its language and zone, and its tokens `[tokenFrom, tokenTo)`. */
export interface Sentence extends Span {
  readonly language: string
  readonly zone: Zone
  readonly tokenFrom: number
  readonly tokenTo: number
}

/** Words of the whole report in flat arrays; token i stands at `from[i]`–`to[i]` (UTF-16 code units of the original). */
export interface Tokens {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** The forms that the network reads: repaired, case kept. */
  readonly forms: readonly string[]
}

/** What the network said of each token, in flat arrays of `tokens.count`. */
export interface Analysed {
  /** Universal part of speech. */
  readonly upos: readonly string[]
  readonly feats: readonly string[]
  readonly lemma: readonly string[]
  /** Token index of the head within the report, −1 for a root. */
  readonly head: Int32Array
  readonly rel: readonly string[]
  /** 3 per token: PER, ORG, LOC each 0 outside, 1 begin, 2 inside. */
  readonly names: Uint8Array
  /** Probability of the chosen head, 0–1. */
  readonly sure: Float32Array
  /** Words that may carry an act, in their order; empty when the network knows no acts. */
  readonly acts: readonly TokenAct[]
  /** What is said of each sentence as a whole, by the sentence's first token. */
  readonly wholes: ReadonlyMap<number, Whole>
}

/** What the network says of a token that may carry an act. All numbers are probabilities, 0–1. */
export interface TokenAct {
  readonly token: number
  /** That it is an act at all. */
  readonly act: number
  /** Of each PLOVER type, `NONE` for acts that PLOVER has no type for. */
  readonly types: ReadonlyMap<string, number>
  /** The likeliest family/stage. */
  readonly kind: string
  readonly kindShare: number
  readonly statuses: ReadonlyMap<string, number>
  /** Four a token from `tokenFrom` on: none, actor, recipient, other. */
  readonly roles: Float32Array
  readonly tokenFrom: number
}

/** What the network says of a sentence as a whole. */
export interface Whole {
  /** Probability of each type, `-` for a sentence without any act. */
  readonly types: ReadonlyMap<string, number>
  /** Of length one; sentences that tell the same are near in any language. */
  readonly vector: Float32Array
}

/** Words that name something; `head` is the token that carries it in the tree. */
export interface Mention extends Span {
  readonly tokenFrom: number
  readonly tokenTo: number
  readonly head: number
  readonly type: "PER" | "ORG" | "LOC"
  /** Ids of the registry that the words may mean, best first; empty when unknown. */
  readonly candidates: readonly string[]
  readonly kind: "name" | "demonym" | "role" | "metonym" | "place" | "pronoun" | "unknown"
  /** Whom it means in the end; null when nobody or unknown. */
  readonly party: Party | null
}

/** An office in the text: its words, the person it stands with, and whose office it is. */
export interface OfficeLayer extends Span {
  readonly text: string
  /** Slug of the tables of roles: `defence-minister`. */
  readonly office: string
  /** Id of the person who is named with it: `person/…`; null when nobody is. */
  readonly holder: string | null
  /** Id of the state or organisation whose office it is. */
  readonly of: string | null
}

export const EVENT_KINDS = [
  "exercise",
  "operation",
  "summit",
  "conference",
  "session",
  "war",
  "agreement",
  "programme",
  "election",
  "other",
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** An event that is called by a name; `name` is the name as printed, without quotation marks and article. */
export interface EventLayer extends Span {
  readonly text: string
  readonly kind: EventKind
  readonly name: string
}

/** A date in the text; `edtf` is null when it cannot be resolved. */
export interface DateLayer extends Span {
  readonly text: string
  readonly edtf: string | null
  readonly basis: string
  readonly sentence: number
}

export interface QuantityLayer extends Span {
  readonly text: string
  readonly value: number
  readonly max: number | null
  readonly bound: string
  readonly unit: string
  readonly of: string
  readonly per: string
  readonly sentence: number
}

/** All layers that a report can have once it is read. */
export interface Layers {
  readonly segments: readonly Segment[]
  readonly zones: readonly ZoneSpan[]
  readonly sentences: readonly Sentence[]
  readonly tokens: Tokens
  readonly analysed: Analysed
  readonly mentions: readonly Mention[]
  readonly offices: readonly OfficeLayer[]
  readonly events: readonly EventLayer[]
  readonly published: { readonly edtf: string | null; readonly basis: string }
  readonly dates: readonly DateLayer[]
  readonly quantities: readonly QuantityLayer[]
  readonly claims: readonly Claim[]
}

export type LayerName = keyof Layers
