import { expect, test } from "vitest"
import { Pipeline, type Stage } from "../../src/model/pipeline.js"
import { report } from "../../src/model/report.js"

const zones: Stage<never, "zones"> = {
  name: "zones",
  needs: [],
  adds: ["zones"],
  run: ({ report }) => ({ layers: { zones: [{ from: 0, to: report.text.length, zone: "body" }] } }),
}
const segments: Stage<"zones", "segments"> = {
  name: "segments",
  needs: ["zones"],
  adds: ["segments"],
  run: async ({ layers }) => ({
    layers: {
      segments: layers.zones.map(({ from, to }) => ({ from, to, language: "en", score: 1 })),
    },
    notes: [{ code: "test/said", reason: "a remark", from: 0, to: 0 }],
  }),
}

test("stages add their layers and their notes in order", async () => {
  const document = await Pipeline.start()
    .use(zones)
    .use(segments)
    .read(report({ text: "abc" }))
  expect(document.layers.segments).toEqual([{ from: 0, to: 3, language: "en", score: 1 }])
  expect(document.notes.map((n) => n.code)).toEqual(["test/said"])
  expect(Object.isFrozen(document)).toBe(true)
  expect(Object.isFrozen(document.layers)).toBe(true)
})

test("a pipeline in which a layer is missing does not compile", () => {
  // @ts-expect-error the layer "zones" has not been added
  Pipeline.start().use(segments)
})
