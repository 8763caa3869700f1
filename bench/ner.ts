/**
 * Names on annotated news and tweets: strict spans (type and both ends right), for each type, and in small letters.
 *
 *     npx tsx bench/ner.ts PATH/ner [--only en|ru|fa] [--sentences N]
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { languages, openNetwork } from "../src/operations/reader.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    sentences: { type: "string", default: "Infinity" },
  },
})
const folder = positionals[0] ?? ""
const TYPES = ["PER", "ORG", "LOC"] as const
/** What the sets call a person, an organisation, a place; other types are left out. */
const KINDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "PER Person person PERSON",
    "ORG Organisation POG corporation group Org ORGANIZATION",
    "LOC Location location LocOrg COUNTRY CITY STATE_OR_PROVINCE DISTRICT LOCATION",
  ].flatMap((names, type) => names.split(" ").map((name) => [name, type])),
)

interface Named {
  readonly words: readonly string[]
  /** `type from to` in words. */
  readonly names: ReadonlySet<string>
}

function bio(text: string): Named[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const rows = block
      .split("\n")
      .filter((row) => row !== "")
      .map((row) => row.split("\t"))
    const names = new Set<string>()
    rows.forEach(([, tag = "O"], at) => {
      const type = KINDS[tag.slice(2)]
      if (!tag.startsWith("B-") || type === undefined) return
      let to = at + 1
      while (rows[to]?.[1] === `I-${tag.slice(2)}`) to++
      names.add(`${type} ${at} ${to}`)
    })
    return rows.length === 0 ? [] : [{ words: rows.map(([word = ""]) => word), names }]
  })
}

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|[^\s\p{L}\p{N}]/gu

/** Documents with spans; of nested names of one type the outer counts, as the network is taught. */
function standoff(text: string): Named[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const { text: whole, entities } = JSON.parse(line) as {
        text: string
        entities: [string, string, number, number][]
      }
      const points = Array.from(whole)
      const units = [0]
      for (const point of points) units.push((units.at(-1) ?? 0) + point.length)
      const spans = entities
        .flatMap(([, kind, from, to]) => {
          const type = KINDS[kind]
          return type === undefined ? [] : [{ type, from: units[from] ?? 0, to: units[to] ?? 0 }]
        })
        .sort((a, b) => a.from - a.to - (b.from - b.to))
      return [...whole.matchAll(/[^\n]+/g)].flatMap((part) =>
        sentencesOf(part[0], part.index, spans),
      )
    })
}

function sentencesOf(
  part: string,
  start: number,
  spans: readonly { type: number; from: number; to: number }[],
): Named[] {
  let at = start
  return part.split(/(?<=[.!?…»"])(?=\s+["«(]?[А-ЯЁA-Z])/).flatMap((piece) => {
    const begin = at
    at += piece.length
    const words = [...piece.matchAll(WORD)].map((w) => ({
      from: begin + w.index,
      to: begin + w.index + w[0].length,
      word: w[0],
    }))
    const names = new Set<string>()
    const taken = TYPES.map(() => new Set<number>())
    for (const { type, from, to } of spans) {
      const inside = words.flatMap((w, i) => (w.from < to && w.to > from ? [i] : []))
      if (inside.length === 0 || inside.some((i) => taken[type]?.has(i))) continue
      for (const i of inside) taken[type]?.add(i)
      names.add(`${type} ${inside[0]} ${(inside.at(-1) ?? 0) + 1}`)
    }
    return words.length === 0 ? [] : [{ words: words.map(({ word }) => word), names }]
  })
}

const SETS: readonly (readonly [string, string, (text: string) => Named[]])[] = [
  ["en", "uner-en_ewt-dev.bio", bio],
  ["ru", "nerel-v1.1-dev.jsonl", standoff],
  ["fa", "parstwiner-dev.bio", bio],
]
const network = await openNetwork()

async function score(code: string, sentences: readonly Named[], lower: boolean): Promise<string> {
  const style = languages.get(code)?.style ?? ""
  const small = (word: string) => (lower ? word.toLowerCase() : word)
  const answers = await network.analyse(
    sentences.map(({ words }) => ({ words: words.map(small), style })),
  )
  const sums = TYPES.map(() => [0, 0, 0] as [number, number, number])
  sentences.forEach(({ words, names }, n) => {
    const tags = answers[n]?.names ?? new Uint8Array()
    TYPES.forEach((_, type) => {
      const said = new Set<string>()
      for (let at = 0; at < words.length; at++) {
        if (tags[3 * at + type] !== 1) continue
        let to = at + 1
        while (to < words.length && tags[3 * to + type] === 2) to++
        said.add(`${type} ${at} ${to}`)
      }
      const gold = [...names].filter((name) => name.startsWith(`${type} `))
      const sum = sums[type] as [number, number, number]
      sum[0] += said.size
      sum[1] += gold.length
      sum[2] += gold.filter((name) => said.has(name)).length
    })
  })
  const f1 = ([said, gold, right]: readonly [number, number, number]) =>
    ((200 * right) / (said + gold || 1)).toFixed(1)
  const all = sums.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0])
  return `${TYPES.map((type, i) => `${type} ${f1(sums[i] ?? [0, 0, 0])}`).join("  ")}  all ${f1(all)}  (${all[1]} names)`
}

for (const [code, file, read] of SETS.filter(
  ([code]) => values.only === "" || values.only === code,
)) {
  const sentences = read(readFileSync(join(folder, code, file), "utf8")).slice(
    0,
    Number(values.sentences),
  )
  console.log(`${code} ${file}: ${await score(code, sentences, false)}`)
  if (code !== "fa") console.log(`${code} in small letters: ${await score(code, sentences, true)}`)
}
