import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { path, remove } from "../api/client.js"
import { queries, statusQuery } from "../api/queries.js"
import { useSay } from "../i18n/index.js"
import { Button } from "../parts/button.js"
import { Icon } from "../parts/icon.js"
import { useFormat } from "../text/format.js"
import { GROUPS } from "./sections.js"

async function leave(): Promise<void> {
  await remove(path("session"))
  await queries.invalidateQueries()
}

/** The table of contents of the page. */
export function Contents({
  onSettings,
  onLeave,
}: {
  onSettings: () => void
  onLeave?: () => void
}) {
  const say = useSay()
  const format = useFormat()
  const { data } = useQuery(statusQuery)
  return (
    <div className="contents">
      <p className="mark">
        <span className="mark-name">Dragoman</span>
        {data && (
          <span className="mark-count">
            {say("nav.count", {
              count: data.ledger.records,
              n: format.number(data.ledger.records),
            })}
            {data.sample && <span className="badge">{say("nav.sample")}</span>}
          </span>
        )}
      </p>
      <nav aria-label={say("nav.name")}>
        {GROUPS.map((group) => (
          <section key={group.name} className="nav-group">
            <h2>{say(group.name)}</h2>
            <ul>
              {group.sections.map(({ to, name, sign }) => (
                <li key={to}>
                  <Link to={to} className="nav-link" onClick={onLeave}>
                    <Icon sign={sign} />
                    <span>{say(name)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="contents-foot">
        <Button look="quiet" sign="settings" onPress={onSettings}>
          {say("settings")}
        </Button>
        {data?.user && data.loginRequired && (
          <Button look="quiet" onPress={() => void leave()}>
            {say("logout", { user: data.user })}
          </Button>
        )}
        <p className="foot-note">{data ? say("nav.version", { version: data.version }) : ""}</p>
      </div>
    </div>
  )
}
