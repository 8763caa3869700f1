import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { jobSchema } from "../operations/job.js"
import type { Operation } from "../operations/operation.js"
import { version } from "../operations/status.js"
import type { Route } from "./routes.js"
import { loginSchema } from "./session.js"
import type { Env } from "./site.js"

type App = OpenAPIHono<Env>
type Path = Parameters<App["openAPIRegistry"]["registerPath"]>[0]

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
  })
  .openapi("Problem", { description: "What went wrong (RFC 9457); `detail` says what to do." })

const problem = {
  description: "It cannot be done; the problem says why",
  content: { "application/problem+json": { schema: problemSchema } },
}

/** Writes an operation into the description of the interface, from its own schemas. */
export function describe(app: App, operation: Operation, route: Route): void {
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: route.path,
    operationId: operation.name,
    summary: operation.summary,
    tags: [route.group],
    security: [{ session: [] }, { token: [route.scope] }],
    request: requestOf(operation, route),
    responses: {
      [route.status ?? 200]: {
        description: "Done",
        content: route.document ? documents(operation.name) : json(operation.output),
      },
      default: problem,
    },
  })
}

function requestOf({ input, name }: Operation, route: Route): NonNullable<Path["request"]> {
  if (route.method === "post") return { body: { required: true, content: bodies(input, name) } }
  const shape = (input as z.ZodObject).shape as Record<string, z.ZodType>
  const inPath = new Set([...route.path.matchAll(/\{(\w+)\}/g)].map(([, member]) => member))
  const part = (wanted: boolean) =>
    z.object(
      Object.fromEntries(Object.entries(shape).filter(([member]) => inPath.has(member) === wanted)),
    )
  return {
    ...(inPath.size > 0 ? { params: part(true) } : {}),
    ...(Object.keys(shape).length > inPath.size ? { query: part(false) } : {}),
  }
}

function bodies(input: z.ZodType, name: string): Record<string, { schema: z.ZodType }> {
  const form = z.object({
    files: z.array(z.string().openapi({ format: "binary" })),
    published: z.string().optional(),
    language: z.string().optional(),
  })
  return name === "addReports"
    ? { "application/json": { schema: input }, "multipart/form-data": { schema: form } }
    : { "application/json": { schema: input } }
}

function json(schema: z.ZodType): Record<string, { schema: z.ZodType }> {
  return { "application/json": { schema } }
}

function documents(name: string): Record<string, { schema: z.ZodType }> {
  const types =
    name === "export"
      ? ["text/csv", "application/x-ndjson"]
      : ["text/plain", "text/markdown", "text/html"]
  return Object.fromEntries(types.map((type) => [type, { schema: z.string() }]))
}

/** What is no operation: logging in and out, the events of a job, the description itself. */
export function describeExtras({ openAPIRegistry: registry }: App): void {
  registry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "dragoman_session",
  })
  registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" })
  registry.registerPath({
    method: "post",
    path: "/v1/session",
    operationId: "logIn",
    summary: "Logs in, where a password is set; the answer sets a cookie.",
    tags: ["Access"],
    request: { body: { required: true, content: json(loginSchema) } },
    responses: {
      200: { description: "Logged in", content: json(z.object({ user: z.string() })) },
      default: problem,
    },
  })
  registry.registerPath({
    method: "delete",
    path: "/v1/session",
    operationId: "logOut",
    summary: "Logs out.",
    tags: ["Access"],
    responses: { 204: { description: "Logged out" } },
  })
  registry.registerPath({
    method: "get",
    path: "/v1/jobs/{id}/events",
    operationId: "jobEvents",
    summary:
      "Tells how a job goes on as server-sent events; each is the job as GET /v1/jobs/{id} has it, the last one is done.",
    tags: ["Reports"],
    request: { params: z.object({ id: z.string().min(1).max(100) }) },
    responses: {
      200: { description: "Events", content: { "text/event-stream": { schema: jobSchema } } },
      default: problem,
    },
  })
  registry.registerPath({
    method: "get",
    path: "/v1/openapi.json",
    operationId: "description",
    summary: "This description, as OpenAPI 3.1.",
    tags: ["Ledger"],
    responses: {
      200: { description: "The description", content: json(z.record(z.string(), z.unknown())) },
    },
  })
}

export type OpenApiDocument = ReturnType<App["getOpenAPI31Document"]>

const documents31 = new WeakMap<App, OpenApiDocument>()

/** The description of the interface; made once. */
export async function openApiOf(app: App): Promise<OpenApiDocument> {
  const known = documents31.get(app)
  if (known) return known
  const made = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Dragoman",
      version: await version(),
      description:
        "A cited, dated, de-duplicated ledger of what states and organisations do with, for and against one another.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
  })
  documents31.set(app, made)
  return made
}
