import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, BrowserContext, Page } from "playwright-core"

export const LANGUAGES = ["en", "ru", "fa"] as const
export type Language = (typeof LANGUAGES)[number]

export interface Sight {
  readonly language?: Language
  readonly dark?: boolean
  readonly width?: number
  readonly height?: number
  readonly settings?: Readonly<Record<string, unknown>>
}

/** A reader with settings of their own, and what the page asked for and complained of. */
export interface Reader {
  readonly context: BrowserContext
  readonly page: Page
  readonly asked: string[]
  readonly complaints: string[]
  go(path: string): Promise<void>
}

export async function reader(browser: Browser, url: string, sight: Sight = {}): Promise<Reader> {
  const { language = "en", dark = false, width = 1280, height = 860, settings = {} } = sight
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  })
  await context.addInitScript(
    (wanted) => {
      if (localStorage.getItem("dragoman.settings") === null)
        localStorage.setItem("dragoman.settings", JSON.stringify(wanted))
    },
    { language, seen: true, ...settings },
  )
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on("request", (request) => asked.push(request.url()))
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (fault) => complaints.push(fault.message))
  const go = async (path: string) => {
    await page.goto(url + path)
    await page.locator("main h1").waitFor()
    await settled(page)
  }
  return { context, page, asked, complaints, go }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Comes back when nothing is on its way: no bars, all letters drawn in their own type. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("main .loading, main .table-wait") === null,
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, one line each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(options: unknown): Promise<Found> } }).axe
      .run
    interface Found {
      violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
    }
    const { violations } = await run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          ({ target, failureSummary }) =>
            `${id}: ${target.join(" ")} ${failureSummary.slice(0, 300)}`,
        ),
    )
  })
}
