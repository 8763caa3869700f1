import { useSyncExternalStore } from "react"
import { useSay } from "../i18n/index.js"
import { Button, IconButton } from "./button.js"

export interface Note {
  readonly id: number
  readonly text: string
  readonly bad?: boolean
  readonly action?: {
    readonly label: string
    readonly run: () => void
    readonly hint?: string | null
  }
}

const STAYS_MS = 9000
let notes: readonly Note[] = []
let last = 0
const listeners = new Set<() => void>()

function set(next: readonly Note[]): void {
  notes = next
  for (const tell of listeners) tell()
}

const drop = (id: number) => set(notes.filter((one) => one.id !== id))

/** Says something in passing; it is read out and goes away, unless it is bad. */
export function tell(note: Omit<Note, "id">): void {
  const id = ++last
  set([...notes.slice(-2), { id, ...note }])
  if (!note.bad) setTimeout(() => drop(id), STAYS_MS)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const say = useSay()
  const shown = useSyncExternalStore(listen, () => notes)
  return (
    <section className="toasts" aria-label={say("notes")} aria-live="polite">
      {shown.map((note) => (
        <div key={note.id} className={note.bad ? "toast toast-bad" : "toast"}>
          <span>{note.text}</span>
          {note.action && (
            <Button
              look="quiet"
              hint={note.action.hint ?? null}
              onPress={() => {
                note.action?.run()
                drop(note.id)
              }}
            >
              {note.action.label}
            </Button>
          )}
          <IconButton sign="close" label={say("close")} onPress={() => drop(note.id)} />
        </div>
      ))}
    </section>
  )
}
