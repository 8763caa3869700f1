import { useMemo, useState } from "react"
import type { ClaimDetail } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import { Passage } from "../passage/passage.js"
import { hedgeIn, litOf, type Lit } from "../passage/roles.js"
import { Icon } from "../parts/icon.js"
import { useFormat } from "../text/format.js"
import { Source } from "./source.js"
import { StatusLine } from "./status.js"

/** The text in which a claim stands: its paragraph, or the quoted sentence when there is none. */
function placeOf(claim: ClaimDetail): { text: string; from: number } {
  const evidence = claim.evidence[0]
  return claim.context ?? { text: evidence?.quote ?? "", from: evidence?.from ?? 0 }
}

function useLit(claim: ClaimDetail, text: string, from: number): readonly Lit[] {
  return useMemo(
    () => [...litOf(claim), ...hedgeIn(text, from, claim.modality.hedge)],
    [claim, text, from],
  )
}

/** One report's passage with the words of a claim lit, who says so, and how sure. */
export function Witness({ claim, number }: { claim: ClaimDetail; number?: string }) {
  const say = useSay()
  const word = useWord()
  const { text, from } = placeOf(claim)
  const lit = useLit(claim, text, from)
  const zone = claim.evidence[0]?.zone ?? "body"
  const [why, setWhy] = useState(false)
  return (
    <article className={`witness zone-${zone}`} id={`claim-${claim.id}`}>
      <header className="witness-head">
        {number && <span className="witness-number">{number}</span>}
        <Source meta={claim.meta} claim={claim.id} />
        {zone !== "body" && <span className="badge">{word("zone", zone)}</span>}
      </header>
      <Passage text={text} from={from} lit={lit} language={claim.language} className="reading" />
      <footer className="witness-foot">
        <StatusLine status={claim.status} modality={claim.modality} />
        <button
          type="button"
          className="plain-link"
          aria-expanded={why}
          onClick={() => setWhy(!why)}
        >
          {say("why")} <Icon sign="down" />
        </button>
      </footer>
      {why && <Why claim={claim} />}
    </article>
  )
}

function Why({ claim }: { claim: ClaimDetail }) {
  const say = useSay()
  return (
    <dl className="why">
      <dt>{say("why.rule")}</dt>
      <dd>
        <code>{claim.rule}</code>
      </dd>
      <dt>{say("why.words")}</dt>
      <dd>
        <q lang={claim.language} dir="auto">
          {claim.act.text}
        </q>
      </dd>
      <dt>{say("why.confidence")}</dt>
      <dd>
        <Confidence value={claim.confidence} />
      </dd>
      {claim.when && (
        <>
          <dt>{say("why.date")}</dt>
          <dd>
            <Basis basis={claim.when.basis} />{" "}
            <q lang={claim.language} dir="auto">
              {claim.when.text}
            </q>
          </dd>
        </>
      )}
    </dl>
  )
}

function Basis({ basis }: { basis: string }) {
  const word = useWord()
  return <span>{word("basis", basis)}</span>
}

/** How sure the reading is, as a figure and a short bar. */
export function Confidence({ value }: { value: number }) {
  const format = useFormat()
  return (
    <span className="confidence">
      <span className="confidence-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(value * 100)}%` }} />
      </span>
      {format.percent(value)}
    </span>
  )
}

/** What the colours and lines of lit words mean. */
export function Legend() {
  const say = useSay()
  const word = useWord()
  return (
    <ul className="legend" aria-label={say("legend")}>
      {(["actor", "act", "recipient", "when", "where", "amount", "speaker"] as const).map(
        (role) => (
          <li key={role} className={`legend-${role}`}>
            {word("role", role)}
          </li>
        ),
      )}
    </ul>
  )
}
