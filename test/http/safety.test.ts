import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { addToken, setPassword, tokens } from "../../src/ledger/people.js"
import { startServer } from "../../src/http/server.js"
import { LIMITS } from "../../src/http/site.js"
import type { Context } from "../../src/operations/context.js"
import { hashedKey, hashedPassword } from "../../src/operations/secrets.js"
import { type Asking, aServer, REPORTS } from "./a-server.js"

vi.setConfig({ testTimeout: 60_000 })
const ONE = REPORTS.slice(0, 1)

/** A request with headers that `fetch` would not send. */
function raw(
  url: string,
  headers: Record<string, string>,
  method = "GET",
  body = "",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on("error", reject)
    asked.end(body)
  })
}

describe("without a password, on this machine", () => {
  let server: Asking
  let page = ""
  beforeAll(async () => {
    page = mkdtempSync(join(tmpdir(), "page-"))
    mkdirSync(join(page, "assets"))
    writeFileSync(join(page, "index.html"), "<!doctype html><title>page</title>")
    writeFileSync(join(page, "assets", "index-Bx3kF9a2.js"), "export {}")
    server = await aServer({
      reports: ONE,
      page,
      limits: { ...LIMITS, writing: { burst: 30, perSecond: 0.001 } },
    })
  })
  afterAll(async () => {
    await server.close()
    rmSync(page, { recursive: true })
  })

  test("it answers to its own names only", async () => {
    const port = new URL(server.url).port
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, "[::1]"])
      expect([host, await raw(`${server.url}v1/status`, { host })]).toEqual([host, 200])
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"])
      expect([host, await raw(`${server.url}v1/status`, { host })]).toEqual([host, 403])
  })

  test("another site's page can neither write nor read", async () => {
    const host = new URL(server.url).host
    const json = { "content-type": "application/json" }
    const write = (headers: Record<string, string>) =>
      raw(`${server.url}v1/read`, { ...json, ...headers }, "POST", '{"text":""}')
    expect(await write({ origin: "http://evil.example" })).toBe(403)
    expect(await write({ origin: "null" })).toBe(403)
    expect(await write({ origin: `http://${host}`, "sec-fetch-site": "cross-site" })).toBe(403)
    expect(await write({ origin: `http://${host}` })).toBe(200)
    const { headers } = await server.get("/v1/records", { origin: "http://evil.example" })
    expect(headers.get("access-control-allow-origin")).toBeNull()
    // A form of another site sends no JSON.
    expect(
      await raw(`${server.url}v1/read`, { "content-type": "text/plain" }, "POST", '{"text":""}'),
    ).toBe(415)
  })

  test.each(["/", "/v1/records", "/v1/nothing", "/docs", "/assets/index-Bx3kF9a2.js"])(
    "%s has its headers",
    async (path) => {
      const { headers } = await server.get(path)
      const policy = headers.get("content-security-policy") ?? ""
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
    },
  )

  test("the page answers for unknown paths, its files for theirs, and nothing outside of it", async () => {
    for (const path of ["/", "/record/d-123", "/review"])
      expect((await server.get(path)).body).toMatch("page")
    expect((await server.get("/assets/index-Bx3kF9a2.js")).headers.get("cache-control")).toMatch(
      "immutable",
    )
    expect((await server.get("/")).headers.get("cache-control")).toBe("no-cache")
    for (const path of [
      "/favicon.ico",
      "/..%2f..%2fetc%2fpasswd.txt",
      "/%2e%2e/package.json",
      "/a%00.js",
      "/%ff.js",
      "/assets/.x",
    ])
      expect([path, (await server.get(path)).status]).toEqual([path, 404])
  })

  test("what is too large is refused, told or untold", async () => {
    const large = "x".repeat(1024 * 1024 + 10)
    expect((await server.post("/v1/judgements", { kind: "accept", why: large })).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`{"why":"${large}"}`))
        controller.close()
      },
    })
    const init = {
      method: "POST",
      body: stream,
      duplex: "half",
      headers: { "content-type": "application/json" },
    }
    expect((await fetch(`${server.url}v1/judgements`, init as RequestInit)).status).toBe(413)
  })

  test("whoever writes too fast is told when to come back", async () => {
    let last = await server.post("/v1/when", { text: "2012" })
    for (let at = 0; at < 40 && last.status !== 429; at++)
      last = await server.post("/v1/when", { text: "2012" })
    expect([last.status, last.body.code]).toEqual([429, "request/too-many"])
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0)
    expect((await server.get("/v1/records")).status).toBe(200)
  })
})

describe("with a password", () => {
  let server: Asking
  const KEY = "dgm_".padEnd(40, "k")
  beforeAll(async () => {
    server = await aServer({
      reports: ONE,
      async before(context: Context) {
        const hash = await hashedPassword("a long sentence to remember")
        const store = await context.ledger()
        await store.write((sql) => {
          setPassword(sql, "owner", hash, context.now())
          const token = { person: "nightly", made: context.now(), scopes: ["read"] }
          addToken(sql, hashedKey(KEY), { ...token, id: "t-1", name: "nightly", ends: null })
          addToken(sql, hashedKey(`${KEY}old`), {
            ...token,
            id: "t-2",
            name: "old",
            ends: "2020-01-01T00:00:00.000Z",
          })
        })
      },
      limits: { ...LIMITS, login: { burst: 4, perSecond: 0.001 } },
    })
  })
  afterAll(() => server.close())

  test("nobody sees anything but that there is something to log in to", async () => {
    for (const path of ["/v1/records", "/v1/reports", "/v1/queue", "/v1/audit", "/v1/export"])
      expect([path, (await server.get(path)).status]).toEqual([path, 401])
    expect((await server.post("/v1/read", { text: "x" })).status).toBe(401)
    const { body } = await server.get("/v1/status")
    expect(body).toMatchObject({ loginRequired: true, user: null, ledger: { reports: 0 } })
  })

  test("logging in gives a cookie that scripts cannot see, logging out ends it", async () => {
    const wrong = await server.post("/v1/session", { password: "another sentence" })
    expect([wrong.status, wrong.body.code]).toEqual([401, "access/login"])
    expect((await server.post("/v1/session", { user: "nobody", password: "x" })).status).toBe(401)
    const right = await server.post("/v1/session", { password: "a long sentence to remember" })
    expect([right.status, right.body.user]).toEqual([200, "owner"])
    const set = right.headers.get("set-cookie") ?? ""
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Strict/)
    const cookie = { cookie: set.split(";")[0] ?? "" }
    expect((await server.get("/v1/status", cookie)).body).toMatchObject({
      user: "owner",
      ledger: { reports: 1 },
    })
    const { records } = (await server.get("/v1/records", cookie)).body
    const { body } = await server.post(
      "/v1/judgements",
      { kind: "accept", record: records[0].id, version: records[0].version },
      cookie,
    )
    expect(body.judgements[0].by).toBe("owner")
    expect(
      (await server.get("/v1/audit", cookie)).body.lines.map((one: { act: string }) => one.act),
    ).toEqual(["judge", "log in", "log in", "log in"])
    expect(await raw(`${server.url}v1/session`, cookie, "DELETE")).toBe(204)
    expect((await server.get("/v1/records", cookie)).status).toBe(401)
  })

  test("guessing is slowed down, also for the right password", async () => {
    let last = await server.post("/v1/session", { password: "guess" })
    for (let at = 0; at < 5 && last.status !== 429; at++)
      last = await server.post("/v1/session", { password: "guess" })
    expect(last.status).toBe(429)
    expect(
      (await server.post("/v1/session", { password: "a long sentence to remember" })).status,
    ).toBe(429)
  })

  test("a token may do what its scopes say, as long as it lasts", async () => {
    const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
    expect((await server.get("/v1/records", bearer(KEY))).status).toBe(200)
    const refused = await server.post("/v1/judgements", { kind: "undo" }, bearer(KEY))
    expect([refused.status, refused.body.code]).toEqual([403, "access/scope"])
    expect(
      (await server.post("/v1/reports", { reports: [{ text: "x" }] }, bearer(KEY))).status,
    ).toBe(403)
    for (const key of [`${KEY}old`, "dgm_guess-guess-guess-guess", "", "x y"])
      expect((await server.get("/v1/records", bearer(key))).status).toBe(401)
    expect(tokens((await server.context.ledger()).sql).map((one) => one.id)).toEqual(["t-1", "t-2"])
  })

  test("the ledger's file holds neither password nor token nor session", async () => {
    const { sql } = await server.context.ledger()
    const all = ["people", "tokens", "sessions", "audit"].flatMap((table) =>
      sql.all(`SELECT * FROM ${table}`),
    )
    const text = JSON.stringify(all)
    expect(text).not.toContain("a long sentence")
    expect(text).not.toContain(KEY)
    expect(text).toContain("scrypt$")
  })
})

describe("beyond this machine", () => {
  test("a password is demanded before it listens there", async () => {
    const { context, close } = await aServer({ reports: [] })
    const asked = startServer({ context, host: "0.0.0.0", port: 0, page: null, failed: () => {} })
    await expect(asked).rejects.toMatchObject({ code: "access/no-password" })
    await close()
  })

  test("with one it is served there, and the audit can only be added to", async () => {
    const hash = await hashedPassword("a long sentence to remember")
    const server = await aServer({
      reports: [],
      host: "0.0.0.0",
      allowHosts: ["ledger.example"],
      before: async (context) => {
        await (await context.ledger()).write((sql) =>
          setPassword(sql, "owner", hash, context.now()),
        )
      },
    })
    const local = `http://127.0.0.1:${new URL(server.url).port}/v1/status`
    expect(await raw(local, { host: "ledger.example" })).toBe(200)
    expect(await raw(local, { host: "other.example" })).toBe(403)
    await server.post(local, {})
    const { sql } = await server.context.ledger()
    sql.run(
      `INSERT INTO audit (at, person, through, act, target, outcome) VALUES ('', '', '', '', '', '')`,
    )
    expect(() => sql.run("DELETE FROM audit")).toThrow("only ever added to")
    await server.close()
  })
})

describe("the command line", () => {
  const entry = new URL("../cli/entry.ts", import.meta.url).pathname
  const tsx = import.meta.resolve("tsx")
  let folder = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "serve-"))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const dragoman = (input: string, ...args: string[]) => {
    const done = spawnSync(process.execPath, ["--import", tsx, entry, ...args], {
      input,
      cwd: folder,
      encoding: "utf8",
    })
    return { status: done.status, out: done.stdout.trim(), error: done.stderr.trim() }
  }

  test("sets a password from standard input, refuses a short one, and does not listen elsewhere without", () => {
    expect(dragoman("short\n", "serve", "--set-password")).toMatchObject({ status: 2 })
    const open = dragoman("", "serve", "--host", "0.0.0.0", "--port", "0")
    expect([open.status, open.error]).toEqual([1, expect.stringMatching(/set a password first/)])
    expect(dragoman("a long sentence to remember\n", "serve", "--set-password").out).toMatch(
      /owner is set/,
    )
  })

  test("makes a token once, lists it without its key, withdraws it", () => {
    const made = dragoman("", "token", "--create", "nightly", "--scope", "read", "add")
    expect(made.out).toMatch(/^dgm_[\w-]{40,}$/)
    const listed = JSON.parse(dragoman("", "token").out)
    expect(listed).toMatchObject({ name: "nightly", scopes: ["read", "add"], withdrawn: null })
    expect(dragoman("", "token", "--revoke", listed.id).out).toMatch(/withdrawn/)
    expect(dragoman("", "token", "--create", "x", "--scope", "everything").status).toBe(2)
  })
})
