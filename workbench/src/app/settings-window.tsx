import type { Message } from "../i18n/index.js"
import { useSay } from "../i18n/index.js"
import { Choice } from "../parts/choice.js"
import { Window } from "../parts/window.js"
import { KeyTable } from "./key-table.js"
import { change, useSettings, type Settings } from "./settings.js"

const NAMES = { en: "English", ru: "Русский", fa: "فارسی" } as const

type Choosable = "digits" | "calendar" | "theme"
const CHOICES: Readonly<
  Record<Choosable, { label: Message; values: readonly [string, Message][] }>
> = {
  digits: {
    label: "settings.digits",
    values: [
      ["auto", "settings.auto"],
      ["latn", "settings.digits.latn"],
      ["arabext", "settings.digits.arabext"],
    ],
  },
  calendar: {
    label: "settings.calendar",
    values: [
      ["auto", "settings.auto"],
      ["gregory", "settings.calendar.gregory"],
      ["persian", "settings.calendar.persian"],
    ],
  },
  theme: {
    label: "settings.theme",
    values: [
      ["auto", "settings.theme.auto"],
      ["light", "settings.theme.light"],
      ["dark", "settings.theme.dark"],
    ],
  },
}

/** Language, digits, calendar, colours and keys of this reader. */
export function SettingsWindow({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay()
  const settings = useSettings()
  return (
    <Window title={say("settings")} open={open} onClose={onClose} place="side">
      <div className="settings">
        <fieldset className="languages">
          <legend>{say("settings.language")}</legend>
          {Object.entries(NAMES).map(([code, name]) => (
            <label key={code} lang={code}>
              <input
                type="radio"
                name="language"
                checked={settings.language === code}
                onChange={() => change({ language: code as Settings["language"] })}
              />
              {name}
            </label>
          ))}
        </fieldset>
        {(Object.keys(CHOICES) as Choosable[]).map((name) => (
          <Choice
            key={name}
            label={say(CHOICES[name].label)}
            value={settings[name]}
            options={CHOICES[name].values.map(([id, message]) => ({ id, text: say(message) }))}
            onChange={(id) => change({ [name]: id } as Partial<Settings>)}
          />
        ))}
        <KeyTable />
      </div>
    </Window>
  )
}
