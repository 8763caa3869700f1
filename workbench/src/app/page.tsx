import { useEffect, type ReactNode } from "react"
import { useSay } from "../i18n/index.js"

/** The head of a view: what it is, and what one can do with the whole of it. */
export function Page({
  title,
  heading,
  back,
  lead,
  actions,
  children,
  wide = false,
}: {
  title: string
  /** The sentence that stands for the title on the page. */
  heading?: ReactNode
  back?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  wide?: boolean
}) {
  const say = useSay()
  useEffect(() => {
    document.title = say("page.title", { title })
  }, [say, title])
  return (
    <div className={wide ? "page page-wide" : "page"}>
      <header className="page-head">
        {back && <div className="page-back">{back}</div>}
        <div className="page-name">
          <h1 className={heading ? "sentence" : undefined}>{heading ?? title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
