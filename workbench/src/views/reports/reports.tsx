import { useInfiniteQuery } from "@tanstack/react-query"
import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { get, path } from "../../api/client.js"
import type { ReportMeta, ReportPage } from "../../api/types.js"
import { Page } from "../../app/page.js"
import { one, type Asked } from "../../app/search.js"
import { useSettings } from "../../app/settings.js"
import { DateOf } from "../../deed/party.js"
import { reportName } from "../../deed/source.js"
import { useSay } from "../../i18n/index.js"
import { Bdi } from "../../passage/passage.js"
import { Button } from "../../parts/button.js"
import { Empty, Fault, Loading } from "../../parts/state.js"
import { useFormat } from "../../text/format.js"
import { languageName } from "../../text/language-name.js"
import { SearchBox } from "../ledger/search.js"
import "../../styles/reports.css"

/** The reports that the ledger rests on. */
export function Reports() {
  const say = useSay()
  const format = useFormat()
  const asked = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const q = one(asked["q"])
  const found = useInfiniteQuery({
    queryKey: ["reports", q],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      get<ReportPage>(path("reports", { q, limit: 50, cursor: pageParam }), signal),
    getNextPageParam: (last) => last.next,
  })
  const reports = found.data?.pages.flatMap((page) => page.reports) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  return (
    <Page
      title={say("nav.reports")}
      lead={found.data && say("reports.count", { count: total, n: format.number(total) })}
      actions={
        <SearchBox
          value={q}
          label={say("reports.search")}
          onChange={(next) =>
            void go({ to: "/reports", search: next ? { q: next } : {}, replace: true })
          }
        />
      }
    >
      {found.error ? (
        <Fault fault={found.error} retry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : reports.length === 0 ? (
        <Empty title={say("reports.none")} sign="reports">
          <Link to="/add">{say("nav.add")}</Link>
        </Empty>
      ) : (
        <ul className="reports">
          {reports.map((report) => (
            <Line key={report.id} report={report} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
    </Page>
  )
}

function Line({ report }: { report: ReportMeta & { readonly claims?: number | undefined } }) {
  const say = useSay()
  const format = useFormat()
  const { language } = useSettings()
  return (
    <li className="report-line">
      <Link to="/report/$id" params={{ id: report.id }} className="report-name">
        <Bdi text={reportName(report)} lang={report.language ?? undefined} />
      </Link>
      <span className="report-facts">
        {report.outlet && report.title && (
          <span>
            <Bdi text={report.outlet} />
          </span>
        )}
        {report.published ? (
          <DateOf edtf={report.published} short />
        ) : (
          <span>{say("undated")}</span>
        )}
        {report.language && <span>{languageName(report.language, language)}</span>}
        {report.claims !== undefined && (
          <span>
            {say("report.claims", { count: report.claims, n: format.number(report.claims) })}
          </span>
        )}
      </span>
    </li>
  )
}
