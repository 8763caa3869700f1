import { Link } from "@tanstack/react-router"
import type { ReportMeta } from "../api/types.js"
import { useSettings } from "../app/settings.js"
import { useSay } from "../i18n/index.js"
import { Bdi } from "../passage/passage.js"
import { languageName } from "../text/language-name.js"
import { DateOf } from "./party.js"

/** The name of a report where a person would look for it: title, else outlet, else file, else id. */
export const reportName = (meta: ReportMeta): string =>
  meta.title || meta.outlet || fileName(meta.file) || meta.id

/** A file without the folders that it lay in. */
export const fileName = (file: string | null | undefined): string =>
  (file ?? "").split(/[\\/]/).at(-1) ?? ""

/** Which report says so, from when, in which language. */
export function Source({ meta, claim }: { meta: ReportMeta; claim?: string }) {
  const say = useSay()
  const { language } = useSettings()
  return (
    <span className="source">
      <Link
        to="/report/$id"
        params={{ id: meta.id }}
        search={claim ? { claim } : {}}
        className="source-link"
      >
        <Bdi text={reportName(meta)} lang={meta.language ?? undefined} />
      </Link>
      {meta.outlet && meta.title && (
        <span>
          <Bdi text={meta.outlet} />
        </span>
      )}
      {meta.published && <DateOf edtf={meta.published} short />}
      {meta.language && <span>{languageName(meta.language, language)}</span>}
      {meta.url && /^https?:/i.test(meta.url) && (
        <a href={meta.url} rel="noreferrer noopener" target="_blank">
          {say("source.original")}
        </a>
      )}
    </span>
  )
}
