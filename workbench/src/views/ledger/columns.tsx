import type { ReactNode } from "react"
import type { RecordLine } from "../../api/types.js"
import { useAct } from "../../deed/act.js"
import { DateOf, Parties, PlaceOf, Sides } from "../../deed/party.js"
import { ReviewMark, Status, StatusSign } from "../../deed/status.js"
import { useAmount } from "../../deed/amount.js"
import { Isolated } from "../../deed/sentence.js"
import { useSettings } from "../../app/settings.js"
import { useWord, type Message } from "../../i18n/index.js"
import { Icon } from "../../parts/icon.js"
import { useFormat } from "../../text/format.js"
import { languageName } from "../../text/language-name.js"

export interface Column {
  readonly id: string
  readonly name: Message
  /** Least width in rem. */
  readonly width: number
  /** Share of what is left over. */
  readonly grow: number
  readonly Cell: (props: { record: RecordLine }) => ReactNode
}

function Act({ record }: { record: RecordLine }) {
  const act = useAct()
  return act(record)
}

function Checked({ record: { review } }: { record: RecordLine }) {
  return review.state === "proposed" ? (
    <span className="soft">–</span>
  ) : (
    <ReviewMark state={review.state} />
  )
}

function Coded({ space, code }: { space: "family" | "event"; code: string }) {
  const word = useWord()
  return code === "" ? "–" : word(space, code)
}

function Amounts({ record }: { record: RecordLine }) {
  const amount = useAmount()
  return record.quantities.length === 0 ? (
    "–"
  ) : (
    <Isolated text={record.quantities.map(amount).join("; ")} />
  )
}

function Figure({ value, percent = false }: { value: number; percent?: boolean }) {
  const format = useFormat()
  return <span className="figure">{percent ? format.percent(value) : format.number(value)}</span>
}

function Languages({ record }: { record: RecordLine }) {
  const { language } = useSettings()
  return languageName(record.language, language)
}

export function Differs({ record }: { record: RecordLine }) {
  const word = useWord()
  if (record.disagreements.length === 0) return <span className="soft">–</span>
  return (
    <span className="disagreement">
      <Icon sign="differ" /> {record.disagreements.map((one) => word("field", one)).join(", ")}
    </span>
  )
}

/** Everything that a row can show, in the order in which it is offered. */
export const COLUMNS: readonly Column[] = [
  {
    id: "when",
    name: "column.when",
    width: 7.25,
    grow: 0,
    Cell: ({ record }) =>
      record.when ? <DateOf edtf={record.when.edtf} short /> : <span className="soft">–</span>,
  },
  {
    id: "sign",
    name: "column.sign",
    width: 1.5,
    grow: 0,
    Cell: ({ record }) => <StatusSign status={record.status} />,
  },
  {
    id: "sides",
    name: "column.sides",
    width: 10.75,
    grow: 3,
    Cell: ({ record }) => <Sides record={record} />,
  },
  { id: "act", name: "column.act", width: 6.5, grow: 1.4, Cell: Act },
  {
    id: "status",
    name: "column.status",
    width: 6.75,
    grow: 0,
    Cell: ({ record }) => <Status status={record.status} />,
  },
  {
    id: "where",
    name: "column.where",
    width: 8,
    grow: 1,
    Cell: ({ record }) =>
      record.where ? <PlaceOf place={record.where} /> : <span className="soft">–</span>,
  },
  { id: "disagreements", name: "column.disagreements", width: 5.75, grow: 0.5, Cell: Differs },
  {
    id: "reports",
    name: "column.reports",
    width: 3.5,
    grow: 0,
    Cell: ({ record }) => <Figure value={record.reports.length} />,
  },
  { id: "review", name: "column.review", width: 4.5, grow: 0, Cell: Checked },
  { id: "amounts", name: "column.amounts", width: 10, grow: 1, Cell: Amounts },
  {
    id: "actor",
    name: "column.actor",
    width: 9,
    grow: 2,
    Cell: ({ record }) => <Parties parties={record.actor} />,
  },
  {
    id: "recipient",
    name: "column.recipient",
    width: 9,
    grow: 2,
    Cell: ({ record }) => <Parties parties={record.recipient} />,
  },
  {
    id: "family",
    name: "column.family",
    width: 7.5,
    grow: 0,
    Cell: ({ record }) => <Coded space="family" code={record.family} />,
  },
  {
    id: "event",
    name: "column.event",
    width: 7,
    grow: 0,
    Cell: ({ record }) => <Coded space="event" code={record.event} />,
  },
  { id: "language", name: "column.language", width: 6, grow: 0, Cell: Languages },
  {
    id: "confidence",
    name: "column.confidence",
    width: 5.5,
    grow: 0,
    Cell: ({ record }) => <Figure value={record.confidence} percent />,
  },
  {
    id: "id",
    name: "column.id",
    width: 7,
    grow: 0,
    Cell: ({ record }) => <code>{record.id.slice(0, 10)}</code>,
  },
]

export const USUAL = ["when", "sides", "act", "status", "disagreements", "reports", "review"]

/** Space between columns, in rem. */
const GAP = 0.625

/** The tracks of a row, and the width below which it does not go. */
export function tracksOf(columns: readonly Column[]): {
  gridTemplateColumns: string
  minInlineSize: string
} {
  const tracks = columns.map(({ width, grow }) =>
    grow === 0 ? `${width}rem` : `minmax(${width}rem, ${grow}fr)`,
  )
  const least = columns.reduce((sum, { width }) => sum + width + GAP, 1.5)
  return { gridTemplateColumns: tracks.join(" "), minInlineSize: `${least}rem` }
}

export function columnsOf(ids: readonly string[]): readonly Column[] {
  const chosen = COLUMNS.filter((column) => ids.includes(column.id))
  return chosen.length > 0 ? chosen : COLUMNS.filter((column) => USUAL.includes(column.id))
}
