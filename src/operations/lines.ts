import type { Claim, Party, Speaker } from "../model/claim.js"
import type { LedgerRecord } from "../model/record.js"

/** A claim as one output line of `dragoman read`; see the contract of the commands. */
export function claimLine(claim: Claim): Record<string, unknown> {
  const evidence = claim.evidence.map(({ from, to, quote, zone, rule }) => ({
    from,
    to,
    quote,
    zone,
    rule,
  }))
  const { rule, confidence, scope, fields, evidence: _, ...rest } = claim
  return { ...rest, fields, evidence, scope, confidence, rule }
}

/** A record as one output line: a claim line without positions, and what the ledger knows of it. */
export function recordLine(record: LedgerRecord): Record<string, unknown> {
  const {
    id,
    claims,
    reports,
    support,
    disagreements,
    same_matter,
    review,
    evidence,
    ...envelope
  } = record
  return {
    id,
    ...envelope,
    actor: record.actor.map(bareParty),
    recipient: record.recipient.map(bareParty),
    others: record.others.map(bareParty),
    when: bare(record.when),
    reported: bare(record.reported),
    where: bare(record.where),
    attribution: record.attribution.map(bareSpeaker),
    quantities: record.quantities.map(bare),
    evidence: evidence.map(({ report, from, to, quote, zone, rule }) => ({
      report,
      from,
      to,
      quote,
      zone,
      rule,
    })),
    claims,
    reports,
    support,
    disagreements,
    same_matter,
    review,
  }
}

function bare<T extends { readonly from: number; readonly to: number }>(
  words: T | null,
): Omit<T, "from" | "to"> | null {
  if (words === null) return null
  const { from: _from, to: _to, ...rest } = words
  return rest
}

function bareParty({ id, name, country, sectors, role }: Party) {
  return { id, name, country, sectors, role }
}

function bareSpeaker({ id, name, verb }: Speaker) {
  return { id, name, verb }
}
