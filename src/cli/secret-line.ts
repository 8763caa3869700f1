import { createInterface } from "node:readline"
import { Writable } from "node:stream"

/** One line from the terminal that is not shown, or the first line of standard input. */
export async function secretLine(prompt: string): Promise<string> {
  const terminal = process.stdin.isTTY === true
  if (terminal) process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal })
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve)
    lines.once("close", () => resolve(""))
  })
  lines.close()
  if (terminal) process.stderr.write("\n")
  return line
}
