import type { ZodError } from "zod"
import { DragomanError } from "../model/error.js"

/** What went wrong, as RFC 9457 has it. `detail` is a sentence that says what to do. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly [more: string]: unknown
}

/** Status and title for the codes of our errors; the longest beginning that fits counts. */
const KINDS: readonly (readonly [string, number, string])[] = [
  ["ledger/absent", 404, "No ledger"],
  ["ledger/unknown-id", 404, "Not found"],
  ["ledger/moved", 404, "Moved"],
  ["ledger/id-taken", 409, "Conflict"],
  ["ledger/changed", 409, "Changed meanwhile"],
  ["ledger/", 500, "The ledger cannot be used"],
  ["job/unknown", 404, "Not found"],
  ["reader/", 503, "The reader is not there"],
  ["read/", 500, "The reader failed"],
  ["intake/too-large", 413, "Too large"],
  ["request/too-large", 413, "Too large"],
  ["request/unsupported", 415, "Unsupported kind of content"],
  ["request/not-allowed", 405, "Not allowed here"],
  ["request/too-many", 429, "Too many requests"],
  ["request/foreign", 403, "Not from here"],
  ["request/precondition", 412, "Precondition failed"],
  ["request/", 400, "Bad request"],
  ["access/login", 401, "Log in first"],
  ["access/", 403, "Not allowed"],
  ["route/unknown", 404, "Not found"],
  ["cursor/", 400, "Bad request"],
  ["judgement/nothing", 404, "Nothing to undo"],
]

/** Any failure as a problem; what is nobody's fault but ours says nothing of our insides. */
export function problemOf(cause: unknown): Problem {
  if (cause instanceof DragomanError) return ofError(cause)
  return {
    type: "about:blank",
    title: "Internal error",
    status: 500,
    detail: "the server failed; it wrote the cause to its standard error",
    code: "internal",
  }
}

function ofError({ code, message, details }: DragomanError): Problem {
  const [, status, title] = KINDS.find(([begins]) => code.startsWith(begins)) ?? [
    "",
    422,
    "Cannot be done",
  ]
  const { path: _, ...more } = details
  return { type: "about:blank", title, status, detail: message, code, ...more }
}

/** What is wrong with an input, each with where it stands. */
export function problemOfInput(error: ZodError, where: "query" | "body"): Problem {
  const errors = error.issues.map(({ path, message }) => ({
    pointer: path.map(String).join("/"),
    detail: message,
  }))
  const said = errors.map(({ pointer, detail }) =>
    pointer === "" ? detail : `"${pointer}": ${detail}`,
  )
  return {
    type: "about:blank",
    title: "The request is not understood",
    status: where === "query" ? 400 : 422,
    detail: said.slice(0, 5).join("; "),
    code: "request/invalid",
    errors: errors.slice(0, 20),
  }
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...headers },
  })
}
