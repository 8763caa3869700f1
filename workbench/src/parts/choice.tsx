import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components"
import { Icon } from "./icon.js"

export interface Option {
  readonly id: string
  readonly text: string
}

export interface ChoiceProps {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
  readonly hideLabel?: boolean
}

/** One of several. */
export function Choice({ label, options, value, onChange, hideLabel = false }: ChoiceProps) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => onChange(String(key))}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Button className="choice-button">
        <SelectValue />
        <Icon sign="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} className="list-item">
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
