import { Context, type World } from "../operations/context.js"
import type { Reader } from "../operations/reader-type.js"
import { Terminal } from "./terminal.js"

/** How the command line gets a reader; tests hand in their own. */
export interface Parts {
  openReader(how: Reading): Promise<Reader>
}

/** How reports are read: on how many threads, and whether all layers are wanted. */
export interface Reading {
  readonly jobs: number
  readonly layers: boolean
}

/** What every command works with. */
export class Door {
  readonly terminal = new Terminal()
  private contexts: Context[] = []

  constructor(private readonly parts: Parts) {}

  /** A context for one run; `ledger` from the option, the environment, or `./ledger`. */
  context(ledger?: string, reading: Reading = { jobs: 1, layers: true }): Context {
    const world: World = {
      openReader: () => this.parts.openReader(reading),
      now: () => new Date().toISOString(),
      ledger: ledger ?? process.env.DRAGOMAN_LEDGER,
    }
    const context = new Context(world)
    this.contexts.push(context)
    return context
  }

  async close(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close()
  }
}
