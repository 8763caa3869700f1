import i18next from "i18next"
import { useSyncExternalStore } from "react"
import { onSettings, settings, type Language } from "../app/settings.js"
import type { en } from "./en.js"
import type { Words } from "./words.js"

type Stem<K extends string> = K extends `${infer S}_${"one" | "few" | "many" | "other"}` ? S : K
/** The name of a message; forms of number are one name. */
export type Message = Stem<keyof typeof en>
export type Values = Readonly<Record<string, string | number>>
export type Say = (message: Message, values?: Values) => string

type Messages = Readonly<Record<string, string>>
const load: Record<Language, () => Promise<{ messages: Messages; words: Words }>> = {
  en: async () => ({
    messages: (await import("./en.js")).en,
    words: (await import("./words-en.js")).words,
  }),
  ru: async () => ({
    messages: (await import("./ru.js")).ru,
    words: (await import("./words-ru.js")).words,
  }),
  fa: async () => ({
    messages: (await import("./fa.js")).fa,
    words: (await import("./words-fa.js")).words,
  }),
}

async function fetchLanguage(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "page")) return
  const { messages, words } = await load[language]()
  i18next.addResourceBundle(language, "page", messages)
  for (const [space, table] of Object.entries(words))
    i18next.addResourceBundle(language, space, table)
}

/** Loads the reader's language, and again whenever the reader chooses another. */
export async function startLanguages(): Promise<void> {
  await i18next.init({
    lng: settings().language,
    fallbackLng: false,
    ns: ["page"],
    defaultNS: "page",
    keySeparator: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
  const follow = async () => {
    const { language } = settings()
    await fetchLanguage(language)
    await i18next.changeLanguage(language)
    spoken = language
    for (const tell of listeners) tell()
  }
  onSettings(() => void follow())
  await follow()
}

const listeners = new Set<() => void>()
function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language whose words are here; the one that was chosen, as soon as its words are. */
let spoken: Language = "en"
const useSpoken = (): Language => useSyncExternalStore(listen, () => spoken)

const sayings = new Map<Language, Say>()
function sayIn(language: Language): Say {
  const known = sayings.get(language)
  if (known) return known
  const t = i18next.getFixedT(language, "page")
  const say: Say = (message, values) => t(message, values ?? {}) as string
  sayings.set(language, say)
  return say
}

/** Says a message in the reader's language. */
export const useSay = (): Say => sayIn(useSpoken())

type Name = (space: keyof Words, code: string) => string
const names = new Map<Language, Name>()
function nameIn(language: Language): Name {
  const known = names.get(language)
  if (known) return known
  const name: Name = (space, code) => {
    const table = i18next.getResourceBundle(language, space) as Messages | undefined
    return table?.[code] ?? table?.[code.split(".")[0] ?? code] ?? code.replaceAll("_", " ")
  }
  names.set(language, name)
  return name
}

/** A coded value (family, stage, status, …) as a word of the reader; the code itself when there is none. */
export const useWord = (): Name => nameIn(useSpoken())
