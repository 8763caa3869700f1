import { useId, type ReactNode } from "react"

export interface FieldProps {
  readonly label: string
  readonly help?: string
  readonly children: (ids: { id: string; "aria-describedby"?: string }) => ReactNode
}

/** A labelled control. */
export function Field({ label, help, children }: FieldProps) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(help ? { id, "aria-describedby": helpId } : { id })}
      {help && (
        <p id={helpId} className="field-help">
          {help}
        </p>
      )}
    </div>
  )
}
