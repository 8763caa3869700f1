import { useState } from "react"
import type { Facets } from "../../api/types.js"
import { many, type Asked } from "../../app/search.js"
import { useSettings } from "../../app/settings.js"
import { codeName } from "../../deed/party.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { useFormat } from "../../text/format.js"
import { languageName } from "../../text/language-name.js"

const ORDER = [
  "review",
  "status",
  "family",
  "country",
  "dyad",
  "year",
  "event",
  "stage",
  "actor",
  "recipient",
  "language",
  "outlet",
] as const
const SHOWN = 6

/** A facet's value as the reader says it. */
export function useFacetValue(): (facet: string, value: string) => string {
  const word = useWord()
  const { language, digits } = useSettings()
  return (facet, value) => {
    switch (facet) {
      case "family":
      case "stage":
      case "event":
      case "status":
      case "review":
        return word(facet, value)
      case "country":
        return codeName(value, language)
      case "actor":
      case "recipient":
        return /^[A-Z]{2,6}$/.test(value) ? codeName(value, language) : value
      case "dyad":
        return value
          .split("-")
          .map((one) => codeName(one, language))
          .join(" – ")
      case "language":
        return languageName(value, language)
      case "year": {
        const system = digits === "auto" ? (language === "fa" ? "arabext" : "latn") : digits
        return /^\d+$/.test(value)
          ? new Intl.NumberFormat(`${language}-u-nu-${system}`, { useGrouping: false }).format(
              Number(value),
            )
          : value
      }
      default:
        return value
    }
  }
}

export interface FacetsProps {
  readonly facets: Facets
  readonly asked: Asked
  readonly onChange: (part: Record<string, readonly string[] | undefined>) => void
}

/** Ways to narrow the ledger, each with how many records would be left. */
export function FacetList({ facets, asked, onChange }: FacetsProps) {
  const say = useSay()
  const flag = (name: "disagreement" | "single") => (
    <label className="facet-value">
      <input
        type="checkbox"
        checked={many(asked[name])[0] === "1"}
        onChange={(event) => onChange({ [name]: event.target.checked ? ["1"] : undefined })}
      />
      <span className="facet-word">{say(`facet.${name}`)}</span>
      <FlagCount facets={facets} name={name} />
    </label>
  )
  const others = Object.keys(facets).filter(
    (name) =>
      !(ORDER as readonly string[]).includes(name) && name !== "disagreement" && name !== "single",
  )
  return (
    <div className="facets">
      <fieldset className="facet">
        <legend>{say("facet.trust")}</legend>
        {flag("disagreement")}
        {flag("single")}
      </fieldset>
      {[...ORDER, ...others].map((name) => (
        <FacetBlock key={name} name={name} facets={facets} asked={asked} onChange={onChange} />
      ))}
    </div>
  )
}

function FlagCount({ facets, name }: { facets: Facets; name: string }) {
  const format = useFormat()
  const count = facets[name]?.find((one) => one.value === "1" || one.value === "true")?.count
  return count === undefined ? null : <span className="facet-count">{format.number(count)}</span>
}

function FacetBlock({ name, facets, asked, onChange }: FacetsProps & { name: string }) {
  const say = useSay()
  const word = useWord()
  const shown = useFacetValue()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const chosen = many(asked[name])
  const values = facets[name] ?? []
  const absent = chosen.filter((value) => !values.some((one) => one.value === value))
  const every = [...absent.map((value) => ({ value, count: 0 })), ...values]
  if (every.length === 0) return null
  const seen = all ? every : every.filter((one, at) => at < SHOWN || chosen.includes(one.value))
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((one) => one !== value)
    onChange({ [name]: next.length > 0 ? next : undefined })
  }
  return (
    <fieldset className="facet">
      <legend>{word("facet", name)}</legend>
      {seen.map(({ value, count }) => (
        <label key={value} className="facet-value">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span className="facet-word">
            <Bdi text={shown(name, value)} />
          </span>
          <span className="facet-count">{format.number(count)}</span>
        </label>
      ))}
      {every.length > SHOWN && (
        <Button look="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? say("facet.fewer") : say("facet.more", { n: format.number(every.length - SHOWN) })}
        </Button>
      )}
    </fieldset>
  )
}
