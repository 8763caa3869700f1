import { useEffect, useMemo, useSyncExternalStore } from "react"
import { get, path } from "../../api/client.js"
import type { Facets, RecordLine, RecordPage } from "../../api/types.js"

/** Rows asked for at once. */
export const PAGE = 100
/** So many rows beyond those in sight are asked for before they are. */
const AHEAD = 60
/** Pages kept; what is scrolled far away is dropped and asked for again. */
const KEPT = 60

type Question = Readonly<Record<string, string | readonly string[]>>

export interface Seen {
  readonly total: number | null
  readonly facets: Facets
  readonly fault: unknown
  readonly version: number
}

/**
 * The rows of one question, paged in as they come into sight. A page is found by the cursor that the page before it
 * gave, so `cursors` only grows; `pages` holds the rows near to what is seen.
 */
export class Rows {
  private readonly pages = new Map<number, readonly RecordLine[]>()
  private readonly cursors: (string | null)[] = [null]
  private readonly listeners = new Set<() => void>()
  private wanted: readonly [number, number] = [0, 0]
  private busy = false
  /** Whether the server finds a page by its number as well; else the pages before it are gone through. */
  private jumps = false
  private stop = new AbortController()
  seen: Seen = { total: null, facets: {}, fault: null, version: 0 }

  constructor(private readonly question: Question) {}

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  row(at: number): RecordLine | null {
    return this.pages.get(Math.floor(at / PAGE))?.[at % PAGE] ?? null
  }

  /** Says which rows are in sight; what is missing of them is fetched. */
  want(first: number, last: number): void {
    const end = this.seen.total === null ? last : Math.min(last + AHEAD, this.seen.total - 1)
    this.wanted = [Math.floor(first / PAGE), Math.max(0, Math.floor(end / PAGE))]
    if (!this.busy) void this.work()
  }

  start(): void {
    this.stop = new AbortController()
    this.want(0, 0)
  }

  end(): void {
    this.stop.abort()
    this.busy = false
  }

  retry(): void {
    this.tell({ fault: null })
    void this.work()
  }

  private next(): number | null {
    const [first, last] = this.wanted
    for (let page = first; page <= last; page++) {
      if (this.pages.has(page)) continue
      if (this.cursors[page] !== undefined || this.jumps) return page
      return this.cursors.length - 1
    }
    return null
  }

  private async work(): Promise<void> {
    const { signal } = this.stop
    this.busy = true
    try {
      for (let page = this.next(); page !== null; page = this.next()) {
        if (!(await this.fetch(page, signal)) || signal.aborted) break
      }
    } catch (fault) {
      if (!signal.aborted) this.tell({ fault })
    } finally {
      if (!signal.aborted) this.busy = false
    }
  }

  private async fetch(page: number, signal: AbortSignal): Promise<boolean> {
    const cursor = this.cursors[page]
    const first = page === 0
    const place = cursor === undefined ? { offset: page * PAGE } : { cursor }
    const query = {
      ...this.question,
      limit: PAGE,
      ...place,
      ...(first ? { facets: "1", offset: 0 } : {}),
    }
    const answer = await get<RecordPage>(path("records", query), signal)
    if (first) this.jumps = answer.offset === 0
    this.pages.set(page, answer.records)
    if (answer.next !== null) this.cursors[page + 1] = answer.next
    this.forget()
    this.tell(
      first ? { total: answer.total, facets: answer.facets ?? {} } : { total: answer.total },
    )
    return answer.next !== null || this.wanted[0] <= page
  }

  private forget(): void {
    const [first, last] = this.wanted
    const far = [...this.pages.keys()]
      .map((page) => [page, page < first ? first - page : page - last] as const)
      .sort((a, b) => b[1] - a[1])
    for (const [page] of far.slice(0, Math.max(0, far.length - KEPT))) this.pages.delete(page)
  }

  private tell(part: Partial<Seen>): void {
    this.seen = { ...this.seen, ...part, version: this.seen.version + 1 }
    for (const listener of this.listeners) listener()
  }
}

/** The rows of a question; a new question starts anew. */
export function useRows(question: Question): readonly [Rows, Seen] {
  const name = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is its name
  const rows = useMemo(() => new Rows(question), [name])
  useEffect(() => {
    rows.start()
    return () => rows.end()
  }, [rows])
  return [rows, useSyncExternalStore(rows.listen, () => rows.seen)]
}
