import { Link } from "@tanstack/react-router"
import { useSay } from "../i18n/index.js"
import { Page } from "./page.js"
import { Empty } from "../parts/state.js"

export function Absent() {
  const say = useSay()
  return (
    <Page title={say("absent.title")}>
      <Empty title={say("absent.help")} sign="search">
        <Link to="/ledger">{say("absent.back")}</Link>
      </Empty>
    </Page>
  )
}
