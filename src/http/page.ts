import { readFile } from "node:fs/promises"
import { extname, join, normalize, sep } from "node:path"
import { DragomanError } from "../model/error.js"

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".map": "application/json",
}

/** Files whose name holds a hash of what is in them never change. */
const HASHED = /[-.][\w-]{8,}\.\w+$/

/** A file of the built page; its first page for a path without a dot, which the page itself understands. */
export async function pageFile(folder: string | null, path: string): Promise<Response> {
  const last = path.split("/").at(-1) ?? ""
  if (folder === null) return path === "/" ? noPage() : unknownPath(path)
  const name = last.includes(".") ? decoded(path) : "/index.html"
  const file = normalize(join(folder, name))
  if (!file.startsWith(normalize(folder + sep))) return unknownPath(path)
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (
      ["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(
        cause.code ?? "",
      )
    )
      return null
    throw cause
  })
  if (bytes === null) return name === "/index.html" ? noPage() : unknownPath(path)
  const lasting = name.startsWith("/assets/") && HASHED.test(last)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
      "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    },
  })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return "/\u0000"
    throw error
  }
}

function unknownPath(path: string): never {
  throw new DragomanError(
    "route/unknown",
    `there is nothing at ${path.slice(0, 200)}: see /docs`,
    {},
  )
}

function noPage(): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dragoman</title>
<p>The ledger is served; its page is not built here. <a href="/docs">What can be asked over HTTP</a>.</p></html>`
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } })
}
