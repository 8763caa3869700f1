import { useEffect, useRef } from "react"
import { settings, useSettings } from "./settings.js"

/** What can be done by one key in the review queue. Keys are places on the keyboard, so they hold in every layout. */
export const ACTIONS = {
  accept: "KeyA",
  edit: "KeyE",
  reject: "KeyR",
  same: "KeyS",
  different: "KeyD",
  unsure: "KeyU",
  next: "KeyJ",
  previous: "KeyK",
  pick: "KeyX",
  undo: "KeyZ",
  open: "KeyO",
  help: "Slash",
} as const
export type Action = keyof typeof ACTIONS

export const codeOf = (action: Action): string => settings().keys[action] ?? ACTIONS[action]

/** `KeyA` as it is printed on the key. */
export function keyName(code: string): string {
  if (code === "Slash") return "?"
  return code.replace(/^(Key|Digit|Numpad)/, "").replace(/^Arrow/, "")
}

/** What is printed beside a button, or null when single keys are off. */
export function useHint(): (action: Action) => string | null {
  const { keys, keysOn } = useSettings()
  return (action) => (keysOn ? keyName(keys[action] ?? ACTIONS[action]) : null)
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  )
}

const inDialog = (): boolean =>
  document.querySelector('[role="dialog"], [role="listbox"][data-focused]') !== null

/** Calls what belongs to the key pressed, unless somebody is writing or a dialog is open. */
export function useKeys(run: Partial<Record<Action, () => void>>): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!settings().keysOn || event.ctrlKey || event.metaKey || event.altKey) return
      if (isWriting(event.target) || inDialog()) return
      const action = (Object.keys(ACTIONS) as Action[]).find((one) => codeOf(one) === event.code)
      const act = action && latest.current[action]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}
