import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "@photostructure/sqlite"
import { afterEach, beforeEach, expect, test } from "vitest"
import { report } from "../../src/model/report.js"
import { ledgerPath, openStore } from "../../src/operations/open-ledger.js"
import { told } from "./notation.js"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = "2026-01-01T00:00:00.000Z"
const first = report({ id: "r1", text: "first" })
const claims = [
  told("r1 contact/visit USA > AZE @ 2012-03-07"),
  told("r1 incident/attack ARM > AZE"),
]
const path = () => ledgerPath(folder)

test("what was added comes back to the letter", async () => {
  const store = await openStore(path(), "create")
  expect(await store.add(first, claims, now)).toEqual({ outcome: "added", claims: 2 })
  await store.close()
  const again = await openStore(path(), "read")
  expect(await again.report("r1")).toEqual(first)
  expect(await again.claims("r1")).toEqual(claims)
  await again.close()
})

test("the same report twice changes nothing, another text under its id is told apart", async () => {
  const store = await openStore(path(), "create")
  await store.add(first, claims, now)
  const counts = await store.counts()
  expect((await store.add(first, claims, now)).outcome).toBe("known")
  expect((await store.add(report({ id: "r1", text: "second" }), [], now)).outcome).toBe("differs")
  expect(await store.counts()).toEqual(counts)
  await store.close()
})

test.each(["reports", "claims", "evidence", "judgements"])(
  "%s refuses to be changed or deleted",
  async (table) => {
    const store = await openStore(path(), "create")
    await store.add(first, claims, now)
    await store.judge({
      id: "j1",
      kind: "accept",
      claims: ["c"],
      by: "me",
      at: now,
      why: "",
      change: null,
      supersedes: null,
    })
    await store.close()
    const raw = new DatabaseSync(path())
    const column = table === "evidence" ? "quote" : "id"
    expect(() => raw.exec(`UPDATE ${table} SET ${column} = 'x'`)).toThrow("only ever added to")
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow("only ever added to")
    raw.close()
  },
)

test("a report whose claims cannot be stored is not stored either", async () => {
  const store = await openStore(path(), "create")
  const orphan = told("another-report contact/visit USA > AZE")
  await expect(store.add(first, [orphan], now)).rejects.toThrow()
  expect(await store.has("r1")).toBe(false)
  await store.close()
})

test("a ledger of a later version is refused", async () => {
  await (await openStore(path(), "create")).close()
  const raw = new DatabaseSync(path())
  raw.exec("INSERT INTO schema_version (version) VALUES (99)")
  raw.close()
  await expect(openStore(path(), "read")).rejects.toMatchObject({ code: "ledger/newer" })
})

test("no ledger, and a file that is none", async () => {
  await expect(openStore(join(folder, "none", "ledger.sqlite"), "read")).rejects.toMatchObject({
    code: "ledger/absent",
  })
  const { writeFileSync } = await import("node:fs")
  writeFileSync(
    join(folder, "x.db"),
    "this is not a database, only some text that is long enough".repeat(20),
  )
  await expect(openStore(join(folder, "x.db"), "read")).rejects.toMatchObject({
    code: "ledger/unreadable",
  })
})
