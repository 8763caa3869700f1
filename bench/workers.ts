/**
 * How much faster two reading threads are than one, by the clock: measure on a machine that does nothing else.
 *
 *     npm run build && npx tsx bench/workers.ts FILE.conllu [--sentences N]
 */
import { loadavg } from "node:os"
import { parseArgs } from "node:util"
import type { openPool as Open } from "../src/operations/pool.js"
import { rawTexts, treebank } from "./treebank.js"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sentences: { type: "string", default: "1000" } },
})
// Threads are started from the compiled file.
const compiled = new URL("../dist/operations/pool.js", import.meta.url).href
const { openPool } = (await import(compiled)) as { openPool: typeof Open }
const texts = rawTexts(treebank(positionals[0] ?? "").slice(0, Number(values.sentences)), 10)

async function seconds(threads: number): Promise<number> {
  const pool = openPool(threads)
  const read = (from: number, to: number) =>
    Promise.all(
      texts
        .slice(from, to)
        .map(({ text }, i) => pool.read({ id: `${from + i}`, origin: "", text })),
    )
  await read(0, threads)
  const start = performance.now()
  await read(0, texts.length)
  return (performance.now() - start) / 1000
}

const load = loadavg()[0] ?? 0
const [one, two] = [await seconds(1), await seconds(2)]
console.log(
  `one thread ${one.toFixed(1)} s, two ${two.toFixed(1)} s: ${(one / two).toFixed(2)} times (load before: ${load.toFixed(1)})`,
)
