import type { AnnotateInput } from "./annotate.js"
import { Thread } from "./thread.js"

let thread: Thread<AnnotateInput, string> | null = null

/** Analyses a text on a thread of its own, so that this one goes on answering. */
export function annotateOnThread(input: AnnotateInput): Promise<string> {
  if (thread === null || thread.lost) thread = new Thread("./annotate-worker.js")
  return thread.ask(input)
}
