/**
 * How long questions to a large ledger take. Makes a ledger of that many records out of made-up claims, in three
 * languages, and asks it over HTTP.
 *
 *     npx tsx bench/ledger.ts [records, 100000] [folder to keep the ledger in]
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startServer } from "../src/http/server.js"
import { LIMITS } from "../src/http/site.js"
import { type Claim, claim, FAMILIES, type Party, STATUSES } from "../src/model/claim.js"
import { evidence } from "../src/model/evidence.js"
import { report } from "../src/model/report.js"
import { Context } from "../src/operations/context.js"
import { openReader } from "../src/operations/reader.js"

const wanted = Number(process.argv[2] ?? 100_000)
const kept = process.argv[3]
const folder = kept ?? mkdtempSync(join(tmpdir(), "bench-ledger-"))

// biome-ignore format: a table, one thing a line
const STATES = [
  "USA", "RUS", "IRN", "AZE", "ARM", "TUR", "GEO", "CHN", "FRA", "DEU", "GBR", "ISR", "SAU", "IRQ", "SYR", "UKR", "POL", "KAZ",
  "IND", "PAK", "JPN", "KOR", "EGY", "ETH", "BRA", "VEN", "CUB", "MEX", "CAN", "NOR", "SWE", "FIN", "ITA", "ESP", "GRC", "SRB",
]
const OUTLETS = Array.from({ length: 40 }, (_, at) => `Wire ${at + 1}`)
const WORDS = {
  en: [
    "delegation",
    "border",
    "frigate",
    "pipeline",
    "treaty",
    "garrison",
    "minister",
    "convoy",
    "harbour",
    "radar",
  ],
  ru: [
    "делегация",
    "граница",
    "корабль",
    "договор",
    "гарнизон",
    "министр",
    "учения",
    "радар",
    "порт",
    "поставка",
  ],
  fa: ["هیئت", "مرز", "ناو", "پیمان", "پادگان", "وزیر", "رزمایش", "رادار", "بندر", "تحویل"],
} as const
type Code = keyof typeof WORDS

let seed = 11
function below(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return (seed >>> 8) % limit
}
function pick<T>(list: readonly T[]): T {
  return list[below(list.length)] as T
}

function party(id: string): Party {
  return { id, name: id, country: id, sectors: [], role: null, from: 0, to: 3, text: id }
}

function madeUp(
  source: ReturnType<typeof report>,
  language: Code,
  from: number,
  to: number,
): Claim {
  const [a, b] = [pick(STATES), pick(STATES)]
  const day = `${1995 + below(30)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`
  const words = source.text.slice(from, to)
  return claim({
    report: source.id,
    language,
    family: pick(FAMILIES),
    stage: pick(["visit", "signed", "held", "delivered"]),
    event: pick(["CONSULT", "AGREE", "COOPERATE", "AID", "ACCUSE", "SANCTION"]),
    mode: "",
    contexts: [],
    act: { from, to: from + 4, text: words.slice(0, 4) },
    actor: [party(a)],
    recipient: a === b ? [] : [party(b)],
    others: [],
    symmetric: false,
    when: { edtf: day, basis: "explicit", from, to: from + 1, text: day },
    reported: null,
    where: null,
    status: pick(STATUSES),
    modality: { negated: false, future: false, hypothetical: false, generic: false, hedge: "" },
    attribution: [],
    quantities: [],
    fields: {},
    evidence: [evidence(source, { from, to }, { rule: "bench", zone: "body" })],
    scope: "international",
    confidence: 0.6 + below(40) / 100,
    rule: "bench",
  }) // prettier-ignore
}

function sentence(language: Code): string {
  return `${Array.from({ length: 14 }, () => pick(WORDS[language]) + below(200)).join(" ")}.`
}

async function fill(context: Context): Promise<void> {
  const store = await context.ledger("create")
  for (let made = 0, at = 0; made < wanted; at++) {
    const language = pick(["en", "ru", "fa"] as const)
    const sentences = Array.from({ length: 3 }, () => sentence(language))
    const source = report({
      id: `r-${at}`,
      text: sentences.join(" "),
      outlet: pick(OUTLETS),
      published: "2024-05-01",
      language,
    })
    let from = 0
    const claims = sentences.map((one) => {
      const to = from + one.length
      const claimed = madeUp(source, language, from, to)
      from = to + 1
      return claimed
    })
    made += claims.length
    await store.add(source, claims, `2026-01-01T00:00:00.${String(at % 1000).padStart(3, "0")}Z`)
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  const said = await work()
  console.log(
    `${what.padEnd(64)} ${(performance.now() - began).toFixed(0).padStart(7)} ms ${said ?? ""}`,
  )
}

/** First time, then the middle of nine. */
async function asked(what: string, ask: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  let said: unknown
  for (let at = 0; at < 10; at++) {
    const began = performance.now()
    said = await ask()
    times.push(performance.now() - began)
  }
  const [first = 0, ...rest] = times
  const middle = rest.sort((a, b) => a - b)[4] ?? 0
  console.log(
    `${what.padEnd(64)} ${middle.toFixed(1).padStart(7)} ms (first ${first.toFixed(0)}) ${said ?? ""}`,
  )
}

const context = new Context({
  openReader: () => openReader(),
  now: () => new Date().toISOString(),
  ledger: folder,
  person: "bench",
})
if (!existsSync(join(folder, "ledger.sqlite")))
  await timed("reports and claims stored", () => fill(context))
await timed(
  "records computed and laid out (only what changed is written)",
  async () => void (await context.refresh()),
)
await timed("catalogue read", async () => `${(await context.book()).catalogue.size} records`)
const limits = {
  ...LIMITS,
  reading: { burst: 1e6, perSecond: 1e6 },
  writing: { burst: 1e6, perSecond: 1e6 },
}
const served = await startServer({
  context,
  host: "127.0.0.1",
  port: 0,
  page: null,
  limits,
  failed: console.error,
})
const get = async (path: string) =>
  (await fetch(new URL(path, served.url))).json() as Promise<Record<string, never>>
const total = (path: string) => async () => `${(await get(path))["total"]} records`

await asked("page of 50 with facets", total("/v1/records?limit=50&facets=1"))
await asked("the same, newest first", total("/v1/records?limit=50&facets=1&sort=-date"))
await asked(
  "one actor, two families, facets",
  total("/v1/records?limit=50&facets=1&actor=AZE&family=contact&family=arms"),
)
await asked(
  "dyad, year, language, facets",
  total("/v1/records?limit=50&facets=1&dyad=AZE-USA&year=2012&language=fa"),
)
await asked(
  "a word in Persian, facets",
  total(`/v1/records?limit=50&facets=1&q=${encodeURIComponent("رزمايش")}`),
)
await asked(
  "two words in Russian, facets",
  total(`/v1/records?limit=50&facets=1&q=${encodeURIComponent("учения гарнизон")}`),
)
await asked(
  "by doubt, disagreements only",
  total("/v1/records?limit=50&facets=1&sort=doubt&disagreement=1"),
)
await asked("queue of 50", total("/v1/queue?limit=50"))
await asked("reports with a word", total("/v1/reports?q=frigate"))
let cursor = (await get("/v1/records?limit=1000"))["next"] as string
for (let at = 0; at < 40; at++)
  cursor = (await get(`/v1/records?limit=1000&cursor=${cursor}`))["next"] as string
await asked(
  "a page 41,000 records down, facets",
  total(`/v1/records?limit=50&facets=1&cursor=${cursor}`),
)

const lines = ((await get("/v1/records?limit=30&sort=value"))["records"] ?? []) as {
  id: string
  version: string
}[]
const post = async (body: unknown) => {
  const headers = { "content-type": "application/json" }
  const answer = await fetch(new URL("/v1/judgements", served.url), {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
await asked("one record", () => get(`/v1/records/${lines[0]?.id}`).then(() => ""))
let next = 0
await asked("accept", () =>
  post({ kind: "accept", record: lines[next]?.id, version: lines[next++]?.version }),
)
await asked("edit of a date", () =>
  post({
    kind: "edit",
    field: "when",
    value: "2012-05",
    record: lines[next]?.id,
    version: lines[next++]?.version,
  }),
)
await asked("page of 50 with facets after them", total("/v1/records?limit=50&facets=1"))
const pairs = ((await get("/v1/records?limit=22&sort=-date"))["records"] ?? []) as {
  id: string
  version: string
}[]
next = 0
await asked("same", () => {
  const [record, other] = [pairs[next], pairs[next + 1]]
  next += 2
  return post({ kind: "same", record: record?.id, version: record?.version, other: other?.id })
})
await served.close()
await context.close()
if (kept === undefined) rmSync(folder, { recursive: true })
