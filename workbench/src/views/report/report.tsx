import { useQuery } from "@tanstack/react-query"
import { Link, useParams, useSearch } from "@tanstack/react-router"
import { useEffect, useMemo, useState } from "react"
import { reportQuery } from "../../api/queries.js"
import type { ReportClaim, ReportDetail } from "../../api/types.js"
import { Page } from "../../app/page.js"
import { one, type Asked } from "../../app/search.js"
import { isRightToLeft, useSettings } from "../../app/settings.js"
import { useAct } from "../../deed/act.js"
import { DateOf, Sides } from "../../deed/party.js"
import { fileName, reportName } from "../../deed/source.js"
import { ReviewMark, StatusLine } from "../../deed/status.js"
import { Legend } from "../../deed/witness.js"
import { useSay, useWord } from "../../i18n/index.js"
import { Bdi, Passage } from "../../passage/passage.js"
import { litOf, type Lit } from "../../passage/roles.js"
import { Button } from "../../parts/button.js"
import { Icon } from "../../parts/icon.js"
import { Fault, Loading } from "../../parts/state.js"
import { hasHidden } from "../../text/controls.js"
import { useFormat } from "../../text/format.js"
import { languageName } from "../../text/language-name.js"
import { useChoosing, type Stretch } from "./choosing.js"
import { inTitle, placed, type Placed } from "./place.js"
import { MissedClaim } from "./missed.js"
import "../../styles/report.css"

/** A report as it came, with what was read from it in the margin. */
export function ReportView() {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery(reportQuery(id))
  const back = (
    <Link to="/reports" className="back">
      <Icon sign="back" /> {say("nav.reports")}
    </Link>
  )
  if (error && !data)
    return (
      <Page title={say("report.title")} back={back}>
        <Fault fault={error} retry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={say("report.title")} back={back}>
        <Loading lines={12} />
      </Page>
    )
  return <Whole key={id} detail={data} back={back} />
}

function Whole({ detail, back }: { detail: ReportDetail; back: React.ReactNode }) {
  const say = useSay()
  const { report } = detail
  const asked = useSearch({ strict: false }) as Asked
  const wanted = one(asked["claim"])
  const [adding, setAdding] = useState(false)
  const choosing = useChoosing(report.text, report.language, adding)
  const [held, setHeld] = useState<string | null>(null)
  const blocks = useMemo(() => placed(detail, held), [detail, held])
  const titleClaims = detail.claims.filter((claim) => inTitle(claim, report.title))
  useEffect(() => {
    if (wanted) document.getElementById(`claim-${wanted}`)?.scrollIntoView({ block: "center" })
  }, [wanted])
  const direction = report.language ? (isRightToLeft(report.language) ? "rtl" : "ltr") : "auto"
  return (
    <Page
      title={reportName(report)}
      heading={<Bdi text={reportName(report)} lang={report.language ?? undefined} />}
      back={back}
      lead={<Facts detail={detail} />}
      actions={
        <Button
          look={adding ? "plain" : "main"}
          sign={adding ? "close" : "add"}
          onPress={() => setAdding(!adding)}
        >
          {adding ? say("missed.stop") : say("missed.start")}
        </Button>
      }
    >
      {hasHidden(report.text) && (
        <p className="notice">
          <Icon sign="warning" /> {say("hidden.notice")}
        </p>
      )}
      <Legend />
      <div className={adding ? "report report-adding" : "report"}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: words are chosen here by keys, under a role of its own */}
        <div
          className="report-text"
          dir={direction}
          onKeyDown={choosing.onKeyDown}
          {...(adding
            ? { tabIndex: 0, role: "application", "aria-label": say("missed.text") }
            : {})}
        >
          {titleClaims.length > 0 && report.title && (
            <Paragraph
              wanted={wanted}
              chosen={null}
              language={report.language}
              heading
              onHold={setHeld}
              block={{
                from: 0,
                text: report.title,
                claims: titleClaims,
                lit: titleClaims.flatMap(litOf),
                zone: "headline",
              }}
            />
          )}
          {blocks.map((block) => (
            <Paragraph
              key={block.from}
              block={block}
              wanted={wanted}
              chosen={choosing.chosen}
              language={report.language}
              onHold={setHeld}
            />
          ))}
        </div>
        {adding && (
          <MissedClaim detail={detail} chosen={choosing.chosen} onDone={() => setAdding(false)} />
        )}
      </div>
    </Page>
  )
}

function Facts({ detail: { report, claims } }: { detail: ReportDetail }) {
  const say = useSay()
  const format = useFormat()
  const { language } = useSettings()
  return (
    <span className="source">
      {report.outlet && <Bdi text={report.outlet} />}
      {report.published ? <DateOf edtf={report.published} /> : <span>{say("undated")}</span>}
      {report.language && <span>{languageName(report.language, language)}</span>}
      {report.file && report.title && <Bdi text={fileName(report.file)} />}
      {report.url && /^https?:/i.test(report.url) && (
        <a href={report.url} rel="noreferrer noopener" target="_blank">
          {say("source.original")}
        </a>
      )}
      <span>{say("report.claims", { count: claims.length, n: format.number(claims.length) })}</span>
    </span>
  )
}

interface ParagraphProps {
  readonly block: Placed
  readonly wanted: string
  readonly chosen: Stretch | null
  readonly language: string | null
  readonly heading?: boolean
  readonly onHold: (claim: string | null) => void
}

function Paragraph({ block, wanted, chosen, language, heading = false, onHold }: ParagraphProps) {
  const word = useWord()
  const end = block.from + block.text.length
  const touched = chosen && chosen.from < end && chosen.to > block.from ? chosen : null
  const lit = useMemo<readonly Lit[]>(
    () => (touched ? [...block.lit, { ...touched, role: "chosen" }] : block.lit),
    [block, touched],
  )
  return (
    <div className={`paragraph zone-${block.zone}`}>
      <div className="paragraph-text">
        {block.zone !== "body" && <span className="zone-name">{word("zone", block.zone)}</span>}
        <div {...(heading ? {} : { "data-from": block.from })}>
          <Passage
            text={block.text}
            from={block.from}
            lit={lit}
            language={language}
            className={heading ? "reading reading-title" : "reading"}
          />
        </div>
      </div>
      {block.claims.length > 0 && (
        <ul className="margin">
          {block.claims.map((claim) => (
            <MarginClaim
              key={claim.id}
              claim={claim}
              wanted={claim.id === wanted}
              onHold={onHold}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function MarginClaim({
  claim,
  wanted,
  onHold,
}: {
  claim: ReportClaim
  wanted: boolean
  onHold: ParagraphProps["onHold"]
}) {
  const say = useSay()
  const act = useAct()
  const { language } = useSettings()
  return (
    <li
      id={`claim-${claim.id}`}
      className={wanted ? "margin-claim margin-wanted" : "margin-claim"}
      dir={isRightToLeft(language) ? "rtl" : "ltr"}
      onMouseEnter={() => onHold(claim.id)}
      onMouseLeave={() => onHold(null)}
      onFocus={() => onHold(claim.id)}
      onBlur={() => onHold(null)}
    >
      <p className="margin-act">{act(claim)}</p>
      <p>
        <Sides record={claim} />
      </p>
      {claim.when && (
        <p>
          <DateOf edtf={claim.when.edtf} short />
        </p>
      )}
      <StatusLine status={claim.status} modality={claim.modality} />
      <p className="margin-foot">
        {claim.state !== "proposed" && <ReviewMark state={claim.state} />}
        {claim.record && (
          <Link to="/record/$id" params={{ id: claim.record }}>
            {say("report.record")}
          </Link>
        )}
      </p>
    </li>
  )
}
