import i18next from "i18next"
import { Fragment } from "react"
import type { LedgerRecord, Party } from "../api/types.js"
import { useSettings } from "../app/settings.js"
import { Bdi } from "../passage/passage.js"
import { useSay } from "../i18n/index.js"
import { countryName, longName } from "../text/country.js"
import { useFormat } from "../text/format.js"

type Named = Pick<Party, "id" | "name" | "country">

/** The name of a state or known body in the reader's language; a code that has none stays. */
export function codeName(code: string, language: string): string {
  const own = i18next.getResourceBundle(language, "state") as Record<string, string> | undefined
  return own?.[code] ?? countryName(code, language) ?? code
}

/** PLOVER's codes for bodies that are not states say nothing beside a name. */
const NOT_STATES: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])

/** `Russia`, `Sergei Lavrov (Russia)`, `Russia: Ministry of Defence`. */
export function partyName(party: Named, language: string): string {
  if (/^[A-Z]{2,6}$/.test(party.id)) {
    const own = i18next.getResourceBundle(language, "state") as Record<string, string> | undefined
    return own?.[party.id] ?? countryName(party.id, language) ?? (party.name || party.id)
  }
  const name = party.name === "" ? party.id : party.name
  if (party.country === null) return name
  if (NOT_STATES.has(party.country)) return name
  const country = codeName(party.country, language)
  return name.includes(country) || name.includes(codeName(party.country, "en"))
    ? name
    : `${name} (${country})`
}

export function useName(): (party: Named) => string {
  const { language } = useSettings()
  return (party) => partyName(party, language)
}

/** A place by the reader's name where it is a whole country, else as it is written. */
export function placeName(
  place: { readonly name: string; readonly country: string | null },
  language: string,
): string {
  if (place.country === null) return place.name
  const whole =
    countryName(place.country, "en") === place.name || longName(place.country) === place.name
  return whole ? codeName(place.country, language) : place.name
}

export function PlaceOf({
  place,
}: {
  place: { readonly name: string; readonly country: string | null }
}) {
  const { language } = useSettings()
  return <Bdi text={placeName(place, language)} />
}

export function Parties({ parties }: { parties: readonly Named[] }) {
  const name = useName()
  const say = useSay()
  if (parties.length === 0) return <span className="nobody">–</span>
  return parties.map((party, at) => (
    <Fragment key={`${party.id} ${party.name}`}>
      {at > 0 && <span className="between">{say("comma")}</span>}
      <Bdi text={name(party)} />
    </Fragment>
  ))
}

/** Who does it → to whom; ↔ where both do. The arrow follows the direction of the page. */
export function Sides({
  record,
}: {
  record: Pick<LedgerRecord, "actor" | "recipient" | "others" | "symmetric">
}) {
  const to = record.recipient
  return (
    <span className="sides">
      <Parties parties={record.actor} />
      {(to.length > 0 || !record.symmetric) && (
        <>
          <Arrow both={record.symmetric} />
          <Parties parties={to} />
        </>
      )}
      {record.others.length > 0 && (
        <span className="others">
          {" "}
          (<Parties parties={record.others} />)
        </span>
      )}
    </span>
  )
}

export function Arrow({ both }: { both: boolean }) {
  return (
    <svg className="arrow" viewBox="0 0 18 10" aria-hidden="true">
      <path d={both ? "M1 5h16M4 2L1 5l3 3M14 2l3 3-3 3" : "M1 5h16M14 2l3 3-3 3"} />
    </svg>
  )
}

/** A date as the reader writes it; the coded value on demand. */
export function DateOf({ edtf, short = false }: { edtf: string; short?: boolean }) {
  const format = useFormat()
  return (
    <time title={edtf} dateTime={/^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : undefined}>
      {short ? format.shortDate(edtf) : format.date(edtf)}
    </time>
  )
}
