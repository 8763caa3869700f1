import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Served, type Serving, startServer } from "../../src/http/server.js"
import { LIMITS, type Limits } from "../../src/http/site.js"
import { add } from "../../src/operations/add.js"
import { Context } from "../../src/operations/context.js"
import { openReader } from "../../src/operations/reader.js"
import type { Reader } from "../../src/operations/reader-type.js"

let reader: Promise<Reader> | null = null

/** Reports in three languages, each a few sentences of our own. */
// biome-ignore format: a table, one thing a line
export const REPORTS = [
  { id: "en-1", outlet: "Sample Wire", published: "2012-05-04", text: "Iran recalled its ambassador to Azerbaijan on 3 May 2012.\n\nTurkey and Georgia signed an agreement in Tbilisi on 8 June 2012." },
  { id: "ru-1", outlet: "Sample Courier", published: "2012-05-05", text: "3 мая 2012 года Иран отозвал своего посла из Азербайджана." },
  { id: "fa-1", outlet: "Sample Daily", published: "2012-05-05", text: "وزير دفاع ايران در ۷ مه ۲۰۱۲ به باکو سفر کرد." },
  { id: "en-2", outlet: "Sample Wire", published: "2012-06-20", text: "Russian Defence Minister Sergei Shoigu visited Tehran on 21 February 2016." },
]

/** Asks a server and reads its answer as JSON. */
export interface Asking {
  readonly url: string
  readonly context: Context
  readonly folder: string
  readonly failures: unknown[]
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into from many sides
  readonly body: any
}

const MANY = { burst: 1e6, perSecond: 1e6 }
export const NO_LIMITS: Limits = { reading: MANY, writing: MANY, login: MANY }

/** A server on a port of its own, with a ledger in a file and the real reader. */
export async function aServer(
  options: {
    readonly reports?: typeof REPORTS
    readonly limits?: Limits
    readonly page?: string | null
    readonly before?: (context: Context) => Promise<void>
    /** A reader of its own instead of the one that the tests of a file share. */
    readonly openReader?: () => Promise<Reader>
  } & Partial<Pick<Serving, "host" | "allowHosts">> = {},
): Promise<Asking> {
  const folder = mkdtempSync(join(tmpdir(), "http-"))
  const context = new Context({
    openReader: options.openReader ?? (() => (reader ??= openReader())),
    now: () => new Date().toISOString(),
    ledger: folder,
    patient: true,
  })
  await context.ledger("create")
  for (const one of options.reports ?? REPORTS) await add.run(one, context)
  await options.before?.(context)
  const failures: unknown[] = []
  const { limits = NO_LIMITS, page = null, host = "127.0.0.1", allowHosts = [] } = options
  const served: Served = await startServer({
    context,
    host,
    port: 0,
    limits,
    page,
    allowHosts,
    failed: (cause) => failures.push(cause),
  }) // prettier-ignore
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(new URL(path, served.url), init)
    const text = await answer.text()
    const json = /json/.test(answer.headers.get("content-type") ?? "")
    return {
      status: answer.status,
      headers: answer.headers,
      body: json && text !== "" ? JSON.parse(text) : text,
    }
  }
  return {
    url: served.url,
    context,
    folder,
    failures,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
    async close() {
      await served.close()
      await context.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export { LIMITS }
