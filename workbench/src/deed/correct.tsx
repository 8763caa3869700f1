import { useState, type FormEvent } from "react"
import { judge } from "../api/judge.js"
import { Problem } from "../api/client.js"
import type { Changed, Judged, RecordDetail } from "../api/types.js"
import { useSay, useWord } from "../i18n/index.js"
import i18next from "i18next"
import { Bdi } from "../passage/passage.js"
import { Button } from "../parts/button.js"
import { Field } from "../parts/field.js"
import { Window } from "../parts/window.js"
import { useSettings } from "../app/settings.js"
import { CORRECTABLE } from "./correctable.js"
import { Conflict } from "./conflict.js"
import { useValue } from "./value.js"

export interface CorrectProps {
  readonly detail: RecordDetail
  /** The field to begin with; null asks first. */
  readonly field: string | null
  readonly onClose: () => void
  readonly onDone: (judged: Judged) => void
}

type Coded = "status" | "family" | "stage" | "event"
const isCoded = (field: string): field is Coded =>
  ["status", "family", "stage", "event"].includes(field)

/** What the field says now, as it is written in a form. */
function written(detail: RecordDetail, field: string): string {
  const { record } = detail
  if (field === "when") return record.when?.edtf ?? ""
  if (field === "where") return record.where?.name ?? ""
  if (field === "actor" || field === "recipient")
    return record[field].map((one) => one.id).join(", ")
  return isCoded(field) ? record[field] : ""
}

/** A value of the form as the server takes it. */
function sent(field: string, text: string): unknown {
  if (field !== "actor" && field !== "recipient") return text.trim()
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
}

/** Corrects one field: a value that some report gives, one of the codes, or what one types. */
export function Correct({ detail, field, onClose, onDone }: CorrectProps) {
  const say = useSay()
  const word = useWord()
  const [chosen, setChosen] = useState<string | null>(field)
  return (
    <Window
      open
      title={
        chosen === null
          ? say("correct.which")
          : say("correct.title", { field: word("field", chosen) })
      }
      onClose={onClose}
    >
      {chosen === null ? (
        <FieldChoice onChoose={setChosen} />
      ) : (
        <CorrectForm detail={detail} field={chosen} onClose={onClose} onDone={onDone} />
      )}
    </Window>
  )
}

/** The fields, each with a digit that chooses it. */
function FieldChoice({ onChoose }: { onChoose: (field: string) => void }) {
  const word = useWord()
  return (
    <ul
      className="pick-list"
      onKeyDown={(event) => {
        const chosen = CORRECTABLE[Number(event.code.replace(/^(Digit|Numpad)/, "")) - 1]
        if (chosen === undefined) return
        event.preventDefault()
        onChoose(chosen)
      }}
    >
      {CORRECTABLE.map((name, at) => (
        <li key={name}>
          <Button
            look="quiet"
            hint={String(at + 1)}
            onPress={() => onChoose(name)}
            autoFocus={at === 0}
          >
            {word("field", name)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function CorrectForm({ detail, field, onClose, onDone }: CorrectProps & { field: string }) {
  const say = useSay()
  const value = useValue()
  const [text, setText] = useState(() => written(detail, field))
  const [why, setWhy] = useState("")
  const [fault, setFault] = useState<string | null>(null)
  const [changed, setChanged] = useState<Changed | null>(null)
  const [busy, setBusy] = useState(false)
  const others = detail.record.support[field] ?? []

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      onDone(
        await judge({
          kind: "edit",
          record: detail.record.id,
          field,
          value: sent(field, text),
          why,
          version: detail.version,
        }),
      )
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setChanged(problem.changed)
      if (problem.changed === null) setFault(problem.message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      {others.length > 0 && !isCoded(field) && field !== "actor" && field !== "recipient" && (
        <fieldset className="given">
          <legend>{say("correct.given")}</legend>
          {others.map((one) => (
            <label key={one.value} className="check">
              <input
                type="radio"
                name="given"
                checked={text === one.value}
                onChange={() => setText(one.value)}
              />
              <Bdi text={value(field, one.value)} />
            </label>
          ))}
        </fieldset>
      )}
      {isCoded(field) ? (
        <CodeChoice field={field} value={text} onChange={setText} />
      ) : (
        <Field label={say("correct.value")} help={helpOf(field, say)}>
          {(ids) => (
            <input
              {...ids}
              value={text}
              dir="auto"
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
              autoFocus
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={say("correct.why")}>
        {(ids) => (
          <input {...ids} value={why} dir="auto" onChange={(event) => setWhy(event.target.value)} />
        )}
      </Field>
      {fault !== null && (
        <p className="wrong" role="alert">
          <Bdi text={fault} />
        </p>
      )}
      {changed && <Conflict changed={changed} />}
      <div className="form-foot">
        <Button type="submit" look="main" isDisabled={busy}>
          {say("save")}
        </Button>
        <Button onPress={onClose}>{say("cancel")}</Button>
      </div>
    </form>
  )
}

function helpOf(field: string, say: ReturnType<typeof useSay>): string {
  if (field === "when") return say("correct.help.when")
  if (field === "where") return say("correct.help.where")
  return say("correct.help.party")
}

/** All codes of a field, by the names that the reader knows. */
export function CodeChoice({
  field,
  value,
  onChange,
}: {
  field: Coded
  value: string
  onChange: (code: string) => void
}) {
  const say = useSay()
  const { language } = useSettings()
  const table = (i18next.getResourceBundle(language, field) ?? {}) as Record<string, string>
  const codes = Object.entries(table).sort(([, a], [, b]) => a.localeCompare(b, language))
  return (
    <Field label={say("correct.value")}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          {!(value in table) && <option value={value}>{value}</option>}
          {codes.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
