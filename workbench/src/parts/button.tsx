import type { ReactNode } from "react"
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
} from "react-aria-components"
import { Icon, type Sign } from "./icon.js"

export interface Props extends Omit<ButtonProps, "children" | "className"> {
  readonly look?: "plain" | "main" | "quiet" | "danger"
  readonly sign?: Sign
  readonly children?: ReactNode
  /** The key that does the same, shown beside the words. */
  readonly hint?: string | null
}

export function Button({ look = "plain", sign, children, hint, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`button button-${look}`}>
      {sign && <Icon sign={sign} />}
      {children !== undefined && <span>{children}</span>}
      {hint ? <kbd>{hint}</kbd> : null}
    </AriaButton>
  )
}

/** A button that shows only a sign; its name comes up as a tip. */
export function IconButton({
  sign,
  label,
  ...rest
}: Omit<Props, "children"> & { sign: Sign; label: string }) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className="button button-icon">
        <Icon sign={sign} />
      </AriaButton>
      <Tooltip className="tip">{label}</Tooltip>
    </TooltipTrigger>
  )
}
