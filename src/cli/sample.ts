import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import type { Command } from "commander"
import type { Door } from "./door.js"

interface SampleOptions {
  readonly ledger?: string
  readonly out: string
  readonly serve?: true
}

const EXAMPLES = `
Examples:
  dragoman sample                        read the shipped reports, print the ledger and one brief
  dragoman sample --ledger sample        keep the ledger, to try other commands on it
  dragoman sample --serve                see the ledger in the page, until it is interrupted
`

/** Where `dragoman serve` serves when nothing else is said. */
const ADDRESS = "http://127.0.0.1:8421/"

/** `dragoman sample`: the main job on the shipped reports, from files to a ledger and a brief. */
export function sampleCommand(program: Command, door: Door): void {
  program
    .command("sample")
    .summary("read the shipped sample reports and show what comes out")
    .description(
      "Reads the shipped reports in three languages and prints their ledger and one brief.",
    )
    .option("--ledger <path>", "keep the sample ledger there (default: it is thrown away)")
    .option("--out <file>", "where the brief is written as a page", "dragoman-sample.html")
    .option("--serve", `serve the sample ledger at ${ADDRESS} when it is read`)
    .addHelpText("after", EXAMPLES)
    .action((options: SampleOptions) => run(program, door, options))
}

async function run(program: Command, door: Door, options: SampleOptions): Promise<void> {
  const kept = options.ledger
  const ledger = kept ?? (await mkdtemp(join(tmpdir(), "dragoman-sample-")))
  const { terminal } = door
  const folder = fileURLToPath(new URL("../../samples", import.meta.url))
  const step = async (title: string, ...argv: string[]) => {
    terminal.print(`\n$ dragoman ${title}\n`)
    await program.parseAsync([...argv, "--ledger", ledger], { from: "user" })
  }
  try {
    await step("add samples/", "add", folder)
    await step("records", "records")
    await step("brief IRN --with SAU", "brief", "IRN", "--with", "SAU")
    await program.parseAsync(
      ["brief", "NATO", "--format", "html", "--out", options.out, "--ledger", ledger],
      { from: "user" },
    )
    terminal.print(
      `\nThe same kind of brief as a page, with the words behind each value lit: ${relative(".", options.out)}`,
    )
    if (options.serve) await program.parseAsync(["serve", "--ledger", ledger], { from: "user" })
  } finally {
    await door.close()
    if (kept === undefined) await rm(ledger, { recursive: true, force: true })
  }
  if (options.serve) return
  terminal.print(
    `See this ledger in the page: dragoman sample --serve, then ${ADDRESS} (in a checkout: npm run dragoman -- sample --serve)`,
  )
  terminal.print("Next: dragoman add YOUR-REPORTS/, then dragoman records")
}
