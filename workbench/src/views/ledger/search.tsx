import { useEffect, useRef, useState } from "react"
import { useSay } from "../../i18n/index.js"
import { Icon } from "../../parts/icon.js"

const PAUSE_MS = 250

/** Words to look for; the address follows when one pauses. */
export function SearchBox({
  value,
  label,
  onChange,
}: {
  value: string
  label: string
  onChange: (q: string) => void
}) {
  const say = useSay()
  const [text, setText] = useState(value)
  const timer = useRef(0)
  useEffect(() => setText(value), [value])
  const later = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => onChange(next.trim()), PAUSE_MS)
  }
  return (
    <search className="search-place">
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          clearTimeout(timer.current)
          onChange(text.trim())
        }}
      >
        <Icon sign="search" />
        <input
          type="search"
          aria-label={label}
          placeholder={say("search.words")}
          dir="auto"
          value={text}
          onChange={(event) => later(event.target.value)}
        />
      </form>
    </search>
  )
}
