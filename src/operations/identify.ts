import { z } from "zod"
import { identify as identifyText, identifySegments } from "../reading/identify.js"
import { operation } from "./operation.js"

/** The language of a text, and of its parts. */
export const identify = operation({
  name: "identify",
  summary: "Says which language a text is in, and which its parts are in.",
  input: z.object({ text: z.string() }),
  output: z.object({
    language: z.string(),
    score: z.number(),
    segments: z.array(z.object({ from: z.int(), to: z.int(), language: z.string() })),
  }),
  async run({ text }) {
    const { language, score } = identifyText(text)
    return {
      language,
      score,
      segments: identifySegments(text).map(({ from, to, language }) => ({ from, to, language })),
    }
  },
})
