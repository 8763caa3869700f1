import { overlap } from "./dates.js"
import type { Gist } from "./gist.js"

/** Two claims worth comparing, by their places in the list. */
export type Pair = readonly [number, number]

/** A word that more claims of a block share says nothing about which deed it is. */
const COMMON = 40

/** How far apart two reports may date one step, in days. */
const SLACK = 367

/**
 * Pairs of claims that may tell of one deed: same family, one party in common, and dates that come near,
 * or the same report, or a rare word in common. Grows with the claims of a block, not with their square.
 */
export function candidates(gists: readonly Gist[]): readonly Pair[] {
  const pairs = new Set<number>()
  const add = (a: number, b: number) =>
    pairs.add(a < b ? a * gists.length + b : b * gists.length + a)
  for (const block of blocks(gists).values()) {
    byDate(gists, block, add)
    byReport(gists, block, add)
    byWord(gists, block, add)
  }
  return [...pairs].map((pair) => [Math.floor(pair / gists.length), pair % gists.length] as const)
}

type Add = (a: number, b: number) => void

function blocks(gists: readonly Gist[]): Map<string, number[]> {
  return grouped(
    gists.map((_, at) => at),
    (at) => {
      const gist = gists[at] as Gist
      const units = gist.all.length === 0 ? ["nobody"] : gist.all
      return units.map((unit) => `${gist.family} ${gist.group} ${gist.furniture} ${unit}`)
    },
  )
}

/** A sweep over the block by first day: only claims whose stretches come near are paired. */
function byDate(gists: readonly Gist[], block: readonly number[], add: Add): void {
  const dated = block.filter((at) => gists[at]?.days)
  dated.sort((a, b) => from(gists, a) - from(gists, b) || a - b)
  let live: number[] = []
  for (const at of dated) {
    const days = (gists[at] as Gist).days as NonNullable<Gist["days"]>
    live = live.filter((other) => ((gists[other] as Gist).days?.to ?? 0) + SLACK >= days.from)
    for (const other of live) {
      const theirs = (gists[other] as Gist).days as NonNullable<Gist["days"]>
      if (overlap(widened(days), theirs) || near(gists[at] as Gist, gists[other] as Gist))
        add(at, other)
    }
    live.push(at)
  }
}

function widened(days: NonNullable<Gist["days"]>): NonNullable<Gist["days"]> {
  return { from: days.from - 3, to: days.to + 3 }
}

/** Coarse dates of one stage may be a year apart. */
function near(a: Gist, b: Gist): boolean {
  const coarse = (gist: Gist) => gist.days !== null && gist.days.to - gist.days.from > 27
  return a.stage === b.stage && coarse(a) && coarse(b)
}

function from(gists: readonly Gist[], at: number): number {
  return gists[at]?.days?.from ?? 0
}

/** Within one report every two claims of the block. */
function byReport(gists: readonly Gist[], block: readonly number[], add: Add): void {
  for (const same of grouped(block, (at) => [(gists[at] as Gist).report]).values())
    everyTwo(same, add)
}

/** An undated claim meets claims of other reports that share a rare word, a name or a person with it. */
function byWord(gists: readonly Gist[], block: readonly number[], add: Add): void {
  if (!block.some((at) => !gists[at]?.days)) return
  const keys = (at: number) => {
    const gist = gists[at] as Gist
    return [...gist.words, ...gist.names, ...gist.persons]
  }
  for (const sharing of grouped(block, keys).values()) {
    if (sharing.length > COMMON) continue
    for (const at of sharing)
      if (!gists[at]?.days) for (const other of sharing) if (other !== at) add(at, other)
  }
}

function everyTwo(list: readonly number[], add: Add): void {
  list.forEach((a, at) => {
    for (let i = at + 1; i < list.length; i++) add(a, list[i] as number)
  })
}

function grouped(
  list: readonly number[],
  keys: (at: number) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const at of list)
    for (const key of keys(at)) {
      const group = groups.get(key)
      if (group) group.push(at)
      else groups.set(key, [at])
    }
  return groups
}
