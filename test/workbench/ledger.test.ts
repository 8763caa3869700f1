import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startBrowser } from "./browser.js"
import { reader, settled } from "./page.js"
import { serve, type Served } from "./server.js"

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([startBrowser(), serve()])
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const count = (text: string) => Number(/\d+/.exec(text)?.[0])

test("facets narrow, the address holds it, and the way back leads back", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/ledger")
  const total = count(await page.locator(".page-lead").innerText())
  const denied = page.locator(".facet-value", { hasText: "denied" })
  const said = count((await denied.locator(".facet-count").innerText()) ?? "")
  await denied.locator("input").check()
  await expect.poll(async () => count(await page.locator(".page-lead").innerText())).toBe(said)
  expect(new URL(page.url()).search).toContain("status=denied")
  await settled(page)
  expect(await page.locator(".table-line .status-denied").count()).toBeGreaterThan(0)
  expect(await page.locator(".table-line .status-occurred").count()).toBe(0)
  await page.reload()
  await expect.poll(async () => count(await page.locator(".page-lead").innerText())).toBe(said)
  await page.goBack()
  await expect.poll(async () => count(await page.locator(".page-lead").innerText())).toBe(total)
  await context.close()
}, 60_000)

test("words are found in any script, and columns are chosen; both stay in the address", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/ledger")
  await page.getByRole("searchbox").fill("رزمایش")
  await page.waitForURL(/q=/)
  await settled(page)
  await expect
    .poll(async () => count(await page.locator(".page-lead").innerText()))
    .toBeGreaterThan(0)
  await page.getByRole("button", { name: "Columns" }).click()
  await page.getByLabel("Confidence").check()
  await page.waitForURL(/cols=confidence/)
  await page.keyboard.press("Escape")
  await page.getByRole("columnheader", { name: "Confidence" }).waitFor()
  await context.close()
}, 60_000)

test("what one sees is what one takes with one", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/ledger?family=statement")
  const total = count(await page.locator(".page-lead").innerText())
  for (const [name, rows] of [
    ["As JSON Lines", 0],
    ["As a table (CSV)", 1],
  ] as const) {
    await page.getByRole("button", { name: "Export" }).click()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name }).click(),
    ])
    const text = readFileSync(await download.path(), "utf8")
    expect(text.trim().split("\n").length - rows).toBe(total)
    expect(text).toContain("statement")
    expect(text).not.toContain("exercise/")
  }
  await context.close()
}, 60_000)

test("the keyboard alone reaches a record and comes back", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/ledger")
  await page.locator(".row-link[tabindex='0']").focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowDown")
  await expect
    .poll(() =>
      page.evaluate(() =>
        document.activeElement?.closest("[data-index]")?.getAttribute("data-index"),
      ),
    )
    .toBe("2")
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  )
  expect(outline).not.toBe("none")
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/record\//)
  await settled(page)
  await page.goBack()
  await page.waitForURL(/\/ledger/)
  await context.close()
}, 60_000)

test("Tab alone goes through every view to its end, never without a visible focus", async () => {
  const { page, context, go } = await reader(browser, served.url)
  for (const path of ["/ledger", "/review", "/add", "/reports", "/start"]) {
    await go(path)
    const wanted = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button:not([disabled]), input:not([disabled]), select, textarea",
        ),
      ]
      return all.filter(
        (one) =>
          one.tabIndex >= 0 &&
          one.checkVisibility({ visibilityProperty: true }) &&
          !one.closest(".rail, .bar"),
      ).length
    })
    const seen = new Set<string>()
    const blind: string[] = []
    for (let step = 0; step < wanted + 30; step++) {
      await page.keyboard.press("Tab")
      const here = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement
        const marks =
          (globalThis as unknown as { marks?: Map<Element, number> }).marks ??
          new Map<Element, number>()
        ;(globalThis as unknown as { marks: Map<Element, number> }).marks = marks
        if (!marks.has(one)) marks.set(one, marks.size)
        const inside = one.closest("main") !== null
        const drawn =
          getComputedStyle(one).outlineStyle !== "none" ||
          one === document.body ||
          one.tagName === "MAIN"
        return { mark: `${marks.get(one)}`, inside, drawn, what: one.outerHTML.slice(0, 80) }
      })
      if (here.inside) seen.add(here.mark)
      if (!here.drawn) blind.push(here.what)
    }
    expect({ path, blind }).toEqual({ path, blind: [] })
    // A radio group is one stop, so a few fewer may be reached than there are.
    expect(seen.size).toBeGreaterThanOrEqual(Math.floor(wanted * 0.9))
  }
  await context.close()
}, 120_000)

test("nothing leaves the machine, nothing breaks the policy, and the first load is small", async () => {
  const { page, context, go, asked, complaints } = await reader(browser, served.url, {
    language: "fa",
  })
  const bytes = new Map<string, number>()
  const reading: Promise<void>[] = []
  page.on("response", (answer) => {
    const type = answer.headers()["content-type"] ?? ""
    if (/javascript|css|html/.test(type))
      reading.push(
        answer.body().then((body) => void bytes.set(answer.url(), gzipSync(body).length)),
      )
  })
  await go("/ledger")
  await Promise.all(reading)
  const first = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  console.log(`first load: ${Math.round(first / 1024)} KiB gzipped in ${bytes.size} files`)
  expect(first).toBeLessThan(350 * 1024)
  for (const path of ["/review", "/reports", "/add", "/start"]) await go(path)
  const elsewhere = asked.filter(
    (url) => !url.startsWith(served.url) && !url.startsWith("data:") && !url.startsWith("blob:"),
  )
  expect(elsewhere).toEqual([])
  expect(complaints).toEqual([])
  const policy = (await fetch(served.url)).headers.get("content-security-policy") ?? ""
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'")
  await context.close()
}, 60_000)

test("when the server is gone the page says so and goes on when it is back", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/ledger")
  await page.route("**/v1/**", (route) => route.abort())
  await page.locator(".facet-value", { hasText: "denied" }).locator("input").check()
  await page.getByRole("alert").getByText("does not answer").waitFor()
  await page.unroute("**/v1/**")
  await page.getByRole("button", { name: "Try again" }).click()
  await page.locator(".table-line").first().waitFor()
  await context.close()
}, 60_000)
