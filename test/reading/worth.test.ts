import { describe, expect, test } from "vitest"
import { lexicons } from "../../src/operations/reader.js"
import { mayName } from "../../src/reading/worth.js"

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
