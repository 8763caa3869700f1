import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findZones, type ZoneCue, zoneCues } from "../../src/reading/zones.js"

const cues: ZoneCue[] = zoneCues([
  "words\tkind\nrelated articles\tsection\nчитайте также\tsection\nبیشتر بخوانید\tsection\nsubscribe to our newsletter\tline\n",
  "words\tkind\nphoto\tcaption\nфото\tcaption\nعکس\tcaption\nисточник\tmetadata\nby\tmetadata\n",
])
const BODY =
  "The ministers of the two states met in Oslo on Monday and agreed to meet again next year."

/** A page as `zone: beginning` of each of its stretches. */
function zones(text: string, title?: string): string[] {
  return findZones(text, { cues, title: title ?? null }).map(
    ({ from, to, zone }) => `${zone}: ${text.slice(from, to).slice(0, 12)}`,
  )
}

describe("zones of a page", () => {
  test.each([
    [
      "a first line without a stop is the headline",
      `Ministers meet\n\n${BODY}`,
      ["headline: Ministers me", "body: The minister"],
    ],
    [
      "a line in capitals is the headline",
      `**MINISTERS MEET IN OSLO**\n${BODY}`,
      ["headline: **MINISTERS ", "body: The minister"],
    ],
    ["a sentence is none", `They met.\n\n${BODY}`, ["body: They met.\n\nT"]],
    ["a single line is body", "Ministers meet in Oslo", ["body: Ministers me"]],
    [
      "a section cue ends the report",
      `${BODY}\n\nRelated articles\n\n${BODY} Again.\nMore`,
      ["body: The minister", "boilerplate: Related arti"],
    ],
    [
      "a section cue with a link takes its line only",
      `${BODY}\nЧитайте также: Встреча в Осло\n${BODY} Again.`,
      ["body: The minister", "boilerplate: Читайте такж", "body: The minister"],
    ],
    [
      "a line cue takes its line",
      `${BODY}\nSubscribe to our newsletter\nThe end.`,
      ["body: The minister", "boilerplate: Subscribe to", "body: The end."],
    ],
    [
      "the second print of a paragraph is boilerplate",
      `${BODY}\nA word.\n${BODY}`,
      ["body: The minister", "boilerplate: The minister"],
    ],
    [
      "words of a picture are caption",
      `${BODY}\nфото: Министры в Осло.`,
      ["body: The minister", "caption: фото: Минист"],
    ],
    [
      "in every language",
      `وزیران دو کشور در وین دیدار کردند و درباره همکاری گفتگو کردند.\nعکس: وزیران\nبیشتر بخوانید`,
      ["body: وزیران دو کش", "caption: عکس: وزیران", "boilerplate: بیشتر بخوانی"],
    ],
    [
      "sources, addresses, dates, bylines and rules are metadata",
      `${BODY}\nисточник: пример\n<https://example.com/a>\n---\n07.10.2019\nExample News (05 October 2019)\nBy Anna Miller`,
      ["body: The minister", "metadata: источник: пр"],
    ],
    [
      "many short lines are a menu",
      `Home\nNews\nSport\nWorld\nTech\n${BODY}`,
      ["boilerplate: Home\nNews\nSp", "body: The minister"],
    ],
    [
      "a photo in the sentence is no caption",
      "Photo evidence was shown to the ministers, who met in Oslo on Monday.",
      ["body: Photo eviden"],
    ],
  ] as const)("%s", (_name, text, expected) => {
    expect(zones(text)).toEqual(expected)
  })
  test("a line that repeats the title is headline", () => {
    expect(zones(`They met.\n${BODY}`, "They met.")).toEqual([
      "headline: They met.",
      "body: The minister",
    ])
  })
})

test("on any text zones are in order, in range and hold every letter", () => {
  const line = fc.constantFrom(
    "",
    " ",
    BODY,
    "Related articles",
    "фото: x",
    "---",
    "Home",
    "07.10.2019",
    "\u0000",
    "АБВ ГДЕ ЖЗИ КЛМ",
    "..",
    "\r",
  )
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(line, { maxLength: 20 }).map((lines) => lines.join("\n")),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0
      for (const { from, to } of findZones(text, { cues })) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        expect(text.slice(at, from)).not.toMatch(/[\p{L}\p{N}]/u)
        at = to
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 500 },
  )
})
