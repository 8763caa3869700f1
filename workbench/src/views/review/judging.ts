import { queries, recordQuery } from "../../api/queries.js"
import type { Judging, JudgementKind, QueueItem, RecordLine } from "../../api/types.js"

/** The version that the reviewer saw: of the record in full where it was fetched, else of the queue's line. */
function versionOf(record: RecordLine): string | number | undefined {
  return queries.getQueryData(recordQuery(record.id).queryKey)?.version ?? record.version
}

/** A decision on one question as it is sent. */
export function judgingOf(item: QueueItem, kind: JudgementKind): Judging {
  const version = versionOf(item.record)
  const other = item.other ? versionOf(item.other) : undefined
  return {
    kind,
    record: item.record.id,
    ...(item.kind === "pair" && item.other ? { other: item.other.id } : {}),
    ...(version === undefined ? {} : { version }),
    ...(other === undefined ? {} : { other_version: other }),
  }
}
