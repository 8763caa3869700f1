import { path, post } from "./client.js"
import { queries } from "./queries.js"
import type { Judged, Judging } from "./types.js"

/** What judgements have changed is asked for again when next seen; what they did not touch stays at hand. */
async function refresh(sent: readonly Judging[], judged: Judged): Promise<void> {
  const named = sent.flatMap(({ record, other }) => [record ?? "", other ?? ""])
  const ids = new Set([...named, ...judged.records.map((one) => one.id)].filter((id) => id !== ""))
  const touched = [...ids].map((id) => queries.invalidateQueries({ queryKey: ["record", id] }))
  const others = ["report", "status"].map((name) => queries.invalidateQueries({ queryKey: [name] }))
  await Promise.all([...touched, ...others])
}

/** What was refused is asked for again too: it is no longer what the reviewer saw. */
async function send(sent: readonly Judging[], body: unknown): Promise<Judged> {
  try {
    const judged = await post<Judged>(path("judgements"), body)
    void refresh(sent, judged)
    return judged
  } catch (fault) {
    void refresh(sent, { judgements: [], records: [] })
    throw fault
  }
}

/** Sends one judgement. */
export const judge = (judging: Judging): Promise<Judged> => send([judging], judging)

/** Sends several as one batch, which can be taken back as one. */
export const judgeAll = (batch: readonly Judging[]): Promise<Judged> => send(batch, { batch })

/** Takes judgements back, the last first. */
export async function takeBack(ids: readonly string[]): Promise<Judged> {
  const undo = [...ids].reverse().map((judgement): Judging => ({ kind: "undo", judgement }))
  const only = undo[0]
  return undo.length === 1 && only ? judge(only) : judgeAll(undo)
}
