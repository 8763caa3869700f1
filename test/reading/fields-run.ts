import { readFileSync } from "node:fs"
import type { Claim } from "../../src/model/claim.js"
import type { Reader } from "../../src/operations/reader-type.js"
import type { Field } from "../../src/reading/fields/fields.js"

/** A sentence and what its claims' fields must and must not hold. */
export interface FieldCase {
  readonly text: string
  readonly wants: readonly string[]
}

/** The cases of a language. */
export function fieldCases(code: string): readonly FieldCase[] {
  const text = readFileSync(new URL(`./tables/fields-${code}.txt`, import.meta.url), "utf8")
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [sentence = "", wants = ""] = line.split(" => ")
      return { text: sentence, wants: wants.split("; ") }
    })
}

/** What the claims of a sentence hold, as `family.field=value`; words that do not stand in the text are named. */
export async function fieldsRead(reader: Reader, text: string): Promise<readonly string[]> {
  const { layers, report } = await reader.read({ text, published: "2020-09-01" })
  return layers.claims.flatMap((claim) => linesOf(claim, report.text))
}

function linesOf(claim: Claim, text: string): readonly string[] {
  return Object.entries(claim.fields).flatMap(([name, held]) => {
    const list = [held].flat() as readonly Field[]
    const adrift = list.filter(
      (one) => text.slice(one.from, one.to) !== one.text || one.text === "",
    )
    const value = list.map((one) => printedValue(one)).join("+")
    return [
      `${claim.family}.${name}=${value}`,
      ...adrift.map((one) => `adrift: ${claim.family}.${name} "${one.text}"`),
    ]
  })
}

function printedValue({ value }: Field): string {
  if (typeof value !== "object") return String(value)
  const { value: first, max, bound, unit } = value
  return [bound, max === null ? first : `${first}-${max}`, unit].filter((p) => p !== "").join(" ")
}

/** Which wants of a case are not met, and which words are adrift. */
export function unmet({ wants }: FieldCase, read: readonly string[]): readonly string[] {
  const met = (want: string) => {
    if (want.startsWith("!")) return !read.some((line) => line.startsWith(`${want.slice(1)}=`))
    const [name = "", value = ""] = want.split("=")
    return read.some((line) => {
      if (!line.startsWith(`${name}=`)) return false
      const held = line.slice(name.length + 1)
      return held === value || value.split("+").every((one) => held.split("+").includes(one))
    })
  }
  return [...wants.filter((want) => !met(want)), ...read.filter((l) => l.startsWith("adrift"))]
}
