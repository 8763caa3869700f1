import { Context, type World } from "../operations/context.js"
import type { Reader } from "../operations/reader-type.js"
import { Terminal } from "./terminal.js"

/** How the command line gets a reader; tests hand in their own. */
export interface Parts {
  openReader(how: Reading): Promise<Reader>
  /** Computes the records of the ledger at a path on another thread. */
  rebuildElsewhere?(path: string): Promise<void>
  /** Analyses a text on another thread. */
  annotateElsewhere?: World["annotateElsewhere"]
}

/** How reports are read: on how many threads, and whether all layers are wanted. */
export interface Reading {
  readonly jobs: number
  readonly layers: boolean
  /** Questions are answered from the records that are there while newer ones are computed. */
  readonly patient?: boolean
}

/** Under which name the command line writes things down. */
function personOf(): string {
  return process.env.USER ?? process.env.USERNAME ?? process.env.LOGNAME ?? "local"
}

/** What every command works with. */
export class Door {
  readonly terminal = new Terminal()
  private contexts: Context[] = []

  constructor(private readonly parts: Parts) {}

  /** A context for one run; `ledger` from the option, the environment, or `./ledger`. */
  context(ledger?: string, reading: Reading = { jobs: 1, layers: true }): Context {
    const { rebuildElsewhere, annotateElsewhere } = this.parts
    const patient = reading.patient === true
    const world: World = {
      openReader: () => this.parts.openReader(reading),
      now: () => new Date().toISOString(),
      ledger: ledger ?? process.env.DRAGOMAN_LEDGER,
      person: personOf(),
      patient,
      ...(patient && rebuildElsewhere ? { rebuildElsewhere } : {}),
      ...(patient && annotateElsewhere ? { annotateElsewhere } : {}),
    }
    const context = new Context(world)
    this.contexts.push(context)
    return context
  }

  async close(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close()
  }
}
