import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { computeRecords } from "../../src/ledger/records.js"
import { type Claim, claim, type Family, type Status } from "../../src/model/claim.js"
import type { Judgement } from "../../src/model/judgement.js"
import { told } from "./notation.js"

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const line = fc
  .tuple(
    pick("r1", "r2", "r3", "r4"),
    pick<Family>("contact", "agreement", "incident", "statement", "membership"),
    pick("visit", "signed", "attack", "joined"),
    pick("USA", "AZE", "ARM", "AZE.GOV.MIL.defence-ministry", "person/x:AZE"),
    pick("USA", "AZE", "NATO", "-"),
    pick("2005", "2006", "2005-03", "2005-03-07", "2005-03-09", "2005/..", ""),
    pick<Status>("occurred", "ongoing", "planned", "denied"),
    pick(
      "toured garrisons along frontier",
      "praised garrisons warmly along frontier",
      "обсудили поставки вооружений",
    ),
  )
  .map(([report, family, stage, a, b, edtf, status, words]) => {
    return `${report} ${family}/${stage} ${a} > ${b}${edtf === "" ? "" : ` @ ${edtf}`} ${status} : ${words}`
  })

test("records do not depend on the order of the claims", () => {
  const property = fc.property(
    fc.uniqueArray(line, { maxLength: 25 }),
    fc.infiniteStream(fc.nat()),
    (lines, keys) => {
      const claims = [...new Map(lines.map(told).map((one) => [one.id, one])).values()]
      const shuffled = claims
        .map((one) => [keys.next().value ?? 0, one] as const)
        .sort(([a], [b]) => a - b)
      expect(computeRecords(shuffled.map(([, one]) => one))).toEqual(computeRecords(claims))
    },
  )
  fc.assert(property, { numRuns: 60 })
})

test("every claim stands in exactly one record, and no record holds both denied and occurred", () => {
  const property = fc.property(fc.uniqueArray(line, { maxLength: 25 }), (lines) => {
    const claims = [...new Map(lines.map(told).map((one) => [one.id, one])).values()]
    const status = new Map(claims.map((one) => [one.id, one.status]))
    const records = computeRecords(claims)
    expect(records.flatMap((record) => record.claims).sort()).toEqual(
      claims.map((one) => one.id).sort(),
    )
    for (const record of records) {
      const said = new Set(record.claims.map((id) => status.get(id)))
      expect(said.has("denied") && said.size > 1).toBe(false)
      expect(said.has("planned") && said.size > 1).toBe(false)
    }
  })
  fc.assert(property, { numRuns: 60 })
})

describe("values", () => {
  const amounts = (
    a: Partial<Claim["quantities"][number]>,
    b: Partial<Claim["quantities"][number]>,
  ) => {
    const full = {
      value: 0,
      max: null,
      bound: "",
      unit: "person",
      of: "",
      per: "",
      from: 0,
      to: 0,
      text: "",
    }
    const both = ["r1", "r2"].map((report, at) => {
      const { id: _, ...parts } = told(
        `${report} contact/visit USA > AZE @ 2012-03-07 : a delegation arrived yesterday evening`,
      )
      return claim({ ...parts, quantities: [{ ...full, ...(at === 0 ? a : b) }] })
    })
    return computeRecords(both).map((record) => record.disagreements.join())
  }
  test("40 and about 40 agree", () =>
    expect(amounts({ value: 40 }, { value: 40, bound: "about" })).toEqual([""]))
  test("40 and 60 do not", () =>
    expect(amounts({ value: 40 }, { value: 60 })).toEqual(["quantities.person"]))
  test("more than 700 and 750 agree", () =>
    expect(amounts({ value: 700, bound: "more than" }, { value: 750 })).toEqual([""]))

  test("both years are kept with their claims", () => {
    const claims = [
      "r1 membership/joined AZE > NATO @ 2005",
      "r2 membership/joined AZE > NATO @ 2006",
    ].map(told)
    const [record] = computeRecords(claims)
    expect(record?.support.when).toEqual([
      { value: "2005", claims: [claims[0]?.id] },
      { value: "2006", claims: [claims[1]?.id] },
    ])
  })
  test("the more exact of two agreeing dates is shown", () => {
    const claims = [
      "r1 contact/visit USA > AZE @ 2012-03",
      "r2 contact/visit USA > AZE @ 2012-03-07",
    ].map(told)
    expect(computeRecords(claims)[0]?.when?.edtf).toBe("2012-03-07")
  })
  test("the more exact party is shown", () => {
    const claims = [
      "r1 contact/visit person/x:RUS > IRN @ 2012-03-07",
      "r2 contact/visit RUS > IRN @ 2012-03-07",
    ].map(told)
    expect(computeRecords(claims)[0]?.actor.map((one) => one.id)).toEqual(["person/x"])
  })
  test("what was planned and what became of it are one matter", () => {
    const claims = [
      "r1 exercise/held USA > AZE @ 2010-05 planned",
      "r2 exercise/held USA > AZE @ 2010-05 cancelled",
    ].map(told)
    const [a, b] = computeRecords(claims)
    expect([a?.same_matter, b?.same_matter]).toEqual([[b?.id], [a?.id]])
  })
})

describe("judgements", () => {
  const [a, b, c] = [
    "r1 contact/visit USA > AZE @ 2012-03-07",
    "r2 contact/visit USA > AZE @ 2012-03-07",
    "r3 contact/visit USA > AZE @ 2013-01-01",
  ].map(told) as [Claim, Claim, Claim]
  const judge = (
    kind: Judgement["kind"],
    ids: string[],
    more: Partial<Judgement> = {},
  ): Judgement => {
    const at = `2026-01-0${more.id?.slice(1) ?? 1}T00:00:00Z`
    return {
      id: "j1",
      kind,
      claims: ids,
      by: "reviewer",
      at,
      why: "",
      change: null,
      supersedes: null,
      ...more,
    }
  }
  const sizes = (judgements: Judgement[]) =>
    computeRecords([a, b, c], judgements)
      .map((record) => record.claims.length)
      .sort()

  test("without any", () => expect(sizes([])).toEqual([1, 2]))
  test("different parts what looked the same", () =>
    expect(sizes([judge("different", [a.id, b.id])])).toEqual([1, 1, 1]))
  test("same joins what looked different", () =>
    expect(sizes([judge("same", [a.id, c.id])])).toEqual([3]))
  test("an undone judgement counts no more", () =>
    expect(
      sizes([judge("different", [a.id, b.id]), judge("undo", [], { id: "j2", supersedes: "j1" })]),
    ).toEqual([1, 2]))
  test("the last word counts", () =>
    expect(
      sizes([judge("different", [a.id, b.id]), judge("same", [a.id, b.id], { id: "j2" })]),
    ).toEqual([1, 2]))
  test("an edit changes the value and keeps the record's id", () => {
    const before = computeRecords([c])
    const when = { edtf: "2013-01-02", basis: "explicit", from: 0, to: 0, text: "" }
    const after = computeRecords([c], [judge("edit", [c.id], { change: { when, id: "nonsense" } })])
    expect(after[0]).toMatchObject({
      id: before[0]?.id,
      when,
      review: { state: "edited", by: "reviewer" },
    })
  })
  test("a rejected claim supports nothing, a record of rejected claims says so", () => {
    const records = computeRecords(
      [a, b, c],
      [judge("reject", [a.id]), judge("reject", [c.id], { id: "j2" })],
    )
    expect(records.map((record) => [record.reports, record.review.state])).toEqual([
      [["r2"], "proposed"],
      [["r3"], "rejected"],
    ])
  })
})

test("20,000 claims take seconds", () => {
  const states = ["USA", "RUS", "IRN", "AZE", "ARM", "TUR", "GEO", "CHN", "FRA", "DEU"]
  const families = ["contact", "statement", "agreement", "incident", "assistance", "exercise"]
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const claims = Array.from({ length: 20_000 }, (_, at) => {
    const date = [
      "",
      `@ ${2000 + next(20)} `,
      `@ ${2000 + next(20)}-0${1 + next(9)}-1${next(10)} `,
    ][next(3)]
    const family = families[next(6)]
    return told(
      `r${at >> 3} ${family}/x ${states[next(10)]} > ${states[next(10)]} ${date}: word${next(500)} sort${next(500)} kind${next(500)} tale${next(50)}`,
    )
  })
  const began = performance.now()
  const records = computeRecords(claims)
  expect(records.length).toBeGreaterThan(1000)
  expect(performance.now() - began).toBeLessThan(20_000)
}, 60_000)
