import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { report } from "../../src/model/report.js"
import { startBrowser } from "./browser.js"
import { reader } from "./page.js"
import { serve, type Served } from "./server.js"

const UNREAD = "The envoys of Chile dined with the envoys of Peru on 5 May 2021.\nIt rained."
const unread = report({ id: "unread", text: UNREAD, published: "2021-05-06", language: "en" })

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([
    startBrowser(),
    serve({ empty: true, reports: [unread] }),
  ])
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const ask = async (path: string) => (await fetch(`${served.url}/v1/${path}`)).json()

test("a pasted text is read, and its deed stands in the ledger", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/add")
  await page
    .getByLabel("Or paste a text")
    .fill("The President of Brazil visited China on 12 April 2023 and met Xi Jinping.")
  await page.getByLabel("Published").fill("2023-04-13")
  await page.getByLabel("Outlet").fill("Sample Courier")
  await page.getByRole("button", { name: "Read it" }).click()
  await page.getByText("1 report is new.").waitFor({ timeout: 90_000 })
  await page.getByRole("link", { name: "See them in the ledger" }).click()
  await page.locator(".table-line .cell-sides", { hasText: "China" }).first().waitFor()
  await context.close()
}, 120_000)

test("what cannot be read is named with its reason, and the rest is read", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/add")
  await page.locator('input[type="file"]').setInputFiles([
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
    {
      name: "good.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Norway and Poland signed a treaty on 3 March 2022."),
    },
  ])
  await page.locator(".failures").waitFor({ timeout: 90_000 })
  await page.locator("#job", { hasText: /^Read$/ }).waitFor({ timeout: 90_000 })
  const failures = await page.locator(".failures").innerText()
  expect(failures).toContain("empty.txt")
  expect(failures).not.toContain("good.txt")
  await context.close()
}, 120_000)

test("a folder is dropped with all that is in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "drop-"))
  mkdirSync(join(folder, "reports/inner"), { recursive: true })
  writeFileSync(join(folder, "reports/one.txt"), "Ghana and Togo signed a treaty on 7 May 2019.")
  writeFileSync(
    join(folder, "reports/inner/two.txt"),
    "Kenya recalled its ambassador to Somalia on 9 June 2019.",
  )
  const { page, context, go } = await reader(browser, served.url)
  await go("/add")
  const box = await page.locator(".drop").boundingBox()
  if (!box) throw new Error("there is nothing to drop on")
  const [x, y] = [box.x + 20, box.y + 20]
  const browserSide = await context.newCDPSession(page)
  const data = { items: [], files: [join(folder, "reports")], dragOperationsMask: 1 }
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await browserSide.send("Input.dispatchDragEvent", { type, x, y, data })
  await page.getByText("2 reports are new.").waitFor({ timeout: 90_000 })
  const { reports } = await ask("reports?limit=50")
  const files = reports.map((one: { file: string | null }) => one.file)
  expect(files).toEqual(expect.arrayContaining(["one.txt", "two.txt"]))
  await context.close()
  rmSync(folder, { recursive: true })
}, 120_000)

test("a missed claim is added by keys alone, and can be seen in the margin", async () => {
  const { page, context, go } = await reader(browser, served.url)
  await go("/report/unread")
  await page.getByRole("button", { name: "Add a missed claim" }).focus()
  await page.keyboard.press("Enter")
  await page.locator(".report-text").focus()
  const chosen = page.locator(".missed-chosen")
  const step = async (key: string, times: number) => {
    for (let at = 0; at < times; at++) await page.keyboard.press(key)
  }
  await step("ArrowRight", 4)
  expect(await chosen.innerText()).toContain("Chile")
  await page.keyboard.press("2")
  await step("ArrowRight", 1)
  expect(await chosen.innerText()).toContain("dined")
  await page.keyboard.press("1")
  await step("ArrowRight", 5)
  expect(await chosen.innerText()).toContain("Peru")
  await page.keyboard.press("3")
  await step("ArrowRight", 2)
  await step("Shift+ArrowRight", 2)
  expect(await chosen.innerText()).toContain("5 May 2021")
  await page.keyboard.press("4")
  await page.locator(".missed").getByLabel("Act", { exact: true }).selectOption("meeting")
  await page.getByRole("button", { name: "Add the claim" }).focus()
  await page.keyboard.press("Enter")
  await page.locator(".margin-claim", { hasText: "meeting" }).waitFor({ timeout: 60_000 })
  const { claims } = await ask("reports/unread")
  expect(claims).toHaveLength(1)
  const [claim] = claims
  expect([claim.act.text, claim.actor[0].text, claim.recipient[0].text, claim.when.edtf]).toEqual([
    "dined",
    "Chile",
    "Peru",
    "2021-05-05",
  ])
  expect(claim.by).not.toBeNull()
  await context.close()
}, 120_000)
