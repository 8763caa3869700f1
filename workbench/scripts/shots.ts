/**
 * Makes the pictures of the page in `workbench/shots/` on a ledger of the shipped samples.
 *
 *     npm run --workspace workbench shots
 */
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { startBrowser } from "../../test/workbench/browser.js"
import { reader, type Sight } from "../../test/workbench/page.js"
import { serve } from "../../test/workbench/server.js"

interface Shot {
  readonly name: string
  readonly path: string
  readonly sight: Sight
  readonly keys?: readonly string[]
}

const FOLDER = fileURLToPath(new URL("../shots/", import.meta.url))
const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 360, height: 720 }

function shotsOf(record: string): readonly Shot[] {
  return [
    { name: "ledger-en", path: "/ledger", sight: WIDE },
    { name: "ledger-ru-narrow", path: "/ledger", sight: { ...NARROW, language: "ru" } },
    { name: "record-fa", path: `/record/${record}`, sight: { ...WIDE, language: "fa" } },
    { name: "review-en-dark", path: "/review", sight: { ...WIDE, dark: true } },
  ]
}

const served = await serve()
const browser = await startBrowser()
try {
  const ask = async (path: string) => (await fetch(`${served.url}/v1/${path}`)).json()
  const { records } = await ask("records?language=fa&family=agreement&status=occurred&limit=1")
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const { name, path, sight, keys = [] } of shotsOf(records[0].id)) {
    const { page, context, go } = await reader(browser, served.url, sight)
    await go(path)
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${FOLDER}${name}.png` })
    await context.close()
  }
} finally {
  await browser.close()
  await served.end()
}
for (const name of readdirSync(FOLDER)) console.log(`${name} ${Math.round(statSync(FOLDER + name).size / 1024)} KiB`)
