import { randomUUID } from "node:crypto"
import type { Note } from "../model/note.js"

/** Where a job stands. */
export interface JobState {
  readonly id: string
  readonly state: "waiting" | "reading" | "recording" | "done"
  readonly done: number
  readonly total: number
  readonly added: number
  readonly known: number
  readonly claims: number
  readonly failed: readonly {
    readonly file: string
    readonly code: string
    readonly message: string
  }[]
  readonly notes: readonly (Note & { readonly report: string })[]
  readonly reports: readonly string[]
}

/** Says how a job goes on. */
export type Tell = (change: (before: JobState) => Partial<JobState>) => void

/** So many finished jobs are remembered. */
const REMEMBERED = 200

/** Work that takes longer than an answer may: one job after the other, each with its progress. */
export class Jobs {
  private readonly states = new Map<string, JobState>()
  private readonly listeners = new Map<string, Set<(state: JobState) => void>>()
  private last: Promise<void> = Promise.resolve()

  /** Queues work and gives its state at once. */
  begin(total: number, work: (tell: Tell) => Promise<void>): JobState {
    const id = `job-${randomUUID()}`
    const state: JobState = {
      id,
      state: "waiting",
      done: 0,
      total,
      added: 0,
      known: 0,
      claims: 0,
      failed: [],
      notes: [],
      reports: [],
    } // prettier-ignore
    this.states.set(id, state)
    const tell: Tell = (change) => {
      const before = this.states.get(id) ?? state
      this.tell({ ...before, ...change(before) })
    }
    const over = () => tell(() => ({ state: "done" }))
    this.last = this.last
      .then(() => work(tell))
      .then(over, (cause) => {
        const message = cause instanceof Error ? cause.message : String(cause)
        tell(({ failed }) => ({ failed: [...failed, { file: "", code: "job/failed", message }] }))
        over()
      })
    this.forget()
    return state
  }

  get(id: string): JobState | null {
    return this.states.get(id) ?? null
  }

  all(): JobState[] {
    return [...this.states.values()].reverse()
  }

  /** Calls back with every change until it is told to stop. */
  listen(id: string, listener: (state: JobState) => void): () => void {
    const all = this.listeners.get(id) ?? new Set()
    this.listeners.set(id, all.add(listener))
    return () => all.delete(listener)
  }

  /** Comes back when no job is under way. */
  async finished(): Promise<void> {
    let last: Promise<void> | null = null
    while (last !== this.last) {
      last = this.last
      await last
    }
  }

  private tell(state: JobState): void {
    this.states.set(state.id, state)
    for (const listener of this.listeners.get(state.id) ?? []) listener(state)
    if (state.state === "done") this.listeners.delete(state.id)
  }

  private forget(): void {
    for (const [id, { state }] of this.states) {
      if (this.states.size <= REMEMBERED) return
      if (state === "done") this.states.delete(id)
    }
  }
}
