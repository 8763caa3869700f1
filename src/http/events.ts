import type { Context } from "../operations/context.js"
import { jobLine } from "../operations/job.js"
import type { JobState } from "../operations/jobs.js"

/** A line now and then keeps a proxy from closing a quiet connection. */
const BEAT = 15_000

/** How a job goes on, as server-sent events: its state now, after every change, and at last when it is done. */
export function jobEvents(context: Context, id: string, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text))
      }
      const tell = (state: JobState) => {
        write(`data: ${JSON.stringify(jobLine(state))}\n\n`)
        if (state.state === "done") leave()
      }
      const beat = setInterval(() => write(": still there\n\n"), BEAT)
      const stop = context.jobs.listen(id, tell)
      leave = () => {
        if (!open) return
        open = false
        clearInterval(beat)
        stop()
        signal.removeEventListener("abort", leave)
        controller.close()
      }
      signal.addEventListener("abort", leave)
      write("retry: 2000\n\n")
      const now = context.jobs.get(id)
      if (now) tell(now)
    },
    cancel: () => leave(),
  })
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  })
}
