import type { z } from "zod"
import type { Context } from "./context.js"

/** One question that the system answers: what goes in, what comes out, and how. Every door is a loop over these. */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: string
  /** One sentence for a help page, an API description or a tool list. */
  readonly summary: string
  readonly input: Input
  readonly output: Output
  run(input: z.output<Input>, context: Context): Promise<z.input<Output>>
}

/** Declares an operation; the schemas give the types of `run`. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  parts: Operation<Input, Output>,
): Operation<Input, Output> {
  return Object.freeze(parts)
}
