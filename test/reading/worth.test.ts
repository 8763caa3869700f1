import { describe, expect, test } from "vitest"
import { lexicons } from "../../src/operations/reader.js"
import { isProse, mayName } from "../../src/reading/worth.js"

const may = (code: string, sentence: string): boolean => {
  const lexicon = lexicons().get(code)
  if (!lexicon) throw new RangeError(`no language ${code}`)
  return mayName(sentence.split(" "), lexicon)
}

describe("what the network need not read", () => {
  test.each([
    ["en", "Related articles"],
    ["en", "The weather was cold and wet ."],
    ["ru", "Погода была холодной ."],
    ["fa", "هوا سرد و بارانی بود"],
  ])("%s: %s", (code, sentence) => expect(may(code, sentence)).toBe(false))
  test.each([
    ["en", "the army left"],
    ["en", "iranian officials visited the port"],
    ["en", "They signed it ."],
    ["en", "On Monday Orsolya Kern spoke ."],
    ["ru", "Российско-индийское сотрудничество развивается ."],
    ["ru", "Министром назначен новый человек ."],
    ["fa", "رئیس‌جمهور ایران سخن گفت"],
  ])("but it reads %s: %s", (code, sentence) => expect(may(code, sentence)).toBe(true))
})

test("a key, an address or an attached file is no prose; a sentence with an address in it is", () => {
  const key = "Q29uZ3Jlc3M+/dGhl".repeat(8)
  expect(isProse(key)).toBe(false)
  expect(isProse(`See ${key}`)).toBe(false)
  const address = `https://wire.example/${"a-long-title-".repeat(6)}`
  expect(
    isProse(
      `Iran recalled its ambassador to Azerbaijan on 3 May 2012, the paper wrote on its own page: ${address}`,
    ),
  ).toBe(true)
  expect(isProse("Превысокомногорассмотрительствующий посол прибыл.")).toBe(true)
})
