import { FILTERS, many, type Asked } from "../../app/search.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { Icon } from "../../parts/icon.js"
import { useFacetValue } from "./facets.js"

type Change = (part: Record<string, readonly string[] | undefined>) => void

/** What the list is narrowed to, each part with a way out. */
export function Narrowed({
  asked,
  onChange,
  onClear,
}: {
  asked: Asked
  onChange: Change
  onClear: () => void
}) {
  const say = useSay()
  const word = useWord()
  const shown = useFacetValue()
  const parts = ["q", ...FILTERS].flatMap((name) =>
    many(asked[name]).map((value) => ({ name, value })),
  )
  if (parts.length === 0) return null
  const text = (name: string, value: string) =>
    name === "q"
      ? `“${value}”`
      : name === "disagreement" || name === "single"
        ? say(`facet.${name}`)
        : shown(name, value)
  return (
    <ul className="chips" aria-label={say("narrowed")}>
      {parts.map(({ name, value }) => (
        <li key={`${name} ${value}`}>
          <button
            type="button"
            className="chip"
            onClick={() => {
              const rest = many(asked[name]).filter((one) => one !== value)
              onChange({ [name]: rest.length > 0 ? rest : undefined })
            }}
          >
            {name !== "q" && name !== "disagreement" && name !== "single" && (
              <span className="chip-name">{word("facet", name)}</span>
            )}
            <Bdi text={text(name, value)} />
            <Icon sign="close" />
            <span className="for-ears">{say("narrow.remove")}</span>
          </button>
        </li>
      ))}
      <li>
        <Button look="quiet" onPress={onClear}>
          {say("narrow.clear")}
        </Button>
      </li>
    </ul>
  )
}
