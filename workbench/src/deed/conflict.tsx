import type { Changed } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import { Bdi } from "../passage/passage.js"
import { useFormat } from "../text/format.js"
import { useValue } from "./value.js"

/** Somebody else was quicker: what they changed, from what to what, who and when. */
export function Conflict({ changed }: { changed: Changed }) {
  const say = useSay()
  const word = useWord()
  const value = useValue()
  const format = useFormat()
  return (
    <div className="conflict" role="alert">
      <p className="conflict-title">{say("conflict")}</p>
      <ul className="plain-list">
        {Object.entries(changed).map(([field, { was, is, by, at }]) => (
          <li key={field}>
            <b>{word("field", field)}</b>:{" "}
            <del>
              <Bdi text={value(field, was)} />
            </del>{" "}
            <ins>
              <Bdi text={value(field, is)} />
            </ins>{" "}
            <span className="soft">
              {by && <Bdi text={by} />} {at && <time dateTime={at}>{format.time(at)}</time>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
