import type { MiddlewareHandler } from "hono"
import { DragomanError } from "../model/error.js"
import { problemOf, problemResponse } from "./problem.js"
import type { Allowance, Env, Site } from "./site.js"

/** Addresses that are kept in mind at most; the one that asked longest ago is forgotten. */
const MOST = 10_000

/** How much each address has left: it fills up with time. */
export class Buckets {
  private readonly left = new Map<string, { amount: number; at: number }>()

  constructor(
    private readonly allowance: Allowance,
    private readonly clock: () => number,
  ) {}

  /** Takes one; 0, or after how many seconds there is one again. */
  take(key: string): number {
    const { burst, perSecond } = this.allowance
    const now = this.clock()
    const before = this.left.get(key) ?? { amount: burst, at: now }
    const amount = Math.min(burst, before.amount + ((now - before.at) / 1000) * perSecond)
    this.left.delete(key)
    this.left.set(key, { amount: amount >= 1 ? amount - 1 : amount, at: now })
    if (this.left.size > MOST) this.left.delete(this.left.keys().next().value ?? "")
    return amount >= 1 ? 0 : Math.max(1, Math.ceil((1 - amount) / perSecond))
  }

  /** Gives one back: what went well does not count. */
  giveBack(key: string): void {
    const has = this.left.get(key)
    if (has) has.amount = Math.min(this.allowance.burst, has.amount + 1)
  }
}

/** Answers 429 when an address asks faster than it may. */
export function notTooMany({ limits, clock }: Site): MiddlewareHandler<Env> {
  const reading = new Buckets(limits.reading, clock)
  const writing = new Buckets(limits.writing, clock)
  return async (c, next) => {
    const buckets = c.req.method === "GET" || c.req.method === "HEAD" ? reading : writing
    const wait = buckets.take(c.get("address"))
    if (wait > 0) return tooMany(wait)
    await next()
    return undefined
  }
}

export function tooMany(seconds: number): Response {
  const message = `too many requests: ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}`
  const problem = problemOf(new DragomanError("request/too-many", message, {}))
  return problemResponse(problem, { "retry-after": String(seconds) })
}
