import i18next from "i18next"
import { useWord } from "../i18n/index.js"

/** What a stage is called within its family: a call by telephone is not a call upon somebody. */
export function useAct(): (deed: { readonly family: string; readonly stage: string }) => string {
  const word = useWord()
  return ({ family, stage }) => {
    const within = `${family}/${stage}`
    const named = i18next.getResourceBundle(i18next.language, "stage") as
      | Record<string, string>
      | undefined
    return named?.[within] ?? word("stage", stage)
  }
}
