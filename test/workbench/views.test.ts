import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startBrowser } from "./browser.js"
import { axe, LANGUAGES, reader, type Sight } from "./page.js"
import { serve, type Served } from "./server.js"

let browser: Browser
let served: Served
let paths: Readonly<Record<string, string>>

beforeAll(async () => {
  ;[browser, served] = await Promise.all([startBrowser(), serve()])
  const ask = async (path: string) => (await fetch(`${served.url}/v1/${path}`)).json()
  const { records } = await ask("records?disagreement=1&limit=1")
  const { reports } = await ask("reports?language=fa&limit=1")
  paths = {
    ledger: "/ledger",
    "ledger, narrowed": "/ledger?family=statement&status=occurred&q=Iran",
    "ledger, nothing found": "/ledger?q=zzzzqqq",
    record: `/record/${records[0].id}`,
    "record, absent": "/record/d-nowhere",
    reports: "/reports",
    report: `/report/${reports[0].id}`,
    review: "/review",
    add: "/add",
    start: "/start",
    "no such page": "/nowhere",
  }
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.end()
})

/** Opens every view in one sight and gathers what is wrong, by view. */
async function faultsIn(
  sight: Sight,
  { barriers }: { readonly barriers: boolean },
): Promise<Record<string, string[]>> {
  const { page, context, go, complaints } = await reader(browser, served.url, sight)
  const found: Record<string, string[]> = {}
  for (const [name, path] of Object.entries(paths)) {
    complaints.length = 0
    await go(path)
    const root = await page.evaluate(() => {
      const { lang, dir, scrollWidth, clientWidth } = document.documentElement
      return { lang, dir, wide: scrollWidth > clientWidth + 1 }
    })
    const wrong = barriers ? [...(await axe(page))] : []
    if (root.lang !== (sight.language ?? "en")) wrong.push(`language is ${root.lang}`)
    if (root.dir !== (sight.language === "fa" ? "rtl" : "ltr"))
      wrong.push(`direction is ${root.dir}`)
    if (root.wide) wrong.push("wider than the window")
    const unspoken = await page.evaluate(
      () => document.body.innerText.match(/\b[a-z]+\.[a-z]+(?:\.[a-z]+)*\b(?=\s|$)/g) ?? [],
    )
    wrong.push(
      ...unspoken
        .filter((word) =>
          /^(nav|ledger|record|report|review|start|add|job|keys|fault)\./.test(word),
        )
        .map((word) => `message ${word} is not translated`),
    )
    wrong.push(...complaints.filter((text) => !/404/.test(text)))
    if (wrong.length > 0) found[name] = wrong
  }
  await context.close()
  return found
}

// Barriers are looked for in four of the sweeps: every language, both directions, both colours, wide and narrow are among them.
describe("every view is whole, in its direction and without a barrier", () => {
  for (const language of LANGUAGES) {
    test(`${language}, light`, async () => {
      const sight = { language }
      expect(await faultsIn(sight, { barriers: language !== "fa" })).toEqual({})
    }, 120_000)
    test(`${language}, 360 px, dark`, async () => {
      const sight = { language, dark: true, width: 360, height: 740 }
      expect(await faultsIn(sight, { barriers: language !== "ru" })).toEqual({})
    }, 120_000)
  }
  test("on a wall", async () => {
    const sight = { width: 3840, height: 2160 }
    expect(await faultsIn(sight, { barriers: false })).toEqual({})
  }, 120_000)
})

test.skip("settings and dialogs have no barrier either", async () => {
  const { page, context, go } = await reader(browser, served.url, { language: "fa" })
  await go("/review")
  await page.getByRole("button", { name: "تنظیمات" }).click()
  await page.getByRole("dialog").waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByLabel("English").check()
  await page.getByRole("heading", { name: "Settings" }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("ltr")
  await page.keyboard.press("Escape")
  await page.keyboard.press("e")
  await page.getByRole("dialog").waitFor()
  expect(await axe(page)).toEqual([])
  await context.close()
}, 60_000)

test("a Persian reader gets Persian digits and Jalali dates, and may have others", async () => {
  const { page, context, go } = await reader(browser, served.url, { language: "fa" })
  const path = "/ledger?since=2023-03-10&until=2023-03-10&family=agreement&status=occurred"
  await go(path)
  const first = page.locator(".cell-when").first()
  expect(await first.innerText()).toBe("۱۹ اسفند ۱۴۰۱")
  await page.evaluate(() => {
    const now = JSON.parse(localStorage.getItem("dragoman.settings") ?? "{}")
    localStorage.setItem(
      "dragoman.settings",
      JSON.stringify({ ...now, calendar: "gregory", digits: "latn" }),
    )
  })
  await go(path)
  expect(await first.innerText()).toMatch(/^10 .*2023$/)
  await context.close()
}, 60_000)
