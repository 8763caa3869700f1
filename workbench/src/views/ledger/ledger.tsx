import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { Page } from "../../app/page.js"
import { FILTERS, filtersOf, many, one, type Asked } from "../../app/search.js"
import { change, useSettings } from "../../app/settings.js"
import { useSay } from "../../i18n/index.js"
import { Button } from "../../parts/button.js"
import { Choice } from "../../parts/choice.js"
import { Empty, Fault, Loading } from "../../parts/state.js"
import { Window } from "../../parts/window.js"
import { useFormat } from "../../text/format.js"
import { columnsOf, USUAL } from "./columns.js"
import { FacetList } from "./facets.js"
import { Narrowed } from "./narrowed.js"
import { useRows } from "./rows.js"
import { SearchBox } from "./search.js"
import { RecordTable } from "./table.js"
import { ColumnMenu, ExportMenu } from "./tools.js"
import "../../styles/ledger.css"

const SORTS = ["-date", "date", "added", "doubt", "value"] as const

/** Every record of the ledger, narrowed as one likes; the address holds all of it. */
export function Ledger() {
  const say = useSay()
  const format = useFormat()
  const settings = useSettings()
  const asked = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const [narrowing, setNarrowing] = useState(false)
  const sort = one(asked["sort"]) || "-date"
  const columns = asked["cols"] ? many(asked["cols"]) : (settings.columns ?? USUAL)
  const [rows, seen] = useRows({ ...filtersOf(asked), sort })

  const ask = (part: Record<string, string | readonly string[] | undefined>, replace = false) =>
    void go({ to: "/ledger", search: { ...asked, ...part } as Asked, replace, resetScroll: false })
  const clear = () => ask(Object.fromEntries(["q", ...FILTERS].map((name) => [name, undefined])))
  const facets = <FacetList facets={seen.facets} asked={asked} onChange={ask} />
  const chooseColumns = (ids: readonly string[]) => {
    change({ columns: ids })
    ask({ cols: ids }, true)
  }

  return (
    <Page
      wide
      title={say("nav.ledger")}
      lead={
        seen.total !== null && (
          <span aria-live="polite">
            {say("ledger.count", { count: seen.total, n: format.number(seen.total) })}
          </span>
        )
      }
      actions={
        <>
          <SearchBox
            value={one(asked["q"])}
            label={say("ledger.search")}
            onChange={(q) => ask({ q: q || undefined }, true)}
          />
          <span className="narrow-only">
            <Button sign="filter" onPress={() => setNarrowing(true)}>
              {say("narrow")}
            </Button>
          </span>
          <Choice
            hideLabel
            label={say("sort")}
            value={sort}
            onChange={(id) => ask({ sort: id })}
            options={SORTS.map((id) => ({ id, text: say(`sort.${id}`) }))}
          />
          <span className="wide-only">
            <ColumnMenu chosen={columns} onChange={chooseColumns} />
          </span>
          <ExportMenu asked={{ ...asked, sort }} />
        </>
      }
    >
      <div className="ledger">
        <section className="ledger-facets" aria-label={say("narrow")}>
          {facets}
        </section>
        <div className="ledger-main">
          <Narrowed asked={asked} onChange={ask} onClear={clear} />
          {seen.fault !== null ? (
            <Fault fault={seen.fault} retry={() => rows.retry()} />
          ) : seen.total === null ? (
            <Loading lines={12} />
          ) : seen.total === 0 ? (
            <NoRecords narrowed={Object.keys(filtersOf(asked)).length > 0} onClear={clear} />
          ) : (
            <RecordTable rows={rows} seen={seen} columns={columnsOf(columns)} asked={asked} />
          )}
        </div>
      </div>
      <Window
        place="start"
        title={say("narrow")}
        open={narrowing}
        onClose={() => setNarrowing(false)}
      >
        {facets}
      </Window>
    </Page>
  )
}

/** Nothing that fits, or nothing at all yet; either way with the way out. */
function NoRecords({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const say = useSay()
  if (narrowed)
    return (
      <Empty title={say("ledger.none")} sign="search">
        <Button onPress={onClear}>{say("narrow.clear")}</Button>
      </Empty>
    )
  return (
    <Empty title={say("start.empty")}>
      <p>{say("ledger.none.help")}</p>
      <Link to="/add" className="button button-main">
        {say("nav.add")}
      </Link>
    </Empty>
  )
}
