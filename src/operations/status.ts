import { readdir, readFile } from "node:fs/promises"
import { z } from "zod"
import { countsNow, stampOf } from "../ledger/rebuild.js"
import type { Store } from "../ledger/store.js"
import { operation } from "./operation.js"

/** What there is. */
export const status = operation({
  name: "status",
  summary: "Tells the version, how much the ledger holds, and in which languages reports are read.",
  input: z.object({}),
  output: z.object({
    version: z.string(),
    ledger: z.object({
      records: z.int(),
      reports: z.int(),
      claims: z.int(),
      judgements: z.int(),
      /** True while records are computed from reports that came in. */
      behind: z.boolean(),
    }),
    languages: z.array(z.string()),
    /** Whether the ledger holds the shipped sample reports and nothing else. */
    sample: z.boolean(),
  }),
  async run(_, context) {
    const { store, stale } = await context.book()
    const { sql } = store
    const count = (table: string) =>
      sql.first<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
    const { claims, judgements } = countsNow(sql)
    const { languages } = await import("./reader.js")
    return {
      version: await version(),
      ledger: {
        records: count("records"),
        reports: count("reports"),
        claims,
        judgements,
        behind: stale,
      },
      languages: [...languages.keys()].sort(),
      sample: stampOf(sql) !== null && (await isSample(store)),
    }
  },
})

let known: Promise<string> | null = null

/** The version of this package. */
export function version(): Promise<string> {
  known ??= readFile(new URL("../../package.json", import.meta.url), "utf8").then(
    (text) => (JSON.parse(text) as { version: string }).version,
  )
  return known
}

async function isSample({ sql }: Store): Promise<boolean> {
  const origins = sql.all<{ origin: string | null }>(
    "SELECT DISTINCT origin FROM reports LIMIT 100",
  )
  if (origins.length === 0) return false
  const shipped = new Set(await readdir(new URL("../../samples/", import.meta.url)).catch(() => []))
  return origins.every(({ origin }) => {
    const file = (origin ?? "").split(",")[0]?.split(/[\\/]/).at(-1) ?? ""
    return shipped.has(file)
  })
}
