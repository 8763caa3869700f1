import { type Claim, claim } from "../../src/model/claim.js"
import { evidence } from "../../src/model/evidence.js"
import { report } from "../../src/model/report.js"

/** A small true claim to build others from. */
export function aClaim(changes: Partial<Claim> = {}): Claim {
  const source = report({ text: "Iran recalled its ambassador to Azerbaijan." })
  const party = (id: string, from: number, to: number) => ({
    id,
    name: id,
    country: id,
    sectors: [],
    role: null,
    from,
    to,
    text: source.text.slice(from, to),
  })
  const modality = { negated: false, future: false, hypothetical: false, generic: false, hedge: "" }
  return claim({
    report: source.id,
    language: "en",
    family: "post",
    stage: "recalled",
    event: "SANCTION",
    mode: "withdraw",
    contexts: [],
    act: { from: 5, to: 13, text: "recalled" },
    actor: [party("IRN", 0, 4)],
    recipient: [party("AZE", 32, 42)],
    others: [],
    symmetric: false,
    when: null,
    reported: null,
    where: null,
    status: "occurred",
    modality,
    attribution: [],
    quantities: [],
    fields: {},
    evidence: [evidence(source, { from: 0, to: 43 }, { rule: "test", zone: "body" })],
    scope: "international",
    confidence: 0.8,
    rule: "test",
    ...changes,
  }) // prettier-ignore
}
