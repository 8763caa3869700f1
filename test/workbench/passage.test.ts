import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { report } from "../../src/model/report.js"
import { startBrowser } from "./browser.js"
import { reader, type Reader, settled } from "./page.js"
import { serve, type Served } from "./server.js"

const RLO = "\u202e"
const HOSTILE = `<img src=x onerror="document.title='owned'"><script>document.title="owned"</script> France visited${RLO} China\u200b on 3 May 2021. ${"ن".repeat(1_000_000)}`
const hostile = report({
  id: "hostile",
  text: HOSTILE,
  title: `<b>Title</b>${RLO}`,
  published: "2021-05-04",
  language: "en",
})

let browser: Browser
let served: Served
let reading: Reader

beforeAll(async () => {
  ;[browser, served] = await Promise.all([startBrowser(), serve({ reports: [hostile] })])
  reading = await reader(browser, served.url, { language: "en" })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.end()
})

/** Puts a style sheet on the page without touching the document. */
async function adopt(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)
}

/** Which pixels of a passage are ink: one character a pixel. */
async function ink(page: Page, selector: string): Promise<string> {
  const picture = (await page.locator(selector).first().screenshot()).toString("base64")
  const other = await reading.context.newPage()
  const dots = await other.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D
    pen.drawImage(image, 0, 0)
    const { data: pixels } = pen.getImageData(0, 0, image.width, image.height)
    let text = ""
    for (let at = 0; at < pixels.length; at += 4)
      text += (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) < 300 ? "#" : "."
    return text
  }, picture)
  await other.close()
  return dots
}

/** Share of the ink that is not the same in two pictures; a picture of another size is another picture. */
function difference(a: string, b: string): number {
  if (a.length !== b.length) return 1
  let [differing, all] = [0, 0]
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) differing++
    if (a[at] === "#" || b[at] === "#") all++
  }
  if (all === 0) throw new Error("there is no ink in the picture")
  return differing / all
}

async function reportIn(language: string): Promise<{ id: string; record: string }> {
  const ask = async (path: string) => (await fetch(`${served.url}/v1/${path}`)).json()
  const { reports } = await ask(`reports?language=${language}&limit=20`)
  for (const { id } of reports) {
    const { claims } = await ask(`reports/${id}`)
    const found = claims.find(
      (claim: { record: string; evidence: { zone: string }[] }) =>
        claim.record && claim.evidence[0]?.zone === "body",
    )
    if (found) return { id, record: found.record }
  }
  throw new Error(`the sample has no report in ${language} with a claim`)
}

/** Paint without lines, on the ground of the page: what is left of a lit word is how it is drawn. */
const NO_LINES = ["act", "actor", "recipient", "when", "where", "amount", "speaker", "hedge"]
  .map((role) => `::highlight(${role}) { text-decoration: none; background-color: #f8f6f1 }`)
  .join("\n")
const OUT = NO_LINES.replaceAll("#f8f6f1", "transparent")

describe("words are lit without moving a letter", () => {
  for (const language of ["fa", "ru", "en"]) {
    test(`${language}: the same ink, lit or not`, async () => {
      const { page, go } = reading
      await go(`/report/${(await reportIn(language)).id}`)
      const lit = await page.evaluate(() =>
        [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0),
      )
      expect(lit).toBeGreaterThan(2)
      const text = "[data-from] .passage"
      await adopt(page, NO_LINES)
      const shown = await ink(page, text)
      await adopt(page, OUT)
      const plain = await ink(page, text)
      expect(difference(shown, plain)).toBeLessThan(0.002)
    }, 60_000)
  }

  test("the comparison sees it when letters are parted, as elements round words would", async () => {
    const { page, go } = reading
    await go(`/report/${(await reportIn("fa")).id}`)
    await adopt(page, OUT)
    const text = "[data-from] .passage"
    const whole = await ink(page, text)
    await page.evaluate((selector) => {
      const passage = document.querySelector(selector)
      const word = passage?.firstChild as Text
      const at = [...word.data].findIndex((_, index) =>
        /[بپتسشنیمل]{2}/.test(word.data.slice(index, index + 2)),
      )
      const rest = word.splitText(at + 1)
      const box = document.createElement("span")
      box.style.display = "inline-block"
      rest.before(box)
      box.append(rest.splitText(1).previousSibling as Node)
    }, text)
    expect(difference(await ink(page, text), whole)).toBeGreaterThan(0.02)
  }, 60_000)

  test("each passage stays one piece of text, in its own direction", async () => {
    const { page, go } = reading
    await go(`/record/${(await reportIn("fa")).record}`)
    const passages = await page.locator(".witness .passage").evaluateAll((all) =>
      all.map((one) => ({
        pieces: one.childNodes.length,
        language: (one as HTMLElement).lang,
        direction: getComputedStyle(one).direction,
      })),
    )
    expect(passages.length).toBeGreaterThan(0)
    for (const { pieces, language, direction } of passages) {
      expect(pieces).toBe(1)
      expect(direction).toBe(language === "fa" ? "rtl" : "ltr")
    }
  }, 60_000)

  test("what is lit is what the claim names, to the unit", async () => {
    const { page, go } = reading
    const { id } = await reportIn("fa")
    await go(`/report/${id}`)
    const { claims } = await (await fetch(`${served.url}/v1/reports/${id}`)).json()
    const wanted: string[] = claims
      .filter((claim: { evidence: { zone: string }[] }) => claim.evidence[0]?.zone === "body")
      .flatMap((claim: { actor: { text: string; to: number; from: number }[] }) =>
        claim.actor.filter((one) => one.to > one.from).map((one) => one.text),
      )
    const shown = await page.evaluate(() => [...(CSS.highlights.get("actor") ?? [])].map(String))
    expect([...new Set(shown)].sort()).toEqual([...new Set(wanted)].sort())
  }, 60_000)
})

test("hostile text is text: markup, direction overrides, hidden characters, a megabyte without a space", async () => {
  const { page, go } = reading
  const began = Date.now()
  await go("/report/hostile")
  const took = Date.now() - began
  console.log(`a megabyte without a space is shown after ${took} ms`)
  expect(await page.title()).toContain("Dragoman")
  expect(await page.title()).not.toContain("owned")
  expect(await page.locator("main img, main script").count()).toBe(0)
  await page.locator(".notice").waitFor()
  expect(await page.locator("h1").innerText()).toContain("<b>Title</b>")
  expect(await page.locator('.passage .hidden-mark[data-name="RLO"]').count()).toBe(1)
  expect(await page.locator('.passage .hidden-mark[data-name="ZWSP"]').count()).toBe(1)
  const text = await page
    .locator("[data-from]")
    .evaluateAll((all) => all.map((one) => one.textContent).join(""))
  expect(text === HOSTILE).toBe(true)
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1,
    ),
  ).toBe(true)
  await settled(page)
  expect(took).toBeLessThan(15_000)
}, 120_000)
