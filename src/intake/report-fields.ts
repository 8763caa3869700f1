import { isoDate } from "./iso-date.js"
import { textOfMarkup } from "./page-text.js"
import { intakeError, type RawReport, rawReport } from "./raw-report.js"

/** Names under which others keep the same thing; the first that is filled counts. */
const NAMES = {
  text: [
    "text",
    "content",
    "body",
    "maintext",
    "main_text",
    "full_text",
    "fulltext",
    "fullText",
    "article_text",
    "articleBody",
    "article",
    "story",
    "raw_text",
  ],
  title: ["title", "headline", "name", "heading"],
  published: [
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "datePublished",
    "publish_date",
    "date_publish",
    "publication_date",
    "pubDate",
    "pub_date",
    "date",
    "created_at",
    "timestamp",
    "time",
  ],
  language: ["language", "lang", "inLanguage", "locale"],
  outlet: [
    "outlet",
    "source",
    "publisher",
    "site_name",
    "site",
    "newspaper",
    "media",
    "source_name",
    "source_domain",
    "domain",
  ],
  url: ["url", "link", "source_url", "uri", "permalink", "webUrl"],
  id: ["id", "_id", "uuid", "guid", "doc_id", "article_id"],
} as const

type Fields = Readonly<Record<string, unknown>>

/** The column or field names that hold a text. */
export const TEXT_NAMES: readonly string[] = NAMES.text

/** True when an object has a field that may be a report's text. */
export function hasText(value: unknown): value is Fields {
  return isObject(value) && NAMES.text.some((name) => typeof value[name] === "string")
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/**
 * Makes a report of an object with the fields of the contract, or of the names that others use for them.
 * @throws DragomanError `intake/broken` when there is no text, `intake/empty`, `intake/too-large`
 */
export function reportOfFields(fields: Fields, origin: string): RawReport {
  const text = filled(fields, NAMES.text)
  if (text === undefined) {
    const found = Object.keys(fields).slice(0, 12)
    const sentence = `${origin} has no field "text" with words in it; name the field that holds the report "text".`
    throw intakeError(
      "text" in fields && fields["text"] === "" ? "intake/empty" : "intake/broken",
      sentence,
      { origin, found },
    )
  }
  // What is called `text` is kept to the letter; other fields may hold markup.
  const kept = typeof fields["text"] === "string" || !MARKUP.test(text) ? text : textOfMarkup(text)
  const published = dateOf(fields)
  return rawReport({
    id: filled(fields, NAMES.id),
    text: withoutNull(kept),
    title: filled(fields, NAMES.title),
    published,
    publishedBasis: published === undefined ? undefined : "given",
    language: languageCode(filled(fields, NAMES.language)),
    outlet: filled(fields, NAMES.outlet),
    url: filled(fields, NAMES.url),
    origin,
  })
}

const MARKUP = /<(?:p|br|div|span|h\d|ul|li|a)(?:\s[^<>]{0,300})?\/?>/i

function filled(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === "string" && value.trim() !== "") return value
    if (typeof value === "number" && Number.isFinite(value)) return String(value)
    if (isObject(value) && typeof value["name"] === "string") return value["name"]
  }
  return undefined
}

/** `published` of the contract is taken as it stands; other names give what can be read as a day. */
function dateOf(fields: Fields): string | undefined {
  const given = fields["published"]
  if (typeof given === "string" && given.trim() !== "") return isoDate(given) ?? given.trim()
  for (const name of NAMES.published) {
    const value = fields[name]
    const date = typeof value === "string" || typeof value === "number" ? isoDate(value) : undefined
    if (date !== undefined) return date
  }
  return undefined
}

/** `fa-IR` → `fa` */
export function languageCode(declared: string | undefined | null): string | undefined {
  return /^\s*([a-z]{2,3})(?:[-_][\w-]+)?\s*$/i.exec(declared ?? "")?.[1]?.toLowerCase()
}

/** Databases refuse a NUL; it stands for nothing anyway. */
export function withoutNull(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", " ") : text
}
