import { OpenAPIHono } from "@hono/zod-openapi"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context as HonoContext } from "hono"
import { compress } from "hono/compress"
import { HTTPException } from "hono/http-exception"
import { ZodError } from "zod"
import { hasPeople } from "../ledger/people.js"
import { DragomanError } from "../model/error.js"
import { job } from "../operations/job.js"
import { status } from "../operations/status.js"
import { assertMay, withCaller } from "./access.js"
import { docsPage } from "./docs-page.js"
import { jobEvents } from "./events.js"
import { knownHost, ownOrigin, safeHeaders } from "./guards.js"
import { notTooMany } from "./limits.js"
import { mount } from "./mount.js"
import { describeExtras, openApiOf } from "./openapi.js"
import { pageFile } from "./page.js"
import { problemOf, problemOfInput, problemResponse } from "./problem.js"
import { type OperationName, ROUTES } from "./routes.js"
import { sessionRoutes } from "./session.js"
import type { Env, Site } from "./site.js"

/** The interface over HTTP: a loop over the operations, behind its guards. */
export function createApp(site: Site): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({ strict: false })
  app.onError((cause) => failed(cause, site))
  app.use(safeHeaders())
  app.use(async (c, next) => {
    c.set("address", addressOf(c))
    await next()
  })
  app.use(knownHost(site), notTooMany(site), ownOrigin(), compress(), withCaller(site))
  // The state of the server is told to everybody; what the ledger holds is not.
  app.get("/v1/status", (c) => statusOf(c, site))
  for (const name of Object.keys(ROUTES) as OperationName[]) mount(app, site, name)
  app.get("/v1/jobs/:id/events", async (c) => {
    assertMay(c.get("caller"), "read")
    const { id } = await job.run({ id: c.req.param("id") }, site.context)
    return jobEvents(site.context, id, c.req.raw.signal)
  })
  sessionRoutes(app, site)
  describeExtras(app)
  app.get("/v1/openapi.json", async (c) => c.json(await openApiOf(app)))
  app.get("/docs", async (c) => c.html(docsPage(await openApiOf(app))))
  app.all("/v1/*", (c) => unknownResource(c.req.method, c.req.path))
  app.get("*", (c) => pageFile(site.page, c.req.path))
  app.notFound((c) => unknownResource(c.req.method, c.req.path))
  return app
}

function failed(cause: unknown, site: Site): Response {
  if (cause instanceof ZodError) return problemResponse(problemOfInput(cause, "body"))
  if (cause instanceof HTTPException && cause.status < 500)
    return problemResponse(problemOf(new DragomanError("request/invalid", cause.message, {})))
  const problem = problemOf(cause)
  if (problem.status >= 500) site.failed(cause)
  return problemResponse(problem)
}

function addressOf(c: HonoContext<Env>): string {
  return getConnInfo(c).remote.address ?? "unknown"
}

async function statusOf(c: HonoContext<Env>, { context }: Site): Promise<Response> {
  const { person, scopes } = c.get("caller")
  const { sql } = await context.ledger()
  const all = await status.run({}, context)
  const nothing = { records: 0, reports: 0, claims: 0, judgements: 0, behind: false }
  const shown = scopes.has("read") ? all : { ...all, ledger: nothing, sample: false }
  return c.json({ ...shown, user: person === "" ? null : person, loginRequired: hasPeople(sql) })
}

function unknownResource(method: string, path: string): Response {
  const known = Object.values(ROUTES).filter((route) => matches(route.path, path))
  if (known.length === 0)
    return problemResponse(
      problemOf(
        new DragomanError(
          "route/unknown",
          `there is nothing at ${path.slice(0, 200)}: see /docs`,
          {},
        ),
      ),
    )
  const allow = [...new Set(known.map((route) => route.method.toUpperCase()))].join(", ")
  const message = `${method} is not understood here: use ${allow}`
  return problemResponse(problemOf(new DragomanError("request/not-allowed", message, {})), {
    allow,
  })
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path)
}
