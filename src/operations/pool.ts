import { Worker } from "node:worker_threads"
import { DragomanError } from "../model/error.js"
import type { Task } from "./read-worker.js"
import type { ReadDocument, Reader } from "./reader-type.js"

interface Answer {
  readonly id: number
  readonly document?: ReadDocument
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly details: Record<string, unknown>
  }
}

interface Waiting {
  resolve(document: ReadDocument): void
  reject(error: DragomanError): void
}

/** A reader over so many threads; each has a network of its own. Threads start when they are first needed. */
export function openPool(size: number, options: { readonly layers?: boolean } = {}): Reader {
  const hands: Hand[] = []
  return {
    read(input) {
      const living = hands.filter((hand) => !hand.lost)
      const idle = living.find((hand) => hand.busy === 0)
      const hand = idle ?? (living.length < size ? new Hand() : leastBusy(living))
      if (!hands.includes(hand)) hands.push(hand)
      return hand.read({ input, layers: options.layers ?? false })
    },
  }
}

function leastBusy(hands: readonly Hand[]): Hand {
  return hands.reduce((least, hand) => (hand.busy < least.busy ? hand : least))
}

/** One thread. It keeps the process alive only while it has work. */
class Hand {
  private readonly worker = new Worker(new URL("./read-worker.js", import.meta.url))
  private readonly waiting = new Map<number, Waiting>()
  private count = 0
  /** True once the thread has ended; it gets no more work. */
  lost = false

  constructor() {
    this.worker.on("message", (answer: Answer) => this.settle(answer))
    this.worker.on("error", (cause) => this.fail(cause))
    this.worker.on("exit", (code) => this.fail(new Error(`status ${code}`)))
    this.worker.unref()
  }

  get busy(): number {
    return this.waiting.size
  }

  read(task: Omit<Task, "id">): Promise<ReadDocument> {
    return new Promise((resolve, reject) => {
      const id = this.count++
      this.waiting.set(id, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ id, ...task })
    })
  }

  private settle({ id, document, error }: Answer): void {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (this.waiting.size === 0) this.worker.unref()
    if (document) waiting?.resolve(document)
    else
      waiting?.reject(
        new DragomanError(error?.code ?? "read/failed", error?.message ?? "", error?.details ?? {}),
      )
  }

  private fail(cause: unknown): void {
    this.lost = true
    const sentence = cause instanceof Error ? cause.message : String(cause)
    const error = new DragomanError(
      "read/thread-lost",
      `a reading thread ended (${sentence}): try --jobs 1`,
      {},
      { cause },
    )
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
