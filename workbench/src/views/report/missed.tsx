import { useEffect, useState, type FormEvent } from "react"
import { path, post, Problem } from "../../api/client.js"
import { queries } from "../../api/queries.js"
import type { ReportDetail } from "../../api/types.js"
import { actsOf, FAMILY_CODES } from "../../deed/acts.js"
import { useSay, useWord, type Message } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { Field } from "../../parts/field.js"
import { tell } from "../../parts/toast.js"
import type { Stretch } from "./choosing.js"

const SLOTS = ["act", "actor", "recipient", "when"] as const
type Slot = (typeof SLOTS)[number]
type Filled = Readonly<Record<Slot, readonly Stretch[]>>
const NONE: Filled = { act: [], actor: [], recipient: [], when: [] }
const STATUSES = [
  "occurred",
  "ongoing",
  "planned",
  "proposed",
  "cancelled",
  "denied",
  "alleged",
] as const

const SLOT_NAMES: Readonly<Record<Slot, Message>> = {
  act: "missed.slot.act",
  actor: "missed.slot.actor",
  recipient: "missed.slot.recipient",
  when: "missed.slot.when",
}

export interface MissedProps {
  readonly detail: ReportDetail
  readonly chosen: Stretch | null
  readonly onDone: () => void
}

/** A claim that the machine missed: words are chosen in the text and put where they belong. */
export function MissedClaim({ detail, chosen, onDone }: MissedProps) {
  const say = useSay()
  const word = useWord()
  const [filled, setFilled] = useState<Filled>(NONE)
  const [family, setFamily] = useState("contact")
  const [stage, setStage] = useState("visit")
  const [event, setEvent] = useState("CONSULT")
  const [status, setStatus] = useState<string>("occurred")
  const [edtf, setEdtf] = useState("")
  const [fault, setFault] = useState<string | null>(null)
  const { text } = detail.report
  const words = (at: Stretch) => text.slice(at.from, at.to)

  const put = (slot: Slot) => {
    if (!chosen) return
    const single = slot === "act" || slot === "when"
    setFilled((now) => ({ ...now, [slot]: single ? [chosen] : [...now[slot], chosen] }))
    document.getSelection()?.removeAllRanges()
  }
  useDigits(put)

  function chooseFamily(next: string): void {
    setFamily(next)
    chooseStage(next, actsOf(next)[0]?.stage ?? "")
  }
  function chooseStage(inFamily: string, next: string): void {
    setStage(next)
    setEvent(actsOf(inFamily).find((one) => one.stage === next)?.event ?? "NONE")
  }

  async function save(submitted: FormEvent): Promise<void> {
    submitted.preventDefault()
    const [act] = filled.act
    if (!act) return setFault(say("missed.noAct"))
    const when = filled.when[0]
    const body = {
      report: detail.report.id,
      from: act.from,
      to: act.to,
      family,
      stage,
      event,
      status,
      actor: filled.actor,
      recipient: filled.recipient,
      ...(when ? { when: { ...when, ...(edtf.trim() === "" ? {} : { edtf: edtf.trim() }) } } : {}),
    }
    try {
      await post(path("claims"), body)
      await queries.invalidateQueries()
      tell({ text: say("missed.saved") })
      onDone()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setFault(problem.message)
    }
  }

  return (
    <form
      className="missed"
      aria-label={say("missed.start")}
      onSubmit={(submitted) => void save(submitted)}
    >
      <p className="missed-help">{say("missed.help")}</p>
      <p className="missed-chosen" aria-live="polite">
        {chosen ? (
          <q dir="auto">
            <Bdi text={words(chosen)} />
          </q>
        ) : (
          <span className="soft">{say("missed.nothing")}</span>
        )}
      </p>
      <ol className="slots">
        {SLOTS.map((slot, at) => (
          <li key={slot} className={`slot slot-${slot}`}>
            <Button
              look="quiet"
              hint={String(at + 1)}
              isDisabled={!chosen}
              onPress={() => put(slot)}
            >
              {say(SLOT_NAMES[slot])}
            </Button>
            {filled[slot].map((one) => (
              <button
                key={`${one.from}-${one.to}`}
                type="button"
                className="chip"
                onClick={() =>
                  setFilled({ ...filled, [slot]: filled[slot].filter((other) => other !== one) })
                }
              >
                <Bdi text={words(one)} />
                <span aria-hidden="true">×</span>
                <span className="for-ears">{say("remove")}</span>
              </button>
            ))}
          </li>
        ))}
      </ol>
      <Field label={word("field", "family")}>
        {(ids) => (
          <select {...ids} value={family} onChange={(e) => chooseFamily(e.target.value)}>
            {FAMILY_CODES.map((code) => (
              <option key={code} value={code}>
                {word("family", code)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={word("field", "stage")}>
        {(ids) => (
          <select {...ids} value={stage} onChange={(e) => chooseStage(family, e.target.value)}>
            {actsOf(family).map((one) => (
              <option key={one.stage} value={one.stage}>
                {word("stage", one.stage)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={word("field", "status")}>
        {(ids) => (
          <select {...ids} value={status} onChange={(e) => setStatus(e.target.value)}>
            {STATUSES.map((code) => (
              <option key={code} value={code}>
                {word("status", code)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {filled.when.length > 0 && (
        <Field label={word("field", "when")} help={say("correct.help.when")}>
          {(ids) => (
            <input {...ids} value={edtf} dir="ltr" onChange={(e) => setEdtf(e.target.value)} />
          )}
        </Field>
      )}
      <p className="soft">
        {word("field", "event")}: {word("event", event)}
      </p>
      {fault !== null && (
        <p className="wrong" role="alert">
          <Bdi text={fault} />
        </p>
      )}
      <Button type="submit" look="main">
        {say("missed.save")}
      </Button>
    </form>
  )
}

/** Digits put the chosen words into a slot while nobody is writing. */
function useDigits(put: (slot: Slot) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      )
        return
      const slot = SLOTS[Number(event.code.replace(/^(Digit|Numpad)/, "")) - 1]
      if (!slot) return
      event.preventDefault()
      put(slot)
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  })
}
