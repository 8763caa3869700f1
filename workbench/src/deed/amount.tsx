import type { Quantity } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import { useFormat } from "../text/format.js"

type Amount = Pick<Quantity, "value" | "max" | "bound" | "unit" | "of" | "per">

/** A quantity as the reader writes it, its bound and what it counts included. */
export function useAmount(): (quantity: Amount) => string {
  const format = useFormat()
  const say = useSay()
  const word = useWord()
  return ({ value, max, bound, unit, of, per }) => {
    const money = /^[A-Z]{3}$/.test(unit)
    const figure = (one: number) => (money ? format.money(one, unit) : format.number(one))
    const range = max === null || max === value ? figure(value) : `${figure(value)}–${figure(max)}`
    const bounds: Readonly<Record<string, string>> = {
      about: say("bound.about"),
      over: say("bound.over"),
      "up to": say("bound.upTo"),
      nearly: say("bound.nearly"),
    }
    const counted = money ? of : of === "" ? word("unit", unit) : of
    const parts = [bounds[bound] ?? bound, range, counted === "" ? "" : `\u2068${counted}\u2069`]
    const whole = parts.filter((one) => one !== "").join(" ")
    return per === "" ? whole : say("per", { whole, per: `\u2068${per}\u2069` })
  }
}
