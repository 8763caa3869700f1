import type { Claim } from "../model/claim.js"
import type { Judgement } from "../model/judgement.js"
import type { Report } from "../model/report.js"
import type { ClaimRow, EvidenceRow, JudgementRow, ReportRow } from "./database.js"

export function reportRow(report: Report, added: string): ReportRow {
  const { id, title, outlet, published, language, url, origin } = report
  return {
    id,
    title,
    outlet,
    published,
    language,
    url,
    origin,
    body: JSON.stringify(report),
    added,
  }
}

export function claimRow(claim: Claim, position: number): ClaimRow {
  const { id, report, language, family, stage, event, status, scope, confidence } = claim
  const edtf = claim.when?.edtf ?? null
  const body = JSON.stringify(claim)
  return {
    id,
    report,
    position,
    language,
    family,
    stage,
    event,
    status,
    edtf,
    scope,
    confidence,
    body,
  }
}

export function evidenceRows(claim: Claim): EvidenceRow[] {
  return claim.evidence.map(({ report, from, to, zone, rule, quote }, position) => {
    return { claim: claim.id, position, report, from, to, zone, rule, quote }
  })
}

export function judgementRow(judgement: Judgement): JudgementRow {
  const { id, kind, by, at } = judgement
  return { id, kind, by, at, body: JSON.stringify(judgement) }
}
