import type { Context as HonoContext } from "hono"
import { DragomanError } from "../model/error.js"
import type { Env } from "./site.js"

const MIB = 1024 * 1024

/** Bytes that a body may have: more where reports come in. */
export function mostBytes(path: string): number {
  if (path === "/v1/reports") return 64 * MIB
  return /^\/v1\/(read|annotate|reports\/one)$/.test(path) ? 16 * MIB : MIB
}

/** @throws DragomanError `request/unsupported`, `request/not-json`, `request/too-large` */
export async function jsonBody(c: HonoContext<Env>): Promise<unknown> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json") {
    const message = `send JSON with content-type application/json, not "${(type ?? "").slice(0, 80)}"`
    throw new DragomanError("request/unsupported", message, {})
  }
  const text = new TextDecoder().decode(await limitedBody(c))
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const message = "the body is not JSON: send one object"
    throw new DragomanError("request/not-json", message, {}, { cause })
  }
}

/** The body, as long as it is not larger than what its path allows. */
async function limitedBody(c: HonoContext<Env>): Promise<Uint8Array> {
  const most = mostBytes(c.req.path)
  assertLength(c, most)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.length
    if (size > most) throw tooLarge(most)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function assertLength(c: HonoContext<Env>, most: number): void {
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most)
}

function tooLarge(most: number): DragomanError {
  const message = `a body may have ${most / MIB} MiB at most: send it in parts`
  return new DragomanError("request/too-large", message, { most })
}

/** Files and fields of a form, as the operation that adds reports takes them. */
export async function formBody(c: HonoContext<Env>): Promise<Record<string, unknown>> {
  const bytes = await limitedBody(c)
  const type = c.req.header("content-type") ?? ""
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { "content-type": type },
  })
    .formData()
    .catch((cause: unknown) => {
      const message = "the form cannot be read: send multipart/form-data with files"
      throw new DragomanError("request/not-a-form", message, {}, { cause })
    })
  const files = await Promise.all(
    [...form.values()].flatMap((value) => (typeof value === "string" ? [] : [fileOf(value)])),
  )
  const texts = [...form.entries()].filter(([, value]) => typeof value === "string" && value !== "")
  return { ...Object.fromEntries(texts), files }
}

async function fileOf(file: File): Promise<{ name: string; base64: string }> {
  return {
    name: file.name || "file",
    base64: Buffer.from(await file.arrayBuffer()).toString("base64"),
  }
}
