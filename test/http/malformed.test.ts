import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Asking, aServer, REPORTS } from "./a-server.js"

let server: Asking
// biome-ignore lint/suspicious/noExplicitAny: the description is walked as it is
let api: any
beforeAll(async () => {
  server = await aServer({ reports: REPORTS.slice(0, 2) })
  api = (await server.get("/v1/openapi.json")).body
}, 60_000)
afterAll(() => server.close())

// biome-ignore lint/suspicious/noExplicitAny: any JSON schema
type Schema = any

function followed(schema: Schema): Schema {
  return schema?.$ref
    ? followed(api.components.schemas[schema.$ref.split("/").at(-1)])
    : (schema ?? {})
}

const strange = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "../..",
    "d-000000",
    "‮abc",
    "a".repeat(5000),
    "-1",
    "1e999",
    "NaN",
    "__proto__",
    "' OR 1=1 --",
    '"',
    "*",
    "NEAR(",
    "ё‌ی",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
)
const anything = fc.oneof(
  strange,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(strange, { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 5 }), strange, { maxKeys: 3 }),
)

/** Values that a schema describes, or nearly: now and then one of another kind, or one beyond its bounds. */
function nearly(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const one = followed(schema)
  return fc.oneof(
    { weight: 5, arbitrary: described(one, depth) },
    { weight: 1, arbitrary: anything },
  )
}

function described(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 5) return fc.constant(null)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return fc.oneof(...options.map((one: Schema) => nearly(one, depth + 1)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === "array") return fc.array(nearly(schema.items, depth + 1), { maxLength: 3 })
  if (type === "integer")
    return fc.integer({ min: (schema.minimum ?? 0) - 2, max: Math.min(schema.maximum ?? 50, 500) })
  if (type === "number") return fc.double({ noNaN: true, min: -2, max: 2 })
  if (type === "boolean") return fc.boolean()
  if (type === "object") return object(schema, depth)
  if (type === "string")
    return fc.oneof(strange, fc.constantFrom("en-1", "IRN", "2012-05", "visit", "contact"))
  return anything
}

function object(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, nearly(one, depth + 1)] as const,
  )
  return fc.record(Object.fromEntries(members), { requiredKeys: [] })
}

/** Every 4xx has its sentence; nothing is ever the server's fault. */
async function expectNoFault(answer: Response, asked: unknown): Promise<void> {
  const text = await answer.text()
  if (answer.status >= 500)
    throw new Error(`${answer.status} for ${JSON.stringify(asked)}: ${text}`)
  if (answer.status < 400) return
  expect(answer.headers.get("content-type")).toBe("application/problem+json")
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({
    status: answer.status,
    title: expect.any(String),
    code: expect.stringMatching(/./),
  })
  expect(problem.detail.length).toBeGreaterThan(5)
}

/** Where the reader itself would be at work for every try, fewer tries do. */
const SLOW = /read|annotate|names|when|howmuch|who|reports/

function operationsOf(method: string): [string, Schema][] {
  return Object.entries(api.paths).flatMap(([path, methods]) => {
    const one = (methods as Schema)[method]
    return one && !path.endsWith("/events") ? [[path, one] as [string, Schema]] : []
  })
}

test("whatever is asked with GET, no answer is the server's fault", async () => {
  for (const [path, one] of operationsOf("get")) {
    const parameters = (one.parameters ?? []) as { name: string; in: string; schema: Schema }[]
    const values = fc.record(
      Object.fromEntries(parameters.map((each) => [each.name, nearly(each.schema)])),
      { requiredKeys: [] },
    )
    const property = fc.asyncProperty(
      values,
      fc.dictionary(strange, strange, { maxKeys: 1 }),
      async (asked, more) => {
        const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
          encodeURIComponent(wellFormed(asText(asked[name] ?? "en-1"))),
        )
        const query = new URLSearchParams()
        for (const { name, in: where } of parameters)
          if (where === "query" && asked[name] !== undefined)
            for (const value of [asked[name]].flat()) query.append(name, asText(value))
        for (const [name, value] of Object.entries(more)) query.append(name, value)
        await expectNoFault(await fetch(new URL(`${filled}?${query}`, server.url)), {
          path,
          asked,
          more,
        })
      },
    )
    await fc.assert(property, { numRuns: 40 })
  }
  expect(server.failures).toEqual([])
}, 120_000)

/** Whatever it is, as it would stand in an address; an object without a prototype has no text of its own. */
function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** A lone surrogate cannot be part of an address. */
function wellFormed(text: string): string {
  const whole = text.replace(/[\ud800-\udfff]/g, "?")
  return whole === "" || whole === "." || whole === ".." ? "x" : whole
}

test("whatever is sent with POST, no answer is the server's fault", async () => {
  for (const [path, one] of operationsOf("post")) {
    const schema = one.requestBody.content["application/json"].schema
    const property = fc.asyncProperty(nearly(schema), async (asked) => {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked) ?? "",
      }
      await expectNoFault(await fetch(new URL(path, server.url), init), { path, asked })
    })
    await fc.assert(property, { numRuns: SLOW.test(path) ? 25 : 80 })
  }
  expect(server.failures).toEqual([])
}, 240_000)

test("bodies that are no JSON, and forms that are no forms, get their sentence", async () => {
  const bodies: readonly (readonly [string, string | Uint8Array])[] = [
    ["application/json", ""],
    ["application/json", "{"],
    ["application/json", "[".repeat(50_000)],
    ["application/json", Uint8Array.of(0xff, 0xfe, 0x00)],
    ["application/xml", "<a/>"],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", "--x\r\nbroken"],
    ["", "{}"],
  ]
  for (const [path] of operationsOf("post"))
    for (const [type, body] of bodies) {
      const answer = await fetch(new URL(path, server.url), {
        method: "POST",
        headers: { "content-type": type },
        body: body as string,
      })
      expect([path, type, answer.status >= 400 && answer.status < 500]).toEqual([path, type, true])
      await expectNoFault(answer, { path, type })
    }
  expect(server.failures).toEqual([])
}, 60_000)

test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])(
  "%s is not understood where it is not meant",
  async (method) => {
    for (const path of Object.keys(api.paths)) {
      if (path === "/v1/session") continue
      const answer = await fetch(new URL(path.replace(/\{\w+\}/, "x"), server.url), { method })
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    }
  },
)
