import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useMemo, useState } from "react"
import { Problem } from "../../api/client.js"
import { keyOf, queueQuery } from "../../api/queue.js"
import { queries, recordQuery } from "../../api/queries.js"
import type { JudgementKind, QueueItem } from "../../api/types.js"
import { KeyTable } from "../../app/key-table.js"
import { useHint, useKeys } from "../../app/keys.js"
import { Page } from "../../app/page.js"
import { filtersOf, one, type Asked } from "../../app/search.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Correct } from "../../deed/correct.js"
import { Button } from "../../parts/button.js"
import { Choice } from "../../parts/choice.js"
import { Empty, Fault, Loading } from "../../parts/state.js"
import { tell } from "../../parts/toast.js"
import { Window } from "../../parts/window.js"
import { useFormat } from "../../text/format.js"
import { Question } from "./question.js"
import { QueueList } from "./queue-list.js"
import { useSession, type Session } from "./session.js"
import { judgingOf } from "./judging.js"
import "../../styles/review.css"

const ORDERS = ["doubt", "value", "fresh"] as const
/** Questions whose records are fetched before they are seen. */
const AHEAD = 3

/** One question after the other, answered by keys. */
export function Review() {
  const say = useSay()
  const asked = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const order = one(asked["order"]) || "doubt"
  const filters = filtersOf(asked)
  const queue = useInfiniteQuery(queueQuery(order, filters))
  const items = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data])
  const total = queue.data?.pages[0]?.total ?? 0
  const choose = (next: string) =>
    void go({ to: "/review", search: { ...asked, order: next } as Asked, replace: true })
  return (
    <Page
      wide
      title={say("nav.review")}
      lead={<Lead total={total} ready={queue.data !== undefined} />}
      actions={
        <Choice
          label={say("review.order")}
          value={order}
          onChange={choose}
          options={ORDERS.map((id) => ({ id, text: say(`review.order.${id}`) }))}
        />
      }
    >
      {queue.error ? (
        <Fault fault={queue.error} retry={() => void queue.refetch()} />
      ) : !queue.data ? (
        <Loading />
      ) : items.length === 0 ? (
        <Empty title={say("review.none")} sign="accept">
          <p>{say("review.none.help")}</p>
        </Empty>
      ) : (
        <Sitting
          key={`${order} ${JSON.stringify(filters)}`}
          items={items}
          total={total}
          more={() => {
            if (queue.hasNextPage && !queue.isFetchingNextPage) void queue.fetchNextPage()
          }}
        />
      )}
    </Page>
  )
}

function Lead({ total, ready }: { total: number; ready: boolean }) {
  const say = useSay()
  const format = useFormat()
  return ready ? (
    <span>{say("review.count", { count: total, n: format.number(total) })}</span>
  ) : null
}

interface SittingProps {
  readonly items: readonly QueueItem[]
  readonly total: number
  readonly more: () => void
}

/** The records of the next questions are there before the questions are. */
function useAhead(items: readonly QueueItem[], at: number, more: () => void): void {
  useEffect(() => {
    for (const item of items.slice(at, at + AHEAD + 1))
      for (const record of [item.record, item.other])
        if (record) void queries.prefetchQuery(recordQuery(record.id))
    if (at > items.length - 10) more()
  }, [items, at, more])
}

function Sitting({ items, total, more }: SittingProps) {
  const say = useSay()
  const word = useWord()
  const format = useFormat()
  const hint = useHint()
  const session = useSession(items)
  const [editing, setEditing] = useState(false)
  const [help, setHelp] = useState(false)
  const item = items[session.at]
  const key = item ? keyOf(item) : ""
  useAhead(items, session.at, more)
  const done = Object.keys(session.decided).length

  const failed = (fault: unknown) => {
    if (!(fault instanceof Problem)) throw fault
    tell({ text: fault.changed ? say("conflict") : fault.message, bad: true })
  }
  const undo = () =>
    void session.undo().then((count) => {
      if (count > 0) tell({ text: say("review.undone", { count, n: format.number(count) }) })
    }, failed)
  const told = (kind: JudgementKind, count: number) =>
    tell({
      text:
        count === 1
          ? say("decided", { what: word("kind", kind) })
          : say("review.decided", { count, n: format.number(count), what: word("kind", kind) }),
      action: { label: say("undo"), run: undo, hint: hint("undo") },
    })

  function decide(kind: JudgementKind): void {
    if (!item || !fits(item, kind)) return
    const picked = items
      .map((_, index) => index)
      .filter((index) => session.picked.includes(keyOf(items[index] as QueueItem)))
    const chosen =
      picked.length > 0
        ? picked.filter((index) => fits(items[index] as QueueItem, kind))
        : [session.at]
    const sent = chosen.map((index) => judgingOf(items[index] as QueueItem, kind))
    session.decide(chosen, kind, sent).catch(failed)
    if (chosen.length > 1) told(kind, chosen.length)
  }
  const pick = () =>
    session.pick(
      session.picked.includes(key)
        ? session.picked.filter((one) => one !== key)
        : [...session.picked, key],
    )

  useKeys({
    accept: () => decide("accept"),
    reject: () => decide("reject"),
    same: () => decide("same"),
    different: () => decide("different"),
    unsure: () => decide("unsure"),
    edit: () => item?.kind === "record" && setEditing(true),
    next: () => session.go(session.at + 1),
    previous: () => session.go(session.at - 1),
    pick,
    undo,
    help: () => setHelp(true),
  })

  return (
    <div className="review">
      <div className="review-main">
        <div className="review-bar">
          <Progress done={done} total={total} />
          <Button
            look="quiet"
            sign="undo"
            hint={hint("undo")}
            isDisabled={session.strokes.length === 0}
            onPress={undo}
          >
            {say("undo")}
          </Button>
          <Button look="quiet" sign="keys" hint={hint("help")} onPress={() => setHelp(true)}>
            {say("keys.title")}
          </Button>
        </div>
        {session.picked.length > 0 && <Bulk session={session} decide={decide} />}
        {item ? (
          <Question
            key={key}
            item={item}
            number={session.at + 1}
            decided={session.decided[key] ?? null}
            conflict={session.conflicts[key] ?? null}
            decide={decide}
            onEdit={() => setEditing(true)}
          />
        ) : (
          <Empty title={say("review.end")} sign="accept">
            <p>{say("review.end.help", { n: format.number(done) })}</p>
          </Empty>
        )}
      </div>
      <QueueList items={items} session={session} />
      {editing && item && (
        <Editing
          item={item}
          onClose={() => setEditing(false)}
          onDone={(ids) => {
            setEditing(false)
            session.note(session.at, "edit", ids)
          }}
        />
      )}
      <Window title={say("keys.title")} open={help} onClose={() => setHelp(false)}>
        <KeyTable />
      </Window>
    </div>
  )
}

/** Whether a decision answers this kind of question. */
function fits(item: QueueItem, kind: JudgementKind): boolean {
  if (kind === "unsure") return true
  return (kind === "same" || kind === "different") === (item.kind === "pair")
}

function Editing({
  item,
  onClose,
  onDone,
}: {
  item: QueueItem
  onClose: () => void
  onDone: (ids: readonly string[]) => void
}) {
  const { data } = useQuery(recordQuery(item.record.id))
  if (!data) return null
  return (
    <Correct
      detail={data}
      field={null}
      onClose={onClose}
      onDone={({ judgements }) => onDone(judgements.map((one) => one.id))}
    />
  )
}

function Progress({ done, total }: { done: number; total: number }) {
  const say = useSay()
  const format = useFormat()
  return (
    <span className="progress">
      <progress value={done} max={Math.max(total, 1)} aria-label={say("review.progress")} />
      <span>{say("review.done", { n: format.number(done), of: format.number(total) })}</span>
    </span>
  )
}

/** Several questions at one stroke. */
function Bulk({ session, decide }: { session: Session; decide: (kind: JudgementKind) => void }) {
  const say = useSay()
  const format = useFormat()
  const count = session.picked.length
  return (
    <section className="bulk" aria-label={say("bulk")}>
      <span>{say("bulk.count", { count, n: format.number(count) })}</span>
      <Button onPress={() => decide("accept")} sign="accept">
        {say("action.accept")}
      </Button>
      <Button onPress={() => decide("reject")} sign="reject">
        {say("action.reject")}
      </Button>
      <Button onPress={() => decide("unsure")} sign="unsure">
        {say("action.unsure")}
      </Button>
      <Button look="quiet" onPress={() => session.pick([])}>
        {say("bulk.clear")}
      </Button>
    </section>
  )
}
