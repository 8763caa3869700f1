import { z } from "zod"
import type { Layers } from "../model/layers.js"
import type { Context } from "./context.js"
import { operation } from "./operation.js"
import { given } from "./read.js"
import { eventSchema, officeSchema, quantitySchema } from "./schemas.js"

const language = z.string().nullish()

/** The names in a text and whom they mean, the offices and the named events. */
export const names = operation({
  name: "names",
  summary:
    "Finds persons, organisations, places, offices and named events in a text, and whom they mean.",
  input: z.object({ text: z.string(), language }),
  output: z.object({
    mentions: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        text: z.string(),
        type: z.enum(["PER", "ORG", "LOC"]),
        actor: z.string().nullable(),
      }),
    ),
    offices: z.array(officeSchema),
    events: z.array(eventSchema),
  }),
  async run(input, context) {
    const { mentions = [], offices = [], events = [] } = await layersOf(input, context)
    const named = mentions.filter((mention) => mention.kind !== "pronoun")
    return {
      mentions: named.map(({ from, to, type, party, candidates }) => {
        return {
          from,
          to,
          text: input.text.slice(from, to),
          type,
          actor: party?.id ?? candidates[0] ?? null,
        }
      }),
      offices: [...offices],
      events: [...events],
    }
  },
})

/** The dates in a sentence, or what one expression means. */
export const when = operation({
  name: "when",
  summary: "Reads the dates in a sentence, or one expression of time, as EDTF.",
  input: z
    .object({
      text: z.string().optional(),
      sentence: z.string().optional(),
      published: z.string().nullish(),
      language,
    })
    .refine(
      (input) => (input.text ?? input.sentence) !== undefined,
      'give a "text" (an expression) or a "sentence"',
    ),
  output: z.object({
    dates: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        text: z.string(),
        edtf: z.string(),
        basis: z.string(),
      }),
    ),
  }),
  async run({ text, sentence, ...rest }, context) {
    const { dates = [] } = await layersOf({ ...rest, text: sentence ?? text ?? "" }, context)
    return {
      dates: dates.flatMap(({ from, to, text, edtf, basis }) =>
        edtf === null ? [] : [{ from, to, text, edtf, basis }],
      ),
    }
  },
})

/** The quantities in a sentence. */
export const howmuch = operation({
  name: "howmuch",
  summary: "Reads the quantities in a sentence: how many, how much, of what.",
  input: z.object({ sentence: z.string(), language }),
  output: z.object({ quantities: z.array(quantitySchema) }),
  async run({ sentence, language }, context) {
    const { quantities = [] } = await layersOf({ text: sentence, language }, context)
    return { quantities: quantities.map(({ sentence: _, ...quantity }) => quantity) }
  },
})

async function layersOf(
  input: Parameters<typeof given>[0],
  context: Context,
): Promise<Partial<Layers>> {
  return (await (await context.reader()).read(given(input))).layers
}
