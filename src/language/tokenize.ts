import type { Tokens } from "../model/layers.js"
import { foldWord } from "../text/fold.js"
import type { Span } from "../text/span.js"
import type { SegmentRules } from "./segment-rules.js"

/** One stretch that is a token, before and after repair. */
interface Token {
  from: number
  to: number
  form: string
}

/** Ends of web names that are no words of a language. */
const WEB_ENDS =
  "com|org|net|info|int|gov|mil|edu|biz|news|eu|ru|su|az|ir|uk|us|am|ge|tr|ua|by|kz|uz|tm|tj|kg|fr|de|it|es|cn|jp|il|iq|af|pk|tv|рф|ру"

const LETTER = "[\\p{L}\\p{M}\\p{Nd}_]"
/** What may stand inside a word: letters, joiners, tatweel, invisible marks. At most 120 units a piece. */
const INNER = "[\\p{L}\\p{M}\\p{Nd}_\\u00ad\\u200b-\\u200f\\u2060\\ufeff]"
const PIECE = `${LETTER}${INNER}{0,119}`
const APOSTROPHE = "['’ʼ]"

/** One emoji or a row of them. */
const PICTURE =
  "(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator})[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\ufe0f\\u200d]*"

const LEXER = new RegExp(
  [
    `(?<web>(?:https?|ftp)://[^\\s<>"«»“”]{1,2000}`,
    `www\\.[^\\s<>"«»“”]{1,2000}`,
    `[#@]\\p{L}[\\p{L}\\p{M}\\p{Nd}_\\u200c]{1,60}(?![\\p{L}\\p{Nd}])`,
    `[\\p{L}\\p{Nd}][\\w.+%-]{0,63}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}`,
    `[a-z][a-z\\d_-]{1,62}(?:\\.[a-z\\d_-]{2,63}){2,8}(?![\\p{L}\\p{Nd}])`,
    `[\\w-]{2,80}\\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|txt|zip|mp3|mp4)(?![\\p{L}\\p{Nd}])`,
    `[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_-]{0,62}(?:\\.[\\p{L}\\p{Nd}_-]{1,63}){0,3}\\.(?:${WEB_ENDS}|${WEB_ENDS.toUpperCase()})(?![\\p{L}\\p{Nd}_-]))`,
    `(?<acronym>\\p{L}(?:\\.\\p{L}){1,8}(?![\\p{L}\\p{M}\\p{Nd}])\\.?)`,
    `(?<word>(?:\\p{Nd}{1,3}-\\p{Nd}{4}(?![\\p{L}\\p{Nd}-])|\\p{Nd}{1,4}(?:-\\p{Nd}{2,4}){2,3}(?![\\p{L}\\p{Nd}-])|\\p{Nd}{1,40}(?:[.,:/٫٬]\\p{Nd}{1,40}){1,6}${INNER}{0,40}|${PIECE})(?:${APOSTROPHE}[\\p{L}\\p{M}]{1,40}){0,3})`,
    `(?<rest>(?:&(?:#\\d{1,6}|[a-z]{2,8});){1,2}|[!?؟]{2,}|(?<same>[.…=*_#~+<>$-])\\k<same>{1,119}|\\){3,}|(?<![\\p{L}\\p{Nd}])[:;]-?[)(DP](?![\\p{L}\\p{Nd}])|${PICTURE}|''|’’|\`\`|[^])`,
  ].join("|"),
  "uy",
)

const WEB_TAIL = /[.,;:!?)\]}»'’]+$/u
const HYPHEN = /^[-‐‑]$/
const NUMBER = /^[\p{Nd}.,:/٫٬]+$/u
const STARTS_WORD = /^[\p{L}\p{Nd}]/u
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u

/** Cuts a stretch of a text into tokens in the style of the language's treebank. Positions count in the whole text. */
export function tokenize(text: string, span: Span, rules: SegmentRules): Tokens {
  const tokens: Token[] = []
  let at = span.from
  while (at < span.to) {
    const next = lexOne(text, { at, limit: span.to, rules, tokens })
    at = Math.max(next, at + 1)
  }
  return packed(joined(text, tokens, rules))
}

interface Lexing {
  at: number
  limit: number
  rules: SegmentRules
  tokens: Token[]
}

/** Reads what stands at a place, adds its tokens, and says where to go on. */
function lexOne(text: string, { at, limit, rules, tokens }: Lexing): number {
  LEXER.lastIndex = at
  const found = LEXER.exec(text)
  if (found === null) return at + 1
  const { web, acronym, word } = found.groups as Record<string, string | undefined>
  const end = Math.min(LEXER.lastIndex, limit)
  if (web !== undefined)
    return add(text, tokens, rules, at, end - (WEB_TAIL.exec(text.slice(at, end))?.[0].length ?? 0))
  if (acronym !== undefined) return addAcronym(text, at, end, { at, limit, rules, tokens })
  if (word !== undefined) return addWord(text, at, end, { at, limit, rules, tokens })
  return VISIBLE.test(text.slice(at, end)) ? add(text, tokens, rules, at, end) : end
}

function add(text: string, tokens: Token[], rules: SegmentRules, from: number, to: number): number {
  tokens.push({ from, to, form: rules.form(text.slice(from, to)) })
  return to
}

/** `U.S.` stays whole, `т.е.` becomes `т.` `е.`; a stop that only ends the sentence is left for itself. */
function addAcronym(text: string, from: number, to: number, { rules, tokens }: Lexing): number {
  if (rules.stops === "whole") return add(text, tokens, rules, from, to)
  let at = from
  while (at < to) {
    const stop = text.indexOf(".", at)
    at = add(text, tokens, rules, at, stop < 0 || stop >= to ? to : stop + 1)
  }
  return to
}

/** A word with the hyphens, clitics and full stop that belong to it. */
function addWord(text: string, from: number, to: number, lexing: Lexing): number {
  const { rules, tokens, limit } = lexing
  to = withHyphens(text, from, to, lexing)
  let at = from
  for (const cut of rules.cut(text.slice(from, to))) at = add(text, tokens, rules, at, from + cut)
  const end = to < limit && at === from && keepsStop(text, at, to, lexing) ? to + 1 : to
  return at < end ? add(text, tokens, rules, at, end) : end
}

/** `премьер-министр`, `С-300` and `pre-war` go on over the hyphen; `well-known` and `1990-1995` do not. */
function withHyphens(text: string, from: number, to: number, { rules, limit }: Lexing): number {
  for (let parts = 0; parts < 8 && to + 1 < limit && HYPHEN.test(text[to] ?? ""); parts++) {
    const first = text.slice(from, to)
    const goesOn = rules.hyphens === "whole" || (parts === 0 && rules.bound.has(foldWord(first)))
    if (!goesOn || !STARTS_WORD.test(text.slice(to + 1, to + 3))) break
    if (NUMBER.test(first) && /^\p{Nd}/u.test(text.slice(to + 1, to + 3))) break
    LEXER.lastIndex = to + 1
    const found = LEXER.exec(text)
    if (found?.groups?.["word"] === undefined || LEXER.lastIndex > limit) break
    to = LEXER.lastIndex
  }
  return to
}

/** Whether the full stop after a word is part of it: `Gen.`, `2016 г.`, `J. Smith`. */
function keepsStop(text: string, from: number, to: number, { rules, limit }: Lexing): boolean {
  if (text[to] !== "." || text[to + 1] === "." || to - from > 24) return false
  const word = text.slice(from, to)
  if (isAbbreviation(word, text.slice(to + 1, to + 8), rules)) return true
  return /^\p{Lu}$/u.test(word) && /^\s*[\p{L}-]/u.test(text.slice(to + 1, Math.min(limit, to + 8)))
}

/** True when a word written before a full stop is one that the language shortens so. */
export function isAbbreviation(word: string, after: string, rules: SegmentRules): boolean {
  const folded = foldWord(word)
  if (rules.beforeNumber.has(folded)) return /^\s*\p{Nd}/u.test(after)
  if (!rules.abbreviations.has(folded)) return false
  return !rules.capitalOnly.has(folded) || /^\p{Lu}/u.test(word)
}

const GAP = /^[ \t\u00a0\u200e\u200f]{1,3}$/

/** Puts words together that are written apart; the token then spans the space. */
function joined(text: string, tokens: readonly Token[], rules: SegmentRules): readonly Token[] {
  const out: Token[] = []
  for (const token of tokens) {
    const last = out.at(-1)
    const apart = last !== undefined && last.to < token.from && token.from - last.to < 4
    const form =
      apart && GAP.test(text.slice(last.to, token.from)) ? rules.join(last.form, token.form) : null
    if (last === undefined || form === null) out.push(token)
    else out[out.length - 1] = { from: last.from, to: token.to, form }
  }
  return out
}

function packed(tokens: readonly Token[]): Tokens {
  const from = new Int32Array(tokens.length)
  const to = new Int32Array(tokens.length)
  const forms: string[] = []
  tokens.forEach((token, i) => {
    from[i] = token.from
    to[i] = token.to
    forms.push(token.form)
  })
  return { count: tokens.length, from, to, forms }
}
