import type { ReactNode } from "react"
import { Problem, UNREACHABLE } from "../api/client.js"
import { useSay } from "../i18n/index.js"
import { Bdi } from "../passage/passage.js"
import { Button } from "./button.js"
import { Icon, type Sign } from "./icon.js"

/** Nothing here, and what one can do about it. */
export function Empty({
  title,
  children,
  sign = "ledger",
}: {
  title: string
  children?: ReactNode
  sign?: Sign
}) {
  return (
    <div className="state">
      <Icon sign={sign} />
      <p className="state-title">{title}</p>
      {children && <div className="state-text">{children}</div>}
    </div>
  )
}

/** Something is on its way; said to those who listen, drawn as quiet bars. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const say = useSay()
  return (
    <div className="loading" role="status">
      <span className="for-ears">{say("loading")}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <span key={at} className="bar" aria-hidden="true" />
      ))}
    </div>
  )
}

/** What went wrong, in words, and another try. */
export function Fault({ fault, retry }: { fault: unknown; retry?: (() => void) | undefined }) {
  const say = useSay()
  const problem = fault instanceof Problem ? fault : null
  const title =
    problem?.code === UNREACHABLE
      ? say("fault.unreachable")
      : problem?.status === 404
        ? say("fault.absent")
        : say("fault.other")
  return (
    <div className="state state-fault" role="alert">
      <Icon sign="warning" />
      <p className="state-title">{title}</p>
      {problem?.code === UNREACHABLE ? (
        <p className="state-text">{say("fault.unreachable.help")}</p>
      ) : (
        <p className="state-text">
          <Bdi text={fault instanceof Error ? fault.message : String(fault)} lang="en" />
        </p>
      )}
      {retry && <Button onPress={retry}>{say("retry")}</Button>}
    </div>
  )
}
