import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { type Browser, chromium } from "playwright-core"

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

/** Chromium of the system, else one that playwright installed, else a sentence that says what to do. */
function chromiumPath(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  )
  if (found) return found
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  throw new Error(
    "the tests of the page need Chromium: apt-get install chromium, or npx playwright-core install chromium",
  )
}

const SWITCHES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] // prettier-ignore

/** A browser with a profile of its own that is thrown away. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: SWITCHES })
}
