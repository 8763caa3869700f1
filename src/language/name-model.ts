import { LetterPairs, type Step } from "./letter-pairs.js"
import type { Script } from "./name-fold.js"

/** Weights are written in twentieths. */
const UNIT = 20

/** How letters stand for one another between scripts; read from `models/names.txt`. */
export class NameModel {
  private readonly pairs = new Map<string, LetterPairs>()

  constructor(text: string) {
    let key = ""
    let bias = 0
    let rows: (readonly [string, string, number])[] = []
    const close = (): void => {
      if (key !== "") this.pairs.set(key, new LetterPairs(bias, rows, key[0] === key[1]))
      rows = []
    }
    for (const line of text.split("\n")) {
      const cells = line.split("\t")
      if (line.startsWith("# ")) {
        close()
        const [, name = "", value = "0"] = line.split(" ")
        key = name
        bias = Number(value)
      } else if (cells.length === 3)
        rows.push([cells[0] ?? "", cells[1] ?? "", Number(cells[2]) / UNIT])
    }
    close()
  }

  /** Log-odds that two folded words are one name, or null when their scripts are not known together. */
  score(a: string, b: string, from: Script, to: Script): number | null {
    const direct = this.pairs.get(from + to)
    if (direct) {
      const score = direct.score(a, b)
      // Within one script the table has no direction of its own.
      return from === to ? Math.max(score, direct.score(b, a)) : score
    }
    const turned = this.pairs.get(to + from)
    if (turned) return turned.score(b, a)
    return this.throughLatin(a, b, from, to)
  }

  /** The steps by which two words were aligned; empty when their scripts are not known together. */
  steps(a: string, b: string, from: Script, to: Script): readonly Step[] {
    const direct = this.pairs.get(from + to)
    if (direct) return direct.steps(a, b)
    const turned = this.pairs.get(to + from)
    return turned
      ? turned.steps(b, a).map((step) => ({ a: step.b, b: step.a, weight: step.weight }))
      : []
  }

  /** Georgian, Armenian, Greek and Hebrew meet other scripts in the Latin letters that their own stand for most surely. */
  private throughLatin(a: string, b: string, from: Script, to: Script): number | null {
    const here = this.latin(a, from)
    const there = this.latin(b, to)
    if (here === null || there === null) return null
    if (from === to) return this.score(here, there, "l", "l")
    const far =
      from === "c" || from === "a" ? this.score(a, there, from, "l") : this.score(b, here, to, "l")
    return far === null ? null : far - 0.5
  }

  private latin(word: string, script: Script): string | null {
    if (script === "l") return word
    const table = this.pairs.get(`${script}l`)
    return table ? [...word].map((letter) => table.plainest.get(letter) ?? "").join("") : null
  }
}
