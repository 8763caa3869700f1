import type { LedgerRecord } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import { Icon } from "../parts/icon.js"
import { Bdi } from "../passage/passage.js"

type Told = Pick<LedgerRecord, "status" | "modality">

/** A shape for each status, so that nothing depends on colour alone. */
const SHAPES: Readonly<Record<string, string>> = {
  occurred: "M8 3.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9",
  ongoing: "M8 3.500a4.500 4.500 0 1 0 0 9M8 3.500a4.500 4.500 0 0 1 0 9",
  planned: "M8 3.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9",
  proposed: "M8 3.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9",
  cancelled: "M4 4l8 8M12 4l-8 8",
  denied: "M3.500 6h9v5",
  alleged: "M5.500 6a2.500 2.500 0 1 1 3.700 2.200C8.300 8.800 8 9.300 8 10.200M8 13h0",
}

export function StatusSign({ status }: { status: string }) {
  return (
    <svg className={`status-sign status-${status}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[status] ?? SHAPES["alleged"]} />
    </svg>
  )
}

/** Sign and word of what became of the deed. */
export function Status({ status }: { status: string }) {
  const word = useWord()
  return (
    <span className={`status status-${status}`}>
      <StatusSign status={status} />
      <span>{word("status", status)}</span>
    </span>
  )
}

/** Status and every doubt that the text itself voices. */
export function StatusLine({ status, modality }: Told) {
  const say = useSay()
  return (
    <span className="status-line">
      <Status status={status} />
      {modality.hedge !== "" && (
        <span className="hedge">
          {say("hedge")}{" "}
          <q className="hedge-words">
            <Bdi text={modality.hedge} />
          </q>
        </span>
      )}
      {modality.negated && <span className="hedge">{say("negated")}</span>}
      {modality.future && status === "occurred" && <span className="hedge">{say("future")}</span>}
      {modality.hypothetical && <span className="hedge">{say("hypothetical")}</span>}
      {modality.generic && <span className="hedge">{say("generic")}</span>}
    </span>
  )
}

export function ReviewMark({ state }: { state: string }) {
  const word = useWord()
  return <span className={`review-mark review-${state}`}>{word("review", state)}</span>
}

export function Disagreement({ fields }: { fields: readonly string[] }) {
  const say = useSay()
  const word = useWord()
  if (fields.length === 0) return null
  return (
    <span className="disagreement">
      <Icon sign="differ" />{" "}
      {say("disagree.on", { fields: fields.map((one) => word("field", one)).join(", ") })}
    </span>
  )
}
