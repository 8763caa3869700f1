import type { OpenApiDocument } from "./openapi.js"

interface Described {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: Schema }> }
  readonly responses: Record<
    string,
    {
      readonly description?: string
      readonly content?: Record<string, { readonly schema?: Schema }>
    }
  >
}

type Schema = Readonly<Record<string, unknown>>

/** The description of the interface for people: one page, no script, nothing from elsewhere. */
export function docsPage(api: OpenApiDocument): string {
  const all = Object.entries(api.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, one]) => ({
      path,
      method,
      one,
    })),
  )
  const groups = [...new Set(all.map(({ one }) => one.tags?.[0] ?? ""))]
  const contents = groups.map(
    (group) => `<li><a href="#${escaped(group)}">${escaped(group)}</a></li>`,
  )
  const sections = groups.map((group) => {
    const mine = all.filter(({ one }) => one.tags?.[0] === group)
    return `<section id="${escaped(group)}"><h2>${escaped(group)}</h2>${mine.map(entry).join("")}</section>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dragoman over HTTP</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head><body>
<header><h1>${escaped(api.info.title)} over HTTP</h1><p>${escaped(api.info.description ?? "")}</p>
<p>Version ${escaped(api.info.version)}. For programs: <a href="/v1/openapi.json">OpenAPI 3.1</a>.
Errors are <code>application/problem+json</code> with a sentence in <code>detail</code>.</p><nav><ul>${contents.join("")}</ul></nav></header>
<main>${sections.join("")}</main></body></html>`
}

function entry({ path, method, one }: { path: string; method: string; one: Described }): string {
  const parameters = (one.parameters ?? []).map(
    (parameter) =>
      `<tr><td><code>${escaped(parameter.name)}</code></td><td>${escaped(parameter.in)}${parameter.required ? ", needed" : ""}</td><td><code>${escaped(kind(parameter.schema))}</code></td></tr>`,
  )
  const body = Object.entries(one.requestBody?.content ?? {}).map(([type, { schema }]) =>
    shape(`Body, ${type}`, schema),
  )
  const answers = Object.entries(one.responses).flatMap(([status, { content = {} }]) =>
    status === "default"
      ? []
      : Object.entries(content).map(([type, { schema }]) => shape(`${status}, ${type}`, schema)),
  )
  return `<article id="${escaped(one.operationId ?? "")}"><h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(one.summary ?? "")}</p>${parameters.length > 0 ? `<table><tbody>${parameters.join("")}</tbody></table>` : ""}${[...body, ...answers].join("")}</article>`
}

function shape(title: string, schema: Schema | undefined): string {
  if (!schema) return ""
  return `<details><summary>${escaped(title)}</summary><pre>${escaped(JSON.stringify(schema, null, 1))}</pre></details>`
}

/** A schema in a few words. */
function kind(schema: Schema | undefined): string {
  if (!schema) return ""
  const choices = schema.enum as readonly string[] | undefined
  if (choices) return choices.join(" | ")
  if (schema.type === "array") return `${kind(schema.items as Schema)}, may be repeated`
  const any = schema.anyOf as readonly Schema[] | undefined
  return any ? any.map(kind).join(" or ") : String(schema.type ?? "any")
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  )
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 1rem }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0 }
article { border-top: 1px solid #8888; padding: .5rem 0 }
h3 { font-size: 1rem; margin: .5rem 0 }
.method { display: inline-block; min-width: 4rem; font-weight: 700 }
table { border-collapse: collapse; font-size: .9rem }
td { padding: .1rem 1rem .1rem 0; vertical-align: top }
pre { overflow: auto; max-height: 30rem; font-size: .8rem }
`
