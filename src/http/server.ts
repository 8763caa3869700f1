import { existsSync } from "node:fs"
import { hostname, networkInterfaces, userInfo } from "node:os"
import { fileURLToPath } from "node:url"
import { type ServerType, serve } from "@hono/node-server"
import { hasPeople } from "../ledger/people.js"
import { DragomanError } from "../model/error.js"
import type { Context } from "../operations/context.js"
import { records } from "../operations/records.js"
import { createApp } from "./app.js"
import { LIMITS, type Limits } from "./site.js"

export interface Serving {
  readonly context: Context
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Further names by which it may be called, for a proxy before it. */
  readonly allowHosts?: readonly string[]
  readonly limits?: Limits
  /** Folder of the built page; the one in the package when left out. */
  readonly page?: string | null
  failed(cause: unknown): void
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

const LOCAL = new Set(["127.0.0.1", "::1", "localhost"])

/** Serves a ledger until it is closed. Beyond this machine it demands that a password is set. */
export async function startServer(serving: Serving): Promise<Served> {
  const { context, host, port } = serving
  const { sql } = await context.ledger("create")
  if (!LOCAL.has(host) && !hasPeople(sql)) {
    const message = `${host} can be reached from other machines: set a password first with "dragoman serve --set-password"`
    throw new DragomanError("access/no-password", message, { path: host })
  }
  await context.book()
  // Lays out the lists once, so that nobody waits for them: three seconds where there are a hundred thousand records.
  await records.run(records.input.parse({ limit: 1, facets: true }), context)
  const app = createApp({
    context,
    hosts: new Set(namesOf(serving)),
    localPerson: userName(),
    page: serving.page === undefined ? builtPage() : serving.page,
    clock: () => performance.now(),
    failed: serving.failed,
    limits: serving.limits ?? LIMITS,
  })
  const server = await listening(app.fetch, host, port)
  const address = server.address()
  const at = typeof address === "object" && address ? address.port : port
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${at}/`,
    close: () => closed(server),
  }
}

/** Names under which it answers: its own, and where others may come, those of this machine. */
function namesOf({ host, allowHosts = [] }: Serving): string[] {
  const bracketed = (name: string) => (name.includes(":") ? `[${name}]` : name).toLowerCase()
  const all = Object.values(networkInterfaces()).flatMap(
    (list) => list?.map((one) => one.address) ?? [],
  )
  const open = LOCAL.has(host) ? [] : [host, hostname(), ...all]
  return [...LOCAL, ...open, ...allowHosts].map(bracketed)
}

function userName(): string {
  try {
    return userInfo().username || "local"
  } catch {
    // A user without an entry in the system's list has no name.
    return "local"
  }
}

/** The page lies in the package, two folders above this file. */
function builtPage(): string | null {
  const folder = fileURLToPath(new URL("../../workbench/dist/", import.meta.url))
  return existsSync(`${folder}index.html`) ? folder : null
}

function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server))
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === "EADDRINUSE"
      const what = taken
        ? `port ${port} is taken: name another with --port`
        : `cannot listen on ${host}: ${cause.message}`
      reject(new DragomanError("serve/no-port", what, { path: `${host}:${port}` }, { cause }))
    })
  })
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ("closeAllConnections" in server) server.closeAllConnections()
  })
}
