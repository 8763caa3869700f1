import { useQuery } from "@tanstack/react-query"
import { Outlet, useRouterState } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { I18nProvider } from "react-aria-components"
import { onRefused } from "../api/client.js"
import { queries, statusQuery } from "../api/queries.js"
import { useSay } from "../i18n/index.js"
import { IconButton } from "../parts/button.js"
import { Toasts } from "../parts/toast.js"
import { Window } from "../parts/window.js"
import { Contents } from "./contents.js"
import { Login } from "./login.js"
import { SettingsWindow } from "./settings-window.js"
import { localeOf, useSettings } from "./settings.js"

/** A reader who moves by keyboard lands in the new view, not at the top of the contents. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path)
      main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

function useLoginWanted(): boolean {
  const status = useQuery(statusQuery)
  useEffect(() => onRefused(() => void queries.invalidateQueries({ queryKey: ["status"] })), [])
  return status.data?.loginRequired === true && status.data.user === null
}

export function Frame() {
  const settings = useSettings()
  const say = useSay()
  const main = useFocusOnArrival()
  const login = useLoginWanted()
  const [open, setOpen] = useState<"contents" | "settings" | null>(null)
  const close = () => setOpen(null)
  return (
    <I18nProvider locale={localeOf(settings)}>
      <a className="skip" href="#main">
        {say("skip")}
      </a>
      <div className="frame">
        <header className="bar">
          <IconButton sign="menu" label={say("nav.open")} onPress={() => setOpen("contents")} />
          <span className="bar-name">Dragoman</span>
        </header>
        <aside className="rail">
          <Contents onSettings={() => setOpen("settings")} />
        </aside>
        <main id="main" ref={main} tabIndex={-1}>
          {login ? <Login /> : <Outlet />}
        </main>
      </div>
      <Window title="Dragoman" place="start" open={open === "contents"} onClose={close}>
        <Contents onSettings={() => setOpen("settings")} onLeave={close} />
      </Window>
      <SettingsWindow open={open === "settings"} onClose={close} />
      <Toasts />
    </I18nProvider>
  )
}
