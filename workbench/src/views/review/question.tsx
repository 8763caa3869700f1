import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { recordQuery } from "../../api/queries.js"
import type {
  Changed,
  JudgementKind,
  QueueItem,
  RecordDetail,
  RecordLine,
} from "../../api/types.js"
import { useHint } from "../../app/keys.js"
import { useAct } from "../../deed/act.js"
import { Conflict } from "../../deed/conflict.js"
import { DateOf, Parties, PlaceOf } from "../../deed/party.js"
import { useAmount } from "../../deed/amount.js"
import { Isolated, Sentence } from "../../deed/sentence.js"
import { Disagreement, ReviewMark, Status, StatusLine } from "../../deed/status.js"
import { Confidence, Legend, Witness } from "../../deed/witness.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Icon } from "../../parts/icon.js"
import { Button } from "../../parts/button.js"
import { Fault, Loading } from "../../parts/state.js"
import { useFormat } from "../../text/format.js"

interface Props {
  readonly item: QueueItem
  readonly number: number
  readonly decided: JudgementKind | null
  readonly conflict: Changed | null
  readonly decide: (kind: JudgementKind) => void
  readonly onEdit: () => void
}

/** One question: is this so, or are these two the same. */
export function Question({ item, number, decided, conflict, decide, onEdit }: Props) {
  const say = useSay()
  const word = useWord()
  const format = useFormat()
  return (
    <article className="question" aria-labelledby="question">
      <header className="question-head">
        <p className="question-kind">
          <span className="question-number">{format.number(number)}</span>
          {say(item.kind === "pair" ? "review.pair" : "review.record")}
          <span className="reason">
            <Reason item={item} />
          </span>
        </p>
        <h2 id="question" aria-live="polite">
          <Told record={item.record} />
        </h2>
        {item.other && (
          <p className="question-other">
            <Told record={item.other} />
          </p>
        )}
      </header>
      {decided && <p className="notice">{say("review.was", { what: word("kind", decided) })}</p>}
      {conflict && <Conflict changed={conflict} />}
      <Answers item={item} decide={decide} onEdit={onEdit} />
      {item.kind === "pair" && item.other ? (
        <Pair item={item} other={item.other} />
      ) : (
        <Single record={item.record} />
      )}
    </article>
  )
}

/** Readers surer than this are not asked about for their doubt. */
const SURE = 0.7

/** Why this is asked. */
function Reason({ item: { kind, record } }: { item: QueueItem }) {
  const say = useSay()
  const word = useWord()
  const format = useFormat()
  if (kind === "pair") return say("reason.pair")
  const fields = record.disagreements.map((one) => word("field", one)).join(say("comma"))
  const reasons = [
    record.disagreements.length > 0 && say("disagree.on", { fields }),
    record.confidence < SURE && say("reason.unsure", { n: format.percent(record.confidence) }),
    record.actor.length === 0 && say("reason.nobody"),
    record.recipient.length === 0 && !record.symmetric && say("reason.noRecipient"),
    record.when === null && say("reason.undated"),
    record.reports.length === 1 && say("reason.single"),
  ]
  return reasons.filter((one) => one !== false).join(" · ")
}

function Told({ record }: { record: RecordLine }) {
  const { data } = useQuery(recordQuery(record.id))
  return <Sentence deed={data?.record ?? record} english={data?.sentence ?? null} />
}

/** What can be answered, each with its key. */
function Answers({
  item,
  decide,
  onEdit,
}: {
  item: QueueItem
  decide: (kind: JudgementKind) => void
  onEdit: () => void
}) {
  const say = useSay()
  const hint = useHint()
  const answer = (kind: Exclude<JudgementKind, "edit" | "undo">, main = false) => (
    <Button
      look={main ? "main" : "plain"}
      sign={kind === "different" ? "differ" : kind}
      hint={hint(kind)}
      onPress={() => decide(kind)}
    >
      {say(`action.${kind}`)}
    </Button>
  )
  return (
    <div className="answers" role="toolbar" aria-label={say("review.answers")}>
      {item.kind === "pair" ? (
        <>
          {answer("same", true)}
          {answer("different")}
        </>
      ) : (
        <>
          {answer("accept", true)}
          <Button sign="edit" hint={hint("edit")} onPress={onEdit}>
            {say("action.edit")}
          </Button>
          {answer("reject")}
        </>
      )}
      {answer("unsure")}
    </div>
  )
}

function Single({ record }: { record: RecordLine }) {
  const { data, error, refetch } = useQuery(recordQuery(record.id))
  if (error && !data) return <Fault fault={error} retry={() => void refetch()} />
  return (
    <>
      <p className="deed-marks">
        <StatusLine status={record.status} modality={record.modality} />
        <ReviewMark state={data?.record.review.state ?? record.review.state} />
        <Disagreement fields={record.disagreements} />
        <Confidence value={record.confidence} />
        <OpenLink id={record.id} />
      </p>
      {data ? (
        <>
          <Facts detail={data} />
          <Words detail={data} />
        </>
      ) : (
        <Loading lines={4} />
      )}
    </>
  )
}

function OpenLink({ id }: { id: string }) {
  const say = useSay()
  return (
    <Link to="/record/$id" params={{ id }}>
      {say("review.open")}
    </Link>
  )
}

function Words({ detail }: { detail: RecordDetail }) {
  return detail.claims.map((claim) => <Witness key={claim.id} claim={claim} />)
}

const FACTS = ["actor", "recipient", "when", "where", "status"] as const
type Fact = (typeof FACTS)[number]

/** The fields that a reviewer weighs, in one glance. */
function Facts({ detail: { record } }: { detail: RecordDetail }) {
  const amount = useAmount()
  const word = useWord()
  const act = useAct()
  return (
    <dl className="facts">
      <div>
        <dt>
          <span className="legend-act">{word("field", "stage")}</span>
        </dt>
        <dd>
          {act(record)} <span className="soft">{word("event", record.event)}</span>
        </dd>
      </div>
      {FACTS.map((name) => (
        <div
          key={name}
          className={record.disagreements.includes(name) ? "fact-differs" : undefined}
        >
          <dt>
            <span className={`legend-${name}`}>{word("field", name)}</span>
            {record.disagreements.includes(name) && <Icon sign="differ" />}
          </dt>
          <dd>
            <FactValue name={name} record={record} />
          </dd>
        </div>
      ))}
      {record.quantities.length > 0 && (
        <div>
          <dt>
            <span className="legend-amount">{word("field", "quantities")}</span>
          </dt>
          <dd>
            <Isolated text={record.quantities.map(amount).join("; ")} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function FactValue({ name, record }: { name: Fact; record: RecordLine }) {
  if (name === "actor" || name === "recipient") return <Parties parties={record[name]} />
  if (name === "when")
    return record.when ? <DateOf edtf={record.when.edtf} /> : <span className="soft">–</span>
  if (name === "where")
    return record.where ? <PlaceOf place={record.where} /> : <span className="soft">–</span>
  return <Status status={record.status} />
}

/** Two records side by side; where they differ is marked. */
function Pair({ item, other }: { item: QueueItem; other: RecordLine }) {
  const word = useWord()
  const act = useAct()
  const rows = FACTS.map((name) => ({
    name,
    same: JSON.stringify(told(item.record, name)) === JSON.stringify(told(other, name)),
  }))
  return (
    <>
      <table className="pair-table">
        <tbody>
          <tr className={act(item.record) === act(other) ? undefined : "pair-differs"}>
            <th scope="row">{word("field", "stage")}</th>
            <td>{act(item.record)}</td>
            <td>{act(other)}</td>
          </tr>
          {rows.map(({ name, same }) => (
            <tr key={name} className={same ? undefined : "pair-differs"}>
              <th scope="row">
                {word("field", name)}
                {!same && <Icon sign="differ" />}
              </th>
              <td>
                <FactValue name={name} record={item.record} />
              </td>
              <td>
                <FactValue name={name} record={other} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
      <div className="pair">
        <PairSide record={item.record} />
        <PairSide record={other} />
      </div>
    </>
  )
}

function told(record: RecordLine, name: Fact): unknown {
  if (name === "actor" || name === "recipient") return record[name].map((party) => party.id).sort()
  if (name === "when") return record.when?.edtf ?? null
  return name === "where" ? (record.where?.name ?? null) : record.status
}

function PairSide({ record }: { record: RecordLine }) {
  const { data } = useQuery(recordQuery(record.id))
  return (
    <div className="pair-side">
      <OpenLink id={record.id} />
      {data ? <Words detail={data} /> : <Loading lines={3} />}
    </div>
  )
}
