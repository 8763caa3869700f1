import { claim, type Claim } from "../../src/model/claim.js"
import { evidence } from "../../src/model/evidence.js"
import { report } from "../../src/model/report.js"
import type { Reader } from "../../src/operations/reader-type.js"

/** Reads sentences of one form only: `AZE met NATO on 2012-03-07.` Enough to try everything around a reader. */
export const fakeReader: Reader = {
  async read(input) {
    const source = report(input)
    const claims: Claim[] = []
    for (const found of source.text.matchAll(
      /([A-Z]{3,4}) (met|visited) ([A-Z]{3,4})(?: on (\d{4}(?:-\d\d(?:-\d\d)?)?))?\./g,
    )) {
      const [sentence, actor = "", verb = "", recipient = "", edtf] = found
      const from = found.index
      const at = (text: string) => ({
        from: from + sentence.indexOf(text),
        to: from + sentence.indexOf(text) + text.length,
        text,
      })
      const party = (id: string) => ({
        id,
        name: id,
        country: id,
        sectors: [],
        role: null,
        ...at(id),
      })
      // biome-ignore format: a table, one thing a line
      claims.push(
        claim({
          report: source.id, language: "en", family: "contact", stage: verb === "met" ? "meeting" : "visit", event: "CONSULT", mode: "", contexts: [],
          act: at(verb), actor: [party(actor)], recipient: [party(recipient)], others: [], symmetric: verb === "met",
          when: edtf ? { edtf, basis: "explicit", ...at(edtf) } : null, reported: null, where: null, status: "occurred",
          modality: { negated: false, future: false, hypothetical: false, generic: false, hedge: "" },
          attribution: [], quantities: [], fields: {},
          evidence: [evidence(source, { from, to: from + sentence.length }, { rule: "fake", zone: "body" })],
          scope: "international", confidence: 0.8, rule: "fake",
        }),
      )
    }
    return { report: source, layers: { claims } as never, notes: [] }
  },
}
