import { RecordBook } from "../ledger/record-book.js"
import { rebuild } from "../ledger/rebuild.js"
import type { Store } from "../ledger/store.js"
import { DragomanError } from "../model/error.js"
import type { AnnotateInput } from "./annotate.js"
import { Jobs } from "./jobs.js"
import { ledgerPath, openStore } from "./open-ledger.js"
import type { Reader } from "./reader-type.js"

/** How a context gets at the world; tests hand in their own. */
export interface World {
  openReader(): Promise<Reader>
  /** ISO 8601 time. */
  now(): string
  /** Path of the ledger; see `ledgerPath`. */
  readonly ledger?: string | undefined
  /** Who is asking, for what is written down under a name. */
  readonly person?: string | undefined
  /** Records are computed behind the scenes while questions are answered from those that are there. */
  readonly patient?: boolean | undefined
  /** Computes the records of the ledger at a path on another thread; without it this one does. */
  rebuildElsewhere?(path: string): Promise<void>
  /** Analyses a text on another thread; without it this one does. */
  annotateElsewhere?(input: AnnotateInput): Promise<string>
}

/** What all askers of one process share. */
interface Shared {
  reading: Promise<Reader> | null
  store: Promise<Store> | null
  book: RecordBook | null
  rebuilding: Promise<void> | null
  readonly jobs: Jobs
}

/** What operations work with: a reader and a ledger, each opened when it is first needed, the clock, and who asks. */
export class Context {
  private readonly shared: Shared

  constructor(
    private readonly world: World,
    shared?: Shared,
  ) {
    this.shared = shared ?? {
      reading: null,
      store: null,
      book: null,
      rebuilding: null,
      jobs: new Jobs(),
    }
  }

  /** The same for another person. */
  as(person: string): Context {
    return new Context({ ...this.world, person }, this.shared)
  }

  get person(): string {
    return this.world.person ?? "somebody"
  }

  /** Analyses a text on another thread, where there is one for it. */
  get annotateElsewhere(): World["annotateElsewhere"] {
    return this.world.annotateElsewhere
  }

  get jobs(): Jobs {
    return this.shared.jobs
  }

  reader(): Promise<Reader> {
    this.shared.reading ??= this.world.openReader().catch((cause: unknown) => {
      const sentence = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause)
      const message = `the reader cannot be opened (${sentence}): install the package again, with its models folder`
      throw new DragomanError("reader/unavailable", message, {}, { cause })
    })
    return this.shared.reading
  }

  /** The ledger's store. `create` makes one where there is none; otherwise that is an error that says what to do. */
  ledger(mode: "create" | "read" = "read"): Promise<Store> {
    this.shared.store ??= openStore(this.path, mode)
    return this.shared.store
  }

  /** The ledger's records, brought up to date first. */
  async book(): Promise<RecordBook> {
    const store = await this.ledger()
    this.shared.book ??= new RecordBook(store)
    const { book } = this.shared
    if (book.stale) {
      const done = this.refresh()
      if (this.world.patient !== true || book.empty) await done
      else done.catch(() => {})
    }
    return book
  }

  /** Computes the records anew; while that is under way, it is waited for. */
  refresh(): Promise<void> {
    this.shared.rebuilding ??= this.compute().finally(() => {
      this.shared.rebuilding = null
    })
    return this.shared.rebuilding
  }

  /** Comes back when the records know all reports and judgements. */
  async settled(): Promise<void> {
    const store = await this.ledger()
    this.shared.book ??= new RecordBook(store)
    while (this.shared.book.stale) await this.refresh()
  }

  now(): string {
    return this.world.now()
  }

  async close(): Promise<void> {
    await this.jobs.finished()
    await this.shared.rebuilding?.catch(() => {})
    const store = await this.shared.store?.catch(() => null)
    this.shared.store = null
    this.shared.book = null
    await store?.close()
  }

  private get path(): string {
    return ledgerPath(this.world.ledger)
  }

  private async compute(): Promise<void> {
    if (this.world.rebuildElsewhere) return this.world.rebuildElsewhere(this.path)
    await rebuild(await this.ledger(), { at: this.now(), by: "" })
  }
}
