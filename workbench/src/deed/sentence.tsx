import type { LedgerRecord } from "../api/types.js"
import { useSettings } from "../app/settings.js"
import { useSay, useWord } from "../i18n/index.js"
import { Bdi, Plain } from "../passage/passage.js"
import { useFormat } from "../text/format.js"
import { useAct } from "./act.js"
import { placeName, useName } from "./party.js"
import { useAmount } from "./amount.js"

type Deed = Pick<
  LedgerRecord,
  | "actor"
  | "recipient"
  | "others"
  | "symmetric"
  | "stage"
  | "family"
  | "when"
  | "where"
  | "status"
  | "quantities"
>

/** A deed in one plain sentence of the reader's language. */
export function useSentence(): (deed: Deed) => string {
  const { language } = useSettings()
  const say = useSay()
  const word = useWord()
  const name = useName()
  const format = useFormat()
  const amount = useAmount()
  const actOf = useAct()
  return (deed) => {
    const isolate = (text: string) => `\u2068${text}\u2069`
    const names = (parties: Deed["actor"]) => format.list(parties.map((one) => isolate(name(one))))
    const who = deed.actor.length > 0 ? names(deed.actor) : say("sentence.nobody")
    const whom = deed.recipient.length > 0 ? deed.recipient : deed.symmetric ? deed.others : []
    const act = actOf(deed)
    const sides =
      whom.length === 0
        ? say("sentence.one", { act, who })
        : say(deed.symmetric ? "sentence.both" : "sentence.to", { act, who, whom: names(whom) })
    const more = [
      deed.when ? format.date(deed.when.edtf) : "",
      deed.where ? isolate(placeName(deed.where, language)) : "",
      ...deed.quantities.slice(0, 2).map(amount),
    ].filter((one) => one !== "")
    const told = [sides, ...more].join(say("comma"))
    return deed.status === "occurred"
      ? say("sentence.end", { told })
      : say("sentence.status", { told, status: word("status", deed.status) })
  }
}

/** Text whose foreign parts are isolated: each becomes an element of its own direction. */
export function Isolated({ text }: { text: string }) {
  return text.split(/\u2068([^\u2068\u2069]*)\u2069/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    at % 2 === 1 ? <Bdi key={at} text={part} /> : <Plain key={at} text={part} />,
  )
}

/** The server's own sentence where the reader reads its language, else one made of words the reader knows. */
export function Sentence({ deed, english }: { deed: Deed; english?: string | null }) {
  const { language } = useSettings()
  const sentence = useSentence()
  if (language !== "en" || !english) return <Isolated text={sentence(deed)} />
  return (
    <span lang="en" dir="ltr">
      <Isolated text={english} />
    </span>
  )
}
