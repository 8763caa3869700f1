import { fingerprint } from "./fingerprint.js"

/** What was retrieved. Never altered after it is stored; `text` is kept to the letter. */
export interface Report {
  /** `r-` and a hash of text and origin, or the id that the caller gave. */
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  /** EDTF, or null when the report is undated. */
  readonly published: string | null
  /** How the publication date is known: given, metadata, text, file name; null when it is not. */
  readonly publishedBasis: string | null
  /** BCP 47 code when it was declared; the reader looks for itself anyway. */
  readonly language: string | null
  readonly url: string | null
  /** Where it came from: a file name, a line of standard input. */
  readonly origin: string | null
}

/** What a caller may say of a report; everything but the text may be left out. */
export type ReportInput = { readonly text: string } & {
  readonly [K in Exclude<keyof Report, "text">]?: Report[K] | undefined
}

/** Makes a report; its id is a hash of text and title unless one is given, so the same report is the same everywhere. */
export function report(input: ReportInput): Report {
  const { text, title = null, outlet = null, published = null, publishedBasis = null } = input
  const { language = null, url = null, origin = null } = input
  const id = input.id ?? `r-${fingerprint(text, title ?? "")}`
  return Object.freeze({
    id,
    text,
    title,
    outlet,
    published,
    publishedBasis,
    language,
    url,
    origin,
  })
}
