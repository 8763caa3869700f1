/**
 * How many of the facts of a hand-made list stand in what Dragoman reads, and how many tempting wrong readings.
 *
 *     npx tsx bench/seeds.ts PATH_TO_SEEDS [--misses] [--report NAME]
 *
 * PATH_TO_SEEDS holds the reports (*.txt), gold-dev.jsonl and not-facts-dev.jsonl.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { openReader } from "../src/operations/reader.js"
import { computeRecords } from "../src/ledger/records.js"
import type { Claim } from "../src/model/claim.js"
import { type Fact, type Line, misread, stands, wordsFit } from "./match-facts.js"

const [folder = ".", ...flags] = process.argv.slice(2)
const lines = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l)) // prettier-ignore
// biome-ignore lint/suspicious/noExplicitAny: rows of the hand-made lists
const factOf = (row: any): Fact => ({
  id: row.id,
  seed: row.seed,
  family: row.family ?? row.wrong.family,
  plover: row.plover ?? row.wrong.plover,
  actor: row.actor ?? row.wrong.actor,
  recipient: row.recipient ?? row.wrong.recipient,
  date: row.date ?? row.wrong.date,
  spans: [
    { from: row.start, to: row.end },
    ...(row.mentions ?? []).map((m: { start: number; end: number }) => ({
      from: m.start,
      to: m.end,
    })),
  ],
}) // prettier-ignore
const gold = lines("gold-dev.jsonl").map((row) => ({
  ...factOf(row),
  text: row.evidence as string,
}))
const traps = lines("not-facts-dev.jsonl").map((row) => ({
  ...factOf(row),
  text: row.evidence as string,
  once: /duplicate/.test(row.trap),
}))
const reader = await openReader()
const claims: Claim[] = []
for (const name of readdirSync(folder)
  .filter((n) => n.endsWith(".txt"))
  .sort()) {
  const document = await reader.read({
    text: readFileSync(join(folder, name), "utf8"),
    id: name,
    origin: name,
  })
  claims.push(...document.layers.claims)
}
const found: readonly Line[] = computeRecords(claims)
const only = flags.includes("--report") ? flags[flags.indexOf("--report") + 1] : ""
const show = (l: Line) =>
  `${l.family} ${l.event} ${l.actor.map((p) => p.id).join("+") || "-"} > ${l.recipient.map((p) => p.id).join("+") || "-"} ${l.when?.edtf ?? ""} ${l.status} ${(l as { stage?: string }).stage}`
let right = 0
const per = new Map<string, [number, number]>()
for (const fact of gold) {
  const hit = found.some((line) => stands(fact, line))
  if (hit) right++
  const [a, b] = per.get(fact.seed) ?? [0, 0]
  per.set(fact.seed, [a + (hit ? 1 : 0), b + 1])
  if (!hit && flags.includes("--misses") && fact.seed.startsWith(only ?? "")) {
    console.log(
      `MISS ${fact.id} ${fact.family} ${fact.plover} ${fact.actor.join("+")} > ${fact.recipient.join("+")} ${fact.date} | ${fact.text.slice(0, 150)}`,
    )
    for (const line of found.filter((l) => wordsFit(fact, l))) console.log(`       ${show(line)}`)
  }
}
let wrong = 0
for (const trap of traps) {
  const hits = found.filter((line) => misread(trap, line))
  // A second record of a deed told before is the wrong reading there; one record is right.
  if (trap.once && hits.length === 1) continue
  if (hits.length > 0) wrong++
  if (hits.length > 0 && flags.includes("--misses"))
    console.log(
      `WRONG ${trap.id} ${trap.text.slice(0, 120)}\n       ${hits.map(show).join("\n       ")}`,
    )
}
console.log(
  `${claims.length} claims, ${found.length} records; facts that stand: ${right} of ${gold.length}; wrong readings: ${wrong} of ${traps.length}`,
)
for (const [seed, [a, b]] of per) console.log(`  ${seed}: ${a} of ${b}`)
