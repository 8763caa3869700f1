import { useQuery } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { useEffect, useState, type ReactNode } from "react"
import { get, path, post } from "../../api/client.js"
import { queries, recordQuery, statusQuery } from "../../api/queries.js"
import { bare } from "../../api/shape.js"
import type { RecordDetail, RecordPage } from "../../api/types.js"
import { keyName, ACTIONS, type Action } from "../../app/keys.js"
import { Page } from "../../app/page.js"
import { change, useSettings } from "../../app/settings.js"
import { Sentence } from "../../deed/sentence.js"
import { reportName } from "../../deed/source.js"
import { Status } from "../../deed/status.js"
import { useValue } from "../../deed/value.js"
import { Legend, Witness } from "../../deed/witness.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { Fault, Loading } from "../../parts/state.js"
import { useFormat } from "../../text/format.js"
import { useJob, isOver } from "../add/jobs.js"
import "../../styles/record.css"
import "../../styles/start.css"

/** What this is and how it is used, shown on records of the ledger itself. */
export function Start() {
  const say = useSay()
  const go = useNavigate()
  const { data: status, error, refetch } = useQuery(statusQuery)
  const leave = () => {
    change({ seen: true })
    void go({ to: "/ledger" })
  }
  return (
    <Page
      title={say("start.title")}
      lead={say("start.lead")}
      actions={<Button onPress={leave}>{say("start.leave")}</Button>}
    >
      {error ? (
        <Fault fault={error} retry={() => void refetch()} />
      ) : !status ? (
        <Loading />
      ) : status.ledger.records === 0 ? (
        <NothingYet />
      ) : (
        <Lessons onLeave={leave} />
      )}
    </Page>
  )
}

/** An empty ledger: the shipped reports, or one's own. */
function NothingYet() {
  const say = useSay()
  const [jobId, setJobId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const job = useJob(jobId)
  useEffect(() => {
    if (job && isOver(job)) void queries.invalidateQueries()
  }, [job])
  async function load(): Promise<void> {
    setBusy(true)
    const { samples } = await import("./samples.js")
    const { job: begun } = await post<{ job: string | { id: string } }>(path("reports"), {
      reports: samples,
    })
    setJobId(typeof begun === "string" ? begun : begun.id)
  }
  return (
    <section className="lesson lesson-alone">
      <h2>{say("start.empty")}</h2>
      <p>{say("start.empty.help")}</p>
      <div className="form-foot">
        <Button look="main" isDisabled={busy} onPress={() => void load()}>
          {say("start.samples")}
        </Button>
        <Link to="/add" className="button button-plain">
          {say("nav.add")}
        </Link>
      </div>
      {busy && <Loading lines={3} />}
    </section>
  )
}

const first = (query: Record<string, string>) => ({
  queryKey: ["first", query],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await get<RecordPage>(path("records", { ...query, limit: 1 }), signal)).records[0]?.id ?? null,
})

function useFirst(query: Record<string, string>): RecordDetail | null {
  const { data: id } = useQuery(first(query))
  const { data } = useQuery({ ...recordQuery(id ?? ""), enabled: typeof id === "string" })
  return data ?? null
}

const TAUGHT: readonly Action[] = ["accept", "edit", "reject", "unsure", "undo"]

function Lessons({ onLeave }: { onLeave: () => void }) {
  const say = useSay()
  const { keys } = useSettings()
  const deed = useFirst({ sort: "value" })
  const dispute = useFirst({ disagreement: "1" })
  const doubted = useFirst({ status: "alleged" })
  return (
    <div className="lessons">
      <Lesson number={1} title={say("start.words")} text={say("start.words.help")}>
        {deed && <Example detail={deed} />}
      </Lesson>
      {doubted && (
        <Lesson number={2} title={say("start.status")} text={say("start.status.help")}>
          <ul className="status-key">
            {["occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled"].map(
              (one) => (
                <li key={one}>
                  <Status status={one} />
                </li>
              ),
            )}
          </ul>
        </Lesson>
      )}
      {dispute && (
        <Lesson number={3} title={say("start.differ")} text={say("start.differ.help")}>
          <Dispute detail={dispute} />
        </Lesson>
      )}
      <Lesson number={4} title={say("start.decide")} text={say("start.decide.help")}>
        <ul className="key-row">
          {TAUGHT.map((action) => (
            <li key={action}>
              <kbd>{keyName(keys[action] ?? ACTIONS[action])}</kbd> {say(`action.${action}`)}
            </li>
          ))}
        </ul>
        <Link to="/review" className="button button-main" onClick={() => change({ seen: true })}>
          {say("start.review")}
        </Link>
      </Lesson>
      <Lesson number={5} title={say("start.own")} text={say("start.own.help")}>
        <div className="form-foot">
          <Link to="/add" className="button button-plain" onClick={() => change({ seen: true })}>
            {say("nav.add")}
          </Link>
          <Button onPress={onLeave}>{say("start.leave")}</Button>
        </div>
      </Lesson>
    </div>
  )
}

function Lesson({
  number,
  title,
  text,
  children,
}: {
  number: number
  title: string
  text: string
  children?: ReactNode
}) {
  const format = useFormat()
  return (
    <section className="lesson">
      <p className="lesson-number" aria-hidden="true">
        {format.number(number)}
      </p>
      <div className="lesson-text">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div className="lesson-show">{children}</div>
    </section>
  )
}

function Example({ detail }: { detail: RecordDetail }) {
  const say = useSay()
  return (
    <>
      <p className="deed-sentence">
        <Link to="/record/$id" params={{ id: detail.record.id }}>
          <Sentence deed={detail.record} english={detail.sentence} />
        </Link>
      </p>
      <Legend />
      {detail.claims.slice(0, 2).map((claim) => (
        <Witness key={claim.id} claim={claim} />
      ))}
      <p className="soft">{say("start.words.more")}</p>
    </>
  )
}

function Dispute({ detail }: { detail: RecordDetail }) {
  const word = useWord()
  const value = useValue()
  const { record } = detail
  const claims = new Map(detail.claims.map((claim) => [claim.id, claim]))
  const field = record.disagreements[0] ?? ""
  return (
    <>
      <p className="deed-sentence">
        <Link to="/record/$id" params={{ id: record.id }}>
          <Sentence deed={record} english={detail.sentence} />
        </Link>
      </p>
      <dl className="dispute">
        {(record.support[field] ?? []).map((one) => (
          <div key={one.value}>
            <dt>
              {word("field", field)}:{" "}
              <b>
                <Bdi text={value(field, one.value)} />
              </b>
            </dt>
            {one.claims.map((id) => (
              <dd key={id}>
                <Bdi text={reportName(claims.get(id)?.meta ?? bare(id))} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}
