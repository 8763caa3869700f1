/** What two coders said of one unit. */
export type Pair = readonly [string, string]

/** How far two codings agree. */
export interface Agreement {
  readonly units: number
  /** Share of units on which both say the same. */
  readonly share: number
  /** Krippendorff's alpha for nominal values; null when only one value was ever used. */
  readonly alpha: number | null
}

/**
 * Krippendorff's alpha for two coders, nominal values and no gaps: 1 − observed / expected disagreement, where the
 * expectation pairs all values of both coders at random without putting one back (Krippendorff 2004, chapter 11).
 */
export function agreement(pairs: readonly Pair[]): Agreement {
  const counts = new Map<string, number>()
  for (const value of pairs.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const values = 2 * pairs.length
  const different = pairs.filter(([a, b]) => a !== b).length
  const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0)
  const chance = values * values - squares
  return {
    units: pairs.length,
    share: pairs.length === 0 ? 0 : 1 - different / pairs.length,
    alpha: chance === 0 ? null : 1 - ((values - 1) * 2 * different) / chance,
  }
}
