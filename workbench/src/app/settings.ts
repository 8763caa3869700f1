import { useSyncExternalStore } from "react"

export const LANGUAGES = ["en", "ru", "fa"] as const
export type Language = (typeof LANGUAGES)[number]
export type Digits = "auto" | "latn" | "arabext"
export type Calendar = "auto" | "gregory" | "persian"
export type Theme = "auto" | "light" | "dark"

/** How this reader wants the page; kept in this browser only. */
export interface Settings {
  readonly language: Language
  readonly digits: Digits
  readonly calendar: Calendar
  readonly theme: Theme
  /** Keys of the review queue that differ from the usual ones: action → `KeyboardEvent.code`. */
  readonly keys: Readonly<Record<string, string>>
  /** Single keys can be switched off (WCAG 2.1.4). */
  readonly keysOn: boolean
  /** Columns of the ledger when the address does not name any. */
  readonly columns: readonly string[] | null
  /** The first-run page was left behind. */
  readonly seen: boolean
}

const PLACE = "dragoman.settings"

function firstLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2))
  return wanted.map((tag) => LANGUAGES.find((one) => one === tag)).find(Boolean) ?? "en"
}

function stored(): Partial<Settings> {
  const text = localStorage.getItem(PLACE)
  if (text === null) return {}
  try {
    return JSON.parse(text) as Partial<Settings>
  } catch (fault) {
    if (fault instanceof SyntaxError) return {}
    throw fault
  }
}

const DEFAULTS: Omit<Settings, "language"> = {
  digits: "auto",
  calendar: "auto",
  theme: "auto",
  keys: {},
  keysOn: true,
  columns: null,
  seen: false,
}

let current: Settings = { ...DEFAULTS, language: firstLanguage(), ...stored() }
const listeners = new Set<() => void>()

export const settings = (): Settings => current

export function change(part: Partial<Settings>): void {
  current = { ...current, ...part }
  localStorage.setItem(PLACE, JSON.stringify(current))
  for (const tell of listeners) tell()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function onSettings(listener: () => void): void {
  listeners.add(listener)
}

export const useSettings = (): Settings => useSyncExternalStore(listen, settings)

export const isRightToLeft = (language: string): boolean => /^(fa|ar|he|ur|ps|ckb)\b/.test(language)

/** The BCP 47 tag by which numbers and dates are written. */
export function localeOf({ language, digits, calendar }: Settings): string {
  const base = { en: "en-GB", ru: "ru-RU", fa: "fa-IR" }[language]
  const numbers = digits === "auto" ? (language === "fa" ? "arabext" : "latn") : digits
  const days = calendar === "auto" ? (language === "fa" ? "persian" : "gregory") : calendar
  return `${base}-u-ca-${days}-nu-${numbers}`
}
