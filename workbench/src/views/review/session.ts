import { useCallback, useMemo, useReducer } from "react"
import { judge, judgeAll, takeBack } from "../../api/judge.js"
import { Problem } from "../../api/client.js"
import { keyOf } from "../../api/queue.js"
import type { Changed, Judging, JudgementKind, QueueItem } from "../../api/types.js"

/** What was decided at one stroke; the judgements have ids once the server has answered. */
interface Stroke {
  readonly keys: readonly string[]
  readonly ids: Promise<readonly string[]>
}

export interface SessionState {
  readonly at: number
  /** Question → what was decided. */
  readonly decided: Readonly<Record<string, JudgementKind>>
  /** Question → what somebody else changed meanwhile. */
  readonly conflicts: Readonly<Record<string, Changed>>
  readonly picked: readonly string[]
  readonly strokes: readonly Stroke[]
}

type Step =
  | { readonly do: "go"; readonly at: number }
  | { readonly do: "pick"; readonly keys: readonly string[] }
  | {
      readonly do: "decide"
      readonly stroke: Stroke
      readonly kind: JudgementKind
      readonly next: number
    }
  | {
      readonly do: "follow"
      readonly of: string
      readonly keys: readonly string[]
      readonly kind: JudgementKind
    }
  | {
      readonly do: "back"
      readonly keys: readonly string[]
      readonly at: number
      readonly changed: Changed | null
    }

const START: SessionState = { at: 0, decided: {}, conflicts: {}, picked: [], strokes: [] }

function without<T>(
  table: Readonly<Record<string, T>>,
  keys: readonly string[],
): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)))
}

function reduce(state: SessionState, step: Step): SessionState {
  switch (step.do) {
    case "go":
      return { ...state, at: step.at }
    case "pick":
      return { ...state, picked: step.keys }
    case "decide": {
      const { keys } = step.stroke
      const decided = {
        ...state.decided,
        ...Object.fromEntries(keys.map((key) => [key, step.kind])),
      }
      return {
        at: step.next,
        decided,
        picked: [],
        conflicts: without(state.conflicts, keys),
        strokes: [...state.strokes, step.stroke],
      }
    }
    case "follow": {
      const decided = {
        ...state.decided,
        ...Object.fromEntries(step.keys.map((key) => [key, step.kind])),
      }
      const strokes = state.strokes.map((one) =>
        one.keys.includes(step.of) ? { ...one, keys: [...one.keys, ...step.keys] } : one,
      )
      return { ...state, decided, strokes }
    }
    case "back": {
      const { keys, changed } = step
      const found = changed ? Object.fromEntries(keys.map((key) => [key, changed])) : {}
      const strokes = state.strokes.filter((one) => !one.keys.some((key) => keys.includes(key)))
      return {
        ...state,
        at: step.at,
        decided: without(state.decided, keys),
        conflicts: { ...state.conflicts, ...found },
        strokes,
      }
    }
  }
}

export interface Session extends SessionState {
  readonly go: (at: number) => void
  readonly pick: (keys: readonly string[]) => void
  readonly decide: (
    indices: readonly number[],
    kind: JudgementKind,
    sent: readonly Judging[],
  ) => Promise<void>
  /** Notes a decision that was sent elsewhere, such as a corrected field. */
  readonly note: (index: number, kind: JudgementKind, ids: readonly string[]) => void
  /** Takes the last stroke back; tells how many decisions that were. */
  readonly undo: () => Promise<number>
}

/**
 * One sitting at the queue. A decision shows at once and the next question comes up; it is sent meanwhile, and when the
 * server refuses it, the question comes back with what changed.
 */
export function useSession(items: readonly QueueItem[]): Session {
  const [state, step] = useReducer(reduce, START)
  const keys = useMemo(() => items.map(keyOf), [items])

  const nextOpen = useCallback(
    (after: number, done: readonly string[]) => {
      const open = (index: number) => {
        const key = keys[index] ?? ""
        return !(key in state.decided) && !done.includes(key)
      }
      for (let index = after + 1; index < keys.length; index++) if (open(index)) return index
      return Math.min(after + 1, keys.length)
    },
    [keys, state.decided],
  )

  async function decide(
    indices: readonly number[],
    kind: JudgementKind,
    sent: readonly Judging[],
  ): Promise<void> {
    const own = indices.map((index) => keys[index] ?? "")
    const only = sent.length === 1 ? sent[0] : undefined
    const answer = only ? judge(only) : judgeAll(sent)
    const ids = answer.then(({ judgements }) => judgements.map((one) => one.id))
    const of = own[0] ?? ""
    const first = indices[0] ?? 0
    const bulk = indices.length > 1
    step({
      do: "decide",
      stroke: { keys: own, ids },
      kind,
      next:
        bulk && !own.includes(keys[state.at] ?? "")
          ? state.at
          : nextOpen(bulk ? state.at : first, own),
    })
    try {
      const gone = (await answer).gone ?? []
      const asked = items.filter(
        (one) => gone.includes(one.record.id) || (one.other && gone.includes(one.other.id)),
      )
      const settled = asked
        .map(keyOf)
        .filter((key) => !own.includes(key) && !(key in state.decided))
      if (settled.length > 0) step({ do: "follow", of, keys: settled, kind })
    } catch (fault) {
      step({
        do: "back",
        keys: own,
        at: first,
        changed: fault instanceof Problem ? fault.changed : null,
      })
      throw fault
    }
  }

  function note(index: number, kind: JudgementKind, ids: readonly string[]): void {
    const key = keys[index] ?? ""
    step({
      do: "decide",
      stroke: { keys: [key], ids: Promise.resolve(ids) },
      kind,
      next: nextOpen(index, [key]),
    })
  }

  async function undo(): Promise<number> {
    const last = state.strokes.at(-1)
    if (!last) return 0
    step({
      do: "back",
      keys: last.keys,
      at: Math.max(0, keys.indexOf(last.keys[0] ?? "")),
      changed: null,
    })
    await takeBack(await last.ids)
    return last.keys.length
  }

  return {
    ...state,
    go: (at) => step({ do: "go", at: Math.max(0, Math.min(items.length - 1, at)) }),
    pick: (picked) => step({ do: "pick", keys: picked }),
    decide,
    note,
    undo,
  }
}
