import { readFileSync } from "node:fs"
import { describe, expect, it, test } from "vitest"
import { allPlaces, capitalOf, placesNamed } from "../../src/knowledge/places.js"
import type { Language } from "../../src/language/language.js"
import { english } from "../../src/languages/en/index.js"
import { persian } from "../../src/languages/fa/index.js"
import { russian } from "../../src/languages/ru/index.js"
import { pickPlace, placeAt, placeIndexOf } from "../../src/reading/place-index.js"

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: english,
  ru: russian,
  fa: persian,
}

function casesOf(code: string): readonly (readonly [string, string, string])[] {
  const text = readFileSync(new URL(`./tables/places-${code}.txt`, import.meta.url), "utf8")
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [left = "", expected = ""] = line.split(" => ")
      const [words = "", countries = ""] = left.split("|")
      return [words.trim(), countries.trim(), expected] as const
    })
}

/** The first place after the preposition, as a reader would take it. */
function read(words: string, countries: string, language: Language): string {
  const forms = words.split(" ")
  const index = placeIndexOf(language)
  const spoken = new Set(countries.split(" ").filter((c) => c !== ""))
  for (let at = 1; at < forms.length; at++) {
    if (/^\p{Ll}/u.test(forms[at] ?? "")) continue
    const hit = placeAt(index, forms, at)
    const place = hit && pickPlace(hit, [new Set(), new Set(), new Set(), spoken])
    if (place) return `${place.name} ${place.country ?? "-"} ${place.kind}`
  }
  return "-"
}

for (const [code, language] of Object.entries(LANGUAGES)) {
  describe(`places in ${code}`, () => {
    test.each(casesOf(code))("%s | %s => %s", (words, countries, expected) => {
      expect(read(words, countries, language)).toBe(expected)
    })
  })
}

describe("the gazetteer", () => {
  it("knows places by their folded names, the most populous first", () => {
    for (const name of ["tripoli", "триполи", "طرابلس"]) {
      const countries = placesNamed(name).map((p) => p.country)
      expect(countries[0]).toBe("LBY")
      expect(countries).toContain("LBN")
    }
    expect(placesNamed("nowhere at all")).toEqual([])
  })

  it("holds points of the earth only, each with a name", () => {
    for (const place of allPlaces()) {
      expect(place.name).not.toBe("")
      expect(Math.abs(place.lat)).toBeLessThanOrEqual(90)
      expect(Math.abs(place.lon)).toBeLessThanOrEqual(180)
      expect(place.country ?? "XXX").toMatch(/^[A-Z]{3}$/)
    }
  })

  it("knows the capitals", () => {
    expect(capitalOf("TJK")?.name).toBe("Dushanbe")
    expect(capitalOf("FRA")?.name).toBe("Paris")
  })
})
