import { z } from "zod"
import { hitsIn, matchOf, parseSearch, type Search } from "../ledger/words.js"
import { DragomanError } from "../model/error.js"
import { cursorOf, readCursor } from "./cursor.js"
import { operation } from "./operation.js"
import { metaSchema } from "./report-meta.js"

const words = z.preprocess(
  (given) => (Array.isArray(given) ? given : [given]),
  z.array(z.string().max(200)).min(1).max(50),
)

/** The reports of the ledger, those added last first. */
export const reports = operation({
  name: "reports",
  summary:
    "Lists the reports of the ledger, those added last first; finds them by words in any script.",
  input: z.object({
    q: z.string().max(500).optional(),
    outlet: words.optional(),
    language: words.optional(),
    limit: z.int().min(1).max(500).default(50),
    cursor: z.string().max(400).optional(),
  }),
  output: z.object({
    reports: z.array(z.object({ ...metaSchema.shape, claims: z.int() })),
    next: z.string().nullable(),
    total: z.int(),
    /** For a search: where its words stand in the text of each report (UTF-16 code units). */
    hits: z.record(z.string(), z.array(z.object({ from: z.int(), to: z.int() }))).optional(),
  }),
  async run({ q, outlet, language, limit, cursor }, context) {
    const { store } = await context.book()
    const search = searchOf(q)
    const where = [
      search
        ? "reports.rowid IN (SELECT rowid FROM report_search WHERE report_search MATCH ?)"
        : "",
      outlet ? "outlet IN (SELECT value FROM json_each(?))" : "",
      language
        ? `(language IN (SELECT value FROM json_each(?)) OR EXISTS (
         SELECT 1 FROM claims WHERE claims.report = reports.id AND claims.language IN (SELECT value FROM json_each(?))))`
        : "",
    ].filter((part) => part !== "")
    const values = [
      ...(search ? [matchOf(search)] : []),
      ...(outlet ? [JSON.stringify(outlet)] : []),
      ...(language ? [JSON.stringify(language), JSON.stringify(language)] : []),
    ]
    const after = readCursor(cursor, "reports")
    const all = where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`
    const page = [...where, ...(after ? ["(added, reports.rowid) < (?, ?)"] : [])]
    const rows = store.sql.all<Row>(
      `SELECT reports.rowid AS n, id, title, outlet, published, language, url, origin AS file, added,
         (SELECT count(*) FROM claims WHERE claims.report = reports.id) AS claims
       FROM reports ${page.length === 0 ? "" : `WHERE ${page.join(" AND ")}`} ORDER BY added DESC, reports.rowid DESC LIMIT ?`,
      ...values,
      ...(after ? [after[0], Number(after[1])] : []),
      limit + 1,
    )
    const { total } = store.sql.first<{ total: number }>(
      `SELECT count(*) AS total FROM reports ${all}`,
      ...values,
    ) as { total: number }
    const found = rows.slice(0, limit)
    const last = found.at(-1)
    const next =
      rows.length > limit && last ? cursorOf("reports", last.added, String(last.n)) : null
    const answer = { reports: found.map(({ n: _, ...row }) => row), next, total }
    return search
      ? { ...answer, hits: await hitsOf(found, search, (id) => store.report(id)) }
      : answer
  },
})

type Row = z.output<typeof metaSchema> & {
  readonly n: number
  readonly claims: number
  readonly added: string
}

function searchOf(q: string | undefined): Search | null {
  if (q === undefined || q.trim() === "") return null
  const search = parseSearch(q)
  if (search) return search
  throw new DragomanError("search/no-word", `there is no word to look for in "${q}"`, { asked: q })
}

/** A long report shows so many of its hits. */
const MOST_HITS = 50

async function hitsOf(
  rows: readonly Row[],
  search: Search,
  textOf: (id: string) => Promise<{ readonly text: string } | null>,
): Promise<Record<string, { from: number; to: number }[]>> {
  const all = rows.map(async ({ id }) => {
    const hits = hitsIn((await textOf(id))?.text ?? "", search).slice(0, MOST_HITS)
    return [id, hits] as const
  })
  return Object.fromEntries(await Promise.all(all))
}
