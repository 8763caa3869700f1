import { DragomanError } from "../model/error.js"
import { intakeError, LONGEST_TEXT, type RawReport } from "./raw-report.js"
import { isObject, reportOfFields } from "./report-fields.js"

/** The longest line that is parsed; every unit of a text may be escaped as six. */
const LONGEST_LINE = LONGEST_TEXT * 6 + 1_000_000

/** A report, or why a line gave none. Errors are values here, so that the other lines go on. */
export type LineResult = RawReport | DragomanError

/** Reads one line of JSON Lines. `origin` names the line in messages: `standard input, line 3`. */
export function readJsonLine(line: string, origin: string): LineResult {
  try {
    if (line.length > LONGEST_LINE) throw tooLong(origin)
    const value: unknown = JSON.parse(line)
    if (isObject(value)) return reportOfFields(value, origin)
    throw intakeError(
      "intake/broken",
      `${origin} is not a JSON object; write {"text": "…"} on one line.`,
      { origin },
    )
  } catch (error) {
    if (error instanceof DragomanError) return error
    if (error instanceof SyntaxError) return notJson(origin, error)
    throw error
  }
}

function notJson(origin: string, cause: SyntaxError): DragomanError {
  return intakeError(
    "intake/broken",
    `${origin} is not valid JSON; write one report a line as {"text": "…"}.`,
    { origin },
    cause,
  )
}

function tooLong(origin: string): DragomanError {
  const sentence = `${origin} is longer than ${LONGEST_LINE} characters; cut the report into smaller ones.`
  return intakeError("intake/too-large", sentence, { origin, limit: LONGEST_LINE })
}

/** Reads all lines of a text; blank lines give nothing. */
export function readJsonLines(text: string, origin: string): LineResult[] {
  const results: LineResult[] = []
  let number = 0
  for (const line of text.split("\n")) {
    number++
    if (line.trim() !== "") results.push(readJsonLine(line, `${origin}, line ${number}`))
  }
  return results
}

/** Reads a stream of bytes or text line by line, keeping no more than one line. */
export async function* streamJsonLines(
  chunks: AsyncIterable<Uint8Array | string>,
  origin = "standard input",
): AsyncGenerator<LineResult> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let size = 0
  let number = 0
  const end = function* (): Generator<LineResult> {
    number++
    const line = parts.join("").replace(/^\ufeff/, "")
    const at = `${origin}, line ${number}`
    if (size > LONGEST_LINE) yield tooLong(at)
    else if (line.trim() !== "") yield readJsonLine(line, at)
    parts = []
    size = 0
  }
  for await (const chunk of chunks) {
    const pieces = (
      typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })
    ).split("\n")
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) yield* end()
      size += piece.length
      // A line that is too long is counted but no longer kept.
      if (size <= LONGEST_LINE) parts.push(piece)
      else parts = []
    }
  }
  yield* end()
}
