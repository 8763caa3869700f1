import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { intake } from "../../src/intake/index.js"
import { computeRecords } from "../../src/ledger/records.js"
import type { Claim, Party } from "../../src/model/claim.js"
import { openReader } from "../../src/operations/reader.js"

const samples = fileURLToPath(new URL("../../samples/", import.meta.url))

const names = (parties: readonly Party[]) => parties.map((p) => p.id).join(" + ") || "–"

/** The ledger of the shipped reports, printed; a change in it is reviewed as a change of `samples.out.txt`. */
test("the shipped reports yield the ledger that is on record", async () => {
  const reader = await openReader()
  const claims: Claim[] = []
  const lines: string[] = []
  for (const file of readdirSync(samples).sort()) {
    for (const raw of intake(readFileSync(samples + file), file).reports) {
      const { report, layers } = await reader.read(raw)
      claims.push(...layers.claims)
      for (const claim of layers.claims)
        for (const one of claim.evidence) {
          const text =
            one.zone === "headline" && report.title ? [report.title, report.text] : [report.text]
          expect(text.some((t) => t.slice(one.from, one.to) === one.quote)).toBe(true)
          expect(JSON.parse(JSON.stringify(claim))).toEqual(claim)
        }
    }
  }
  for (const record of computeRecords(claims)) {
    const { family, stage, event, mode, status, when, disagreements, claims: told } = record
    const date = when?.edtf ?? "undated"
    const act = `${family}/${stage} ${[event, mode].filter((x) => x !== "").join(".")} ${status}`
    lines.push(
      `${date}\n  ${names(record.actor)} > ${names(record.recipient)}\n  ${act}, told ${told.length}x${disagreements.length > 0 ? `, disagreeing on ${disagreements.join(", ")}` : ""}`,
    )
  }
  await expect(`${lines.sort().join("\n")}\n`).toMatchFileSnapshot("samples.out.txt")
}, 60_000)
