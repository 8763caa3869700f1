/**
 * What is read of sentences that were coded by hand: events, types, parties, dates, status; errors by cost.
 *
 *     npx tsx bench/claims.ts FILE.jsonl… [--errors N] [--only ID-PREFIX] [--kind KIND] [--curve] [--confusion]
 *
 * Files are those that scripts/build-claims.ts writes.
 */
import { parseArgs } from "node:util"
import { openReader } from "../src/operations/reader.js"
import { itemsOf, readItem } from "./claims/items.js"
import { calibrationError, Tally } from "./claims/tally.js"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    kind: { type: "string", default: "" },
    curve: { type: "boolean" },
    confusion: { type: "boolean" },
  },
})
const reader = await openReader()
for (const file of positionals) {
  const items = itemsOf(file).filter((item) => item.id.startsWith(values.only))
  const tally = new Tally()
  for (const item of items) {
    const document = await readItem(reader, item)
    tally.add(item, document.layers.claims)
  }
  print([file, values.only].join(" ").trim(), tally)
}

function print(file: string, tally: Tally): void {
  const share = (a: number, b: number): string => (b === 0 ? "–" : (a / b).toFixed(3))
  const { items, words, gold, read, found, right } = tally
  console.log(`${file}: ${items} items, ${words} words, ${gold} claims coded, ${read} read`)
  console.log(`event found: precision ${share(found, read)} recall ${share(found, gold)}`)
  console.log(
    `type and both countries right: precision ${share(right, read)} recall ${share(right, gold)}`,
  )
  for (const [name, [good, all]] of tally.counts)
    console.log(`${name}: ${share(good, all)} of ${all}`)
  console.log(
    `unreal told as real: ${tally.toldAsReal} of ${tally.unreal} matched; of claims read ${share(tally.toldAsReal, read)}`,
  )
  console.log(`claims an item: coded ${share(gold, items)} read ${share(read, items)}`)
  console.log(`expected calibration error: ${calibrationError(tally.sure).toFixed(3)}`)
  if (values.curve) curve(tally)
  if (values.confusion) confusion(tally)
  const faults = tally.faults
    .filter((f) => values.kind === "" || f.kind === values.kind)
    .sort((a, b) => b.cost - a.cost)
  for (const f of faults.slice(0, Number(values.errors)))
    console.log(`- ${f.item} ${f.kind} [${f.rule}] want ${f.want} got ${f.got}\n    ${f.text}`)
}

/** Precision and recall as the least confidence rises. */
function curve(tally: Tally): void {
  for (let least = 0.3; least < 1; least += 0.1) {
    const kept = tally.sure.filter((s) => s.confidence >= least)
    const good = kept.filter((s) => s.right).length
    const precision = (good / Math.max(1, kept.length)).toFixed(3)
    console.log(
      `  confidence ≥ ${least.toFixed(1)}: precision ${precision} recall ${(good / tally.gold).toFixed(3)}`,
    )
  }
}

/** Which type was read for which. */
function confusion(tally: Tally): void {
  const rows = [...tally.confusion].filter(([key]) => key.split(" ")[0] !== key.split(" ")[1])
  rows.sort((a, b) => b[1] - a[1])
  for (const [key, count] of rows.slice(0, 40))
    console.log(`  ${key.replace(" ", " → ")}: ${count}`)
}
