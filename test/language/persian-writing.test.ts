import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { segmentSentences, tokenize } from "../../src/language/segment.js"
import { rules } from "../../src/languages/fa/segment.js"
import { parseTable } from "../../src/model/table.js"

const table = readFileSync(new URL("tables/persian-writing.tsv", import.meta.url), "utf8")
const rows = parseTable(table).map(
  (row) => [row["kind"] ?? "", row["written"] ?? "", row["read"] ?? ""] as const,
)
const whole = (text: string) => ({ from: 0, to: text.length })

describe("Persian as it is written is read as it is meant", () => {
  test.each(rows)("%s: %s", (_, written, read) => {
    expect(tokenize(written, whole(written), rules).forms.join(" ")).toBe(read)
  })
  test("and every token is a stretch of what was written, nothing left out", () => {
    for (const [, written] of rows) {
      const { from, to } = tokenize(written, whole(written), rules)
      let at = 0
      from.forEach((start, i) => {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(written.slice(at, start)).toMatch(/^[\s\p{Cf}]*$/u)
        at = to[i] ?? 0
      })
      expect(written.slice(at)).toMatch(/^[\s\p{Cf}]*$/u)
    }
  })
})

describe("a Persian sentence broken over lines is one", () => {
  const one = [
    "وزیر خارجه در\nتهران سخن گفت.",
    "دو کشور بر گسترش همکاری‌های\nاقتصادی تأکید کردند.",
    "هیئت ایرانی از\nسفیر و\nهمراهان او استقبال کرد.",
    "این توافق برای\r\nپنج سال است.",
  ]
  test.each(one)("%s", (text) => {
    expect(segmentSentences(text, whole(text), rules)).toEqual([{ from: 0, to: text.length }])
  })
  const two = ["وزیر به تهران رفت\nسفیر بازگشت", "دیدار دو وزیر\n\nوزیر خارجه دیروز رفت."]
  test.each(two)("but not: %s", (text) => {
    expect(segmentSentences(text, whole(text), rules)).toHaveLength(2)
  })
})
