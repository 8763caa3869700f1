import { DragomanError } from "../model/error.js"

/** @throws DragomanError `line/not-json` */
export function valueOfLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    const message = 'not JSON: write one object a line, such as {"text":"…"}'
    throw new DragomanError("line/not-json", message, {}, { cause })
  }
}

/** The lines of a stream of bytes or text, without their ends; a byte order mark is dropped. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8")
  let rest = ""
  for await (const chunk of chunks) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line
  }
  rest += decoder.decode()
  if (rest !== "") yield rest.endsWith("\r") ? rest.slice(0, -1) : rest
}
