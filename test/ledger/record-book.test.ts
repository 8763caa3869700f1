import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { rebuild } from "../../src/ledger/rebuild.js"
import { RecordBook } from "../../src/ledger/record-book.js"
import { allEntries, recordsById } from "../../src/ledger/record-table.js"
import { computeRecords } from "../../src/ledger/records.js"
import type { Store } from "../../src/ledger/store.js"
import type { Claim } from "../../src/model/claim.js"
import type { Judgement } from "../../src/model/judgement.js"
import { report } from "../../src/model/report.js"
import { openStore } from "../../src/operations/open-ledger.js"
import { told } from "./notation.js"

let folder = ""
let count = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "book-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const moment = { at: "2026-01-01T00:00:00.000Z", by: "reviewer" }

async function ledgerOf(claims: readonly Claim[]): Promise<Store> {
  const store = await openStore(join(folder, `${count++}.sqlite`), "create")
  for (const id of new Set(claims.map((one) => one.report)))
    await store.add(
      report({ id, text: `report ${id}` }),
      claims.filter((one) => one.report === id),
      moment.at,
    )
  await rebuild(store, moment)
  return store
}

/** All records as the tables have them, in the order of their ids. */
function stored({ sql }: Store) {
  const ids = allEntries(sql)
    .map((entry) => entry.id)
    .sort()
  return recordsById(sql, ids).map((one) => one.record)
}

async function anew(store: Store) {
  const records = computeRecords(await store.claims(), await store.judgements())
  return [...records]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => JSON.parse(JSON.stringify(one)))
}

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const line = fc
  .tuple(
    pick("r1", "r2", "r3", "r4"),
    pick("contact", "agreement", "incident"),
    pick("visit", "signed"),
    pick("USA", "AZE", "ARM"),
    pick("USA", "AZE", "NATO"),
    pick("2005-03-07", "2005-03-09", "2005-04-01", "2006-05-05"),
    pick("toured garrisons along frontier", "praised garrisons warmly along frontier"),
  )
  .map(
    ([source, family, stage, a, b, edtf, words]) =>
      `${source} ${family}/${stage} ${a} > ${b} @ ${edtf} : ${words}`,
  )

const KINDS = ["accept", "reject", "same", "different", "edit", "edit claim", "undo"] as const
const step = fc.tuple(pick(...KINDS), fc.nat(), fc.nat())

/** A judgement on some record or two of the ledger as it is. */
function judgementFor(
  book: RecordBook,
  [kind, x, y]: readonly [(typeof KINDS)[number], number, number],
): Judgement | null {
  const all = stored(book.store)
  const [a, b] = [all[x % all.length], all[y % all.length]]
  const id = `j-${String(book.judgements.length).padStart(4, "0")}`
  const plain = { id, by: "reviewer", at: moment.at, why: "", change: null, supersedes: null }
  if (!a || !b) return null
  if (kind === "same" || kind === "different")
    return a.id === b.id
      ? null
      : { ...plain, kind, claims: a.claims, against: b.claims, record: a.id }
  const change = { when: { edtf: "2005-03-09", basis: "explicit", from: 0, to: 0, text: "" } }
  if (kind === "edit claim") return { ...plain, kind: "edit", claims: [a.claims[0] ?? ""], change }
  if (kind !== "undo")
    return {
      ...plain,
      kind,
      claims: a.claims,
      record: a.id,
      change: kind === "edit" ? change : null,
    }
  const gone = new Set(book.judgements.map((one) => one.supersedes))
  const open = book.judgements.filter((one) => !gone.has(one.id))
  const undone = open[x % Math.max(1, open.length)]
  if (!undone) return null
  const { claims, against, record } = undone
  return {
    ...plain,
    kind: "undo",
    claims,
    ...(against ? { against } : {}),
    ...(record ? { record } : {}),
    supersedes: undone.id,
  }
}

test("after any judgements the tables hold what all claims and judgements give when computed anew", async () => {
  const property = fc.asyncProperty(
    fc.uniqueArray(line, { minLength: 2, maxLength: 12 }),
    fc.array(step, { minLength: 1, maxLength: 8 }),
    async (lines, steps) => {
      const claims = [...new Map(lines.map(told).map((one) => [one.id, one])).values()]
      const store = await ledgerOf(claims)
      const book = new RecordBook(store)
      for (const one of steps) {
        const judgement = judgementFor(book, one)
        if (judgement) await book.judge(moment, () => [judgement])
        expect(stored(store)).toEqual(await anew(store))
      }
      expect(book.stale).toBe(false)
      await store.close()
    },
  )
  await fc.assert(property, { numRuns: 60 })
}, 120_000)

describe("what changed", () => {
  const visits = [
    "r1 contact/visit USA > AZE @ 2012-03-07",
    "r2 contact/visit USA > AZE @ 2012-03-07",
  ].map(told)

  test("a judgement that is refused half-way leaves nothing behind", async () => {
    const store = await ledgerOf(visits)
    const book = new RecordBook(store)
    const before = stored(store)
    const judging = book.judge(moment, () => {
      throw new RangeError("changed meanwhile")
    })
    await expect(judging).rejects.toThrow("changed meanwhile")
    expect(stored(store)).toEqual(before)
    expect(await store.judgements()).toEqual([])
    await store.close()
  })

  test("a second process sees what the first has changed", async () => {
    const store = await ledgerOf(visits)
    const path = join(folder, `${count - 1}.sqlite`)
    const other = new RecordBook(await openStore(path, "read"))
    const [record] = stored(store)
    expect(other.catalogue.get(record?.id ?? "")?.terms.review).toEqual(["proposed"])
    const accept: Judgement = {
      id: "j1",
      kind: "accept",
      claims: record?.claims ?? [],
      record: record?.id ?? "",
      by: "reviewer",
      at: moment.at,
      why: "",
      change: null,
      supersedes: null,
    } // prettier-ignore
    await new RecordBook(store).judge(moment, () => [accept])
    expect(other.catalogue.get(record?.id ?? "")?.terms.review).toEqual(["accepted"])
    expect(other.stale).toBe(false)
    await other.store.close()
    await store.close()
  })

  test("a claim that a person adds joins the record of its deed", async () => {
    const store = await ledgerOf(visits)
    const book = new RecordBook(store)
    const added = told(
      "r1 contact/visit USA > AZE @ 2012-03-07 : landed that day in the capital city",
    )
    const { rows } = await book.claim(moment, added)
    expect(rows.map((row) => row.record.claims.length)).toEqual([3])
    expect(stored(store)).toEqual(await anew(store))
    await store.close()
  })
})
