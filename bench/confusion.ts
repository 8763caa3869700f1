/** What is taken for what: counts of pairs, and for each kind how much of it is found and how much of what is said is right. */
export class Confusion {
  private readonly pairs = new Map<string, number>()
  private readonly gold = new Map<string, number>()
  private readonly said = new Map<string, number>()
  private readonly right = new Map<string, number>()

  /** Counts one word; `right` tells more than that both names agree, such as that the head is right too. */
  add(gold: string, said: string, right: boolean = gold === said): void {
    bump(this.gold, gold)
    bump(this.said, said)
    if (right) bump(this.right, gold)
    if (gold !== said) bump(this.pairs, `${gold} as ${said}`)
  }

  /** A table of the kinds, commonest first. */
  table(most = 40): string {
    const rows = [...this.gold].sort((a, b) => b[1] - a[1]).slice(0, most)
    const line = ([kind, count]: readonly [string, number]) => {
      const right = this.right.get(kind) ?? 0
      const [recall, precision] = [right / count, right / (this.said.get(kind) ?? Infinity)]
      const f1 = right === 0 ? 0 : (2 * recall * precision) / (recall + precision)
      return `${kind.padEnd(12)} ${String(count).padStart(6)} ${percent(precision)} ${percent(recall)} ${percent(f1)}`
    }
    return ["              gold  said right  found     F1", ...rows.map(line)].join("\n")
  }

  /** The pairs most often confused. */
  worst(most = 12): string {
    const rows = [...this.pairs].sort((a, b) => b[1] - a[1]).slice(0, most)
    return rows.map(([pair, count]) => `${pair} ${count}`).join(", ")
  }
}

function bump(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(9)
}
