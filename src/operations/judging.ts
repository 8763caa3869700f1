import { inOrder, standing } from "../ledger/merge.js"
import type { RecordBook } from "../ledger/record-book.js"
import {
  type Moment,
  recordsById,
  recordsOfClaims,
  type Versioned,
} from "../ledger/record-table.js"
import { DragomanError } from "../model/error.js"
import { fingerprint } from "../model/fingerprint.js"
import type { Judgement } from "../model/judgement.js"
import type { LedgerRecord } from "../model/record.js"
import { assertVersion, current } from "./changed.js"
import type { Asked } from "./judge.js"
import { editedValue } from "./judge-value.js"

/** A judgement as it was asked for, with its value read. */
export interface Ready {
  readonly asked: Asked
  readonly change: Record<string, unknown> | null
}

/** Reads the value of an edit before anything is written. */
export async function prepared(asked: Asked): Promise<Ready> {
  if (asked.kind !== "edit") return { asked, change: null }
  const { field, value } = asked
  if (field === undefined) throw missing("edit", "a field and a value")
  return { asked, change: { [field]: await editedValue(field, value) } }
}

/** Makes judgements of what was asked, against the ledger as it is at this moment. */
export class Judging {
  private readonly at: string
  private readonly batch: string | null
  private count = 0

  constructor(
    private readonly book: RecordBook,
    private readonly moment: Moment,
    private readonly name: string | null,
    size: number,
  ) {
    // A clock that was set back must not make a new judgement older than the last one.
    const last = book.judgements.at(-1)?.at ?? ""
    this.at = moment.at > last ? moment.at : last
    this.batch =
      name ?? (size > 1 ? `b-${fingerprint(this.at, moment.by, String(size)).slice(0, 16)}` : null)
  }

  all(ready: readonly Ready[]): Judgement[] {
    return ready.flatMap((one) => this.one(one))
  }

  private one({ asked, change }: Ready): Judgement[] {
    switch (asked.kind) {
      case "undo":
        return this.undo(asked)
      case "same":
      case "different":
      case "unsure":
        return [this.pair(asked)]
      default:
        return [this.review(asked, change)]
    }
  }

  private review(asked: Asked, change: Record<string, unknown> | null): Judgement {
    const { record } = this.seen(asked)
    const { kind, claim } = asked
    if (claim !== undefined) return this.judgement(asked, { claims: [claim], change })
    const claims = kind === "reject" ? record.claims : this.unrejected(record)
    const was = change ? { was: fieldsOf(record, Object.keys(change)) } : {}
    return this.judgement(asked, { claims, record: record.id, change, ...was })
  }

  /** Claims of a record that nobody rejected one by one: what is said of the record is not said of those. */
  private unrejected(record: LedgerRecord): readonly string[] {
    const rejected = new Set<string>()
    for (const judgement of standing(this.book.judgements)) {
      if (!["accept", "edit", "reject"].includes(judgement.kind)) continue
      const single = judgement.kind === "reject" && judgement.record === undefined
      for (const claim of judgement.claims)
        if (single) rejected.add(claim)
        else rejected.delete(claim)
    }
    const left = record.claims.filter((claim) => !rejected.has(claim))
    return left.length > 0 ? left : record.claims
  }

  private pair(asked: Asked): Judgement {
    const { record } = this.seen(asked)
    if (asked.other === undefined) return this.apart(asked, record)
    const other = current(this.book, asked.other)
    if (asked.other_version !== undefined) assertVersion(this.book, other, asked.other_version)
    if (other.record.id === record.id)
      throw new DragomanError("judgement/value", `${record.id} is the other record itself`, {})
    const claims = asked.claim === undefined ? record.claims : [asked.claim]
    return this.judgement(asked, { claims, against: other.record.claims, record: record.id })
  }

  /** One claim against the others of its record. */
  private apart(asked: Asked, record: LedgerRecord): Judgement {
    const { claim } = asked
    const rest = record.claims.filter((one) => one !== claim)
    if (claim === undefined) throw missing(asked.kind, "the other record, or a claim of this one")
    if (rest.length === 0)
      throw new DragomanError("judgement/value", `${claim} is the only claim of ${record.id}`, {})
    return this.judgement(asked, { claims: [claim], against: rest, record: record.id })
  }

  private undo(asked: Asked): Judgement[] {
    const undone = this.undoable(asked)
    if (undone.length === 0)
      throw new DragomanError(
        "judgement/nothing",
        "there is nothing to undo: it was undone already, or never judged",
        {},
      )
    return [...undone].reverse().map((one) =>
      this.judgement(asked, {
        claims: one.claims,
        ...(one.against ? { against: one.against } : {}),
        ...(one.record === undefined ? {} : { record: one.record }),
        supersedes: one.id,
      }),
    )
  }

  private undoable({ judgement, record, claim }: Asked): readonly Judgement[] {
    const all = this.book.judgements
    const gone = new Set(all.map((one) => one.supersedes))
    const open = inOrder(all).filter((one) => !gone.has(one.id))
    if (judgement !== undefined) {
      if (!all.some((one) => one.id === judgement)) throw unknownJudgement(judgement)
      return open.filter((one) => one.id === judgement)
    }
    if (this.name !== null)
      return open.filter((one) => one.batch === this.name && one.kind !== "undo")
    const claims =
      claim === undefined
        ? record === undefined
          ? null
          : current(this.book, record).record.claims
        : [claim]
    if (claims === null) throw missing("undo", "a judgement, a batch, a record or a claim")
    const touching = (one: Judgement) =>
      [...one.claims, ...(one.against ?? [])].some((id) => claims.includes(id))
    return open.filter((one) => one.kind !== "undo" && touching(one)).slice(-1)
  }

  /** The record that a judgement is about, as long as it is what the person saw. */
  private seen({ kind, record, claim, version }: Asked): Versioned {
    const id = record ?? recordsOfClaims(this.book.store.sql, claim === undefined ? [] : [claim])[0]
    if (id === undefined) {
      if (claim !== undefined)
        throw new DragomanError("ledger/unknown-id", `the ledger has no claim ${claim}`, {})
      throw missing(kind, "a record or a claim")
    }
    const found = current(this.book, id)
    if (claim !== undefined && !found.record.claims.includes(claim))
      throw new DragomanError("judgement/value", `${claim} is no claim of ${id}`, {})
    if (version === undefined) throw missing(kind, "the version of the record that you saw")
    assertVersion(this.book, found, version)
    return found
  }

  private judgement(
    asked: Asked,
    parts: Partial<Judgement> & Pick<Judgement, "claims">,
  ): Judgement {
    const number = (this.book.judgements.length + this.count++).toString(36).padStart(6, "0")
    const mark = fingerprint(this.at, this.moment.by, number, parts.claims.join(" ")).slice(0, 10)
    return {
      // Later ones sort later, also within one moment.
      id: `j-${number}-${mark}`,
      kind: asked.kind,
      by: this.moment.by,
      at: this.at,
      why: asked.why ?? "",
      change: null,
      supersedes: null,
      ...(this.batch === null || asked.kind === "undo" ? {} : { batch: this.batch }),
      ...parts,
    }
  }
}

function fieldsOf(record: LedgerRecord, fields: readonly string[]): Record<string, unknown> {
  const all = record as unknown as Record<string, unknown>
  return Object.fromEntries(fields.map((field) => [field, all[field]]))
}

function missing(kind: string, what: string): DragomanError {
  return new DragomanError("judgement/incomplete", `${kind} needs ${what}`, {})
}

function unknownJudgement(id: string): DragomanError {
  return new DragomanError("ledger/unknown-id", `the ledger has no judgement ${id}`, { id })
}
