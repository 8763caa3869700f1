import { describe, expect, test } from "vitest"
import { publishedIn } from "../../src/language/published.js"
import { time as en } from "../../src/languages/en/time.js"
import { time as fa } from "../../src/languages/fa/time.js"
import { time as ru } from "../../src/languages/ru/time.js"

const rows: readonly (readonly [string, string])[] = [
  ["date 2018-12-05 Yerevan. 5 December. The minister met envoys.", "2018-12-05 metadata"],
  ["Published: March 7, 2012\n\nThe envoy left.", "2012-03-07 metadata"],
  ["Headline\nPosted on 7 March 2012\nText.", "2012-03-07 metadata"],
  ["2012-03-07 10:00 The envoy left for Ankara on Tuesday.", "2012-03-07 metadata"],
  [
    "Headline\n\n09.11.2021\n\nDaily Herald (07 November 2021)\n\nText follows here.",
    "2021-11-07 byline",
  ],
  ["Headline\n\n09.11.2021\n\nText follows here.", "2021-11-09 bulletin"],
  ["Headline\nBy A. Writer, March 7, 2012\nText.", "2012-03-07 byline"],
  [
    "TBILISI, 7 March 2012 — The envoy of Georgia arrived and spoke with the president of the country.",
    "2012-03-07 dateline",
  ],
  ["An election was held on October 15, 2008.\nThe winner took office.", "-"],
  [
    "The two ministers met on 7 March 2012 in Ankara and agreed to go on with the talks that they began.",
    "-",
  ],
  ["Text on 4 May.\n\nPhoto: the ministers in Ankara, 4 May 2012", "2012 caption"],
  ["Опубликовано: 7 марта 2012 г.\nПосол прибыл.", "2012-03-07 metadata"],
  [
    "Ереван. 7 марта 2012 года. Министр принял делегацию и обсудил с нею дальнейшие шаги двух стран.",
    "2012-03-07 dateline",
  ],
  ["07.03.2012\nМинистр принял делегацию.", "2012-03-07 bulletin"],
  ["Посол прибыл в субботу.\nфото: посол с министром (5 мая 2012 г.)", "2012 caption"],
  ["تاریخ انتشار: ۱۷ اسفند ۱۳۹۰\nسفیر وارد شد.", "2012-03-07 metadata"],
  [
    "تهران - ۱۷ اسفند ۱۳۹۰ - وزیر امور خارجه با همتای خود درباره همکاری های دو کشور گفت و گو کرد",
    "2012-03-07 dateline",
  ],
  ["۱۳۹۰/۱۲/۱۷\nسفیر وارد شد.", "2012-03-07 bulletin"],
  ["Nothing is said here.", "-"],
]

describe("the date of publication", () => {
  test.each(rows)("%j => %s", (text, expected) => {
    const found = publishedIn(text, [en, ru, fa])
    expect(found ? `${found.edtf} ${found.basis}` : "-").toBe(expected)
    if (found) expect(text.slice(found.from, found.to)).not.toBe("")
  })

  test("may stand in the name of the file or page", () => {
    expect(publishedIn("Text.", [en], { name: "https://example.org/2012/03/07/envoy" })?.edtf).toBe(
      "2012-03-07",
    )
    expect(publishedIn("Text.", [en], { name: "report-20120307.txt" })?.edtf).toBe("2012-03-07")
  })
})
