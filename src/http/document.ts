import { DOCUMENT_POLICY } from "./guards.js"

const TYPES: Readonly<Record<string, readonly [type: string, ending: string]>> = {
  text: ["text/plain; charset=utf-8", "txt"],
  markdown: ["text/markdown; charset=utf-8", "md"],
  html: ["text/html; charset=utf-8", "html"],
  csv: ["text/csv; charset=utf-8", "csv"],
  jsonl: ["application/x-ndjson; charset=utf-8", "jsonl"],
}

/** An answer that is a document of its own: a brief to be looked at, an export to be kept. */
export function documentOf(name: string, said: Record<string, unknown>): Response {
  const format = String(said.format ?? "text")
  const [type, ending] = TYPES[format] ?? ["application/octet-stream", format]
  const kept = name === "export" ? "attachment" : "inline"
  const file = name === "export" ? "records" : name
  return new Response(String(said.document), {
    headers: {
      "content-type": type,
      "content-disposition": `${kept}; filename="dragoman-${file}.${ending}"`,
      "content-security-policy": DOCUMENT_POLICY,
    },
  })
}
