import { memo, useEffect, useRef } from "react"
import { keyOf } from "../../api/queue.js"
import type { QueueItem } from "../../api/types.js"
import { useAct } from "../../deed/act.js"
import { Sides } from "../../deed/party.js"
import { StatusSign } from "../../deed/status.js"
import { useHint } from "../../app/keys.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Button } from "../../parts/button.js"
import type { Session } from "./session.js"

/** What comes and what was decided; several can be picked and decided at one stroke. */
export function QueueList({ items, session }: { items: readonly QueueItem[]; session: Session }) {
  const say = useSay()
  const hint = useHint()
  const box = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the question
  useEffect(() => {
    const here = box.current?.querySelector<HTMLElement>('[aria-current="true"]')
    const list = box.current
    if (!here || !list) return
    const [top, bottom] = [
      here.offsetTop - list.offsetTop,
      here.offsetTop - list.offsetTop + here.offsetHeight,
    ]
    if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight)
      list.scrollTop = top - 60
  }, [session.at])
  const open = items.filter((item) => item.kind === "record" && !(keyOf(item) in session.decided))
  return (
    <aside className="queue" aria-label={say("queue")}>
      <header className="queue-head">
        <h2>{say("queue")}</h2>
        <Button look="quiet" onPress={() => session.pick(open.map(keyOf))}>
          {say("queue.all")}
        </Button>
      </header>
      <p className="queue-help">
        {say("queue.help")} {hint("pick") && <kbd>{hint("pick")}</kbd>}
      </p>
      <ol ref={box} className="queue-list">
        {items.map((item, index) => {
          const key = keyOf(item)
          return (
            <QueueRow
              key={key}
              item={item}
              here={index === session.at}
              picked={session.picked.includes(key)}
              decided={session.decided[key] ?? ""}
              conflict={key in session.conflicts}
              onGo={() => session.go(index)}
              onPick={(on) =>
                session.pick(
                  on ? [...session.picked, key] : session.picked.filter((one) => one !== key),
                )
              }
            />
          )
        })}
      </ol>
    </aside>
  )
}

interface RowProps {
  readonly item: QueueItem
  readonly here: boolean
  readonly picked: boolean
  readonly decided: string
  readonly conflict: boolean
  readonly onGo: () => void
  readonly onPick: (on: boolean) => void
}

const QueueRow = memo(
  function QueueRow({ item, here, picked, decided, conflict, onGo, onPick }: RowProps) {
    const say = useSay()
    const word = useWord()
    const act = useAct()
    const { record } = item
    return (
      <li className={decided === "" ? "queue-row" : "queue-row queue-decided"}>
        <input
          type="checkbox"
          checked={picked}
          aria-label={say("queue.pick", { act: act(record) })}
          disabled={decided !== ""}
          onChange={(event) => onPick(event.target.checked)}
        />
        <button type="button" className="queue-go" aria-current={here} onClick={onGo}>
          <span className="queue-act">
            <StatusSign status={record.status} /> {act(record)}{" "}
            {item.kind === "pair" && <span className="badge">{say("queue.pair")}</span>}
          </span>
          <span className="queue-sides">
            <Sides record={record} />
          </span>
          {decided !== "" && <span className="soft">{word("kind", decided)}</span>}
          {conflict && <span className="disagreement">{say("conflict.short")}</span>}
        </button>
      </li>
    )
  },
  (a, b) =>
    a.item === b.item &&
    a.here === b.here &&
    a.picked === b.picked &&
    a.decided === b.decided &&
    a.conflict === b.conflict,
)
