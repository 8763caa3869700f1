import { DragomanError } from "../model/error.js"
import { startThread } from "./thread.js"

/** Computes the records of the ledger at a path on a thread of its own, so that this one goes on answering. */
export function rebuildOnThread(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread("./rebuild-worker.js", { workerData: path })
    worker.once("error", reject)
    worker.once("exit", (code) => {
      if (code === 0) resolve()
      else
        reject(
          new DragomanError(
            "ledger/not-computed",
            `the thread that computes the records ended with ${code}`,
            {},
          ),
        )
    })
  })
}
