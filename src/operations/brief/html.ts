import { createHash } from "node:crypto"
import { type Chronology, citation, type Entry, type Footnote, type Section } from "./chronology.js"
import { litPassage, type Piece, ROLES } from "./lit.js"
import { PAGE_STYLE } from "./page-style.js"

/** A brief as one page that needs nothing from outside: no scripts, no fonts, no images. */
export function briefHtml(chronology: Chronology): string {
  const { title, subtitle, years, undated, furniture } = chronology
  const hash = createHash("sha256").update(PAGE_STYLE).digest("base64")
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const sections = [...years, undated, furniture].filter((section) => section.entries.length > 0)
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dragoman">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#chronology">Skip to the chronology</a>
<header class="top">
<p class="kind">Chronology</p>
<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
${legend()}
${yearLinks(sections)}
</header>
<main id="chronology">
${sections.length === 0 ? '<p class="empty">The ledger holds no deed that fits. Try fewer filters, or add more reports.</p>' : sections.map(sectionHtml).join("\n")}
</main>
${reportList(chronology, sections)}
<footer class="end"><p>Made on <time datetime="${chronology.made}">${chronology.made}</time> with Dragoman. Each entry rests on the words shown beneath it.</p></footer>
</body>
</html>
`
}

// biome-ignore format: a table, one thing a line
const LEGEND: Readonly<Record<(typeof ROLES)[number], string>> = {
  act: "act", actor: "who", recipient: "to whom", date: "when", place: "where", amount: "how much", speaker: "on whose word",
}

function legend(): string {
  const items = ROLES.map((role) => `<li><mark class="${role}">${LEGEND[role]}</mark></li>`)
  return `<ul class="legend" aria-label="What the colours in the passages mean">${items.join("")}</ul>`
}

function yearLinks(sections: readonly Section[]): string {
  if (sections.length < 3) return ""
  const links = sections.map(
    (section) =>
      `<li><a href="#${anchor(section.title)}">${escaped(short(section.title))}</a></li>`,
  )
  return `<nav aria-label="Years"><ul class="years">${links.join("")}</ul></nav>`
}

function short(title: string): string {
  return title.startsWith("From page furniture") ? "Teasers" : title
}

function anchor(title: string): string {
  return `s-${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`
}

function sectionHtml(section: Section): string {
  const { title, entries } = section
  return `<section aria-labelledby="${anchor(title)}">
<h2 id="${anchor(title)}">${escaped(title)}</h2>
<ol class="entries">
${entries.map(entryHtml).join("\n")}
</ol>
</section>`
}

function entryHtml(entry: Entry): string {
  const { record, sentence, doubts, notes } = entry
  const refs = notes
    .map((note) => `<a href="#${passageId(entry, note)}">${note.number}</a>`)
    .join(" ")
  const status =
    record.status === "occurred"
      ? ""
      : ` <span class="status ${record.status}">${record.status}</span>`
  return `<li class="entry ${record.status}" id="${escaped(record.id)}">
<p class="sentence">${ownWords(sentence)}${status} <sup class="refs">${refs}</sup></p>
${doubts.length === 0 ? "" : doubtsHtml(entry)}
<ul class="passages">
${notes.map((note) => passageHtml(entry, note)).join("\n")}
</ul>
</li>`
}

/** One passage may serve several entries; each showing of it has a place of its own. */
function passageId(entry: Entry, note: Footnote): string {
  return escaped(`${entry.record.id}-n${note.number}`)
}

function doubtsHtml(entry: Entry): string {
  const rows = entry.doubts.map(({ field, values }) => {
    const said = values.map(({ words, notes }) => {
      const numbers = notes
        .map((number) => `<a href="#${escaped(`${entry.record.id}-n${number}`)}">[${number}]</a>`)
        .join(" ")
      return `<li><bdi>${escaped(words)}</bdi> <span class="by">according to ${numbers}</span></li>`
    })
    return `<div class="doubt"><dt>Reports differ on the ${escaped(field)}</dt><dd><ul>${said.join("")}</ul></dd></div>`
  })
  return `<dl class="doubts">${rows.join("")}</dl>`
}

function passageHtml(entry: Entry, note: Footnote): string {
  const { evidence, report, number } = note
  const language = note.claims[0]?.language ?? report.language ?? "und"
  const zone = evidence.zone === "body" ? "" : ` · ${evidence.zone}`
  const [name = "", ...rest] = citation(report)
  const source = [`<bdi>${escaped(name)}</bdi>`, ...rest.map(sourcePart)].join(", ")
  return `<li class="passage" id="${passageId(entry, note)}">
<blockquote lang="${escaped(language)}" dir="${direction(evidence.quote)}">${litPassage(evidence, note.claims).map(pieceHtml).join("")}</blockquote>
<p class="source"><span class="number">${number}</span> ${source}${zone}</p>
</li>`
}

function sourcePart(part: string): string {
  if (!/^https?:\/\//i.test(part)) return `<bdi>${escaped(part)}</bdi>`
  return `<a class="out" href="${escaped(part)}" rel="noreferrer noopener">${escaped(host(part))}</a>`
}

function host(url: string): string {
  return /^https?:\/\/([^/]+)/i.exec(url)?.[1] ?? url
}

function pieceHtml({ text, role }: Piece): string {
  return role === null ? escaped(text) : `<mark class="${role}">${escaped(text)}</mark>`
}

/** Direction by the majority of letters, since a Persian sentence may begin with a Latin name. */
function direction(text: string): "rtl" | "ltr" {
  const right = text.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0
  const left = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
  return right > left ? "rtl" : "ltr"
}

function reportList({ reports }: Chronology, sections: readonly Section[]): string {
  if (reports.length === 0) return ""
  const numbers = new Map<string, Set<number>>()
  for (const { report, number } of sections.flatMap((section) =>
    section.entries.flatMap((entry) => entry.notes),
  ))
    numbers.set(report.id, (numbers.get(report.id) ?? new Set()).add(number))
  const items = reports.map((report) => {
    const [name = "", ...rest] = citation(report)
    const of = [...(numbers.get(report.id) ?? [])].sort((a, b) => a - b)
    return `<li><bdi class="name">${escaped(name)}</bdi>, ${rest.map(sourcePart).join(", ")} <span class="by">notes ${of.join(", ")}</span> <code>${escaped(report.id)}</code></li>`
  })
  return `<section class="reports" aria-labelledby="reports"><h2 id="reports">Reports</h2><ol>${items.join("\n")}</ol></section>`
}

/** Text of reports as text: no markup, and marks that turn text round made visible. */
export function escaped(text: string): string {
  return text.replace(
    /[&<>"']|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => {
      const named = NAMED[sign]
      if (named !== undefined) return named
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
      return `<span class="control" title="hidden control character">U+${code}</span>`
    },
  )
}

// biome-ignore format: a table, one thing a line
const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;",
}

/** Our own sentence, in which isolates fence off words of other scripts: they become `bdi`. */
function ownWords(text: string): string {
  return text.replace(
    /\u2068([^\u2068\u2069]*)\u2069|[^\u2068\u2069]+/g,
    (plain, fenced: string | undefined) => {
      return fenced === undefined ? escaped(plain) : `<bdi>${escaped(fenced)}</bdi>`
    },
  )
}
