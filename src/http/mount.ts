import { createHash } from "node:crypto"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { Context as HonoContext } from "hono"
import type { ZodError } from "zod"
import { writeAudit } from "../ledger/people.js"
import { operations } from "../operations/index.js"
import type { Operation } from "../operations/operation.js"
import { assertMay } from "./access.js"
import { formBody, jsonBody } from "./body.js"
import { documentOf } from "./document.js"
import { inputOfQuery } from "./input.js"
import { describe } from "./openapi.js"
import { problemOf, problemOfInput, problemResponse } from "./problem.js"
import { type OperationName, ROUTES, type Route } from "./routes.js"
import type { Env, Site } from "./site.js"

/** Puts one operation in its place, and its description into the description of the interface. */
export function mount(app: OpenAPIHono<Env>, site: Site, name: OperationName): void {
  const operation = operations[name] as unknown as Operation
  const route = ROUTES[name]
  describe(app, operation, route)
  // Its answer says more over HTTP, to people who are not logged in as well: see app.ts.
  if (name === "status") return
  app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ":$1"), async (c) => {
    const caller = c.get("caller")
    assertMay(caller, route.scope)
    if (route.scope === "read") return answer(c, site, operation, route)
    const response = await answer(c, site, operation, route).catch((cause: unknown) => {
      const problem = problemOf(cause)
      if (problem.status >= 500) site.failed(cause)
      return problemResponse(problem)
    })
    await audit(c, site, name, response)
    return response
  })
}

async function answer(
  c: HonoContext<Env>,
  { context }: Site,
  operation: Operation,
  route: Route,
): Promise<Response> {
  const given = await inputOf(c, operation, route)
  const read = operation.input.safeParse(given)
  if (!read.success)
    return problemResponse(
      problemOfInput(read.error as ZodError, route.method === "get" ? "query" : "body"),
    )
  const said = await operation.run(read.data, context.as(c.get("caller").person))
  if (route.document) return documentOf(operation.name, said as Record<string, unknown>)
  return jsonAnswer(c, said as Record<string, unknown>, route)
}

async function inputOf(c: HonoContext<Env>, { input }: Operation, route: Route): Promise<unknown> {
  if (route.method === "get")
    return { ...inputOfQuery(new URL(c.req.url).searchParams, input), ...c.req.param() }
  const form = /^multipart\/form-data/i.test(c.req.header("content-type") ?? "")
  if (form && route.path === "/v1/reports") return formBody(c)
  return jsonBody(c)
}

/** JSON with a tag that changes whenever the answer does; an answer that is known already is not sent again. */
function jsonAnswer(c: HonoContext<Env>, said: Record<string, unknown>, route: Route): Response {
  const body = JSON.stringify(said)
  const headers: Record<string, string> = { "content-type": "application/json" }
  if (route.method === "get") headers.etag = tagOf(said, body)
  if (route.status === 202 && typeof said.job === "string")
    headers.location = `/v1/jobs/${said.job}`
  const known = (c.req.header("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
  if (headers.etag !== undefined && known.includes(headers.etag.replace(/^W\//, "")))
    return new Response(null, { status: 304, headers: { etag: headers.etag } })
  return new Response(body, { status: route.status ?? 200, headers })
}

/** A record's tag begins with its version, which is what a judgement names. */
function tagOf(said: Record<string, unknown>, body: string): string {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22)
  return typeof said.version === "string" && "record" in said
    ? `W/"${said.version}.${hash}"`
    : `W/"${hash}"`
}

/** One line for every write, also for one that was refused. */
async function audit(
  c: HonoContext<Env>,
  { context }: Site,
  act: string,
  response: Response,
): Promise<void> {
  const { person, through } = c.get("caller")
  const said = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Record<string, unknown>
  const { store } = await context.book()
  await store.write((sql) =>
    writeAudit(sql, {
      at: context.now(),
      person,
      through: `${through} from ${c.get("address")}`,
      act,
      target: targetOf(said),
      outcome: response.ok
        ? "done"
        : `refused ${response.status} ${String(said.code ?? "")}`.trim(),
    }),
  )
}

/** What was touched: judgements by kind and id, a job, a report, a claim. */
function targetOf(said: Record<string, unknown>): string {
  const judgements = Array.isArray(said.judgements)
    ? (said.judgements as { kind: string; id: string; record?: string }[])
    : []
  const parts = judgements.map(({ kind, id, record }) =>
    `${kind} ${record ?? ""} ${id}`.replace(/\s+/g, " "),
  )
  const claim = (said.claim as { id?: string } | undefined)?.id
  const all = [...parts, said.job, said.report, claim].filter((part) => typeof part === "string")
  return all.join(", ").slice(0, 2000)
}
