import { type Claim, claim, type Family, type Party, type Status } from "../../src/model/claim.js"
import { evidence, type Zone } from "../../src/model/evidence.js"

// biome-ignore format: a table, one thing a line
const FAMILY_EVENT: Partial<Record<Family, string>> = {
  contact: "CONSULT", statement: "ACCUSE", agreement: "SUPPORT", membership: "SUPPORT", exercise: "COOPERATE", post: "SANCTION",
  incident: "ASSAULT", arms: "COOPERATE", deployment: "AID", assistance: "AID",
}

/** A party from its id; persons are written `person/name:AZE`. */
export function party(id: string): Party {
  const [name = id, country] = id.split(":")
  const state = country ?? (/^[A-Z]{3}(\.|$)/.test(id) ? id.slice(0, 3) : "IGO")
  return { id: name, name, country: state, sectors: [], role: null, from: 0, to: 0, text: "" }
}

/**
 * A claim from one line: `report family/stage ACTOR+ACTOR > RECIPIENT @ edtf (place:ISO3) status [zone] : words of the passage`.
 * Everything after the parties may be left out, in this order.
 */
export function told(line: string): Claim {
  const found =
    /^(\S+) (\w+)\/(\S*) (\S+)(?: > (\S+))?(?: @ (\S+))?(?: \(([^:)]+):(\w+)\))?(?: (occurred|ongoing|planned|proposed|cancelled|denied|alleged))?(?: \[(\w+)\])?(?: : (.+))?$/.exec(
      line,
    )
  if (!found) throw new RangeError(`not a claim: ${line}`)
  const [
    ,
    report = "",
    family = "",
    stage = "",
    actors = "",
    recipients = "-",
    edtf,
    place,
    iso,
    status,
    zone,
    words,
  ] = found
  const text = words ?? `${family} ${stage}`
  const list = (ids: string) => (ids === "-" ? [] : ids.split("+").map(party))
  const where = place ? { name: place, country: iso ?? null, from: 0, to: 0, text: place } : null
  const language = /[а-я]/.test(text) ? "ru" : /[آ-ی]/.test(text) ? "fa" : "en"
  // biome-ignore format: a table, one thing a line
  return claim({
    report, language, family: family as Family, stage, event: FAMILY_EVENT[family as Family] ?? "NONE", mode: "", contexts: [],
    act: { from: 0, to: text.length, text }, actor: list(actors), recipient: list(recipients), others: [],
    symmetric: family === "agreement" || family === "exercise",
    when: edtf ? { edtf, basis: "explicit", from: 0, to: 0, text: edtf } : null, reported: null, where,
    status: (status ?? "occurred") as Status,
    modality: { negated: false, future: false, hypothetical: false, generic: false, hedge: "" },
    attribution: [], quantities: [], fields: {},
    evidence: [evidence({ id: report, text }, { from: 0, to: text.length }, { rule: "test", zone: (zone ?? "body") as Zone })],
    scope: "international", confidence: 0.8, rule: "test",
  })
}
