import { infiniteQueryOptions } from "@tanstack/react-query"
import { get, path } from "./client.js"
import type { QueueItem, QueuePage } from "./types.js"

type Filters = Readonly<Record<string, readonly string[]>>

/** The queue in one order; it does not change under the reviewer's hands, only grows at its end. */
export const queueQuery = (order: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ["queue", order, filters],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      get<QueuePage>(path("queue", { ...filters, order, limit: 30, cursor: pageParam }), signal),
    getNextPageParam: (last: QueuePage) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

/** One question of the queue, by the records it is about. */
export const keyOf = (item: QueueItem): string =>
  item.kind === "pair" ? `${item.record.id}+${item.other?.id ?? ""}` : item.record.id
