/** Counts what came out right, over items. */
import codebook from "../../src/knowledge/data/plover.json" with { type: "json" }
import type { Claim } from "../../src/model/claim.js"
import {
  countries,
  type Item,
  type Matched,
  match,
  sameParties,
  sameSide,
  swapped,
} from "./match.js"

const QUADS = new Map(
  Object.entries(codebook.events as Record<string, { quad: string }>).map(([type, { quad }]) => [
    type,
    quad,
  ]),
)
const UNREAL = new Set(["planned", "proposed", "cancelled", "denied", "alleged"])

/** One thing that went wrong, with the rule that made it. */
export interface Fault {
  readonly item: string
  readonly text: string
  readonly kind: string
  readonly rule: string
  readonly want: string
  readonly got: string
  /** How much it harms: an unreal deed told as real most. */
  readonly cost: number
}

export class Tally {
  readonly counts = new Map<string, [right: number, asked: number]>()
  readonly confusion = new Map<string, number>()
  readonly faults: Fault[] = []
  /** Confidence of each claim read and whether type and countries are right. */
  readonly sure: { readonly confidence: number; readonly right: boolean }[] = []
  items = 0
  words = 0
  gold = 0
  read = 0
  found = 0
  right = 0
  toldAsReal = 0
  unreal = 0

  add(item: Item, claims: readonly Claim[]): void {
    const matched = match(item.claims, claims)
    this.items++
    this.words += item.text.split(/\s+/).length
    this.gold += item.claims.length
    this.read += claims.length
    this.found += matched.pairs.length
    for (const pair of matched.pairs) this.pair(item, pair)
    this.misses(item, matched)
  }

  private pair(item: Item, { gold, read }: Matched["pairs"][number]): void {
    const type = gold.event === read.event
    const parties = sameParties(gold, read)
    this.sure.push({ confidence: read.confidence, right: type && parties })
    if (type && parties) this.right++
    this.count("type", type)
    if (type && gold.mode !== "") this.count("mode", gold.mode === read.mode)
    this.count("family", gold.family === read.family)
    if (gold.event !== "NONE") this.count("quad", QUADS.get(gold.event) === QUADS.get(read.event))
    if (!gold.symmetric) {
      this.count("actor country", sameSide(countries(gold.actor), countries(read.actor)))
      this.count(
        "recipient country",
        sameSide(countries(gold.recipient), countries(read.recipient)),
      )
      this.count("roles not swapped", !swapped(gold, read))
    } else this.count("both sides of a mutual deed", parties)
    if (gold.when) this.count("date, where one is told", gold.when.edtf === read.when?.edtf)
    this.count("status", gold.status === read.status)
    if (gold.attribution.length > 0)
      this.count(
        "attribution",
        gold.attribution.some((g) => read.attribution.some((r) => g.from < r.to && r.from < g.to)),
      )
    if (UNREAL.has(gold.status)) {
      this.unreal++
      if (read.status === "occurred" || read.status === "ongoing") {
        this.toldAsReal++
        this.fault(item, "told as real", read.rule, gold.status, read.status, 5)
      }
    }
    this.confuse(gold.event, read.event)
    if (!type) this.fault(item, "type", read.rule, gold.event, read.event, 3)
    else if (!parties) this.fault(item, "parties", read.rule, sides(gold), sides(read), 2)
  }

  private misses(item: Item, { missed, extra }: Matched): void {
    for (const gold of missed) {
      this.confuse(gold.event, "–")
      const want = `${gold.event} ${gold.act.text}: ${sides(gold)}`
      this.fault(item, "missed", "", want, "nothing", 1.5)
    }
    for (const read of extra) {
      this.sure.push({ confidence: read.confidence, right: false })
      this.confuse("–", read.event)
      const got = `${read.event} ${read.act.text}: ${sides(read)}`
      this.fault(item, "extra", read.rule, "nothing", got, item.trap ? 3 : 2)
    }
  }

  private count(name: string, right: boolean): void {
    const [good, all] = this.counts.get(name) ?? [0, 0]
    this.counts.set(name, [good + (right ? 1 : 0), all + 1])
  }

  private confuse(gold: string, read: string): void {
    const key = `${gold} ${read}`
    this.confusion.set(key, (this.confusion.get(key) ?? 0) + 1)
  }

  private fault(item: Item, kind: string, rule: string, want: string, got: string, cost: number) {
    this.faults.push({ item: item.id, text: item.text, kind, rule, want, got, cost })
  }
}

function sides(claim: Pick<Claim, "actor" | "recipient">): string {
  const one = (side: Claim["actor"]): string => countries(side).join("+") || "?"
  return `${one(claim.actor)} > ${one(claim.recipient)}`
}

/** Mean distance of confidence from the share that is right, over ten bins. */
export function calibrationError(sure: Tally["sure"]): number {
  let sum = 0
  for (let bin = 0; bin < 10; bin++) {
    const own = sure.filter((s) => Math.min(9, Math.floor(s.confidence * 10)) === bin)
    if (own.length === 0) continue
    const mean = own.reduce((a, s) => a + s.confidence, 0) / own.length
    sum += Math.abs(mean - own.filter((s) => s.right).length / own.length) * own.length
  }
  return sum / Math.max(1, sure.length)
}
