import type { Scores } from "./heads.js"
import type { Inventory } from "./weights.js"

/**
 * Writes FEATS of a row, attributes sorted without regard to case; few combinations occur, each is
 * written once.
 */
export function createFeats({ attributes }: Inventory): (scores: Scores, row: number) => string {
  const names = Object.keys(attributes)
  const lower = (name: string): string => name.toLowerCase()
  const order = [...names.keys()].sort((a, b) =>
    lower(names[a] as string) < lower(names[b] as string) ? -1 : 1,
  )
  const known = new Map<string, string>()
  return (scores, row) => {
    let key = ""
    for (const column of scores.attributes) key += String.fromCharCode(column[row] as number)
    let feats = known.get(key)
    if (feats === undefined) {
      const pairs = order
        .map((n) => [names[n] as string, key.charCodeAt(n)] as const)
        .filter(([, value]) => value !== 0)
        .map(([name, value]) => `${name}=${attributes[name]?.[value]}`)
      feats = pairs.join("|") || "_"
      known.set(key, feats)
    }
    return feats
  }
}
