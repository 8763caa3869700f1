import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router"
import { queries, statusQuery } from "../api/queries.js"
import { Fault } from "../parts/state.js"
import { Frame } from "./frame.js"
import { Absent } from "./absent.js"
import { parseAsked, writeAsked, type Asked } from "./search.js"
import { settings } from "./settings.js"

const root = createRootRoute({
  component: Frame,
  notFoundComponent: Absent,
  errorComponent: ({ error, reset }) => <Fault fault={error} retry={reset} />,
})

const validateSearch = (asked: Record<string, unknown>): Asked => asked as Asked

/** Newcomers see the first-run page, everybody else the ledger. */
async function home(): Promise<never> {
  const status = await queries.ensureQueryData(statusQuery).catch(() => null)
  const fresh = !settings().seen && (status?.sample === true || status?.ledger.records === 0)
  throw redirect({ to: fresh ? "/start" : "/ledger" })
}

const view = <P extends string>(
  path: P,
  load: () => Promise<Record<string, unknown>>,
  name: string,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch,
    component: lazyRouteComponent(load as never, name as never),
  })

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: "/", beforeLoad: home }),
  view("/ledger", () => import("../views/ledger/ledger.js"), "Ledger"),
  view("/record/$id", () => import("../views/record/record.js"), "RecordView"),
  view("/reports", () => import("../views/reports/reports.js"), "Reports"),
  view("/report/$id", () => import("../views/report/report.js"), "ReportView"),
  view("/review", () => import("../views/review/review.js"), "Review"),
  view("/add", () => import("../views/add/add.js"), "Add"),
  view("/start", () => import("../views/start/start.js"), "Start"),
])

export const router = createRouter({
  routeTree: routes,
  parseSearch: parseAsked,
  stringifySearch: writeAsked,
  defaultPreload: "intent",
  scrollRestoration: true,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
