import type { Store } from "../ledger/store.js"
import { computeRecords } from "../ledger/records.js"
import type { LedgerRecord } from "../model/record.js"
import { DragomanError } from "../model/error.js"
import { ledgerPath, openStore } from "./open-ledger.js"
import type { Reader } from "./reader-type.js"

/** How a context gets at the world; tests hand in their own. */
export interface World {
  openReader(): Promise<Reader>
  /** ISO 8601 time. */
  now(): string
  /** Path of the ledger; see `ledgerPath`. */
  readonly ledger?: string | undefined
}

/** What operations work with: a reader and a ledger, each opened when it is first needed, and the clock. */
export class Context {
  private reading: Promise<Reader> | null = null
  private store: Promise<Store> | null = null
  private computed: {
    readonly key: string
    readonly records: Promise<readonly LedgerRecord[]>
  } | null = null

  constructor(private readonly world: World) {}

  reader(): Promise<Reader> {
    this.reading ??= this.world.openReader().catch((cause: unknown) => {
      const sentence = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause)
      const message = `the reader cannot be opened (${sentence}): install the package again, with its models folder`
      throw new DragomanError("reader/unavailable", message, {}, { cause })
    })
    return this.reading
  }

  /** The ledger's store. `create` makes one where there is none; otherwise that is an error that says what to do. */
  ledger(mode: "create" | "read" = "read"): Promise<Store> {
    this.store ??= openStore(ledgerPath(this.world.ledger), mode)
    return this.store
  }

  /** The ledger's records, computed once for each state of the ledger. */
  async records(): Promise<readonly LedgerRecord[]> {
    const store = await this.ledger()
    const key = JSON.stringify(await store.counts())
    if (this.computed?.key !== key) this.computed = { key, records: recordsOf(store) }
    return this.computed.records
  }

  now(): string {
    return this.world.now()
  }

  async close(): Promise<void> {
    const store = await this.store?.catch(() => null)
    this.store = null
    await store?.close()
  }
}

async function recordsOf(store: Store): Promise<readonly LedgerRecord[]> {
  return computeRecords(await store.claims(), await store.judgements())
}
