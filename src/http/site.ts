import type { Context } from "../operations/context.js"
import type { Scope } from "./routes.js"

/** What the interface is told of the place where it runs. */
export interface Site {
  readonly context: Context
  /** Names by which it may be called, without port; everything else is refused. */
  readonly hosts: ReadonlySet<string>
  /** Under which name things are written down while no password is asked for. */
  readonly localPerson: string
  /** Folder of the built page, or null. */
  readonly page: string | null
  /** Milliseconds; for what passes with time and is not written down. */
  clock(): number
  /** A failure that is nobody's fault but ours. */
  failed(cause: unknown): void
  readonly limits: Limits
}

/** How much one address may ask: so many at once, and so many more each second. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

export interface Limits {
  readonly reading: Allowance
  readonly writing: Allowance
  readonly login: Allowance
}

export const LIMITS: Limits = {
  reading: { burst: 1000, perSecond: 100 },
  writing: { burst: 200, perSecond: 20 },
  login: { burst: 5, perSecond: 1 / 12 },
}

/** Who asks, how they came in, and what they may do. */
export interface Caller {
  readonly person: string
  readonly through: string
  readonly scopes: ReadonlySet<Scope>
}

/** What is known of a request on its way. */
export interface Env {
  readonly Variables: { readonly caller: Caller; readonly address: string }
}
