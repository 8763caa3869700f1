import { randomBytes } from "node:crypto"
import { userInfo } from "node:os"
import type { Command } from "commander"
import { addToken, tokens, withdrawToken, writeAudit } from "../ledger/people.js"
import { DragomanError } from "../model/error.js"
import { hashedKey, newKey } from "../operations/secrets.js"
import type { Door } from "./door.js"
import { positive, withLedger } from "./options.js"

interface TokenOptions {
  readonly ledger?: string
  readonly create?: string
  readonly scope: readonly string[]
  readonly user?: string
  readonly days?: number
  readonly revoke?: string
}

const SCOPES = ["read", "review", "add"] as const

const EXAMPLES = `
Examples:
  dragoman token --create nightly --scope read add --days 90     prints the token once; it is kept as a hash only
  curl -H "Authorization: Bearer dgm_…" http://127.0.0.1:8421/v1/records
  dragoman token                                                 lists them
  dragoman token --revoke t-5b1f02
`

/** `dragoman token`: what programs may do over HTTP. */
export function tokenCommand(program: Command, door: Door): void {
  withLedger(program.command("token"))
    .summary("make, list and withdraw tokens for programs")
    .description(
      "Makes, lists and withdraws the tokens with which programs use a ledger over HTTP.",
    )
    .option("--create <name>", "make one for a program")
    .option("--scope <scopes...>", `what it may do: ${SCOPES.join(", ")}`, ["read"])
    .option("--user <name>", "under whose name it writes (default: its own)")
    .option("--days <n>", "after how many days it ends (default: never)", positive)
    .option("--revoke <id>", "withdraw one")
    .addHelpText("after", EXAMPLES)
    .action((options: TokenOptions) => run(door, options))
}

async function run(door: Door, options: TokenOptions): Promise<void> {
  const context = door.context(options.ledger)
  const store = await context.ledger(options.create === undefined ? "read" : "create")
  const at = context.now()
  const said = { at, person: userInfo().username, through: "command line", outcome: "done" }
  if (options.revoke !== undefined) {
    const id = options.revoke
    const done = await store.write((sql) => {
      const known = withdrawToken(sql, id, at)
      if (known) writeAudit(sql, { ...said, act: "withdraw token", target: id })
      return known
    })
    if (!done)
      throw new DragomanError("usage", `there is no token ${id} that can be withdrawn`, {
        asked: id,
      })
    return door.terminal.print(`${id} is withdrawn.`)
  }
  if (options.create === undefined) {
    for (const { id, name, person, scopes, ends, withdrawn } of tokens(store.sql))
      await door.terminal.json({ id, name, person, scopes, ends, withdrawn })
    return
  }
  const wrong = options.scope.find((scope) => !(SCOPES as readonly string[]).includes(scope))
  if (wrong !== undefined)
    throw new DragomanError("usage", `there is no scope "${wrong}": use ${SCOPES.join(", ")}`, {
      asked: wrong,
    })
  const key = newKey("dgm_")
  const id = `t-${randomBytes(4).toString("hex")}`
  const ends =
    options.days === undefined
      ? null
      : new Date(Date.parse(at) + options.days * 86_400_000).toISOString()
  const token = {
    id,
    name: options.create,
    person: options.user ?? options.create,
    scopes: options.scope,
    made: at,
    ends,
  }
  await store.write((sql) => {
    addToken(sql, hashedKey(key), token)
    writeAudit(sql, { ...said, act: "make token", target: id })
  })
  await door.terminal.print(key)
}
