import type { Store } from "../../src/ledger/store.js"
import {
  type Claim,
  claim,
  type Family,
  type Party,
  type Quantity,
  type Status,
} from "../../src/model/claim.js"
import { evidence, type Zone } from "../../src/model/evidence.js"
import { type Report, report } from "../../src/model/report.js"

/** Three reports of our own on matters of no consequence, and claims with their words in place. */
export async function fillSample(store: Store): Promise<void> {
  for (const [one, claims] of SAMPLE) await store.add(one, claims, "2026-01-01T00:00:00.000Z")
}

interface Told {
  readonly at: string
  readonly act: string
  readonly deed: `${Family}/${string}`
  readonly event?: string
  readonly actor: readonly (readonly [id: string, name: string, words: string])[]
  readonly recipient?: Told["actor"]
  readonly when?: readonly [edtf: string, words: string]
  readonly where?: readonly [name: string, country: string, words: string]
  readonly quantities?: readonly (Partial<Quantity> & { readonly words: string })[]
  readonly status?: Status
  readonly zone?: Zone
  readonly symmetric?: boolean
}

function claimsOf(source: Report, language: string, all: readonly Told[]): Claim[] {
  // biome-ignore format: a table, one thing a line
  return all.map((told) => {
    const start = source.text.indexOf(told.at)
    const words = (text: string) => {
      const from = source.text.indexOf(text, start)
      if (from < 0) throw new RangeError(`the report does not say ${text}`)
      return { from, to: from + text.length, text }
    }
    const party = ([id, name, text]: Told["actor"][number]): Party => {
      return { id, name, country: /^[A-Z]{3}\b/.test(id) ? id.slice(0, 3) : "IGO", sectors: [], role: null, ...words(text) }
    }
    const [family, stage] = told.deed.split("/") as [Family, string]
    return claim({
      report: source.id, language, family, stage, event: told.event ?? "CONSULT", mode: "", contexts: [], act: words(told.act),
      actor: told.actor.map(party), recipient: (told.recipient ?? []).map(party), others: [], symmetric: told.symmetric ?? false,
      when: told.when ? { edtf: told.when[0], basis: "explicit", ...words(told.when[1]) } : null, reported: null,
      where: told.where ? { name: told.where[0], country: told.where[1], ...words(told.where[2]) } : null,
      status: told.status ?? "occurred",
      modality: { negated: false, future: false, hypothetical: false, generic: false, hedge: "" }, attribution: [],
      quantities: (told.quantities ?? []).map(({ words: text, ...one }) => ({ value: 0, max: null, bound: "", unit: "person", of: "", per: "", ...one, ...words(text) })),
      fields: {}, scope: "international", confidence: 0.8, rule: "sample",
      evidence: [evidence(source, { from: start, to: start + told.at.length }, { rule: "sample", zone: told.zone ?? "body" })],
    })
  })
}

// biome-ignore format: a table, one thing a line
const english = report({
  id: "sample-en", title: "Ministers <meet> & train", outlet: "Lake & Mountain Courier", published: "2011-09-02", url: "https://example.org/a?b=1&c=2",
  text: "On 14 June 2011 a Georgian delegation visited Azerbaijan. Azerbaijan joined the planning process of NATO in 2005. Turkey will train about 40 officers from Azerbaijan in 2012. Georgia denied that it had attacked Azerbaijan.\nRead also: Turkey and Georgia sign lake treaty",
})
// biome-ignore format: a table, one thing a line
const russian = report({
  id: "sample-ru", title: "Альянс и озёра", outlet: "Озёрная газета", published: "2012-01-20",
  text: "Азербайджан присоединился к процессу планирования НАТО в 2006 году. 14 июня 2011 года грузинская делегация посетила Баку.",
})
// biome-ignore format: a table, one thing a line
const persian = report({
  id: "sample-fa", title: "هیأتی در باکو", outlet: "روزنامهٔ دریاچه",
  text: "یک هیأت گرجستانی در ۱۴ ژوئن ۲۰۱۱ به باکو سفر کرد. ترکیه به آذربایجان \u202eقایق\u202c تحویل داد.",
})

// biome-ignore format: a table, one thing a line
const SAMPLE: readonly (readonly [Report, readonly Claim[]])[] = [
  [english, claimsOf(english, "en", [
    { at: "On 14 June 2011 a Georgian delegation visited Azerbaijan.", act: "visited", deed: "contact/visit", actor: [["GEO", "Georgia", "Georgian"]], recipient: [["AZE", "Azerbaijan", "Azerbaijan"]], when: ["2011-06-14", "14 June 2011"] },
    { at: "Azerbaijan joined the planning process of NATO in 2005.", act: "joined", deed: "membership/join", event: "SUPPORT", actor: [["AZE", "Azerbaijan", "Azerbaijan"]], recipient: [["NATO", "NATO", "NATO"]], when: ["2005", "2005"] },
    { at: "Turkey will train about 40 officers from Azerbaijan in 2012.", act: "train", deed: "training/course", event: "AGREE", actor: [["TUR", "Turkey", "Turkey"]], recipient: [["AZE", "Azerbaijan", "Azerbaijan"]], when: ["2012", "2012"], status: "planned", quantities: [{ value: 40, bound: "about", of: "officer", words: "about 40 officers" }] },
    { at: "Georgia denied that it had attacked Azerbaijan.", act: "attacked", deed: "incident/attack", event: "ASSAULT", actor: [["GEO", "Georgia", "Georgia"]], recipient: [["AZE", "Azerbaijan", "Azerbaijan"]], status: "denied" },
    { at: "Turkey and Georgia sign lake treaty", act: "sign", deed: "agreement/signed", event: "SUPPORT", actor: [["TUR", "Turkey", "Turkey"]], recipient: [["GEO", "Georgia", "Georgia"]], symmetric: true, zone: "boilerplate" },
  ])],
  [russian, claimsOf(russian, "ru", [
    { at: "Азербайджан присоединился к процессу планирования НАТО в 2006 году.", act: "присоединился", deed: "membership/join", event: "SUPPORT", actor: [["AZE", "Azerbaijan", "Азербайджан"]], recipient: [["NATO", "NATO", "НАТО"]], when: ["2006", "в 2006 году"] },
    { at: "14 июня 2011 года грузинская делегация посетила Баку.", act: "посетила", deed: "contact/visit", actor: [["GEO", "Georgia", "грузинская"]], recipient: [["AZE", "Azerbaijan", "Баку"]], when: ["2011-06-14", "14 июня 2011 года"], where: ["Баку", "AZE", "Баку"] },
  ])],
  [persian, claimsOf(persian, "fa", [
    { at: "یک هیأت گرجستانی در ۱۴ ژوئن ۲۰۱۱ به باکو سفر کرد.", act: "سفر کرد", deed: "contact/visit", actor: [["GEO", "Georgia", "گرجستان"]], recipient: [["AZE", "Azerbaijan", "باکو"]], when: ["2011-06-14", "۱۴ ژوئن ۲۰۱۱"], where: ["باکو", "AZE", "باکو"] },
    { at: "ترکیه به آذربایجان \u202eقایق\u202c تحویل داد.", act: "تحویل داد", deed: "arms/delivered", event: "COOPERATE", actor: [["TUR", "Turkey", "ترکیه"]], recipient: [["AZE", "Azerbaijan", "آذربایجان"]] },
  ])],
]
