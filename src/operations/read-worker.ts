import type { ReportInput } from "../model/report.js"
import { openReader } from "./reader.js"
import type { ReadDocument } from "./reader-type.js"
import { answering } from "./thread.js"

/** What a thread of the pool is asked; it opens a reader of its own. */
export interface ReadTask {
  readonly input: ReportInput
  /** Whether all layers are wanted, or the claims only. */
  readonly layers: boolean
}

const opened = openReader()
opened.catch(() => {})

answering(async ({ input, layers }: ReadTask): Promise<ReadDocument> => {
  const document = await (await opened).read(input)
  if (layers) return document
  // Who wants the claims only looks at nothing else; the rest would be copied from thread to thread.
  return { ...document, layers: { claims: document.layers.claims } as ReadDocument["layers"] }
})
