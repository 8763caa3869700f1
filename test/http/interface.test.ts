import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { operations } from "../../src/operations/index.js"
import { type Asking, aServer } from "./a-server.js"

let server: Asking
beforeAll(async () => {
  server = await aServer()
}, 60_000)
afterAll(() => server.close())

describe("records", () => {
  test("the three reports of one recall are one record, with facets", async () => {
    const { status, body } = await server.get("/v1/records?facets=1&family=post")
    expect(status).toBe(200)
    expect(body.records).toHaveLength(1)
    expect(body.records[0].reports).toEqual(["en-1", "ru-1"])
    expect(body.facets.language.map((one: { value: string }) => one.value).sort()).toEqual([
      "en",
      "ru",
    ])
    // A facet's own choice does not narrow it: the other families are still counted.
    expect(body.facets.family.length).toBeGreaterThan(1)
    expect(body.facets.dyad).toEqual([{ value: "AZE-IRN", count: 1 }])
  })

  test.each([
    ["actor=AZE", 2],
    ["actor=%D8%A7%DB%8C%D8%B1%D8%A7%D9%86&actor=Турция", 4],
    ["dyad=IRN-AZE&year=2012", 2],
    ["dyad=AZE-IRN&single=1", 1],
    ["event=CONSULT&language=fa", 1],
    ["outlet=Sample%20Courier", 1],
    ["family=post&family=agreement", 2],
    ["review=accepted", 0],
    ["disagreement=1", 0],
    ["since=2016", 1],
    ["with=AZE&actor=IRN", 2],
  ])("%s gives %i", async (query, total) => {
    const { status, body } = await server.get(`/v1/records?${query}`)
    expect([status, body.total]).toEqual([200, total])
  })

  test.each([
    // As typed with Arabic letters, as written with Persian ones, and the other way round.
    ["وزیر دفاع", ["وزير دفاع"]],
    ["посла", ["посла"]],
    ["RECALL", ["recalled"]],
  ])("the words of %s are found and shown where they stand", async (q, lit) => {
    const { body } = await server.get(
      `/v1/records?q=${encodeURIComponent(`"${q}"`.replace('"RECALL"', "RECALL"))}`,
    )
    expect(body.total).toBe(1)
    const { report, from, to } = body.hits[body.records[0].id][0]
    const { body: shown } = await server.get(`/v1/reports/${report}`)
    expect([shown.report.text.slice(from, to)]).toEqual(lit)
  })

  test("pages follow one another without a gap", async () => {
    const seen: string[] = []
    let next: string | null = ""
    while (next !== null) {
      const { body } = await server.get(
        `/v1/records?limit=1&sort=-date${next === "" ? "" : `&cursor=${next}`}`,
      )
      seen.push(...body.records.map((one: { when: { edtf: string } }) => one.when.edtf))
      next = body.next
    }
    expect(seen).toEqual(["2016-02-21", "2012-06-08", "2012-05-07", "2012-05-03"])
    for (const [offset, edtf] of seen.entries()) {
      const { body } = await server.get(`/v1/records?limit=1&sort=-date&offset=${offset}`)
      expect([body.offset, body.records[0].when.edtf]).toEqual([offset, edtf])
      if (body.next === null) continue
      const { body: after } = await server.get(`/v1/records?limit=1&sort=-date&cursor=${body.next}`)
      expect(after.records[0].when.edtf).toBe(seen[offset + 1])
      expect(after.offset).toBeUndefined()
      const both = await server.get(`/v1/records?sort=-date&offset=1&cursor=${body.next}`)
      expect([both.status, both.body.code]).toEqual([400, "request/two-places"])
    }
    const { body: beyond } = await server.get("/v1/records?offset=1000")
    expect([beyond.total, beyond.records, beyond.next]).toEqual([4, [], null])
  })

  test("one record comes with its claims, their paragraphs, and the words behind each value", async () => {
    const { body: list } = await server.get("/v1/records?family=post")
    const { status, headers, body } = await server.get(`/v1/records/${list.records[0].id}`)
    expect(status).toBe(200)
    expect(headers.get("etag")).toContain(body.version)
    expect(body.sentence).toMatch(/recalled/)
    expect(body.claims.map((one: { meta: { outlet: string } }) => one.meta.outlet).sort()).toEqual([
      "Sample Courier",
      "Sample Wire",
    ])
    for (const claim of body.claims) {
      const { from, text } = claim.context
      expect(text.slice(claim.act.from - from, claim.act.to - from)).toBe(claim.act.text)
    }
    expect(
      body.why
        .filter((one: { field: string }) => one.field === "when")
        .map((one: { words: string }) => one.words)
        .sort(),
    ).toEqual(["3 мая 2012 года", "on 3 May 2012"])
    const again = await server.get(`/v1/records/${list.records[0].id}`, {
      "if-none-match": headers.get("etag") ?? "",
    })
    expect(again.status).toBe(304)
  })
})

describe("reports", () => {
  test("one report has its text to the letter, its zones and its claims with their records", async () => {
    const { body } = await server.get("/v1/reports/fa-1")
    expect(body.report.text).toBe("وزير دفاع ايران در ۷ مه ۲۰۱۲ به باکو سفر کرد.")
    expect(body.zones.at(-1).to).toBe(body.report.text.length)
    expect(body.claims[0]).toMatchObject({ family: "contact", state: "proposed", by: null })
    expect(body.claims[0].record).toMatch(/^d-/)
  })

  test("they are listed, those added last first, and found by their words", async () => {
    const { body } = await server.get("/v1/reports?limit=3")
    expect([body.total, body.reports.length, body.reports[0].id]).toEqual([4, 3, "en-2"])
    const { body: second } = await server.get(`/v1/reports?limit=3&cursor=${body.next}`)
    expect([second.reports.map((one: { id: string }) => one.id), second.next]).toEqual([
      ["en-1"],
      null,
    ])
    const { body: found } = await server.get("/v1/reports?q=tbilisi")
    const { from, to } = found.hits["en-1"][0]
    expect(["en-1", "Tbilisi"]).toEqual([
      found.reports[0].id,
      (await server.get("/v1/reports/en-1")).body.report.text.slice(from, to),
    ])
  })
})

describe("reading", () => {
  test("a text is read and not kept", async () => {
    const { status, body } = await server.post("/v1/read", {
      text: "China and France signed a treaty on 2 May 2019.",
    })
    expect([status, body.claims[0].family, body.claims[0].when.edtf]).toEqual([
      200,
      "agreement",
      "2019-05-02",
    ])
    expect((await server.get("/v1/status")).body.ledger.reports).toBe(4)
  })

  test("files and texts are read by a job that tells how it goes on, and stand in the records when it is done", async () => {
    const form = new FormData()
    form.append(
      "files",
      new Blob(["Norway expelled two Russian diplomats on 5 April 2018."]),
      "norway.txt",
    )
    form.append("files", new Blob([Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31)]), "paper.pdf")
    const sent = await fetch(new URL("/v1/reports", server.url), { method: "POST", body: form })
    const { job } = (await sent.json()) as { job: string }
    expect([sent.status, sent.headers.get("location")]).toEqual([202, `/v1/jobs/${job}`])
    const events = await (await fetch(new URL(`/v1/jobs/${job}/events`, server.url))).text()
    const states = events
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => JSON.parse(line.slice(6)))
    expect(states.at(-1)).toMatchObject({ state: "done", done: 2, total: 2, added: 1 })
    expect(states.at(-1).failed).toMatchObject([
      { file: "paper.pdf", code: "intake/unknown-format" },
    ])
    expect((await server.get(`/v1/jobs/${job}`)).body).toEqual(states.at(-1))
    expect((await server.get("/v1/records?actor=NOR")).body.total).toBe(1)
  }, 30_000)
})

describe("documents", () => {
  test("a brief and an export are documents of their own", async () => {
    const brief = await server.get("/v1/brief?actor=AZE&format=html")
    expect(brief.headers.get("content-type")).toMatch("text/html")
    expect(brief.headers.get("content-security-policy")).toMatch("sandbox")
    const csv = await server.get("/v1/export?format=csv&family=post")
    expect(csv.headers.get("content-disposition")).toMatch("attachment")
    expect(csv.body.trim().split("\n")).toHaveLength(2)
  })

  test("answers are compressed for those who ask", async () => {
    const { headers } = await server.get("/v1/openapi.json", { "accept-encoding": "gzip" })
    expect(headers.get("content-encoding")).toBe("gzip")
  })
})

describe("the description", () => {
  test("names every operation at its place, and its page loads nothing", async () => {
    const { body } = await server.get("/v1/openapi.json")
    expect(body.openapi).toBe("3.1.0")
    const named = Object.values(body.paths)
      .flatMap((one) => Object.values(one as object))
      .map((one) => one.operationId)
    for (const name of Object.values(operations).map((one) => one.name))
      expect(named).toContain(name)
    const { body: page } = await server.get("/docs")
    expect(page).toContain("GET")
    expect(page).not.toMatch(/<script|src=|https?:\/\//)
  })
})

test("an empty ledger is served", async () => {
  const empty = await aServer({ reports: [] })
  const { body } = await empty.get("/v1/records?facets=1")
  expect([body.records, body.total]).toEqual([[], 0])
  expect((await empty.get("/v1/queue")).body.items).toEqual([])
  expect((await empty.get("/v1/status")).body).toMatchObject({
    ledger: { records: 0, reports: 0 },
    loginRequired: false,
    sample: false,
  })
  await empty.close()
})
