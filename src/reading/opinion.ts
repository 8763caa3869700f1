import type { TokenAct, Whole } from "../model/layers.js"
import type { Party } from "../model/claim.js"
import type { Scene } from "./scene.js"

export type Role = "actor" | "recipient" | "others"
const ROLES: readonly Role[] = ["actor", "recipient", "others"]

/** What the network says of the acts of a report, for whoever decides; made once a report. */
export class Opinions {
  private readonly byToken: ReadonlyMap<number, TokenAct>
  /** Acts of each stretch that was read at once, by its first token. */
  private readonly byStretch = new Map<number, TokenAct[]>()

  constructor(readonly scene: Scene) {
    const { acts } = scene.tree.analysed
    this.byToken = new Map(acts.map((act) => [act.token, act]))
    for (const act of acts) {
      const beside = this.byStretch.get(act.tokenFrom)
      if (beside) beside.push(act)
      else this.byStretch.set(act.tokenFrom, [act])
    }
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
    const found: TokenAct[] = []
    for (let token = from; token < to; token++) {
      const act = this.byToken.get(token)
      if (act) found.push(act)
    }
    return found
  }

  /** Acts of the stretch in which an act stands, itself among them. */
  beside(act: TokenAct): readonly TokenAct[] {
    return this.byStretch.get(act.tokenFrom) ?? []
  }

  /** What is said of the sentence that begins with a token, as a whole. */
  whole(tokenFrom: number): Whole | undefined {
    return this.scene.tree.analysed.wholes.get(tokenFrom)
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

/** The likeliest label and its probability. */
export function likeliest(
  shares: ReadonlyMap<string, number>,
): readonly [label: string, share: number] {
  let best: readonly [string, number] = ["", 0]
  for (const [label, share] of shares) if (share > best[1]) best = [label, share]
  return best
}
