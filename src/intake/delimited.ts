import { DragomanError } from "../model/error.js"
import { intakeError } from "./raw-report.js"
import type { LineResult } from "./json-lines.js"
import { reportOfFields, TEXT_NAMES } from "./report-fields.js"

/** Reads CSV (RFC 4180) or TSV with a header line; one of its columns must hold the text. */
export function readDelimited(
  source: string,
  origin: string,
  separator: "," | "\t" | ";",
): LineResult[] {
  const [head, ...rows] = rowsOf(source, separator)
  const columns = (head ?? []).map((name) => name.trim().replace(/^\ufeff/, ""))
  const named = columns.map(
    (name) =>
      TEXT_NAMES.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name.toLowerCase(),
  )
  if (!named.some((name) => TEXT_NAMES.includes(name))) {
    const sentence = `${origin} has no column "text"; name the column that holds the report "text" in its first line.`
    throw intakeError("intake/broken", sentence, { origin, columns: columns.slice(0, 20) })
  }
  return rows.flatMap((cells, i) => {
    if (cells.every((cell) => cell.trim() === "")) return []
    const fields = Object.fromEntries(named.map((name, at) => [name, cells[at] ?? ""]))
    return [row(fields, `${origin}, row ${i + 1}`)]
  })
}

function row(fields: Record<string, string>, origin: string): LineResult {
  try {
    return reportOfFields(fields, origin)
  } catch (error) {
    if (error instanceof DragomanError) return error
    throw error
  }
}

function rowsOf(source: string, separator: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at < source.length) {
    const { value, next } = source[at] === '"' ? quoted(source, at) : bare(source, at, separator)
    cells.push(value)
    at = next
    if (source[at] === separator) {
      at++
      if (at < source.length) continue
    }
    if (source[at] === "\r") at++
    if (source[at] === "\n") at++
    rows.push(cells)
    cells = []
  }
  return rows
}

function bare(source: string, at: number, separator: string): { value: string; next: number } {
  let next = at
  while (
    next < source.length &&
    source[next] !== separator &&
    source[next] !== "\n" &&
    source[next] !== "\r"
  )
    next++
  return { value: source.slice(at, next), next }
}

/** A cell in quotes, which stand doubled inside; what follows the closing one belongs to the cell as well. */
function quoted(source: string, at: number): { value: string; next: number } {
  let value = ""
  let from = at + 1
  for (;;) {
    const close = source.indexOf('"', from)
    if (close < 0) return { value: value + source.slice(from), next: source.length }
    value += source.slice(from, close)
    if (source[close + 1] !== '"') {
      let next = close + 1
      while (next < source.length && !/[,;\t\r\n]/.test(source[next] ?? "")) next++
      return { value: value + source.slice(close + 1, next), next }
    }
    value += '"'
    from = close + 2
  }
}
