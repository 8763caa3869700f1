import { existsSync, readdirSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { segmentSentences } from "../../src/language/segment.js"
import type { SegmentRules } from "../../src/language/segment-rules.js"
import { english } from "../../src/languages/en/index.js"
import { persian } from "../../src/languages/fa/index.js"
import { russian } from "../../src/languages/ru/index.js"
import { type CodedClaim, parseClaim } from "./claim-line.js"
import { type Fault, type Item, readFolder } from "./items.js"

/** An item whose claims have been read. */
export interface Compiled {
  readonly item: Item
  readonly claims: readonly CodedClaim[]
}

const RULES: Readonly<Record<string, SegmentRules>> = Object.fromEntries(
  [english, persian, russian].map((language) => [language.code, language.segment]),
)

/** Reads and checks every item of the folders. */
export function compileFolders(folders: readonly string[]): {
  compiled: Compiled[]
  faults: Fault[]
} {
  const read = folders.map((folder) => readFolder(folder))
  const items = read.flatMap((one) => one.items)
  const faults = read.flatMap((one) => one.faults)
  const compiled = items.map((item) => ({ item, claims: claimsOf(item, faults) }))
  checkTogether(items, folders, faults)
  return { compiled, faults: faults.sort(byPlace) }
}

/** Reads the claims of one item; adds what is wrong to the faults. */
export function claimsOf(item: Item, faults: Fault[]): CodedClaim[] {
  const none = item.claims.filter(({ text }) => text.startsWith("none"))
  const complain = (line: number) => (message: string) =>
    faults.push({ file: item.file, line, message })
  for (const { line, text } of none)
    if (!/^none: \S/.test(text)) complain(line)('write "none: why"')
  if (none.length > 0 && item.claims.length > 1)
    complain(item.line)('an item has either claims or one "= none: why"')
  const claims: CodedClaim[] = []
  for (const { line, text } of item.claims) {
    if (text.startsWith("none")) continue
    const claim = parseClaim(item.text, text, complain(line))
    if (!claim) continue
    if (claims.some((other) => sameDeed(other, claim)))
      complain(line)(`"${claim.act.text}" is coded twice with the same type, parties and status`)
    checkDate(item, claim, complain(line))
    claims.push(claim)
  }
  return claims
}

function sameDeed(a: CodedClaim, b: CodedClaim): boolean {
  const key = (c: CodedClaim) =>
    JSON.stringify([
      [c.act.from, c.event, c.stage, c.status],
      [...c.actor, ...c.recipient].map((party) => [party.from, party.id]),
    ])
  return key(a) === key(b)
}

function checkDate(item: Item, claim: CodedClaim, complain: (message: string) => void): void {
  const relative = claim.when?.basis === "relative" || claim.reported?.basis === "relative"
  if (relative && !item.marks.has("published") && !/\p{Nd}{4}/u.test(item.text))
    complain("the date rests on the day of publication; add published=YYYY-MM-DD to the item")
}

function checkTogether(items: readonly Item[], folders: readonly string[], faults: Fault[]): void {
  const ids = new Map<string, Item>()
  const texts = new Map<string, Item>()
  for (const item of items) {
    const fault = (message: string) => faults.push({ file: item.file, line: item.line, message })
    const twin = ids.get(item.id)
    if (twin) fault(`the id ${item.id} is taken by ${twin.file}:${twin.line}; take another`)
    const copy = texts.get(item.text)
    if (copy) fault(`the same text stands in ${copy.file}:${copy.line}; drop one`)
    ids.set(item.id, item)
    texts.set(item.text, item)
  }
  const parents = [...new Set(folders.map((folder) => dirname(folder)))]
  const known = new Map<string, Set<string>>()
  for (const item of items) {
    const of = item.marks.get("of")
    if (of === undefined) continue
    const language = of.slice(0, 2)
    const fault = (message: string) => faults.push({ file: item.file, line: item.line, message })
    if (language === item.language) fault(`of=${of} must be an item of another language`)
    const there = known.get(language) ?? idsOf(parents, language)
    known.set(language, there)
    if (there.size > 0 && !there.has(of)) fault(`of=${of}: there is no such item`)
  }
}

function idsOf(parents: readonly string[], language: string): Set<string> {
  const folders = parents.map((parent) => join(parent, language)).filter(existsSync)
  return new Set(folders.flatMap((folder) => readFolder(folder).items.map((item) => item.id)))
}

function byPlace(a: Fault, b: Fault): number {
  return a.file.localeCompare(b.file) || a.line - b.line
}

/** The folders of the languages under a folder, in the order of their names. */
export function languageFolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name in RULES)
    .map((entry) => join(folder, entry.name))
    .sort((a, b) => basename(a).localeCompare(basename(b)))
}

/** The line of JSON that a compiled item becomes. */
export function jsonOf({ item, claims }: Compiled): string {
  const { id, language, marks, text } = item
  const mark = (key: string) => (marks.has(key) ? { [key]: marks.get(key) } : {})
  const head = { id, language, ...mark("style"), ...mark("published"), ...mark("of") }
  return JSON.stringify({
    ...head,
    ...mark("trap"),
    text,
    claims: claims.map(({ zone, scope, ...claim }) => ({
      ...claim,
      evidence: [evidenceOf(item, claim.act, zone)],
      scope,
    })),
  })
}

/** The sentence that an act stands in. */
function evidenceOf(
  { text, language }: Item,
  act: { readonly from: number; readonly to: number },
  zone: string,
): { from: number; to: number; quote: string; zone: string } {
  const rules = RULES[language]
  const sentences = rules ? segmentSentences(text, { from: 0, to: text.length }, rules) : []
  const from = sentences.findLast((s) => s.from <= act.from)?.from ?? 0
  const to = sentences.find((s) => s.to >= act.to)?.to ?? text.length
  return { from, to, quote: text.slice(from, to), zone }
}
