import { useQuery } from "@tanstack/react-query"
import { Link, useParams, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { recordQuery } from "../../api/queries.js"
import type { RecordDetail } from "../../api/types.js"
import { Page } from "../../app/page.js"
import type { Asked } from "../../app/search.js"
import { useKeys, useHint } from "../../app/keys.js"
import { useAct } from "../../deed/act.js"
import { Conflict } from "../../deed/conflict.js"
import { Correct } from "../../deed/correct.js"
import { useDecide } from "../../deed/decide.js"
import { Sides } from "../../deed/party.js"
import { Sentence } from "../../deed/sentence.js"
import { Disagreement, ReviewMark, StatusLine } from "../../deed/status.js"
import { Legend, Witness } from "../../deed/witness.js"
import { useSay } from "../../i18n/index.js"
import { Button } from "../../parts/button.js"
import { Icon } from "../../parts/icon.js"
import { Fault, Loading } from "../../parts/state.js"
import { useFormat } from "../../text/format.js"
import { Fields } from "./fields.js"
import { History } from "./history.js"
import "../../styles/record.css"

/** One deed: what it is in a sentence, who says so in which words, and what people decided about it. */
export function RecordView() {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useSearch({ strict: false }) as Asked
  const { data, error, refetch } = useQuery(recordQuery(id))
  const back = (
    <Link to="/ledger" search={asked} className="back">
      <Icon sign="back" /> {say("nav.ledger")}
    </Link>
  )
  if (error && !data)
    return (
      <Page title={say("record.title")} back={back}>
        <Fault fault={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={say("record.title")} back={back}>
        <Loading />
      </Page>
    )
  return <Whole key={id} detail={data} back={back} />
}

function Whole({ detail, back }: { detail: RecordDetail; back: React.ReactNode }) {
  const say = useSay()
  const act = useAct()
  const hint = useHint()
  const [editing, setEditing] = useState<{ field: string | null } | null>(null)
  const { decide, changed, busy } = useDecide(detail)
  const { record } = detail
  useKeys({
    accept: () => void decide("accept"),
    reject: () => void decide("reject"),
    edit: () => setEditing({ field: null }),
  })
  return (
    <Page
      title={act(record)}
      back={back}
      heading={<Sentence deed={record} english={detail.sentence} />}
      actions={
        <>
          <Button
            look="main"
            sign="accept"
            hint={hint("accept")}
            isDisabled={busy}
            onPress={() => void decide("accept")}
          >
            {say("action.accept")}
          </Button>
          <Button sign="edit" hint={hint("edit")} onPress={() => setEditing({ field: null })}>
            {say("action.edit")}
          </Button>
          <Button
            sign="reject"
            hint={hint("reject")}
            isDisabled={busy}
            onPress={() => void decide("reject")}
          >
            {say("action.reject")}
          </Button>
        </>
      }
    >
      <p className="deed-marks">
        <StatusLine status={record.status} modality={record.modality} />
        <ReviewMark state={record.review.state} />
        <Disagreement fields={record.disagreements} />
      </p>
      {changed && <Conflict changed={changed} />}
      <div className="record">
        <Witnesses detail={detail} />
        <div className="record-side">
          <Fields detail={detail} onEdit={(field) => setEditing({ field })} />
          <Matter detail={detail} />
          <History entries={detail.history} />
        </div>
      </div>
      {editing && (
        <Correct
          detail={detail}
          field={editing.field}
          onClose={() => setEditing(null)}
          onDone={() => setEditing(null)}
        />
      )}
    </Page>
  )
}

function Witnesses({ detail }: { detail: RecordDetail }) {
  const say = useSay()
  const format = useFormat()
  const count = detail.claims.length
  return (
    <section className="record-words" aria-labelledby="words">
      <h2 id="words">{say("record.words", { count, n: format.number(count) })}</h2>
      <Legend />
      {detail.claims.map((claim, at) => (
        <Witness key={claim.id} claim={claim} number={count > 1 ? format.number(at + 1) : ""} />
      ))}
    </section>
  )
}

/** Other records of the same matter. */
function Matter({ detail: { record } }: { detail: RecordDetail }) {
  const say = useSay()
  if (record.same_matter.length === 0) return null
  return (
    <section aria-labelledby="matter">
      <h2 id="matter">{say("record.matter")}</h2>
      <ul className="plain-list">
        {record.same_matter.map((id) => (
          <li key={id}>
            <OtherRecord id={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OtherRecord({ id }: { id: string }) {
  const { data } = useQuery(recordQuery(id))
  const act = useAct()
  return (
    <Link to="/record/$id" params={{ id }}>
      {data ? (
        <>
          {act(data.record)}: <Sides record={data.record} />
        </>
      ) : (
        <code>{id.slice(0, 10)}</code>
      )}
    </Link>
  )
}
