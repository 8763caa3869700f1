import type { Hono } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { z } from "zod"
import {
  beginSession,
  endSession,
  hasPeople,
  passwordOf,
  peopleNames,
  writeAudit,
} from "../ledger/people.js"
import { DragomanError } from "../model/error.js"
import { hashedKey, isPassword, newKey } from "../operations/secrets.js"
import { COOKIE } from "./access.js"
import { jsonBody } from "./body.js"
import { Buckets, tooMany } from "./limits.js"
import { problemOfInput, problemResponse } from "./problem.js"
import type { Env, Site } from "./site.js"

export const loginSchema = z.object({
  /** May be left out while there is only one person. */
  user: z.string().max(200).nullish(),
  password: z.string().min(1).max(1000),
})

/** A session ends after so many hours, used or not. */
const HOURS = 12

/** Logging in and out. */
export function sessionRoutes(app: Hono<Env>, site: Site): void {
  const { context } = site
  const attempts = new Buckets(site.limits.login, site.clock)
  app.post("/v1/session", async (c) => {
    const asked = loginSchema.safeParse(await jsonBody(c))
    if (!asked.success) return problemResponse(problemOfInput(asked.error, "body"))
    const wait = attempts.take(c.get("address"))
    if (wait > 0) return tooMany(wait)
    const { store } = await context.book()
    if (!hasPeople(store.sql))
      throw new DragomanError(
        "request/no-password",
        "no password is set, so nobody needs to log in",
        {},
      )
    const names = peopleNames(store.sql)
    const user = asked.data.user || (names.length === 1 ? (names[0] ?? "") : "")
    const right = await isPassword(asked.data.password, passwordOf(store.sql, user))
    const now = context.now()
    const said = {
      at: now,
      person: user.slice(0, 200),
      through: `password from ${c.get("address")}`,
      act: "log in",
      target: "",
    }
    if (!right) {
      await store.write((sql) => writeAudit(sql, { ...said, outcome: "refused" }))
      throw new DragomanError("access/login", "name and password do not fit together", {})
    }
    attempts.giveBack(c.get("address"))
    const key = newKey("")
    const ends = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString()
    await store.write((sql) => {
      beginSession(sql, { key: hashedKey(key), person: user, now, ends })
      writeAudit(sql, { ...said, outcome: "done" })
    })
    setCookie(c, COOKIE, key, {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: HOURS * 3600,
      secure: c.req.header("x-forwarded-proto") === "https",
    })
    return c.json({ user })
  })
  app.delete("/v1/session", async (c) => {
    const key = getCookie(c, COOKIE)
    const { store } = await context.book()
    if (key !== undefined) await store.write((sql) => endSession(sql, hashedKey(key)))
    deleteCookie(c, COOKIE, { path: "/" })
    return c.body(null, 204)
  })
}
