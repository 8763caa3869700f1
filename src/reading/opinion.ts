import type { TokenAct } from "../model/layers.js"
import type { Party } from "../model/claim.js"
import type { Scene } from "./scene.js"

export type Role = "actor" | "recipient" | "others"
const ROLES: readonly Role[] = ["actor", "recipient", "others"]

/** What the network says of the acts of a report, for whoever decides. */
export class Opinions {
  private readonly byToken: ReadonlyMap<number, TokenAct>

  constructor(readonly scene: Scene) {
    this.byToken = new Map(scene.tree.analysed.acts.map((act) => [act.token, act]))
  }

  /** True when the network knows acts at all. */
  get any(): boolean {
    return this.scene.tree.analysed.wholes.size > 0
  }

  /** What is said of the likeliest of some tokens; null when none of them may carry an act. */
  of(tokens: readonly number[]): TokenAct | null {
    let best: TokenAct | null = null
    for (const token of tokens) {
      const said = this.byToken.get(token)
      if (said && (!best || said.act > best.act)) best = said
    }
    return best
  }

  /** Acts of a sentence, `[from, to)` in tokens. */
  within(from: number, to: number): readonly TokenAct[] {
    return this.scene.tree.analysed.acts.filter((a) => a.token >= from && a.token < to)
  }

  /** Probability that a token carries a party of that role in an act. */
  share(act: TokenAct, token: number, role: Role): number {
    const word = token - act.tokenFrom
    return word < 0 ? 0 : (act.roles[4 * word + 1 + ROLES.indexOf(role)] ?? 0)
  }

  /** The greatest share that any token of a party's words has in a role. */
  shareOf(act: TokenAct, party: Party, role: Role): number {
    const { tokens } = this.scene.tree
    let best = 0
    for (let word = 0; word < act.roles.length / 4; word++) {
      const token = act.tokenFrom + word
      if ((tokens.from[token] ?? 0) < party.to && (tokens.to[token] ?? 0) > party.from)
        best = Math.max(best, this.share(act, token, role))
    }
    return best
  }

  /** Parties whose word the network takes for that role with more than `least` probability, the surest first. */
  parties(act: TokenAct, role: Role, least: number): readonly Party[] {
    const found: { readonly share: number; readonly party: Party }[] = []
    for (let word = 0; word < act.roles.length / 4; word++) {
      const token = act.tokenFrom + word
      const share = this.share(act, token, role)
      if (share < least || this.carried(act, token, role, least)) continue
      for (const party of this.scene.linker.partiesOf(token))
        if (!found.some((f) => f.party.id === party.id)) found.push({ share, party })
    }
    return found.sort((a, b) => b.share - a.share).map((f) => f.party)
  }

  /** True for a word inside a phrase whose head plays the role as well: `President` in *President Biden*. */
  private carried(act: TokenAct, token: number, role: Role, least: number): boolean {
    const { tree } = this.scene
    const head = tree.head(token)
    return INNER.has(tree.mainRel(token)) && head >= 0 && this.share(act, head, role) >= least
  }
}

/** Relations of words inside a phrase that names one party. */
const INNER = new Set(["flat", "compound", "appos", "amod", "nmod", "det"])

/** The likeliest label and its probability, leaving some out. */
export function likeliest(
  shares: ReadonlyMap<string, number>,
  without: readonly string[] = [],
): readonly [label: string, share: number] {
  let best: readonly [string, number] = ["", 0]
  for (const [label, share] of shares)
    if (share > best[1] && !without.includes(label)) best = [label, share]
  return best
}
