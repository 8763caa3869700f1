import { getCookie } from "hono/cookie"
import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { hasPeople, sessionPerson, tokenByKey } from "../ledger/people.js"
import { DragomanError } from "../model/error.js"
import { hashedKey } from "../operations/secrets.js"
import type { Scope } from "./routes.js"
import type { Caller, Env, Site } from "./site.js"

export const COOKIE = "dragoman_session"

const ALL: ReadonlySet<Scope> = new Set(["read", "review", "add"])

/** Finds out who asks; nobody is refused yet. */
export function withCaller(site: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("caller", await callerOf(c, site))
    await next()
  }
}

const NOBODY: Caller = { person: "", through: "nobody", scopes: new Set() }

async function callerOf(c: HonoContext<Env>, { context, localPerson }: Site): Promise<Caller> {
  const { sql } = await context.ledger()
  const given = c.req.header("authorization")
  if (given !== undefined) {
    const key = /^Bearer ([\w-]{20,200})$/i.exec(given)?.[1]
    const token = key === undefined ? null : tokenByKey(sql, hashedKey(key), context.now())
    if (!token) return NOBODY
    return {
      person: token.person,
      through: `token ${token.id}`,
      scopes: new Set(token.scopes as Scope[]),
    }
  }
  if (!hasPeople(sql)) return { person: localPerson, through: "local", scopes: ALL }
  const key = getCookie(c, COOKIE)
  const person = key === undefined ? null : sessionPerson(sql, hashedKey(key), context.now())
  return person === null ? NOBODY : { person, through: "session", scopes: ALL }
}

/** @throws DragomanError `access/login` (401) for nobody, `access/scope` (403) for one who may not. */
export function assertMay(caller: Caller, scope: Scope): void {
  if (caller.scopes.has(scope)) return
  if (caller.through === "nobody") {
    const message = 'log in with POST /v1/session, or send a token made with "dragoman token"'
    throw new DragomanError("access/login", message, {})
  }
  const message = `this token may not do that: it has no scope "${scope}"`
  throw new DragomanError("access/scope", message, { scope })
}
