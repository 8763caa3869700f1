import { type Chronology, citation, type Entry, type Footnote, type Section } from "./chronology.js"

/** Signs that differ between plain text and Markdown. */
interface Marks {
  title(text: string): string
  heading(text: string): string
  entry(text: string): string
  doubt(text: string): string
  ref(number: number): string
  note(number: number, text: string): string
  escape(text: string): string
}

const TEXT: Marks = {
  title: (text) => `${text}\n${"=".repeat(Math.min(text.length, 78))}`,
  heading: (text) => `\n${text}\n${"-".repeat(Math.min(text.length, 78))}`,
  entry: (text) => wrapped(text, "- ", "  "),
  doubt: (text) => wrapped(text, "  ≠ ", "    "),
  ref: (number) => `[${number}]`,
  note: (number, text) => wrapped(text, `[${number}] `, "    "),
  escape: (text) => text,
}

const MARKDOWN: Marks = {
  title: (text) => `# ${text}`,
  heading: (text) => `\n## ${text}\n`,
  entry: (text) => `- ${text}`,
  doubt: (text) => `  - ≠ ${text}`,
  ref: (number) => `[^${number}]`,
  note: (number, text) => `[^${number}]: ${text}`,
  escape: (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&"),
}

/** A brief as plain text, 78 letters wide. */
export function briefText(chronology: Chronology): string {
  return written(chronology, TEXT)
}

/** A brief as Markdown with footnotes. */
export function briefMarkdown(chronology: Chronology): string {
  return written(chronology, MARKDOWN)
}

function written(chronology: Chronology, marks: Marks): string {
  const { years, undated, furniture } = chronology
  const sections = [...years, undated, furniture].filter((section) => section.entries.length > 0)
  const lines = [marks.title(marks.escape(chronology.title)), "", chronology.subtitle]
  for (const section of sections) lines.push(...sectionLines(section, marks))
  const notes = new Map(
    sections
      .flatMap((section) => section.entries.flatMap((entry) => entry.notes))
      .map((note) => [note.number, note]),
  )
  if (notes.size > 0) lines.push(marks.heading("Sources"))
  for (const note of [...notes.values()].sort((a, b) => a.number - b.number))
    lines.push(marks.note(note.number, noteText(note, marks)))
  return `${lines.join("\n")}\n`
}

function sectionLines({ title, entries }: Section, marks: Marks): string[] {
  return [marks.heading(title), ...entries.flatMap((entry) => entryLines(entry, marks))]
}

function entryLines(entry: Entry, marks: Marks): string[] {
  const refs = entry.notes.map((note) => marks.ref(note.number)).join("")
  return [
    marks.entry(`${marks.escape(entry.sentence)} ${refs}`),
    ...entry.doubts.map(({ field, values }) => {
      const said = values.map(
        ({ words, notes }) =>
          `${marks.escape(words)} according to ${notes.map(marks.ref).join("")}`,
      )
      return marks.doubt(`${field}: ${said.join(", ")}.`)
    }),
  ]
}

function noteText({ report, evidence }: Footnote, marks: Marks): string {
  const zone = evidence.zone === "body" ? "" : ` (${evidence.zone})`
  const cited = citation(report)
    .map((part) => marks.escape(isolated(part)))
    .join(", ")
  return `${cited}${zone}: “${marks.escape(isolated(oneLine(evidence.quote)))}”`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

/** First-strong isolates around anything that may be written from right to left; its own controls are dropped. */
function isolated(text: string): string {
  const plain = text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(plain) ? `\u2068${plain}\u2069` : plain
}

function wrapped(text: string, first: string, others: string): string {
  const lines: string[] = []
  let line = first
  for (const word of text.split(" ")) {
    const blank = line === first || line === others ? "" : " "
    if (line.length + blank.length + word.length > 78 && line !== first && line !== others) {
      lines.push(line)
      line = others + word
    } else line += blank + word
  }
  return [...lines, line].join("\n")
}
