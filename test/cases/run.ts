import { existsSync, readdirSync, readFileSync } from "node:fs"
import { frameOf } from "../../src/language/frame.js"
import { parseTable } from "../../src/model/table.js"
import type { Reader } from "../../src/operations/reader-type.js"
import { parseCases } from "./case-file.js"
import { judge, judgeExample } from "./judge.js"

export interface Result {
  readonly kind: "frame" | "case"
  readonly name: string
  readonly text: string
  readonly want: string
  readonly missed: boolean
  /** Null when it holds, else what came out instead. */
  readonly why: string | null
}

/** Reads the example of every frame and every case of a language. */
export async function runLanguage(reader: Reader, code: string): Promise<readonly Result[]> {
  const folder = `src/languages/${code}`
  const out: Result[] = []
  const rows = parseTable(readFileSync(`${folder}/data/frames.tsv`, "utf8"))
  for (const row of rows) {
    const frame = frameOf(row)
    const document = await reader.read({ text: frame.example, language: code })
    const want = `${frame.family} ${frame.event} ${frame.reads}`
    out.push({
      kind: "frame",
      name: frame.rule,
      text: frame.example,
      want,
      missed: false,
      why: judgeExample(frame, document.layers.claims),
    })
  }
  if (!existsSync(`${folder}/cases`)) return out
  for (const file of readdirSync(`${folder}/cases`)
    .filter((f) => f.endsWith(".md"))
    .sort()) {
    for (const one of parseCases(file, readFileSync(`${folder}/cases/${file}`, "utf8"))) {
      const document = await reader.read({
        text: one.text,
        language: code,
        published: one.published || null,
      })
      const want =
        one.none !== ""
          ? "nothing"
          : one.claims
              .map(
                (c) =>
                  `${c.family} ${c.event} ${c.actor.map((p) => p.code).join("+")} > ${c.recipient.map((p) => p.code).join("+")} ${c.when} ${c.status}`,
              )
              .join("; ")
      out.push({
        kind: "case",
        name: `${file}: ${one.name}`,
        text: one.text,
        want,
        missed: one.missed,
        why: judge(one, document.layers.claims),
      })
    }
  }
  return out
}
