import { useId, useState } from "react"
import type { ClaimDetail, RecordDetail } from "../../api/types.js"
import { Bdi } from "../../passage/passage.js"
import { useSay, useWord } from "../../i18n/index.js"
import { CORRECTABLE } from "../../deed/correctable.js"
import { Parties, DateOf, PlaceOf } from "../../deed/party.js"
import { reportName } from "../../deed/source.js"
import { Status } from "../../deed/status.js"
import { useAmount } from "../../deed/amount.js"
import { Isolated } from "../../deed/sentence.js"
import { useValue } from "../../deed/value.js"
import { Confidence } from "../../deed/witness.js"
import { Icon } from "../../parts/icon.js"
import { IconButton } from "../../parts/button.js"

/** Fields of a record in reading order, and those that can be corrected. */
const FIELDS = [
  "actor",
  "recipient",
  "others",
  "stage",
  "when",
  "reported",
  "where",
  "status",
  "quantities",
  "attribution",
  "event",
] as const
type Name = (typeof FIELDS)[number]

interface Props {
  readonly detail: RecordDetail
  readonly onEdit: (field: string) => void
}

/** Each field with its value, what the reports say of it, and why. */
export function Fields({ detail, onEdit }: Props) {
  const say = useSay()
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{say("record.fields")}</h2>
      <div className="fields">
        {FIELDS.filter((name) => isThere(detail, name)).map((name) => (
          <FieldRow key={name} name={name} detail={detail} onEdit={onEdit} />
        ))}
      </div>
    </section>
  )
}

function isThere({ record }: RecordDetail, name: Name): boolean {
  const value = record[name]
  if (Array.isArray(value)) return value.length > 0 || name === "actor" || name === "recipient"
  return name === "when" || (value !== null && value !== undefined && value !== "")
}

/** Where the support of a field is found: amounts have one entry for each unit. */
function supportKeys(record: RecordDetail["record"], name: Name): readonly string[] {
  return Object.keys(record.support).filter((key) => key === name || key.startsWith(`${name}.`))
}

function FieldRow({ name, detail, onEdit }: Props & { name: Name }) {
  const say = useSay()
  const word = useWord()
  const id = useId()
  const { record } = detail
  const [open, setOpen] = useState(false)
  const whys = detail.why.filter((one) => one.field === name)
  const keys = supportKeys(record, name)
  const differs = record.disagreements.some((one) => one === name || one.startsWith(`${name}.`))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid row everywhere
    <div
      className={differs ? "field-row field-differs" : "field-row"}
      role="group"
      aria-labelledby={id}
    >
      <h3 id={id}>{word("field", name)}</h3>
      <div className="field-value">
        <Value name={name} detail={detail} />
        {differs && (
          <span className="disagreement">
            <Icon sign="differ" /> {say("record.differ")}
          </span>
        )}
      </div>
      <div className="field-side">
        {whys.length > 0 && (
          <button
            type="button"
            className="plain-link"
            aria-expanded={open}
            aria-label={say("why.of", { field: word("field", name) })}
            onClick={() => setOpen(!open)}
          >
            {say("why")}
          </button>
        )}
        {CORRECTABLE.includes(name) && (
          <IconButton
            sign="edit"
            label={say("record.correct", { field: word("field", name) })}
            onPress={() => onEdit(name)}
          />
        )}
      </div>
      {keys.map((key) =>
        (record.support[key] ?? []).length > 1 ? (
          <SaidBy key={key} name={key} detail={detail} />
        ) : null,
      )}
      {open && <WhyRow whys={whys} />}
    </div>
  )
}

function Value({ name, detail: { record } }: { name: Name; detail: RecordDetail }) {
  const word = useWord()
  const amount = useAmount()
  switch (name) {
    case "actor":
    case "recipient":
    case "others":
      return <Parties parties={record[name]} />
    case "when":
    case "reported": {
      const when = record[name]
      return when ? (
        <>
          <DateOf edtf={when.edtf} /> <span className="soft">{word("basis", when.basis)}</span>
        </>
      ) : (
        <span className="soft">–</span>
      )
    }
    case "where":
      return record.where ? <PlaceOf place={record.where} /> : null
    case "status":
      return <Status status={record.status} />
    case "quantities":
      return (
        <ul className="plain-list">
          {record.quantities.map((one) => (
            <li key={`${one.unit} ${one.value} ${one.text}`}>
              <Isolated text={amount(one)} />
            </li>
          ))}
        </ul>
      )
    case "attribution":
      return (
        <span>
          {record.attribution.map((one) => (
            <Bdi key={one.name + one.verb} text={one.name || one.text} />
          ))}
        </span>
      )
    case "stage":
      return (
        <span>
          {word("stage", record.stage)}{" "}
          <span className="soft">{word("family", record.family)}</span>
        </span>
      )
    default:
      return (
        <span>
          {word("event", record.event)} {record.mode !== "" && <code>{record.mode}</code>}
        </span>
      )
  }
}

/** Who says which value, side by side. */
function SaidBy({ name, detail }: { name: string; detail: RecordDetail }) {
  const value = useValue()
  const claims = new Map(detail.claims.map((claim) => [claim.id, claim]))
  return (
    <ul className="said">
      {(detail.record.support[name] ?? []).map((one) => (
        <li key={one.value} className="said-one">
          <span className="said-value">
            <Bdi text={value(name, one.value)} />
          </span>
          <ul className="said-by">
            {one.claims.map((id) => {
              const claim = claims.get(id)
              return claim ? <SaidIn key={id} claim={claim} /> : null
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function SaidIn({ claim }: { claim: ClaimDetail }) {
  return (
    <li>
      <a href={`#claim-${claim.id}`}>
        <Bdi text={reportName(claim.meta)} lang={claim.meta.language ?? undefined} />
      </a>
      {claim.meta.published && (
        <>
          {" "}
          <DateOf edtf={claim.meta.published} short />
        </>
      )}
    </li>
  )
}

/** The words, the rule and how sure it is, for each claim. */
function WhyRow({ whys }: { whys: RecordDetail["why"] }) {
  return (
    <ul className="field-why">
      {whys.map((one) => (
        <li key={`${one.claim} ${one.value} ${one.rule} ${one.words}`}>
          {one.words !== "" && <q dir="auto">{one.words}</q>}
          <code>{one.rule}</code>
          {one.confidence !== null && <Confidence value={one.confidence} />}
        </li>
      ))}
    </ul>
  )
}
