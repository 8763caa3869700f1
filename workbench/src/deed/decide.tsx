import { useState } from "react"
import { Problem } from "../api/client.js"
import { judge, takeBack } from "../api/judge.js"
import type { Changed, JudgementKind, RecordDetail } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import { tell } from "../parts/toast.js"

export interface Decided {
  readonly decide: (kind: JudgementKind) => Promise<void>
  readonly changed: Changed | null
  readonly busy: boolean
}

/** Decides on one record where it is shown, with the way back in the note that says so. */
export function useDecide(detail: RecordDetail | undefined): Decided {
  const say = useSay()
  const word = useWord()
  const [changed, setChanged] = useState<Changed | null>(null)
  const [busy, setBusy] = useState(false)
  async function decide(kind: JudgementKind): Promise<void> {
    if (!detail || busy) return
    setBusy(true)
    setChanged(null)
    try {
      const { judgements } = await judge({
        kind,
        record: detail.record.id,
        version: detail.version,
      })
      const ids = judgements.map((one) => one.id)
      tell({
        text: say("decided", { what: word("kind", kind) }),
        action: { label: say("undo"), run: () => void takeBack(ids) },
      })
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault
      setChanged(fault.changed)
      if (fault.changed === null) tell({ text: fault.message, bad: true })
    } finally {
      setBusy(false)
    }
  }
  return { decide, changed, busy }
}
