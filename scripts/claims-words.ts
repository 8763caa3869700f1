/**
 * Turns items with claims into what the network is trained on: words, which of them carries an act of which type,
 * kind and status, and which words play which role in it.
 *
 *     npx tsx scripts/claims-words.ts data/claims/en.jsonl … > run/acts-own.jsonl
 *     npx tsx scripts/claims-words.ts --given events.jsonl > run/acts-given.jsonl
 *
 * `--given`: sentences whose type is known as a whole (`text`, `root`), acts unmarked.
 */
import { readFileSync } from "node:fs"
import type { ReadDocument } from "../src/operations/reader-type.js"
import { openReader } from "../src/operations/reader.js"

interface Span {
  readonly from: number
  readonly to: number
}

interface Item {
  readonly id: string
  readonly language?: string
  readonly text: string
  readonly root?: string
  readonly claims?: readonly {
    readonly family: string
    readonly stage: string
    readonly event: string
    readonly status: string
    readonly symmetric: boolean
    readonly act: Span
    readonly actor: readonly Span[]
    readonly recipient: readonly Span[]
    readonly others: readonly Span[]
  }[]
}

const given = process.argv.includes("--given")
const files = process.argv.slice(2).filter((a) => !a.startsWith("--"))
const reader = await openReader()
for (const file of files)
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue
    const item = JSON.parse(line) as Item
    const document = await reader.read({ text: item.text, language: item.language ?? "en" })
    for (const row of rowsOf(item, document)) process.stdout.write(`${JSON.stringify(row)}\n`)
  }

function rowsOf(item: Item, { layers }: ReadDocument): object[] {
  const { tokens, analysed } = layers
  const inside = (span: Span): number[] =>
    [...Array(tokens.count).keys()].filter(
      (t) => (tokens.from[t] ?? 0) < span.to && (tokens.to[t] ?? 0) > span.from,
    )
  /** The word of a stretch on which its others hang. */
  const headOf = (span: Span): number => {
    const words = inside(span)
    const top = words.filter((t) => !words.includes(analysed.head[t] ?? -1))
    return (
      top.find((t) => analysed.upos[t] !== "PUNCT" && analysed.upos[t] !== "ADP") ?? top[0] ?? -1
    )
  }
  const rows = []
  for (const [index, sentence] of layers.sentences.entries()) {
    const { tokenFrom, tokenTo } = sentence
    const here = (t: number): boolean => t >= tokenFrom && t < tokenTo
    const acts = []
    for (const claim of item.claims ?? []) {
      const at = headOf(claim.act)
      if (!here(at)) continue
      const roles: Record<string, string> = {}
      for (const role of ["actor", "recipient", "others"] as const)
        for (const party of claim[role]) {
          for (const t of inside(party)) if (here(t)) roles[t - tokenFrom] ??= ""
        }
      for (const role of ["others", "recipient", "actor"] as const)
        for (const party of claim[role]) {
          const head = headOf(party)
          if (here(head)) roles[head - tokenFrom] = role
        }
      const { event: type, family, stage, status } = claim
      acts.push({
        at: at - tokenFrom,
        type,
        kind: `${family}/${stage}`,
        status,
        roles,
        mutual: claim.symmetric,
      })
    }
    const types = new Set(acts.map((a) => a.type))
    const root = given
      ? index === 0
        ? item.root
        : undefined
      : types.size > 1
        ? undefined
        : ([...types][0] ?? "-")
    const forms = tokens.forms.slice(tokenFrom, tokenTo)
    if (forms.length > 0)
      rows.push({ id: item.id, forms, complete: !given, root: root ?? null, acts })
  }
  return given ? [whole(rows as Row[], item)] : rows
}

interface Row {
  readonly forms: readonly string[]
}

/** A given sentence stays one piece, however it was cut. */
function whole(rows: readonly Row[], item: Item): object {
  return {
    id: item.id,
    forms: rows.flatMap((r) => r.forms),
    complete: false,
    root: item.root,
    acts: [],
  }
}
