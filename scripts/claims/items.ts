import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

/** Something wrong in the data, and what to do about it. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A line of the notation, without its sign. */
export interface Line {
  readonly line: number
  readonly text: string
}

/** One item as written: a text with its claims, not yet checked. */
export interface Item {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly id: string
  readonly marks: ReadonlyMap<string, string>
  readonly text: string
  readonly claims: readonly Line[]
}

/** A line that begins a new item, the text of an item, or a claim. */
const SIGN = /^(##|>|=)(?:\s(.*))?$/

const MARKS = new Set(["style", "published", "of", "trap"])
const STYLES = new Set(["headline", "agency", "ministry", "analyst", "blog", "feature"])

/** The items of every `.txt` file of a folder, whose name is the language, and what is wrong with their shape. */
export function readFolder(folder: string): { items: Item[]; faults: Fault[] } {
  const language = basename(folder)
  const items: Item[] = []
  const faults: Fault[] = []
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"))
  for (const name of names.sort()) {
    const file = join(folder, name)
    const read = parseItems(readFileSync(file, "utf8"), file, language)
    items.push(...read.items)
    faults.push(...read.faults)
  }
  return { items, faults }
}

/** Parts a file into items. */
export function parseItems(
  source: string,
  file: string,
  language: string,
): { items: Item[]; faults: Fault[] } {
  const items: Item[] = []
  const faults: Fault[] = []
  const fault = (line: number, message: string) => faults.push({ file, line, message })
  let open: { head: Line; text: string[]; claims: Line[] } | null = null
  const close = () => {
    if (open) items.push(itemOf(open, file, language, fault))
    open = null
  }
  for (const [at, raw] of source
    .replaceAll("\r\n", "\n")
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const line = at + 1
    if (raw.trim() === "" || /^#(?!#)/.test(raw)) continue
    const [, sign, rest = ""] = SIGN.exec(raw) ?? []
    if (sign === "##") {
      close()
      open = { head: { line, text: rest.trim() }, text: [], claims: [] }
    } else if (!sign) fault(line, `begin the line with "## ", "> " or "= ": ${raw.slice(0, 40)}`)
    else if (!open) fault(line, 'this stands before the first "## id" line; give the item an id')
    else if (sign === ">") open.text.push(rest)
    else open.claims.push({ line, text: rest.trim() })
  }
  close()
  return { items, faults }
}

function itemOf(
  open: { head: Line; text: string[]; claims: Line[] },
  file: string,
  language: string,
  fault: (line: number, message: string) => void,
): Item {
  const { line } = open.head
  const [id = "", ...words] = open.head.text.split(/\s+/)
  const marks = new Map<string, string>()
  for (const word of words) {
    const [, key = "", value = ""] = /^([a-z]+)=(\S+)$/.exec(word) ?? []
    if (!MARKS.has(key)) fault(line, `write ${[...MARKS].join("=, ")}= with a value, not "${word}"`)
    marks.set(key, value)
  }
  if (!/^[a-z]{2}-[\w-]+$/.test(id) || !id.startsWith(`${language}-`))
    fault(line, `an id of this folder is like ${language}-visits-001, not "${id}"`)
  const style = marks.get("style")
  if (!STYLES.has(style ?? "")) fault(line, `give style=: one of ${[...STYLES].join(", ")}`)
  const published = marks.get("published")
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published))
    fault(line, `published=${published} must be a day like 2019-05-14`)
  if (open.text.length === 0) fault(line, 'the item has no text; add a line "> …"')
  if (open.claims.length === 0) fault(line, 'add claims ("= …") or "= none: why"')
  return { file, line, language, id, marks, text: open.text.join("\n"), claims: open.claims }
}
