import { QueryClient, queryOptions } from "@tanstack/react-query"
import { get, path, Problem } from "./client.js"
import { claimDetail, historyOf, type RawClaim, type RawJudgement } from "./shape.js"
import type { RecordDetail, ReportDetail, ServerStatus } from "./types.js"

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: "always",
      refetchOnWindowFocus: true,
      retry: (tries, fault) =>
        tries < 1 && !(fault instanceof Problem && fault.status >= 400 && fault.status < 500),
    },
    mutations: { networkMode: "always" },
  },
})

export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => get<ServerStatus>(path("status"), signal),
})

type Raw = Omit<RecordDetail, "claims" | "history"> & {
  readonly claims: readonly RawClaim[]
  readonly history: readonly RawJudgement[]
}

export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ["record", id],
    queryFn: async ({ signal }) => {
      const raw = await get<Raw>(path(`records/${encodeURIComponent(id)}`), signal)
      const claims = raw.claims.map(claimDetail)
      return { ...raw, claims, history: historyOf(raw.history) } satisfies RecordDetail
    },
  })

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["report", id],
    queryFn: ({ signal }) => get<ReportDetail>(path(`reports/${encodeURIComponent(id)}`), signal),
  })
