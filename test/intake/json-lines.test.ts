import { expect, test } from "vitest"
import { readJsonLine, streamJsonLines } from "../../src/intake/index.js"
import { DragomanError } from "../../src/model/error.js"

async function* chunks(
  ...parts: readonly (string | Uint8Array)[]
): AsyncGenerator<string | Uint8Array> {
  yield* parts
}

/** What a stream gives: texts, and codes of errors. */
async function read(...parts: readonly (string | Uint8Array)[]): Promise<string[]> {
  const results: string[] = []
  for await (const result of streamJsonLines(chunks(...parts))) {
    results.push(result instanceof DragomanError ? result.code : result.text)
  }
  return results
}

test("lines are put together from chunks, letters too", async () => {
  const bytes = new TextEncoder().encode('{"text":"слово"}\n{"text":"دو"}')
  const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
  expect(await read(...single)).toEqual(["слово", "دو"])
})

test("a broken line is a value in its place, and the others go on", async () => {
  expect(await read('{"text":"a"}\n', "{bad\n\n", "5\n", '{"text":"b"}\r\n')).toEqual([
    "a",
    "intake/broken",
    "intake/broken",
    "b",
  ])
})

test("an endless line is refused without being kept", async () => {
  const long = "a".repeat(1_000_000)
  expect(await read(...Array.from({ length: 30 }, () => long), '\n{"text":"b"}\n')).toEqual([
    "intake/too-large",
    "b",
  ])
})

test("no lines, no reports", async () => {
  expect(await read()).toEqual([])
  expect(await read("\n \n")).toEqual([])
})

test("a report names the line that it came from", () => {
  expect(readJsonLine('{"text":"a"}', "standard input, line 3")).toEqual({
    text: "a",
    origin: "standard input, line 3",
  })
})
