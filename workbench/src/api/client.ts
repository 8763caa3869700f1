import type { Changed } from "./types.js"

/** An answer that is not a success, as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = "Problem"
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** With 409: what changed since the version that was judged. */
    readonly changed: Changed | null = null,
  ) {
    super(message)
  }
}

/** No answer came: the server is gone, or this machine sleeps. */
export const UNREACHABLE = "page/unreachable"

type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

/** A path below `/v1` with its query; a list repeats its parameter, what is empty is left out. */
export function path(resource: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== "") params.append(name, String(one))
  const asked = params.toString()
  return `/v1/${resource}${asked === "" ? "" : `?${asked}`}`
}

/** Listeners that are told when the server wants somebody to log in. */
const refused = new Set<() => void>()
export function onRefused(listener: () => void): () => void {
  refused.add(listener)
  return () => refused.delete(listener)
}

async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  const text = String(body["detail"] ?? body["title"] ?? answer.statusText)
  const changed = (body["changed"] ?? null) as Changed | null
  return new Problem(answer.status, String(body["code"] ?? `http/${answer.status}`), text, changed)
}

/** A server that asks for patience gets it so often. */
const PATIENCE = 4
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 10_000)))

async function send(at: string, init: RequestInit, tries = 0): Promise<Response> {
  const answer = await fetch(at, { credentials: "same-origin", ...init }).catch(
    (fault: unknown) => {
      if (fault instanceof DOMException && fault.name === "AbortError") throw fault
      throw new Problem(0, UNREACHABLE, "the server does not answer")
    },
  )
  if (answer.ok) return answer
  if (answer.status === 429 && tries < PATIENCE) {
    await pause(Number(answer.headers.get("retry-after") ?? 1) * 1000)
    return send(at, init, tries + 1)
  }
  if (answer.status === 401 && !at.endsWith("/session")) for (const tell of refused) tell()
  throw await problemOf(answer)
}

/** Asks for one resource. */
export async function get<T>(at: string, signal?: AbortSignal): Promise<T> {
  const headers = { accept: "application/json" }
  return (await send(at, signal ? { headers, signal } : { headers })).json() as Promise<T>
}

/** Sends JSON and reads JSON. */
export async function post<T>(at: string, body: unknown): Promise<T> {
  const headers = { accept: "application/json", "content-type": "application/json" }
  const answer = await send(at, { method: "POST", headers, body: JSON.stringify(body) })
  return (answer.status === 204 ? {} : await answer.json()) as T
}

/** Sends files as a form. */
export async function postFiles<T>(at: string, files: readonly File[]): Promise<T> {
  const body = new FormData()
  for (const file of files) body.append("files", file, file.name)
  const answer = await send(at, { method: "POST", headers: { accept: "application/json" }, body })
  return answer.json() as Promise<T>
}

export async function remove(at: string): Promise<void> {
  await send(at, { method: "DELETE" })
}
