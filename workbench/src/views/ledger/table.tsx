// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the link in a row takes the focus, not the row
import { Link } from "@tanstack/react-router"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react"
import type { RecordLine } from "../../api/types.js"
import type { Asked } from "../../app/search.js"
import { useSay } from "../../i18n/index.js"
import { useAct } from "../../deed/act.js"
import { DateOf, Sides } from "../../deed/party.js"
import { ReviewMark, Status } from "../../deed/status.js"
import { type Column, Differs, tracksOf } from "./columns.js"
import type { Rows, Seen } from "./rows.js"

const ROW = 42
const CARD = 104
const NARROW = 640

function useNarrow(box: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(() => window.innerWidth < NARROW)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) =>
      setNarrow((entry?.contentRect.width ?? NARROW) < NARROW),
    )
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box])
  return narrow
}

export interface TableProps {
  readonly rows: Rows
  readonly seen: Seen
  readonly columns: readonly Column[]
  /** The question, handed on so that a record knows its neighbours. */
  readonly asked: Asked
}

/** A table of any length: only what is in sight is drawn and fetched. */
export function RecordTable({ rows, seen, columns, asked }: TableProps) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const narrow = useNarrow(box)
  const [active, setActive] = useState(0)
  /** The row that a key led to; it takes the focus as soon as it is there. */
  const awaited = useRef<number | null>(null)
  const total = seen.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? CARD : ROW),
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change height when the table gets narrow
  useEffect(() => virtual.measure(), [narrow, virtual])
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => rows.want(first, last), [rows, first, last])

  function move(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? ROW) / ROW) - 2)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = Math.max(0, Math.min(total - 1, active + step))
    setActive(to)
    virtual.scrollToIndex(to)
    awaited.current = to
  }

  useEffect(() => {
    if (awaited.current !== null && focusRow(box.current, awaited.current)) awaited.current = null
  })

  const tracks = narrow ? undefined : tracksOf(columns)
  return (
    <div className={narrow ? "table table-cards" : "table"}>
      <div
        role="table"
        className="table-box"
        ref={box}
        tabIndex={-1}
        aria-label={say("ledger.table")}
        aria-rowcount={total + 1}
        onKeyDown={move}
      >
        <div role="rowgroup" className="table-head">
          <div role="row" className="table-row" style={tracks} aria-rowindex={1}>
            {columns.map(({ id, name }) => (
              <div
                key={id}
                role="columnheader"
                className={id === "sign" ? "for-ears-cell" : undefined}
              >
                {id === "sign" ? <span className="for-ears">{say(name)}</span> : say(name)}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className="table-body"
          style={{
            blockSize: virtual.getTotalSize(),
            ...(tracks && { minInlineSize: tracks.minInlineSize }),
          }}
        >
          {items.map(({ index, start, size }) => {
            const record = rows.row(index)
            const style = { transform: `translateY(${start}px)`, blockSize: size }
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="table-line"
                style={style}
                data-index={index}
              >
                {record ? (
                  <Row
                    record={record}
                    columns={columns}
                    tracks={tracks}
                    narrow={narrow}
                    asked={asked}
                    tabbable={index === active}
                    onFocus={() => {
                      awaited.current = null
                      setActive(index)
                    }}
                  />
                ) : (
                  <div role="cell" className="table-wait">
                    <span className="bar" />
                  </div>
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Whether the row was there to take the focus. While it is on its way, the table itself keeps it for the keys. */
function focusRow(box: HTMLElement | null, index: number): boolean {
  const row = box?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
  if (!row && !box?.contains(document.activeElement)) box?.focus({ preventScroll: true })
  row?.focus({ preventScroll: true })
  return row !== null && row !== undefined
}

interface RowProps {
  readonly record: RecordLine
  readonly columns: readonly Column[]
  readonly tracks: ReturnType<typeof tracksOf> | undefined
  readonly narrow: boolean
  readonly tabbable: boolean
  readonly asked: Asked
  readonly onFocus: () => void
}

function Row({ record, columns, tracks, narrow, tabbable, asked, onFocus }: RowProps) {
  const say = useSay()
  const act = useAct()
  const link = (
    <Link
      to="/record/$id"
      params={{ id: record.id }}
      search={asked}
      className="row-link"
      preload={false}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onFocus}
      aria-label={say("ledger.open", { act: act(record) })}
    />
  )
  if (narrow)
    return (
      <div role="cell" className={`card row-${record.status}`}>
        {link}
        <span className="card-top">
          {record.when && <DateOf edtf={record.when.edtf} short />}
          <Status status={record.status} />
        </span>
        <span className="card-sides">
          <Sides record={record} />
        </span>
        <span className="card-foot">
          <span>{act(record)}</span>
          {record.disagreements.length > 0 && <Differs record={record} />}
          {record.review.state !== "proposed" && <ReviewMark state={record.review.state} />}
        </span>
      </div>
    )
  return (
    <div className={`table-row row-${record.status}`} role="presentation" style={tracks}>
      {columns.map(({ id, Cell }, at) => (
        <div key={id} role="cell" className={`cell cell-${id}`}>
          {at === 0 && link}
          <Cell record={record} />
        </div>
      ))}
    </div>
  )
}
