import { expect, test } from "vitest"
import { annotated } from "../../src/operations/annotate.js"
import { annotateOnThread } from "../../src/operations/annotate-thread.js"
import { openPool } from "../../src/operations/pool.js"
import { aServer } from "./a-server.js"

/** A million letters, and a deed behind them. */
const DEED = "\n\nIran recalled its ambassador to Azerbaijan on 3 May 2012."
const million = (letters: string) => letters.repeat(Math.ceil(1e6 / letters.length)) + DEED

test("while a million letters without a space are read, the server goes on answering", async () => {
  const server = await aServer({ openReader: async () => openPool(1) })
  try {
    let over = false
    const reading = server
      .post("/v1/read", { text: million("Ab"), language: "en" })
      .finally(() => (over = true))
    let answered = 0
    while (!over) {
      expect((await server.get("/v1/records")).status).toBe(200)
      if (!over) answered++
    }
    const { status, body } = await reading
    expect(status).toBe(200)
    expect(body.claims).toHaveLength(1)
    expect(answered).toBeGreaterThan(20)
  } finally {
    await server.close()
  }
}, 60_000)

test("a text is analysed on another thread as on this one", async () => {
  const text =
    "Iran recalled its ambassador.\n\n\u0648\u0632\u06cc\u0631 \u0628\u0647 \u0628\u0627\u06a9\u0648 \u0631\u0641\u062a."
  const asked = { text, language: undefined, tokens: "own" } as const
  expect(await annotateOnThread(asked)).toBe(await annotated(asked))
  const refused = annotateOnThread({ ...asked, tokens: "given" })
  await expect(refused).rejects.toMatchObject({ code: "annotate/not-conllu" })
}, 60_000)

test.each([
  ["capitals", "AB"],
  ["letters and stops", "a."],
  ["a file in letters", "Q29uZ3Jlc3M+/dGhl"],
])(
  "a million of %s cost about what a million letters cost to look at",
  async (_, letters) => {
    const reader = openPool(1)
    await reader.read({ text: DEED })
    const began = performance.now()
    const { layers } = await reader.read({ text: million(letters), language: "en" })
    expect(layers.claims).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(30_000)
  },
  60_000,
)
