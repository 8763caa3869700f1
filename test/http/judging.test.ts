import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Asking, aServer } from "./a-server.js"

let server: Asking
beforeAll(async () => {
  server = await aServer()
}, 60_000)
afterAll(() => server.close())

/** The one record of a family, with its version. */
async function recordOf(family: string, query = "") {
  const { body } = await server.get(`/v1/records?family=${family}${query}`)
  return body.records[0]
}

const judge = (body: unknown) => server.post("/v1/judgements", body)

describe("judging a record", () => {
  test("accept, seen in list, history and facet; undo brings it back", async () => {
    const { id, version } = await recordOf("post")
    const { status, body } = await judge({
      kind: "accept",
      record: id,
      version,
      why: "both say so",
    })
    expect(status).toBe(200)
    expect(body.records[0]).toMatchObject({ id, review: { state: "accepted", why: "both say so" } })
    expect((await recordOf("post", "&review=accepted")).version).toBe(body.records[0].version)
    const { body: undone } = await judge({ kind: "undo", judgement: body.judgements[0].id })
    expect(undone.records[0].review.state).toBe("proposed")
    const { body: shown } = await server.get(`/v1/records/${id}`)
    expect(
      shown.history.map((one: { kind: string; undone: boolean }) => [one.kind, one.undone]),
    ).toEqual([
      ["accept", true],
      ["undo", false],
    ])
    expect(shown.version).toBe(version)
  })

  test("an edit shows the new value, moves the record in the list, and leaves what the reports said", async () => {
    const { id, version } = await recordOf("post")
    const { body } = await judge({
      kind: "edit",
      record: id,
      version,
      field: "when",
      value: "2011-12",
    })
    expect(body.records[0].when.edtf).toBe("2011-12")
    expect(body.records[0].support.when[0].value).toBe("2012-05-03")
    expect(body.judgements[0].was.when.edtf).toBe("2012-05-03")
    expect((await server.get("/v1/records?year=2011")).body.total).toBe(1)
    const { body: undone } = await judge({ kind: "undo", record: id })
    expect(undone.records[0].when.edtf).toBe("2012-05-03")
  })

  test("parties are set by name in any language", async () => {
    const { id, version } = await recordOf("agreement")
    const { body } = await judge({
      kind: "edit",
      record: id,
      version,
      field: "recipient",
      value: ["Украина", "NATO"],
    })
    expect(body.records[0].recipient).toMatchObject([{ id: "UKR", country: "UKR" }, { id: "NATO" }])
    expect((await server.get("/v1/records?actor=UKR")).body.total).toBe(1)
    await judge({ kind: "undo", record: id })
  })

  test("a rejected record leaves the list, and is there for those who ask for it", async () => {
    const { id, version } = await recordOf("agreement")
    await judge({ kind: "reject", record: id, version })
    expect((await server.get("/v1/records?family=agreement")).body.total).toBe(0)
    expect((await server.get("/v1/records?review=rejected&facets=1")).body.records[0].id).toBe(id)
    await judge({ kind: "undo", record: id })
  })

  test("one claim that is rejected supports nothing", async () => {
    const record = await recordOf("post")
    const { body: shown } = await server.get(`/v1/records/${record.id}`)
    const claim = shown.claims.find((one: { report: string }) => one.report === "ru-1").id
    const { body } = await judge({ kind: "reject", claim, version: record.version })
    expect(body.records[0].reports).toEqual(["en-1"])
    const { body: accepted } = await judge({
      kind: "accept",
      record: record.id,
      version: body.records[0].version,
    })
    // What is said of the record is not said of the claim that was rejected.
    expect(accepted.records[0].reports).toEqual(["en-1"])
    await judge({ kind: "undo", record: record.id })
    await judge({ kind: "undo", claim })
    expect((await recordOf("post")).version).toBe(record.version)
  })
})

describe("judging two", () => {
  test("different parts a record, same joins it again, and what moved is told", async () => {
    const record = await recordOf("post")
    const { body: shown } = await server.get(`/v1/records/${record.id}`)
    const claim = shown.claims.find((one: { report: string }) => one.report === "ru-1").id
    const { body: parted } = await judge({ kind: "different", claim, version: record.version })
    expect(parted.records.map((one: { reports: string[] }) => one.reports).sort()).toEqual([
      ["en-1"],
      ["ru-1"],
    ])
    const [a, b] = parted.records
    const { body: joined } = await judge({
      kind: "same",
      record: a.id,
      version: a.version,
      other: b.id,
      other_version: b.version,
    })
    expect(joined.records.map((one: { reports: string[] }) => one.reports)).toEqual([
      ["en-1", "ru-1"],
    ])
    const [gone] = joined.gone
    const moved = await server.get(`/v1/records/${gone}`)
    expect([moved.status, moved.body.code, moved.body.now]).toEqual([
      404,
      "ledger/moved",
      [record.id],
    ])
    const late = await judge({
      kind: "accept",
      record: gone,
      version: gone === a.id ? a.version : b.version,
    })
    expect([late.status, late.body.changed.record.is]).toEqual([409, record.id])
    await judge({ kind: "undo", record: record.id })
    await judge({ kind: "undo", claim })
    expect((await server.get("/v1/records?family=post")).body.total).toBe(1)
  })

  test("unsure is an answer: nothing moves, and it is kept", async () => {
    const [a, b] = (await server.get("/v1/records")).body.records
    const { status, body } = await judge({
      kind: "unsure",
      record: a.id,
      version: a.version,
      other: b.id,
    })
    expect([status, body.judgements[0].kind, body.gone]).toEqual([200, "unsure", []])
    await judge({ kind: "undo", judgement: body.judgements[0].id })
  })
})

describe("two reviewers at once", () => {
  test("the second is told what changed, and nothing of the first is lost", async () => {
    const { id, version } = await recordOf("contact", "&language=fa")
    await judge({ kind: "edit", record: id, version, field: "status", value: "alleged" })
    const second = await judge({ kind: "edit", record: id, version, field: "when", value: "2012" })
    expect([second.status, second.body.code]).toEqual([409, "ledger/changed"])
    expect(second.headers.get("content-type")).toBe("application/problem+json")
    expect(second.body.changed.status).toMatchObject({
      was: "occurred",
      is: "alleged",
      by: expect.any(String),
    })
    const { body: now } = await server.get(`/v1/records/${id}`)
    expect([now.record.status, now.record.when.edtf]).toEqual(["alleged", "2012-05-07"])
    expect(
      (
        await judge({
          kind: "edit",
          record: id,
          version: now.version,
          field: "when",
          value: "2012",
        })
      ).status,
    ).toBe(200)
    await judge({ kind: "undo", record: id })
    await judge({ kind: "undo", record: id })
  })

  test("of ten at one moment one is taken down", async () => {
    const { id, version } = await recordOf("contact", "&language=fa")
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        judge({ kind: "accept", record: id, version, why: String(at) }),
      ),
    )
    expect(all.map((one) => one.status).sort()).toEqual([200, ...Array(9).fill(409)])
    await judge({ kind: "undo", record: id })
  })

  test("a batch is taken down whole or not at all, and undone at one stroke", async () => {
    const all = (await server.get("/v1/records")).body.records as { id: string; version: string }[]
    const batch = all.map(({ id, version }) => ({ kind: "accept", record: id, version }))
    const stale = await judge({
      batch: [...batch.slice(0, -1), { ...batch.at(-1), version: "seen long ago" }],
    })
    expect(stale.status).toBe(409)
    expect((await server.get("/v1/records?review=accepted")).body.total).toBe(0)
    const { body } = await judge({ batch })
    expect((await server.get("/v1/records?review=accepted")).body.total).toBe(all.length)
    const { body: undone } = await judge({ kind: "undo", batch: body.judgements[0].batch })
    expect(undone.judgements).toHaveLength(all.length)
    expect((await server.get("/v1/records?review=accepted")).body.total).toBe(0)
  })
})

describe("what cannot be judged", () => {
  test.each([
    [{ kind: "accept" }, 422, "judgement/incomplete"],
    [{ kind: "accept", record: "d-000000", version: "x" }, 404, "ledger/unknown-id"],
    [{ kind: "accept", claim: "c-000000", version: "x" }, 404, "ledger/unknown-id"],
    [{ kind: "undo", judgement: "j-none" }, 404, "ledger/unknown-id"],
    [{ kind: "undo" }, 422, "judgement/incomplete"],
    [{ kind: "praise", record: "d-000000" }, 422, "request/invalid"],
    [{ batch: [] }, 422, "request/invalid"],
    [[], 422, "request/invalid"],
  ])("%j", async (asked, status, code) => {
    const answer = await judge(asked)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.detail.length).toBeGreaterThan(10)
  })

  test.each([
    ["when", "yesterday"],
    ["status", "done"],
    ["event", "DANCE"],
    ["actor", ["nobody has this name"]],
    ["where", 5],
  ])("%s cannot be %j", async (field, value) => {
    const { id, version } = await recordOf("post")
    const { status, body } = await judge({ kind: "edit", record: id, version, field, value })
    expect(status).toBe(422)
    expect(body.detail.length).toBeGreaterThan(10)
  })

  test("a record is judged at the version that was seen", async () => {
    const { id } = await recordOf("post")
    expect((await judge({ kind: "accept", record: id })).body.code).toBe("judgement/incomplete")
  })
})

describe("claims that people add", () => {
  test("one is kept with its words and makes a record", async () => {
    const { text } = (await server.get("/v1/reports/en-1")).body.report
    const words = (word: string) => ({
      from: text.indexOf(word),
      to: text.indexOf(word) + word.length,
    })
    const { status, body } = await server.post("/v1/claims", {
      report: "en-1",
      ...words("signed"),
      family: "statement",
      stage: "praise",
      event: "SUPPORT",
      actor: [words("Turkey")],
      recipient: [{ ...words("Georgia"), id: "Грузия" }],
      when: words("8 June 2012"),
    }) // prettier-ignore
    expect([status, body.detail]).toEqual([201, undefined])
    expect(body.claim).toMatchObject({
      actor: [{ id: "TUR", text: "Turkey" }],
      recipient: [{ id: "GEO" }],
      when: { edtf: "2012-06-08" },
      evidence: [{ quote: "Turkey and Georgia signed an agreement in Tbilisi on 8 June 2012." }],
    })
    expect(body.records).toHaveLength(1)
    const { body: shown } = await server.get("/v1/reports/en-1")
    const added = shown.claims.find((one: { id: string }) => one.id === body.claim.id)
    expect([added.record, added.by]).toEqual([body.records[0].id, expect.any(String)])
  })

  test.each([
    [{ from: 0, to: 100_000 }, "claim/no-words"],
    [{ from: 9, to: 9 }, "claim/no-words"],
  ])("no words, no claim: %j", async (at, code) => {
    const asked = {
      report: "en-1",
      ...at,
      family: "contact",
      stage: "visit",
      event: "CONSULT",
      actor: [],
    }
    const { status, body } = await server.post("/v1/claims", asked)
    expect([status, body.code]).toEqual([422, code])
  })
})

test("the queue asks about what nobody judged, and says why", async () => {
  const { body } = await server.get("/v1/queue?order=value&limit=2")
  expect(body.items).toHaveLength(2)
  expect(body.items[0].reason.length).toBeGreaterThan(10)
  const { id, version } = body.items[0].record
  await judge({ kind: "accept", record: id, version })
  const { body: then } = await server.get("/v1/queue?order=value&limit=100")
  expect(then.items.map((one: { record: { id: string } }) => one.record.id)).not.toContain(id)
  expect(then.total).toBe(body.total - 1)
  await judge({ kind: "undo", record: id })
})

test("every write has its line, also one that was refused", async () => {
  const { body } = await server.get("/v1/audit?limit=1000")
  const acts = new Set(body.lines.map((one: { act: string }) => one.act))
  expect(acts).toEqual(new Set(["judge", "addClaim"]))
  expect(body.lines.some((one: { outcome: string }) => one.outcome.startsWith("refused 409"))).toBe(
    true,
  )
  expect(
    body.lines.some(
      (one: { outcome: string; target: string }) =>
        one.outcome === "done" && /^accept d-\w+ j-/.test(one.target),
    ),
  ).toBe(true)
  expect(server.failures).toEqual([])
})
