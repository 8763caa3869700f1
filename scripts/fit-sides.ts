/**
 * Fits who acts and who receives to sentences coded by hand.
 *
 *     npx tsx scripts/fit-sides.ts places data/claims/*.jsonl   → src/reading/sides-places.ts
 *     npx tsx scripts/fit-sides.ts weights CODED.jsonl…         → src/reading/sides-weights.ts
 *
 * `places`: what the place of a candidate in the tree says by itself. `weights`: how much place, frame and network count;
 * the network must not have been trained on these sentences.
 */
import { writeFileSync } from "node:fs"
import { itemsOf, readItem } from "../bench/claims/items.js"
import type { Coded } from "../bench/claims/match.js"
import { Tree } from "../src/language/tree.js"
import { wordKey } from "../src/language/lexicon.js"
import type { Party } from "../src/model/claim.js"
import type { Layers } from "../src/model/layers.js"
import { lexicons as lexiconsOf, openReader } from "../src/operations/reader.js"
import { type Candidate, candidatesOf, Surroundings } from "../src/reading/candidates.js"
import { deedsOf } from "../src/reading/decide.js"
import { draftsOf } from "../src/reading/draft.js"
import { Linker } from "../src/reading/linker.js"
import { Opinions } from "../src/reading/opinion.js"
import { Scene } from "../src/reading/scene.js"
import { placeFeatures, SIDE_FEATURES, shownSides } from "../src/reading/sides.js"

const CLASSES = ["none", "actor", "recipient"] as const
type Class = 0 | 1 | 2

const [what, ...files] = process.argv.slice(2)
const reader = await openReader()
const lexicons = lexiconsOf()
if (what === "places") await places()
else if (what === "weights") await weights()
else throw new Error("Say `places` or `weights`, then the files.")

function sceneOf(text: string, layers: Layers): Scene {
  const { sentences, tokens, analysed, published } = layers
  const tree = new Tree(tokens, analysed)
  return new Scene(
    tree,
    new Linker({ text, tree, sentences, lexicons, published: published.edtf }),
    text,
  )
}

/** What part a candidate has by the coding: by its words, or by its state where no candidate stands on the coded words. */
function partOf(candidate: Candidate, among: readonly Candidate[], claim: Coded): Class {
  const on = (c: Candidate, party: Party): boolean =>
    c.parties.some((p) => p.from < party.to && party.from < p.to && same(p, party))
  const has = (side: readonly Party[]): boolean =>
    side.some(
      (party) =>
        on(candidate, party) ||
        (party.country !== null &&
          candidate.parties.some((p) => p.country === party.country) &&
          !among.some((c) => on(c, party))),
    )
  if (has(claim.actor as Party[])) return 1
  return has(claim.recipient as Party[]) ? 2 : 0
}

function same(a: Party, b: Party): boolean {
  return a.country === null || b.country === null || a.country === b.country
}

async function places(): Promise<void> {
  const rows: { readonly features: readonly string[]; readonly part: Class }[] = []
  for (const file of files)
    for (const item of itemsOf(file)) {
      const { layers } = await readItem(reader, item)
      const scene = sceneOf(item.text, layers)
      for (const claim of item.claims) {
        const predicate = tokensIn(scene, claim.act)
        const sentence = scene.linker.sentence(predicate[0] ?? -1)
        const lexicon = lexicons.get(sentence?.language ?? "")
        if (!sentence || !lexicon || predicate.length > 5) continue
        const around = new Surroundings(scene, predicate, lexicon)
        const candidates = candidatesOf(scene, sentence, predicate, lexicon)
        const word = wordKey(scene.tree.lemma[predicate[0] as number] ?? "")
        const context = { language: lexicon.language.code, word, count: candidates.length }
        for (const c of candidates)
          rows.push({
            features: placeFeatures(around.of(c), claim, context),
            part: partOf(c, candidates, claim),
          })
      }
    }
  const table = sparse(rows)
  const lines = [...table]
    .filter(([, [a, r]]) => Math.abs(a) >= 0.15 || Math.abs(r) >= 0.15)
    .map(([key, [a, r]]) => `${key}\t${Math.round(a * 100)}\t${Math.round(r * 100)}`)
    .sort()
  writeFileSync(
    new URL("../src/reading/sides-places.ts", import.meta.url),
    `// Made by scripts/fit-sides.ts from data/claims: features of placeFeatures in sides.ts, weights in hundredths.
// biome-ignore format: generated
const TABLE = ${JSON.stringify(lines.join("\n"))}

/** Weight of each feature of a candidate's place for acting and for receiving. */
export const PLACE_WEIGHTS: ReadonlyMap<string, readonly [number, number]> = new Map(
  TABLE.split("\\n").map((line) => {
    const [feature = "", actor, recipient] = line.split("\\t")
    return [feature, [Number(actor) / 100, Number(recipient) / 100]]
  }),
)
`,
  )
  console.log(`${rows.length} candidates, ${lines.length} features`)
}

function tokensIn({ tree }: Scene, { from, to }: { from: number; to: number }): number[] {
  const out: number[] = []
  for (let t = 0; t < tree.tokens.count; t++)
    if ((tree.tokens.from[t] ?? 0) < to && (tree.tokens.to[t] ?? 0) > from) out.push(t)
  return out.sort(
    (a, b) => Number(out.includes(tree.head(a))) - Number(out.includes(tree.head(b))) || a - b,
  )
}

/** Softmax regression over named features by AdaGrad, drawn towards nought. */
function sparse(
  rows: readonly { readonly features: readonly string[]; readonly part: Class }[],
): Map<string, [number, number]> {
  const seen = new Map<string, number>()
  for (const { features } of rows) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const index = new Map([...seen].filter(([, n]) => n >= 6).map(([f], n) => [f, n]))
  const coded = rows.map(({ features, part }) => ({
    at: features.flatMap((f) => index.get(f) ?? []),
    part,
  }))
  const [w, g] = [new Float64Array(index.size * 2), new Float64Array(index.size * 2).fill(1e-6)]
  let seed = 7
  for (let pass = 0; pass < 20; pass++) {
    for (let i = coded.length - 1; i > 0; i--) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const j = seed % (i + 1)
      ;[coded[i], coded[j]] = [coded[j] as (typeof coded)[0], coded[i] as (typeof coded)[0]]
    }
    for (const { at, part } of coded) {
      const sums = [0, 0]
      for (const f of at)
        for (const k of [0, 1]) sums[k] = (sums[k] as number) + (w[2 * f + k] as number)
      const [a, r] = sums.map(Math.exp) as [number, number]
      const shares = [a / (1 + a + r), r / (1 + a + r)]
      for (const f of at)
        for (const k of [0, 1]) {
          const n = 2 * f + k
          const slope = (shares[k] as number) - (part === k + 1 ? 1 : 0) + 2e-4 * (w[n] as number)
          g[n] = (g[n] as number) + slope * slope
          w[n] = (w[n] as number) - (0.1 * slope) / Math.sqrt(g[n] as number)
        }
    }
  }
  return new Map([...index].map(([f, n]) => [f, [w[2 * n] as number, w[2 * n + 1] as number]]))
}

async function weights(): Promise<void> {
  const rows: { readonly features: readonly number[]; readonly part: Class; item: number }[] = []
  let number = 0
  for (const file of files)
    for (const item of itemsOf(file)) {
      number++
      const { layers } = await readItem(reader, item)
      const scene = sceneOf(item.text, layers)
      const opinions = new Opinions(scene)
      for (const sentence of layers.sentences) {
        const lexicon = lexicons.get(sentence.language)
        if (!lexicon) continue
        const drafts = draftsOf(scene, sentence, lexicon)
        const free = new Set(item.claims)
        for (const deed of deedsOf(opinions, drafts, sentence, lexicon)) {
          const claim = [...free]
            .filter((c) => deed.predicate.some((t) => tokensIn(scene, c.act).includes(t)))
            .sort((a, b) => Number(b.event === deed.event) - Number(a.event === deed.event))[0]
          if (!claim) continue
          free.delete(claim)
          const shown = shownSides(opinions, deed, sentence, lexicon)
          const candidates = shown.map((s) => s.candidate)
          for (const { candidate, features } of shown)
            rows.push({ features, part: partOf(candidate, candidates, claim), item: number })
        }
      }
    }
  for (const name of [0, 1, 2, 3, 4]) {
    const fitted = dense(rows.filter((r) => r.item % 5 !== name))
    const held = rows.filter((r) => r.item % 5 === name)
    const right = held.filter((r) => likeliest(fitted, r.features) === r.part).length
    console.log(
      `fold ${name}: ${held.length} candidates, ${(right / held.length).toFixed(3)} right`,
    )
  }
  const fitted = dense(rows)
  const lines = fitted.map((w) => `  [${w.map((x) => Number(x.toFixed(2))).join(", ")}],`)
  writeFileSync(
    new URL("../src/reading/sides-weights.ts", import.meta.url),
    `// Made by scripts/fit-sides.ts: for acting and for receiving one weight for each of SIDE_FEATURES in sides.ts.
// biome-ignore format: generated
export const SIDE_WEIGHTS: readonly (readonly number[])[] = [
${lines.join("\n")}
]
`,
  )
  SIDE_FEATURES.forEach((name, n) => {
    console.log(`${name}: ${fitted.map((w) => (w[n] ?? 0).toFixed(2)).join("  ")}`)
  })
  for (const [n, name] of CLASSES.entries())
    console.log(`${name}: ${rows.filter((r) => r.part === n).length}`)
}

function scores(fitted: readonly (readonly number[])[], features: readonly number[]): number[] {
  return [0, ...fitted.map((w) => features.reduce((sum, v, n) => sum + v * (w[n] ?? 0), 0))]
}

function likeliest(fitted: readonly (readonly number[])[], features: readonly number[]): number {
  const all = scores(fitted, features)
  return all.indexOf(Math.max(...all))
}

function dense(
  rows: readonly { readonly features: readonly number[]; readonly part: Class }[],
): number[][] {
  const fitted = [0, 1].map(() => new Array<number>(SIDE_FEATURES.length).fill(0))
  const speed = fitted.map((w) => w.map(() => 0))
  for (let step = 0; step < 2000; step++) {
    const slope = fitted.map((w) => w.map((x, n) => (n === 0 ? 0 : 0.002 * x)))
    for (const { features, part } of rows) {
      const [one, a, r] = scores(fitted, features).map(Math.exp) as [number, number, number]
      for (const [k, share] of [a / (one + a + r), r / (one + a + r)].entries()) {
        const off = (share - (part === k + 1 ? 1 : 0)) / rows.length
        features.forEach((v, n) => {
          const row = slope[k] as number[]
          row[n] = (row[n] as number) + off * v
        })
      }
    }
    for (const [k, row] of slope.entries())
      row.forEach((s, n) => {
        const v = speed[k] as number[]
        v[n] = 0.9 * (v[n] as number) + s
        const w = fitted[k] as number[]
        w[n] = (w[n] as number) - 0.03 * (v[n] as number)
      })
  }
  return fitted
}
