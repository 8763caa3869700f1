import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Report } from "../../src/model/report.js"
import { ledgerPath, openStore } from "../../src/operations/open-ledger.js"

const ROOT = fileURLToPath(new URL("../..", import.meta.url))
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs")
const MAIN = join(ROOT, "src/cli/main.ts")

function dragoman(...args: string[]): void {
  execFileSync(process.execPath, [TSX, MAIN, ...args], { cwd: ROOT, stdio: "pipe" })
}

function newest(folder: string): number {
  const inside = readdirSync(folder, { withFileTypes: true, recursive: true })
  return Math.max(
    ...inside
      .filter((one) => one.isFile())
      .map((one) => statSync(join(one.parentPath, one.name)).mtimeMs),
  )
}

/** Builds the page when it is not built, or older than what it is made of. */
export function builtPage(): string {
  const index = join(ROOT, "workbench/dist/index.html")
  const built = existsSync(index) ? statSync(index).mtimeMs : 0
  if (built < newest(join(ROOT, "workbench/src")))
    execFileSync(process.execPath, [join(ROOT, "node_modules/vite/bin/vite.js"), "build"], {
      cwd: join(ROOT, "workbench"),
      stdio: "pipe",
    })
  return join(ROOT, "workbench/dist")
}

export interface Served {
  readonly url: string
  readonly ledger: string
  /** Ends the server and throws its ledger away. */
  end(): Promise<void>
}

export interface People {
  readonly [name: string]: string
}

/** The ledger of the shipped samples, made once for each file of tests. */
let sample: string | null = null
function sampleLedger(): string {
  if (sample === null) {
    const folder = mkdtempSync(join(tmpdir(), "dragoman-page-"))
    dragoman("sample", "--ledger", join(folder, "ledger"), "--out", join(folder, "brief.html"))
    sample = join(folder, "ledger")
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  }
  return sample
}

/** Stores reports as they are, without reading them. */
async function store(ledger: string, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return
  const opened = await openStore(ledgerPath(ledger), "create")
  for (const one of reports) await opened.add(one, [], new Date().toISOString())
  await opened.close()
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    child.stdout?.on("data", (bytes: Buffer) => {
      said += bytes.toString()
      const found = /http:\/\/[\d.]+:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    let wrong = ""
    child.stderr?.on("data", (bytes: Buffer) => {
      wrong += bytes.toString()
    })
    child.once("exit", (code) =>
      reject(new Error(`the server ended with ${code}: ${said}${wrong}`)),
    )
  })
}

/** The real server on a ledger of its own: the samples, or an empty one; with people who must log in. */
export async function serve(
  options: { empty?: boolean; people?: People; reports?: readonly Report[] } = {},
): Promise<Served> {
  builtPage()
  const folder = mkdtempSync(join(tmpdir(), "dragoman-page-"))
  const ledger = join(folder, "ledger")
  if (!options.empty) cpSync(sampleLedger(), ledger, { recursive: true })
  await store(ledger, options.reports ?? [])
  for (const [name, password] of Object.entries(options.people ?? {}))
    execFileSync(
      process.execPath,
      [TSX, MAIN, "serve", "--ledger", ledger, "--set-password", "--user", name],
      {
        cwd: ROOT,
        input: `${password}\n`,
      },
    )
  const args = ["--import", "tsx", MAIN, "serve", "--ledger", ledger, "--port", "0", "--no-open"]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] })
  const url = await addressOf(child)
  const end = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => {
        rmSync(folder, { recursive: true, force: true })
        resolve()
      })
      child.kill("SIGTERM")
      setTimeout(() => child.kill("SIGKILL"), 4000).unref()
    })
  return { url, ledger, end }
}
