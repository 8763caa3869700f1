import { parentPort } from "node:worker_threads"
import type { ReportInput } from "../model/report.js"
import { asError } from "./inputs.js"
import { openReader } from "./reader.js"

/** A worker of the pool: opens a reader of its own and reads what it is sent, one report after the other. */
export interface Task {
  readonly id: number
  readonly input: ReportInput
  /** Whether all layers are wanted, or the claims only. */
  readonly layers: boolean
}

const opened = openReader()
opened.catch(() => {})

parentPort?.on("message", ({ id, input, layers }: Task) => {
  void opened
    .then((reader) => reader.read(input))
    .then((document) =>
      layers ? document : { ...document, layers: { claims: document.layers.claims } },
    )
    .then((document) => parentPort?.postMessage({ id, document }))
    .catch((cause) => {
      const { code, message, details } = asError(cause)
      parentPort?.postMessage({ id, error: { code, message, details } })
    })
})
