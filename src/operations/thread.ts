import { parentPort, Worker, type WorkerOptions } from "node:worker_threads"
import { DragomanError } from "../model/error.js"
import { asError } from "./inputs.js"

type FileName = `./${string}.js`

/**
 * Starts a thread on a file of this folder, named as in an import. Run from the sources, the thread first learns to read
 * TypeScript, as the checkout's own tools do.
 */
export function startThread(name: FileName, options: WorkerOptions = {}): Worker {
  const file = new URL(name, import.meta.url)
  if (import.meta.url.endsWith(".js")) return new Worker(file, options)
  const source = JSON.stringify(file.href.replace(/\.js$/, ".ts"))
  const tool = JSON.stringify(import.meta.resolve("tsx/esm/api"))
  const code = `import(${tool}).then(({ register }) => { register(); return import(${source}) })`
  return new Worker(code, { ...options, eval: true, execArgv: [] })
}

interface Asked<Question> {
  readonly id: number
  readonly question: Question
}

interface Answered<Answer> {
  readonly id: number
  readonly answer?: Answer
  readonly error?: Pick<DragomanError, "code" | "message" | "details">
}

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: DragomanError): void
}

/** A thread that answers questions; see `answering`. It keeps the process alive only while it has work. */
export class Thread<Question, Answer> {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting<Answer>>()
  private count = 0
  /** True once the thread has ended; it gets no more work. */
  lost = false

  constructor(name: FileName) {
    this.worker = startThread(name)
    this.worker.on("message", (said: Answered<Answer>) => this.settle(said))
    this.worker.on("error", (cause) => this.fail(cause))
    this.worker.on("exit", (code) => this.fail(new Error(`status ${code}`)))
    this.worker.unref()
  }

  /** Questions that have no answer yet. */
  get busy(): number {
    return this.waiting.size
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = this.count++
      this.waiting.set(id, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ id, question } satisfies Asked<Question>)
    })
  }

  private settle({ id, answer, error }: Answered<Answer>): void {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (this.waiting.size === 0) this.worker.unref()
    if (error) waiting?.reject(new DragomanError(error.code, error.message, error.details))
    else waiting?.resolve(answer as Answer)
  }

  private fail(cause: unknown): void {
    this.lost = true
    const sentence = cause instanceof Error ? cause.message : String(cause)
    const message = `a reading thread ended (${sentence}): try --jobs 1`
    const error = new DragomanError("read/thread-lost", message, {}, { cause })
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

/** Called in a thread: answers whatever its `Thread` is asked, one after the other as they come. */
export function answering<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  const port = parentPort
  port?.on("message", ({ id, question }: Asked<Question>) => {
    void answer(question).then(
      (said) => port.postMessage({ id, answer: said } satisfies Answered<Answer>),
      (cause: unknown) => {
        const { code, message, details } = asError(cause)
        port.postMessage({ id, error: { code, message, details } } satisfies Answered<Answer>)
      },
    )
  })
}
