import type { Message } from "../i18n/index.js"
import type { Sign } from "../parts/icon.js"

/** One entry of the page's table of contents. A new view is a line here, a route and a folder of views. */
export interface Section {
  readonly to: string
  readonly name: Message
  readonly sign: Sign
}

export interface Group {
  readonly name: Message
  readonly sections: readonly Section[]
}

export const GROUPS: readonly Group[] = [
  {
    name: "nav.read",
    sections: [
      { to: "/ledger", name: "nav.ledger", sign: "ledger" },
      { to: "/reports", name: "nav.reports", sign: "reports" },
    ],
  },
  { name: "nav.check", sections: [{ to: "/review", name: "nav.review", sign: "review" }] },
  {
    name: "nav.bring",
    sections: [
      { to: "/add", name: "nav.add", sign: "add" },
      { to: "/start", name: "nav.start", sign: "start" },
    ],
  },
]
