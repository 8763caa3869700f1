import { useSettings } from "../app/settings.js"
import { useSay, useWord, type Message } from "../i18n/index.js"
import { useFormat } from "../text/format.js"
import { codeName } from "./party.js"

const BOUNDS: Readonly<Record<string, Message>> = {
  about: "bound.about",
  over: "bound.over",
  "up to": "bound.upTo",
  nearly: "bound.nearly",
}

/** One coded value of a field as the reader says it. */
export function useValue(): (field: string, value: unknown) => string {
  const word = useWord()
  const format = useFormat()
  const say = useSay()
  const { language } = useSettings()
  return (field, value) => {
    if (value === null || value === undefined || value === "") return "–"
    if (Array.isArray(value))
      return format.list(value.map((one) => one?.name ?? one?.id ?? String(one)))
    if (typeof value === "object") {
      const { edtf, name, id, state } = value as Readonly<Record<string, string | undefined>>
      if (state !== undefined) return word("review", state)
      return edtf ? format.date(edtf) : (name ?? id ?? JSON.stringify(value))
    }
    const text = String(value)
    const amount = /^(?:(about|over|up to|nearly) )?([\d.]+)(?:[–-]([\d.]+))?$/.exec(text)
    if (field.startsWith("quantities") && amount) {
      const [, bound = "", from, to] = amount
      const shown = [from, to]
        .filter((one) => one !== undefined)
        .map((one) => format.number(Number(one)))
      return `${bound === "" ? "" : `${say(BOUNDS[bound] ?? "bound.about")} `}${shown.join("–")}`
    }
    if (field === "when" || field === "reported") return format.date(text)
    if (field === "review") return word("review", text)
    if (field === "status" || field === "family" || field === "stage" || field === "event")
      return word(field, text)
    if (field === "actor" || field === "recipient" || field === "others")
      return text
        .split(/\s*[,+]\s*/)
        .map((one) => codeName(one, language))
        .join(", ")
    return text
  }
}
