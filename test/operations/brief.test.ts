import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { datePhrase } from "../../src/operations/brief/date-words.js"
import { brief } from "../../src/operations/brief.js"
import { Context } from "../../src/operations/context.js"
import { records } from "../../src/operations/records.js"
import { show } from "../../src/operations/show.js"
import { fillSample } from "./sample.js"

let folder = ""
let context: Context
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "brief-"))
  const openReader = () => Promise.reject(new Error("nothing is read here"))
  context = new Context({ openReader, now: () => "2026-02-03T00:00:00.000Z", ledger: folder })
  await fillSample(await context.ledger("create"))
})
afterAll(async () => {
  await context.close()
  rmSync(folder, { recursive: true })
})

const write = async (format: "text" | "markdown" | "html", actor = "AZE") =>
  (await brief.run(brief.input.parse({ actor, format }), context)).document

describe("a brief as text", () => {
  test("one sentence a deed, under its year", async () => {
    const text = await write("text")
    expect(text).toContain(
      "- In 2005 or 2006, Azerbaijan joined NATO. [1][2]\n  ≠ date: 2005 according to [1], 2006 according to [2].\n",
    )
    expect(text).toMatch(/\n2011\n----\n- On 14 June 2011, Georgia visited Azerbaijan/)
    expect(text).toContain("Turkey planned to hold a course for Azerbaijan (about 40 officers).")
    expect(text.indexOf("\nUndated\n")).toBeGreaterThan(text.indexOf("\n2012\n"))
    expect(text).toContain("did not attack Azerbaijan (denied or refused)")
    expect(text).not.toContain("treaty")
    expect(text).toMatch(/\[2\] Альянс и озёра, Озёрная газета, 20 January 2012:/)
    expect(text.split("\n").every((line) => line.length <= 90)).toBe(true)
  })
  test("teasers have a section of their own", async () => {
    const text = await write("text", "TUR")
    expect(text).toContain("From page furniture (undated teasers)\n")
    expect(text).toContain("Turkey signed an agreement with Georgia.")
  })
  test("Markdown has footnotes and escapes what is markup to it", async () => {
    const text = await write("markdown")
    expect(text).toMatch(/^# Azerbaijan\n/)
    expect(text).toMatch(/\[\^1\]: Ministers \\<meet\\> & train, /)
  })
})

describe("a brief as a page", () => {
  test("nothing from outside, text escaped, direction and language of each passage", async () => {
    const page = await write("html")
    if (process.env.KEEP_PAGE) writeFileSync(process.env.KEEP_PAGE, page)
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(/)
    expect(page).toContain("Ministers &lt;meet&gt; &amp; train")
    expect(page).toContain('<blockquote lang="fa" dir="rtl">')
    expect(page).toContain('<blockquote lang="ru" dir="ltr">')
  })
  test("marks are whole words, hidden controls are shown", async () => {
    const page = await write("html")
    expect(page).toContain('<mark class="actor">گرجستانی</mark>')
    expect(page).toContain('<mark class="act">سفر کرد</mark>')
    expect(page).toMatch(/<span class="control"[^>]*>U\+202E<\/span>/)
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
  test("every link within the page leads somewhere", async () => {
    const page = await write("html")
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(ids.size).toBe([...page.matchAll(/ id="/g)].length)
  })
})

describe("records and show", () => {
  test("lines fit their schemas", async () => {
    const answer = await records.run(records.input.parse({}), context)
    expect(() => records.output.parse(answer)).not.toThrow()
    expect(answer.total).toBe(6)
    for (const { id } of answer.records) {
      const shown = await show.run({ id }, context)
      expect(() => show.output.parse(shown)).not.toThrow()
    }
  })
  test("pages follow one another", async () => {
    const first = await records.run(records.input.parse({ limit: 4 }), context)
    const second = await records.run(
      records.input.parse({ limit: 4, cursor: first.next ?? "" }),
      context,
    )
    expect([first.records.length, second.records.length, second.next]).toEqual([4, 2, null])
  })
  test("filters", async () => {
    const count = async (filter: unknown) =>
      (await records.run(records.input.parse(filter), context)).total
    expect(await count({ actor: "AZE", with: "NATO" })).toBe(1)
    expect(await count({ disagreement: true })).toBe(1)
    expect(await count({ status: "denied" })).toBe(1)
    expect(await count({ since: "2011", until: "2011" })).toBe(1)
    expect(await count({ family: "agreement" })).toBe(1)
  })
})

test.each([
  ["2012-03-07", "on 7 March 2012"],
  ["2012-03", "in March 2012"],
  ["2012", "in 2012"],
  ["199X", "in the 1990s"],
  ["2012-22", "in summer 2012"],
  ["2012-03-14~", "around 14 March 2012"],
  ["[2012-06-21..2012-06-30]", "in late June 2012"],
  ["[2012-06-11..2012-06-20]", "in mid-June 2012"],
  ["[2012-01..2012-04]", "in early 2012"],
  ["[2012-06-21..2012-06-24]", "between 21 June 2012 and 24 June 2012"],
  ["[..2012-04-12]", "by 12 April 2012"],
  ["2003/2008", "from 2003 to 2008"],
  ["1994/..", "from 1994 on"],
  ["../2013-02", "until February 2013"],
])("%s is read %s", (edtf, words) => expect(datePhrase(edtf)).toBe(words))
