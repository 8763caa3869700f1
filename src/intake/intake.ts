import { DragomanError } from "../model/error.js"
import { decode } from "./charset.js"
import { readDelimited } from "./delimited.js"
import { refuseKnownKinds } from "./file-kind.js"
import { type LineResult, readJsonLines } from "./json-lines.js"
import { readPage } from "./page.js"
import { type IntakeResult, intakeError, type RawReport, rawReport } from "./raw-report.js"
import { hasText, isObject, reportOfFields, withoutNull } from "./report-fields.js"

const MOST_BYTES = 256_000_000

/**
 * Reads the reports in some bytes: plain text, HTML, JSON, JSON Lines, CSV, TSV, in any common charset.
 * `name` is the file's name; its ending helps where the bytes leave a doubt.
 * @throws DragomanError `intake/empty`, `intake/binary`, `intake/too-large`, `intake/unknown-format`, `intake/broken`
 */
export function intake(bytes: Uint8Array, name: string): IntakeResult {
  if (bytes.length > MOST_BYTES) {
    const sentence = `${name} has ${bytes.length} bytes; cut it into files of at most ${MOST_BYTES}.`
    throw intakeError("intake/too-large", sentence, {
      origin: name,
      length: bytes.length,
      limit: MOST_BYTES,
    })
  }
  refuseKnownKinds(bytes, name)
  const text = decode(bytes, name).replace(/^\ufeff/, "")
  if (!/[^\s\0]/.test(text))
    throw intakeError("intake/empty", `${name} is empty; give a file with a report in it.`, {
      origin: name,
    })
  return result(readAs(formOf(text, name), text, name), name)
}

type Form = "lines" | "json" | "csv" | "tsv" | "page" | "feed" | "text"

const ENDINGS: readonly (readonly [RegExp, Form])[] = [
  [/\.(?:jsonl|ndjson|jsonlines)$/i, "lines"],
  [/\.json$/i, "json"],
  [/\.csv$/i, "csv"],
  [/\.(?:tsv|tab)$/i, "tsv"],
  [/\.(?:html?|xhtml|mhtml)$/i, "page"],
]

function formOf(text: string, name: string): Form {
  const named = ENDINGS.find(([ending]) => ending.test(name))?.[1]
  if (named !== undefined) return named
  const head = text.slice(0, 2000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(head)) return "feed"
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)\b/i.test(
      head,
    )
  )
    return "page"
  if (/^[{[]\s*["{[]/.test(head))
    return /^\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 200_000).trimStart()) ? "lines" : "json"
  return "text"
}

function readAs(form: Form, text: string, name: string): readonly LineResult[] {
  switch (form) {
    case "lines":
      return readJsonLines(text, name)
    case "json":
      return readJson(text, name)
    case "csv":
      return readDelimited(text, name, /^[^\n,]*;/.test(text) ? ";" : ",")
    case "tsv":
      return readDelimited(text, name, "\t")
    case "page":
      return [readPage(text, name)]
    case "feed": {
      const sentence = `${name} is a news feed, which holds no whole reports; give the pages that it links to.`
      throw intakeError("intake/unknown-format", sentence, { origin: name })
    }
    case "text":
      return [rawReport({ text: withoutNull(text), origin: name })]
  }
}

const LISTS = [
  "reports",
  "articles",
  "items",
  "results",
  "documents",
  "docs",
  "data",
  "news",
  "entries",
  "hits",
]

/** One report, a list of them, or an object that holds such a list; failing that, JSON Lines. */
function readJson(text: string, name: string): readonly LineResult[] {
  const value = parsed(text)
  if (value === undefined) {
    const lines = text.includes("\n") ? readJsonLines(text, name) : []
    if (lines.some((line) => !(line instanceof DragomanError))) return lines
    throw intakeError(
      "intake/broken",
      `${name} is not valid JSON; mend it or save the report as plain text.`,
      { origin: name },
    )
  }
  if (hasText(value)) return [reportOfFields(value, name)]
  const list = Array.isArray(value)
    ? value
    : isObject(value)
      ? LISTS.map((key) => value[key]).find(Array.isArray)
      : undefined
  if (list !== undefined) return list.map((item, i) => itemOf(item, `${name}, item ${i + 1}`))
  return [isObject(value) ? reportOfFields(value, name) : itemOf(value, name)]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function itemOf(item: unknown, origin: string): LineResult {
  try {
    if (isObject(item)) return reportOfFields(item, origin)
    return intakeError("intake/broken", `${origin} is no report; write it as {"text": "…"}.`, {
      origin,
    })
  } catch (error) {
    if (error instanceof DragomanError) return error
    throw error
  }
}

function result(lines: readonly LineResult[], name: string): IntakeResult {
  const reports = lines.filter((line): line is RawReport => !(line instanceof DragomanError))
  const problems = lines.filter((line): line is DragomanError => line instanceof DragomanError)
  const [problem] = problems
  if (reports.length === 0 && problem !== undefined) throw problem
  if (reports.length === 0)
    throw intakeError("intake/empty", `${name} holds no report; give a file with a report in it.`, {
      origin: name,
    })
  return { reports, problems }
}
