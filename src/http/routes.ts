import type { operations } from "../operations/index.js"

export type OperationName = keyof typeof operations

/** What a caller must be allowed to do. */
export type Scope = "read" | "review" | "add"

/** Where an operation is found. A GET takes its input from the query, a POST from a JSON body; `{id}` is part of both. */
export interface Route {
  readonly method: "get" | "post"
  readonly path: string
  readonly scope: Scope
  /** Under which heading the description of the interface lists it. */
  readonly group: "Records" | "Reports" | "Review" | "Reading" | "Words" | "Ledger"
  readonly status?: 200 | 201 | 202
  /** The answer is a document of its own and not JSON. */
  readonly document?: true
}

/** Every operation has its place; a new one does not compile without. */
// biome-ignore format: a table, one thing a line
export const ROUTES: Readonly<Record<OperationName, Route>> = {
  records: { method: "get", path: "/v1/records", scope: "read", group: "Records" },
  show: { method: "get", path: "/v1/show/{id}", scope: "read", group: "Records" },
  brief: { method: "get", path: "/v1/brief", scope: "read", group: "Records", document: true },
  export: { method: "get", path: "/v1/export", scope: "read", group: "Records", document: true },
  record: { method: "get", path: "/v1/records/{id}", scope: "read", group: "Records" },
  reports: { method: "get", path: "/v1/reports", scope: "read", group: "Reports" },
  report: { method: "get", path: "/v1/reports/{id}", scope: "read", group: "Reports" },
  addReports: { method: "post", path: "/v1/reports", scope: "add", group: "Reports", status: 202 },
  jobs: { method: "get", path: "/v1/jobs", scope: "read", group: "Reports" },
  job: { method: "get", path: "/v1/jobs/{id}", scope: "read", group: "Reports" },
  queue: { method: "get", path: "/v1/queue", scope: "read", group: "Review" },
  judge: { method: "post", path: "/v1/judgements", scope: "review", group: "Review" },
  addClaim: { method: "post", path: "/v1/claims", scope: "review", group: "Review", status: 201 },
  unknown: { method: "get", path: "/v1/unknown", scope: "read", group: "Review" },
  status: { method: "get", path: "/v1/status", scope: "read", group: "Ledger" },
  audit: { method: "get", path: "/v1/audit", scope: "review", group: "Ledger" },
  add: { method: "post", path: "/v1/reports/one", scope: "add", group: "Reports" },
  read: { method: "post", path: "/v1/read", scope: "read", group: "Reading" },
  annotate: { method: "post", path: "/v1/annotate", scope: "read", group: "Reading" },
  identify: { method: "post", path: "/v1/identify", scope: "read", group: "Words" },
  names: { method: "post", path: "/v1/names", scope: "read", group: "Words" },
  who: { method: "post", path: "/v1/who", scope: "read", group: "Words" },
  when: { method: "post", path: "/v1/when", scope: "read", group: "Words" },
  howmuch: { method: "post", path: "/v1/howmuch", scope: "read", group: "Words" },
  same: { method: "post", path: "/v1/same", scope: "read", group: "Words" },
}
