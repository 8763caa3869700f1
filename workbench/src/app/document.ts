import { isRightToLeft, onSettings, settings } from "./settings.js"

/** Puts language, direction and theme on the document. */
function apply(): void {
  const { language, theme } = settings()
  const root = document.documentElement
  root.lang = language
  root.dir = isRightToLeft(language) ? "rtl" : "ltr"
  if (theme === "auto") delete root.dataset["theme"]
  else root.dataset["theme"] = theme
}

export function keepDocument(): void {
  apply()
  onSettings(apply)
}
