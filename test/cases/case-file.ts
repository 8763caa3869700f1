/** The notation of `src/languages/<code>/cases/*.md`: `##` name, `>` sentence, one field a line. */

export interface ExpectedClaim {
  readonly family: string
  readonly stage: string
  readonly event: string
  readonly mode: string
  readonly actor: readonly Named[]
  readonly recipient: readonly Named[]
  readonly when: string
  readonly status: string
}

export interface Named {
  readonly words: string
  readonly code: string
}

export interface Case {
  readonly name: string
  readonly missed: boolean
  readonly text: string
  readonly published: string
  readonly none: string
  readonly claims: readonly ExpectedClaim[]
}

/** Reads a case file. @throws RangeError when a field is unknown or expected words do not occur once. */
export function parseCases(file: string, source: string): readonly Case[] {
  return source
    .split(/^## /m)
    .slice(1)
    .map((part) => caseOf(file, part))
}

function caseOf(file: string, part: string): Case {
  const [heading = "", ...rest] = part.split("\n")
  const name = heading.replace(/\s*\(missed\)\s*$/, "").trim()
  const text = rest
    .filter((l) => l.startsWith(">"))
    .map((l) => l.replace(/^>\s?/, ""))
    .join("\n")
    .trim() // prettier-ignore
  const fields = rest.map((l) => /^-\s*(\w+)\s*:\s*(.*)$/.exec(l.trim())).filter((m) => m !== null)
  const claims: { -readonly [K in keyof ExpectedClaim]: ExpectedClaim[K] }[] = []
  let published = ""
  let none = ""
  for (const [, key = "", value = ""] of fields) {
    const last = claims.at(-1)
    if (key === "published") published = value
    else if (key === "none") none = value || "nothing"
    else if (key === "claim") claims.push(claimOf(value))
    else if (!last) throw new RangeError(`${file}: "${name}": field ${key} before any claim`)
    else if (key === "actor" || key === "recipient") last[key] = [...last[key], named(value)]
    else if (key === "when" || key === "status") last[key] = value
    else if (!["others", "where", "quantity", "attribution", "hedge", "reported"].includes(key))
      throw new RangeError(`${file}: "${name}": no field ${key}`)
  }
  return { name, missed: /\(missed\)\s*$/.test(heading), text, published, none, claims }
}

function claimOf(value: string): { -readonly [K in keyof ExpectedClaim]: ExpectedClaim[K] } {
  const [family = "", stage = "", event = "", mode = ""] = value.trim().split(/\s+/)
  return { family, stage, event, mode, actor: [], recipient: [], when: "", status: "" }
}

function named(value: string): Named {
  const [words = "", code = ""] = value.split("→").map((p) => p.trim())
  return code === "" ? { words: "", code: words } : { words, code }
}
