import fc from "fast-check"
import { expect, test } from "vitest"
import { claim } from "../../src/model/claim.js"
import { evidence } from "../../src/model/evidence.js"
import { fingerprint } from "../../src/model/fingerprint.js"
import { report } from "../../src/model/report.js"
import { aClaim } from "./a-claim.js"

const source = report({ text: "Iran recalled its ambassador." })
const how = { rule: "test", zone: "body" } as const

test("a quote is what stands at its place", () => {
  expect(evidence(source, { from: 0, to: 4 }, how).quote).toBe("Iran")
})

test("a quote that does not stand there cannot be made into evidence", () => {
  expect(() => evidence(source, { from: 0, to: 4, quote: "Iraq" }, how)).toThrow(
    /does not say "Iraq"/,
  )
})

test("no stretch outside the text, and no empty one, is evidence", () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }), (from, to) => {
      const good = from >= 0 && from < to && to <= source.text.length
      if (good) expect(source.text.slice(from, to)).toBe(evidence(source, { from, to }, how).quote)
      else expect(() => evidence(source, { from, to }, how)).toThrow(RangeError)
    }),
  )
})

test("a claim without evidence cannot be made", () => {
  const { id: _, ...parts } = aClaim()
  expect(() => claim({ ...parts, evidence: [] })).toThrow(/no evidence/)
  expect(() => claim({ ...parts, act: { from: 3, to: 3, text: "" } })).toThrow(/no words/)
})

test("the same report has the same id everywhere, another title gives another", () => {
  expect(report({ text: "a" }).id).toBe(report({ text: "a" }).id)
  expect(report({ text: "a" }).id).not.toBe(report({ text: "a", title: "b" }).id)
  expect(Object.isFrozen(report({ text: "a" }))).toBe(true)
})

test("fingerprints stay as they are and tell near texts apart", () => {
  expect(fingerprint("a", "b")).not.toBe(fingerprint("ab", ""))
  const seen = new Set<string>()
  for (let i = 0; i < 20_000; i++) seen.add(fingerprint(`report ${i}`))
  expect(seen.size).toBe(20_000)
})
