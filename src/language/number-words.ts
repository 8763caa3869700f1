import { foldWord } from "../text/fold.js"
import { lex, type Token } from "./lexer.js"
import type { Bound, NumberGrammar, NumberRole } from "./number-grammar.js"

/** Everything that one word may say about an amount. */
export interface NumberSense {
  readonly roles: Set<NumberRole>
  number?: number
  scale?: number
  many?: number
  fraction?: number
  bound?: Bound
  boundBehind?: Bound
  currency?: { code: string; times: number }
  unit?: string
  rate?: string
  rateNoun?: string
}

interface Phrase {
  readonly words: readonly string[]
  readonly sense: NumberSense
}

export interface NumberItem extends Token {
  readonly sense: NumberSense | null
}

const compiled = new WeakMap<NumberGrammar, ReadonlyMap<string, readonly Phrase[]>>()

function wordsOf(grammar: NumberGrammar): ReadonlyMap<string, readonly Phrase[]> {
  const known = compiled.get(grammar)
  if (known) return known
  const made = compile(grammar)
  compiled.set(grammar, made)
  return made
}

function compile(g: NumberGrammar): ReadonlyMap<string, readonly Phrase[]> {
  const byKey = new Map<string, Phrase>()
  const add = (cell: string, put: (sense: NumberSense) => void): void => {
    for (const word of cell.split("|")) {
      const words = lex(foldWord(word.trim())).map((t) => t.text)
      if (words.length === 0) continue
      if (words.length > 1 && words.at(-1) === ".") words.pop()
      const phrase = byKey.get(words.join(" ")) ?? {
        words,
        sense: { roles: new Set<NumberRole>() },
      }
      byKey.set(words.join(" "), phrase)
      put(phrase.sense)
    }
  }
  const each = (table: object, put: (sense: NumberSense, name: string) => void): void => {
    for (const [name, cell] of Object.entries(table))
      add(cell as string, (sense) => put(sense, name))
  }
  each(g.numbers, (s, v) => (s.number = Number(v)))
  each(g.scales, (s, v) => (s.scale = Number(v)))
  each(g.many, (s, v) => (s.many = Number(v)))
  each(g.fractions, (s, v) => (s.fraction = Number(v)))
  each(g.bounds, (s, v) => (s.bound = v as Bound))
  each(g.boundsBehind, (s, v) => (s.boundBehind = v as Bound))
  each(g.currencies, (s, v) => {
    const [code = v, times] = v.split("*")
    s.currency = { code, times: Number(times ?? 1) }
  })
  each(g.units, (s, v) => (s.unit ??= v))
  each(g.rates, (s, v) => (s.rate = v))
  each(g.rateNouns, (s, v) => (s.rateNoun = v))
  each(g.roles, (s, v) => s.roles.add(v as NumberRole))
  const table = new Map<string, Phrase[]>()
  for (const phrase of byKey.values()) {
    const first = phrase.words[0] ?? ""
    table.set(first, [...(table.get(first) ?? []), phrase])
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** `A$`, which is not `a $735 million deal`: a letter and a sign that must stand together. */
function isMark(words: readonly string[]): boolean {
  return words.length === 2 && words[0]?.length === 1 && words[1] === "$"
}

/** The tokens of folded text with fixed phrases joined, longest first. */
export function numberItems(text: string, grammar: NumberGrammar): NumberItem[] {
  const tokens = lex(text)
  const words = wordsOf(grammar)
  const items: NumberItem[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const phrase = words
      .get(token.text)
      ?.find((p) =>
        p.words.every(
          (w, i) =>
            tokens[at + i]?.text === w &&
            (i === 0 || !(token.kind === "sign" || isMark(p.words)) || !tokens[at + i]?.gap),
        ),
      )
    const length = phrase?.words.length ?? 1
    const { kind, text: letters, value, from, gap } = token
    const { to } = tokens[at + length - 1] as Token
    items.push({ kind, text: letters, value, from, to, gap, sense: phrase?.sense ?? null })
    at += length
  }
  return items
}
