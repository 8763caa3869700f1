import { describe, expect, test } from "vitest"
import { agreement } from "../../scripts/agreement/alpha.js"
import { compareCodings } from "../../scripts/agreement/compare.js"
import { blindFiles } from "../../scripts/claims/blind.js"
import { claimsOf, type Compiled } from "../../scripts/claims/compile.js"
import { type Fault, parseItems } from "../../scripts/claims/items.js"

const TEXTS = [
  "Oman met Iran and thanked Japan.",
  "Chad attacked Niger.",
  "Peru slept.",
  "Fiji threatened Tonga.",
]

/** A coding of the four texts: the claim lines of each. */
function coding(claims: readonly (readonly string[])[]): Compiled[] {
  const source = TEXTS.map((text, at) => {
    const lines = claims[at] ?? []
    return `## en-${at} style=agency trap=plan\n> ${text}\n${lines.map((line) => `= ${line}\n`).join("")}`
  }).join("\n")
  const faults: Fault[] = []
  const read = parseItems(source, "a.txt", "en")
  const compiled = read.items.map((item) => ({ item, claims: claimsOf(item, faults) }))
  expect([...read.faults, ...faults]).toEqual([])
  return compiled
}

const ATTACK =
  "incident/attack ASSAULT occurred | act: attacked | actor: Chad → TCD | recipient: Niger → NER"
const FIRST = [
  [
    "contact/meeting CONSULT occurred | act: met | actor: Oman → OMN | recipient: Iran → IRN | symmetric",
    "statement/praise SUPPORT occurred | act: thanked | actor: Oman → OMN | recipient: Japan → JPN",
  ],
  [ATTACK],
  ["none: no deed"],
  [
    "statement/threat THREATEN occurred | act: threatened | actor: Fiji → FJI | recipient: Tonga → TON",
  ],
]
const SECOND = [
  [
    "contact/meeting CONSULT occurred | act: met | actor: Iran → IRN | recipient: Oman → OMN | symmetric",
  ],
  [ATTACK.replace("occurred", "alleged").replace("NER", "NGA")],
  ["none: no deed"],
  [
    "statement/warning ACCUSE occurred | act: threatened | actor: Fiji → FJI | recipient: Tonga → TON",
  ],
]

describe("Krippendorff's alpha", () => {
  test("is what a hand comes to: 8 values, 3 a and 5 b, 1 of 4 units differs", () => {
    // 1 − (8 − 1) · 2 · 1 / (64 − 9 − 25) = 1 − 14 / 30
    const { alpha, share } = agreement([
      ["a", "a"],
      ["a", "b"],
      ["b", "b"],
      ["b", "b"],
    ])
    expect(alpha).toBeCloseTo(16 / 30, 10)
    expect(share).toBe(0.75)
  })

  test("is 1 for full agreement, below 0 for constant contradiction, null without variety", () => {
    expect(
      agreement([
        ["a", "a"],
        ["b", "b"],
      ]).alpha,
    ).toBe(1) // prettier-ignore
    expect(
      agreement([
        ["a", "b"],
        ["b", "a"],
      ]).alpha,
    ).toBeCloseTo(-0.5, 10) // prettier-ignore
    expect(agreement([["a", "a"]]).alpha).toBeNull()
  })
})

describe("two codings", () => {
  const { pairs, disagreements, left } = compareCodings(coding(FIRST), coding(SECOND))

  test("pair the claims of one deed and count a missing one as none", () => {
    expect(pairs["sentence has a claim"]).toEqual([
      ["yes", "yes"],
      ["yes", "yes"],
      ["no", "no"],
      ["yes", "yes"],
    ])
    expect(pairs["event type"]).toEqual([
      ["CONSULT", "CONSULT"],
      ["SUPPORT", "none"],
      ["ASSAULT", "ASSAULT"],
      ["THREATEN", "ACCUSE"],
    ])
    // n = 8: CONSULT 2, ASSAULT 2, SUPPORT, none, THREATEN, ACCUSE 1 each; 2 differ: 1 − 7 · 4 / (64 − 12)
    expect(agreement(pairs["event type"]).alpha).toBeCloseTo(1 - 28 / 52, 10)
    expect(pairs.quad.at(-1)).toEqual(["verbal-conflict", "verbal-conflict"])
    expect(left).toEqual([])
  })

  test("do not mind which side of a mutual deed is named first", () => {
    expect(pairs["actor country"][0]).toEqual(["IRN+OMN", "IRN+OMN"])
    expect(pairs["recipient country"][1]).toEqual(["NER", "NGA"])
    expect(pairs.status).toContainEqual(["occurred", "alleged"])
  })

  test("are listed where they differ", () => {
    expect(disagreements.map(({ id, measure }) => `${id} ${measure}`)).toEqual([
      "en-0 event type",
      "en-0 quad",
      "en-1 recipient country",
      "en-1 status",
      "en-3 event type",
    ])
  })

  test("that code other texts are left out", () => {
    const other = coding(FIRST).map(({ item, claims }) => ({
      item: { ...item, text: item.id === "en-1" ? "Mali attacked Niger." : item.text },
      claims,
    }))
    expect(compareCodings(coding(FIRST), other).left).toEqual(["en-1"])
  })
})

test("a blind copy shows neither claims nor traps", () => {
  const items = coding(FIRST).map(({ item }) => item)
  const files = blindFiles(items)
  expect(files.map(({ name }) => name)).toEqual(["part-01.txt"])
  const content = files[0]?.content ?? ""
  expect(content).not.toMatch(/^=|trap/m)
  for (const { id, text } of items) expect(content).toContain(`## ${id} style=agency\n> ${text}\n`)
})
