import { readFileSync } from "node:fs"

/** The cases of a table: one a line, `words => what is read`; lines that begin with # are remarks. */
export function casesOf(name: string): readonly (readonly [string, string])[] {
  const text = readFileSync(new URL(`./tables/${name}.txt`, import.meta.url), "utf8")
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const at = line.lastIndexOf(" => ")
      return [line.slice(0, at), line.slice(at + 4)] as const
    })
}
