import type { Claim } from "../../model/claim.js"
import type { Evidence } from "../../model/evidence.js"

export const ROLES = ["act", "actor", "recipient", "date", "place", "amount", "speaker"] as const
/** What a word of a passage was read as. */
export type Role = (typeof ROLES)[number]

/** A stretch of a passage, with its role or none. */
export interface Piece {
  readonly text: string
  readonly role: Role | null
}

/**
 * A passage cut into stretches by what its words were read as. A stretch begins and ends between words, never inside
 * one, so that joined letters stay joined.
 */
export function litPassage(evidence: Evidence, claims: readonly Claim[]): readonly Piece[] {
  const { quote } = evidence
  const roles: (Role | null)[] = new Array(quote.length).fill(null)
  for (const claim of claims) {
    if (!sameText(evidence, claim)) continue
    for (const [role, words] of wordsOf(claim)) paint(roles, evidence, role, words)
  }
  return piecesOf(quote, roles)
}

/** Positions of a claim's words count in the text of its first passage: title or body. */
function sameText(evidence: Evidence, claim: Claim): boolean {
  const first = claim.evidence[0]
  return first !== undefined && (first.zone === "headline") === (evidence.zone === "headline")
}

type Stretch = { readonly from: number; readonly to: number; readonly text: string }

/** Later ones paint over earlier ones: the act over everything. */
function wordsOf(claim: Claim): readonly (readonly [Role, Stretch])[] {
  const many = (role: Role, list: readonly Stretch[]) => list.map((words) => [role, words] as const)
  const one = (role: Role, words: Stretch | null) =>
    words === null ? [] : [[role, words] as const]
  return [
    ...many("speaker", claim.attribution),
    ...one("place", claim.where),
    ...one("date", claim.when),
    ...many("amount", claim.quantities),
    ...many("recipient", [...claim.recipient, ...claim.others]),
    ...many("actor", claim.actor),
    ...one("act", claim.act),
  ]
}

function paint(
  roles: (Role | null)[],
  { from: start, quote }: Evidence,
  role: Role,
  words: Stretch,
): void {
  if (words.to <= words.from || words.from < start || words.to > start + quote.length) return
  let from = words.from - start
  let to = words.to - start
  if (quote.slice(from, to) !== words.text) return
  while (from > 0 && insideWord(quote, from)) from--
  while (to < quote.length && insideWord(quote, to)) to++
  roles.fill(role, from, to)
}

/** True when a cut at this place would fall between two letters of one word. */
function insideWord(text: string, at: number): boolean {
  const letter = /[\p{L}\p{M}\p{N}\u200c\u200d\u0640\ud800-\udfff]/u
  return letter.test(text[at - 1] ?? "") && letter.test(text[at] ?? "")
}

function piecesOf(quote: string, roles: readonly (Role | null)[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= quote.length; at++) {
    if (at < quote.length && roles[at] === roles[from]) continue
    pieces.push({ text: quote.slice(from, at), role: roles[from] ?? null })
    from = at
  }
  return pieces
}
