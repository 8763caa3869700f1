import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import type { SqliteConnection } from "../ledger/database.js"
import { Store } from "../ledger/store.js"
import { DragomanError } from "../model/error.js"

/** Where a ledger lies: a `.sqlite` or `.db` file as named, else `ledger.sqlite` in the folder named (default `./ledger`). */
export function ledgerPath(named?: string): string {
  const path = named ?? "ledger"
  if (/^postgres(ql)?:\/\//.test(path)) {
    const message =
      "PostgreSQL ledgers are not supported yet: name a folder or a .sqlite file instead"
    throw new DragomanError("ledger/unsupported", message, {
      path: path.replace(/\/\/[^@]*@/, "//"),
    })
  }
  if (/\.(sqlite3?|db)$/i.test(path) || isFile(path)) return path
  return join(path, "ledger.sqlite")
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/**
 * Opens the ledger in a file.
 * @throws DragomanError `ledger/absent` when reading where there is none, `ledger/unreadable` when it is something else.
 */
export async function openStore(path: string, mode: "create" | "read"): Promise<Store> {
  if (mode === "read" && !existsSync(path)) {
    const message = `no ledger at ${path}: make one with "dragoman add FILE…", or name another with --ledger PATH`
    throw new DragomanError("ledger/absent", message, { path })
  }
  try {
    mkdirSync(dirname(path), { recursive: true })
    return Store.over(await connect(path))
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause
    const message = `cannot open ${path} as a ledger (${sentence(cause)}): name another with --ledger PATH`
    throw new DragomanError("ledger/unreadable", message, { path }, { cause })
  }
}

function sentence(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause)
}

type SqliteModule = { readonly DatabaseSync: new (path: string) => SqliteConnection }

/** How often, every 50 ms, we try again while another process makes the same ledger. */
const ATTEMPTS = 100

async function connect(path: string): Promise<SqliteConnection> {
  const { DatabaseSync } = await sqlite()
  const connection = new DatabaseSync(path)
  connection.exec("PRAGMA busy_timeout = 30000")
  for (let attempt = 1; ; attempt++) {
    try {
      connection.exec("PRAGMA journal_mode = WAL")
      break
    } catch (cause) {
      const busy = /locked|busy/i.test(sentence(cause))
      if (!busy || attempt === ATTEMPTS) throw cause
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  connection.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON")
  return connection
}

/** Node's own SQLite where it has one (22.13 and later), else the package with the same interface. */
async function sqlite(): Promise<SqliteModule> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const builtIn = major > 22 || (major === 22 && minor >= 13)
  if (!builtIn) return (await import("@photostructure/sqlite")) as unknown as SqliteModule
  const name = "node:sqlite"
  return quietly(() => import(name) as Promise<SqliteModule>)
}

/** Node remarks on standard error that its SQLite is new; our standard error is for failures only. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return await load()
  } finally {
    process.emitWarning = emitWarning
  }
}
