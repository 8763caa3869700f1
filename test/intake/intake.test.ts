import fc from "fast-check"
import iconv from "iconv-lite"
import { describe, expect, test } from "vitest"
import { intake, type RawReport } from "../../src/intake/index.js"
import { DragomanError } from "../../src/model/error.js"

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function first(bytes: Uint8Array | string, name = "report.txt"): RawReport {
  const [report] = intake(typeof bytes === "string" ? bytesOf(bytes) : bytes, name).reports
  if (report === undefined) throw new TypeError("no report")
  return report
}

/** The code of the error that some bytes meet. */
function code(bytes: Uint8Array | string, name = "report.txt"): string {
  try {
    intake(typeof bytes === "string" ? bytesOf(bytes) : bytes, name)
    return "none"
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error
    expect(error.message).toMatch(/^[^\n]+\.$/)
    return error.code
  }
}

const RU = "Министры двух государств встретились в Вене и договорились о новой встрече."
const FA = "وزراي دو كشور در وين ديدار كردند و درباره تجارت گفتگو كردند"
const FR =
  "Les ministres des deux pays se sont réunis à Vienne et ont signé un accord très général."

describe("charsets", () => {
  test.each([
    ["windows-1251", RU],
    ["koi8-r", RU],
    ["iso-8859-5", RU],
    ["windows-1256", FA],
    ["windows-1252", FR],
    ["utf-16le", RU],
    ["utf-16be", FA],
    ["utf8", FA],
  ])("%s", (charset, text) => {
    expect(first(iconv.encode(text, charset)).text).toBe(text)
  })
  test("a byte order mark decides and is no part of the text", () => {
    expect(first(iconv.encode(RU, "utf-16", { addBOM: true })).text).toBe(RU)
    expect(first(`\ufeff${RU}`).text).toBe(RU)
  })
  test("a page declares its charset", () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><p>${RU}</p></body></html>`
    expect(first(iconv.encode(page, "windows-1251"), "page.html").text).toBe(RU)
  })
  test("a file cut in the middle of a letter is still read", () => {
    expect(first(bytesOf(RU.repeat(3)).subarray(0, -2)).text).toContain("Министры")
  })
})

describe("plain text is kept to the letter", () => {
  test.each(["a b\r\nc\rd\n\n e ", "# Head\n\n**bold** <b>", "one line"])("%j", (text) => {
    expect(first(text)).toEqual({ text, origin: "report.txt" })
  })
})

describe("what is no report is refused in one sentence", () => {
  const random = Uint8Array.from(
    { length: 5000 },
    (_, i) => ((i * 2654435761) >>> (7 + (i % 13))) & 255,
  )
  test.each([
    ["no bytes", new Uint8Array(), "intake/empty"],
    ["white space", bytesOf(" \r\n\t "), "intake/empty"],
    ["a PDF", bytesOf("%PDF-1.7"), "intake/unknown-format"],
    ["an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "intake/binary"],
    ["an archive", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "intake/binary"],
    ["random bytes", random, "intake/binary"],
    ["zeroes", new Uint8Array(3000), "intake/binary"],
    ["a feed", bytesOf("<?xml version='1.0'?><rss></rss>"), "intake/unknown-format"],
    ["too much of one report", bytesOf("word ".repeat(900_000)), "intake/too-large"],
  ])("%s", (_name, bytes, expected) => {
    expect(code(bytes)).toBe(expected)
  })
  test("an office document is named", () => {
    expect(code(Uint8Array.of(0x50, 0x4b, 3, 4), "a.docx")).toBe("intake/unknown-format")
  })
  test("broken JSON and a table without text", () => {
    expect(code("{ bad", "a.json")).toBe("intake/broken")
    expect(code('{"title":"x"}', "a.json")).toBe("intake/broken")
    expect(code("a,b\n1,2", "a.csv")).toBe("intake/broken")
  })
})

describe("web pages", () => {
  const paragraph =
    "The ministers of the two states met in Oslo on Monday, and agreed to meet again next year. "
      .repeat(3)
      .trim()
  const page = `<!doctype html><html lang="en-GB"><head><title>Ministers meet in Oslo | Example News</title>
<meta property="og:site_name" content="Example News"><link rel="canonical" href="https://example.com/a">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-03-01T10:00:00+03:30"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><p>${paragraph}</p><p>They spoke of &laquo;trade&raquo; &amp; <b>peace</b>.</p>
<script>document.title = "changed"</script></article><footer>All rights</footer></body></html>`

  test("give the article, its title, day, language, outlet and address", () => {
    expect(first(page, "page.html")).toEqual({
      text: `${paragraph}\n\nThey spoke of «trade» & peace.`,
      title: "Ministers meet in Oslo",
      published: "2020-03-01",
      publishedBasis: "metadata",
      language: "en",
      outlet: "Example News",
      url: "https://example.com/a",
      origin: "page.html",
    })
  })
  test("are known by their look", () => {
    expect(first(page, "page").title).toBe("Ministers meet in Oslo")
  })
  test.each([
    ['<meta name="date" content="2021-05-06">', "2021-05-06"],
    ['<meta itemprop="datePublished" content="20210506">', "2021-05-06"],
    ['<meta name="pubdate" content="Thu, 06 May 2021 10:00:00 GMT">', "2021-05-06"],
    ["<time datetime='2021-05-06T10:00'>x</time>", "2021-05-06"],
    ['<meta name="date" content="soon">', undefined],
    ['<meta name="date" content="2021-02-31">', undefined],
  ])("say their day as %s", (tag, expected) => {
    expect(
      first(`<html><body>${tag}<p>${paragraph}</p></body></html>`, "page.html").published,
    ).toBe(expected)
  })
  test.each([
    ["elements without end in one another", `<html><body>${"<div>".repeat(100_000)}word`],
    ["many unclosed", `<html><body><p>${"<b>".repeat(1200)}word`],
    ["only signs", `<html>${"<".repeat(200_000)} word`],
    [
      "very many paragraphs",
      `<html><body>${"<p>A word, a word.</p>".repeat(20_000)}</body></html>`,
    ],
  ])("are survived: %s", (_name, markup) => {
    const started = performance.now()
    expect(first(markup, "page.html").text).toContain("word")
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe("lists of reports", () => {
  test("the fields of the contract", () => {
    const line = {
      id: "a1",
      text: "Words <p>",
      published: "2018-12",
      language: "fa",
      title: "T",
      outlet: "O",
      url: "http://x.example",
    }
    expect(first(JSON.stringify(line), "a.json")).toEqual({
      ...line,
      publishedBasis: "given",
      origin: "a.json",
    })
  })
  test("other names for them", () => {
    const article = {
      body: "<p>One.</p><p>Two &amp; three.</p>",
      date: "Wed, 05 Dec 2018 10:00:00 GMT",
      source: { name: "O" },
      lang: "en_US",
    }
    expect(first(JSON.stringify({ articles: [article] }), "a.json")).toEqual({
      text: "One.\n\nTwo & three.",
      published: "2018-12-05",
      publishedBasis: "given",
      language: "en",
      outlet: "O",
      origin: "a.json, item 1",
    })
  })
  test("broken lines do not stop the others", () => {
    const { reports, problems } = intake(
      bytesOf('{"text":"a"}\n{bad\n\n[1]\n{"text":""}\n{"text":"b"}'),
      "a.jsonl",
    )
    expect(reports.map(({ text, origin }) => `${text}: ${origin}`)).toEqual([
      "a: a.jsonl, line 1",
      "b: a.jsonl, line 6",
    ])
    expect(problems.map((problem) => problem.code)).toEqual([
      "intake/broken",
      "intake/broken",
      "intake/empty",
    ])
  })
  test("tables", () => {
    const { reports } = intake(
      bytesOf('ID,Text,Date\r\n1,"He said ""yes"",\nthen left",2018-12-05\r\n2,plain,\r\n'),
      "a.csv",
    )
    expect(reports.map(({ id, text, published }) => [id, text, published])).toEqual([
      ["1", 'He said "yes",\nthen left', "2018-12-05"],
      ["2", "plain", undefined],
    ])
    expect(first("text\tlang\nplain\tru", "a.tsv").language).toBe("ru")
  })
})

test("20 MB are taken in within five seconds", () => {
  const line = `${JSON.stringify({ text: RU.repeat(30) })}\n`
  const bytes = bytesOf(line.repeat(Math.ceil(20_000_000 / bytesOf(line).length)))
  const started = performance.now()
  expect(intake(bytes, "a.jsonl").problems).toEqual([])
  expect(code(bytesOf("a".repeat(20_000_000)))).toBe("intake/too-large")
  expect(performance.now() - started).toBeLessThan(5000)
})

test("any bytes give reports or an error with a code", () => {
  const names = fc.constantFrom("a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a")
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: "binary" }).map(bytesOf),
    fc.json().map(bytesOf),
    fc
      .array(
        fc.constantFrom(
          "<p>",
          "</div>",
          "<html>",
          "word ",
          "&amp;",
          '"',
          ",",
          "\n",
          "<!--",
          "{",
          "[",
          "<script>",
        ),
      )
      .map((parts) => bytesOf(parts.join(""))),
  )
  fc.assert(
    fc.property(bytes, names, (content, name) => {
      expect(code(content, name)).toMatch(
        /^none$|^intake\/(?:empty|binary|too-large|unknown-format|broken)$/,
      )
    }),
    { numRuns: 500 },
  )
})
