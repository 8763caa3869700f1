import type { MiddlewareHandler } from "hono"
import { DragomanError } from "../model/error.js"
import type { Env, Site } from "./site.js"

/** Nothing from elsewhere is loaded, run, framed or sent to. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/** For documents that are made of other people's words. */
export const DOCUMENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}

/** Headers that every answer has, unless it says otherwise itself. */
export function safeHeaders(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "private, no-cache")
  }
}

/** A page elsewhere that has its name point at this machine is not answered. */
export function knownHost({ hosts }: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    const host = (c.req.header("host") ?? "").toLowerCase()
    if (!hosts.has(nameOf(host))) {
      const message = `this server is not called "${host.slice(0, 100)}": use the address that it printed, or name it with --allow-host`
      throw new DragomanError("request/foreign", message, {})
    }
    await next()
  }
}

/** The name in a Host header, without its port; brackets of an IPv6 address stay. */
export function nameOf(host: string): string {
  return host.replace(/:\d+$/, "")
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"])

/** Another site's page cannot make a browser write here, whatever cookies it sends along. */
export function ownOrigin(): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (
      !SAFE.has(c.req.method) &&
      isForeign(c.req.header("origin"), c.req.header("sec-fetch-site"), c.req.header("host"))
    ) {
      const message =
        "this was sent by a page of another site: only the ledger's own page may write here"
      throw new DragomanError("request/foreign", message, {})
    }
    await next()
  }
}

function isForeign(origin: string | undefined, site: string | undefined, host = ""): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return true
  if (origin === undefined) return false
  const at = URL.canParse(origin) ? new URL(origin) : null
  return at?.host !== host.toLowerCase().replace(/:(80|443)$/, "")
}
