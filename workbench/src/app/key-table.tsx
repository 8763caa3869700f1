import { useState, type KeyboardEvent } from "react"
import { useSay } from "../i18n/index.js"
import { Button } from "../parts/button.js"
import { ACTIONS, keyName, type Action } from "./keys.js"
import { change, useSettings } from "./settings.js"

const MODIFIERS = /^(Shift|Control|Alt|Meta|Tab|Escape|Enter|Space|CapsLock)/

/** The keys of the review queue: shown, changed, put back, switched off. */
export function KeyTable() {
  const say = useSay()
  const { keys, keysOn } = useSettings()
  const [waiting, setWaiting] = useState<Action | null>(null)
  const actions = Object.keys(ACTIONS) as Action[]
  const code = (action: Action) => keys[action] ?? ACTIONS[action]
  const clash = (action: Action) =>
    actions.some((one) => one !== action && code(one) === code(action))

  function take(event: KeyboardEvent, action: Action): void {
    if (waiting !== action || event.code === "Tab") return
    event.preventDefault()
    event.stopPropagation()
    if (!MODIFIERS.test(event.code)) change({ keys: { ...keys, [action]: event.code } })
    setWaiting(null)
  }

  return (
    <section className="key-table" aria-labelledby="key-table">
      <h3 id="key-table">{say("keys.title")}</h3>
      <label className="check">
        <input type="checkbox" checked={keysOn} onChange={() => change({ keysOn: !keysOn })} />
        {say("keys.on")}
      </label>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("keys.action")}</th>
            <th scope="col">{say("keys.key")}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action}>
              <th scope="row">{say(`action.${action}`)}</th>
              <td>
                <button
                  type="button"
                  className={clash(action) ? "key key-clash" : "key"}
                  aria-label={say("keys.change", {
                    action: say(`action.${action}`),
                    key: keyName(code(action)),
                  })}
                  onClick={() => setWaiting(action)}
                  onKeyDown={(event) => take(event, action)}
                  onBlur={() => setWaiting(null)}
                >
                  {waiting === action ? say("keys.press") : <kbd>{keyName(code(action))}</kbd>}
                </button>
                {clash(action) && <span className="wrong">{say("keys.clash")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onPress={() => change({ keys: {} })}>{say("keys.reset")}</Button>
    </section>
  )
}
