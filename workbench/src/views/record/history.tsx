import { useState } from "react"
import { takeBack } from "../../api/judge.js"
import type { HistoryEntry } from "../../api/types.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { tell } from "../../parts/toast.js"
import { useFormat } from "../../text/format.js"
import { useValue } from "../../deed/value.js"

/** Who decided what when, and the way back from each decision. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const say = useSay()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say("record.history")}</h2>
      {entries.length === 0 ? (
        <p className="soft">{say("record.history.none")}</p>
      ) : (
        <ol className="history">
          {[...entries].reverse().map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const say = useSay()
  const word = useWord()
  const format = useFormat()
  const value = useValue()
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    try {
      await takeBack([entry.id])
      tell({ text: say("undone") })
    } catch (fault) {
      tell({ text: fault instanceof Error ? fault.message : String(fault), bad: true })
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className={entry.undone ? "history-entry history-undone" : "history-entry"}>
      <p>
        <b>
          <Bdi text={entry.by} />
        </b>{" "}
        {word("kind", entry.kind)}
        {entry.changes.map(({ field, was, is }) => (
          <span key={field} className="change">
            {" "}
            {word("field", field)}:{" "}
            <del>
              <Bdi text={value(field, was)} />
            </del>{" "}
            <ins>
              <Bdi text={value(field, is)} />
            </ins>
          </span>
        ))}
      </p>
      {entry.why !== "" && (
        <p className="history-why">
          <Bdi text={entry.why} />
        </p>
      )}
      <p className="soft">
        <time dateTime={entry.at}>{format.time(entry.at)}</time>
        {entry.undone && <span> · {say("history.undone")}</span>}
      </p>
      {!entry.undone && entry.kind !== "undo" && (
        <Button look="quiet" sign="undo" isDisabled={busy} onPress={() => void undo()}>
          {say("undo")}
        </Button>
      )}
    </li>
  )
}
