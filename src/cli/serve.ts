import { spawn } from "node:child_process"
import { availableParallelism } from "node:os"
import { type Command, InvalidArgumentError } from "commander"
import { setPassword, writeAudit } from "../ledger/people.js"
import { hashedPassword } from "../operations/secrets.js"
import type { Door } from "./door.js"
import { withLedger } from "./options.js"
import { secretLine } from "./secret-line.js"

interface ServeOptions {
  readonly ledger?: string
  readonly port: number
  readonly host: string
  readonly open: boolean
  readonly setPassword?: true
  readonly user: string
  readonly allowHost: readonly string[]
}

const EXAMPLES = `
Examples:
  dragoman serve                                  ./ledger at http://127.0.0.1:8421/
  dragoman serve --ledger caucasus --port 9000
  dragoman serve --set-password                   asks for a password; from then on everybody must log in
  dragoman serve --host 0.0.0.0                   for other machines too; demands a password first
What can be asked over HTTP is told at /docs, and for programs at /v1/openapi.json.
`

/** `dragoman serve`: the ledger over HTTP, with its page where it is built. */
export function serveCommand(program: Command, door: Door): void {
  withLedger(program.command("serve"))
    .summary("serve the ledger over HTTP, with its page")
    .description(
      "Serves the ledger over HTTP, and its page where it is built, until it is interrupted.",
    )
    .option("--port <n>", "the port to listen on; 0 for any that is free", portNumber, 8421)
    .option("--host <host>", "the address to listen on", "127.0.0.1")
    .option("--no-open", "do not open the page in a browser")
    .option("--set-password", "set a password, read from the terminal or standard input, and end")
    .option("--user <name>", "whose password to set", "owner")
    .option(
      "--allow-host <name>",
      "a further name to answer to, for a proxy (may be repeated)",
      gathered,
      [],
    )
    .addHelpText("after", EXAMPLES)
    .action((options: ServeOptions) =>
      options.setPassword ? password(door, options) : run(door, options),
    )
}

function portNumber(text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 65_535) return value
  throw new InvalidArgumentError("Give a whole number from 0 to 65535.")
}

function gathered(name: string, before: readonly string[]): readonly string[] {
  return [...before, name]
}

async function password(door: Door, { ledger, user }: ServeOptions): Promise<void> {
  const context = door.context(ledger)
  const hash = await hashedPassword(await secretLine(`Password for ${user}: `))
  const store = await context.ledger("create")
  const at = context.now()
  await store.write((sql) => {
    setPassword(sql, user, hash, at)
    writeAudit(sql, {
      at,
      person: user,
      through: "command line",
      act: "set password",
      target: user,
      outcome: "done",
    })
  })
  await door.terminal.print(
    `The password of ${user} is set. Everybody who opens the ledger over HTTP must log in now.`,
  )
}

/** Threads that read reports: one is left for answering. */
const THREADS = Math.max(2, Math.min(4, availableParallelism() - 1))

async function run(door: Door, options: ServeOptions): Promise<void> {
  const { host, port, allowHost } = options
  const context = door.context(options.ledger, { jobs: THREADS, layers: true, patient: true })
  const { startServer } = await import("../http/server.js")
  const failed = (cause: unknown) =>
    process.stderr.write(`dragoman: ${cause instanceof Error ? cause.stack : String(cause)}\n`)
  const served = await startServer({ context, host, port, allowHosts: allowHost, failed })
  await door.terminal.print(served.url)
  door.terminal.remark("Ctrl-C ends it.")
  if (options.open && mayOpen()) openInBrowser(served.url)
  await interrupted()
  await served.close()
}

/** Only for a person who sits before a screen. */
function mayOpen(): boolean {
  const { env, platform, stdout } = process
  const screen =
    platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY)
  return stdout.isTTY === true && screen && !env.CI
}

function openInBrowser(url: string): void {
  const [command = "", ...before] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"]
  const child = spawn(command, [...before, url], { stdio: "ignore", detached: true })
  // Without a browser the address that was printed will do.
  child.once("error", () => {})
  child.unref()
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve())
  })
}
