import { isoDate } from "./iso-date.js"
import { isObject, languageCode } from "./report-fields.js"

/** What a page says of its article, apart from the words of it. */
export interface PageFacts {
  readonly title: string | undefined
  readonly published: string | undefined
  readonly publishedBasis: string | undefined
  readonly language: string | undefined
  readonly outlet: string | undefined
  readonly url: string | undefined
}

/** The little of an element that is asked for. */
interface PageElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

/** The little of a document that is asked for. */
export interface Page {
  readonly documentElement: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
}

const PUBLISHED = [
  "article:published_time",
  "og:published_time",
  "datePublished",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "date",
  "dc.date.issued",
  "dc.date",
  "dcterms.created",
  "dcterms.date",
  "dcterms.issued",
  "sailthru.date",
  "parsely-pub-date",
  "article:published",
  "published_time",
]

/** Reads meta tags, JSON-LD and time elements. */
export function pageFacts(page: Page): PageFacts {
  const metas = metaTags(page)
  const linked = linkedData(page)
  const outlet = first(metas, ["og:site_name", "application-name"]) ?? nameOf(linked["publisher"])
  const published = [
    ...PUBLISHED.map((name) => metas.get(name.toLowerCase())),
    textOf(linked["datePublished"]),
    page.querySelector("[itemprop=datePublished]")?.getAttribute("datetime"),
    page.querySelector("article time[datetime], time[pubdate][datetime]")?.getAttribute("datetime"),
    page.querySelector("time[datetime]")?.getAttribute("datetime"),
  ]
    .map((written) => (written ? isoDate(written) : undefined))
    .find((date) => date !== undefined)
  return {
    title: withoutOutlet(titleOf(page, metas, linked), outlet),
    published,
    publishedBasis: published === undefined ? undefined : "metadata",
    language: languageCode(
      page.documentElement?.getAttribute("lang") ??
        metas.get("content-language") ??
        metas.get("og:locale"),
    ),
    outlet,
    url:
      webAddress(page.querySelector("link[rel=canonical]")?.getAttribute("href")) ??
      webAddress(metas.get("og:url")),
  }
}

function titleOf(
  page: Page,
  metas: ReadonlyMap<string, string>,
  linked: Readonly<Record<string, unknown>>,
): string | undefined {
  const headings = page.querySelectorAll("h1")
  const heading = headings.length === 1 ? squeezed(headings[0]?.textContent) : undefined
  return (
    squeezed(textOf(linked["headline"])) ??
    first(metas, ["og:title", "twitter:title"]) ??
    heading ??
    squeezed(page.querySelector("title")?.textContent)
  )
}

/** Meta tags by name, property or itemprop in lower case; the first of a name counts. */
function metaTags(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const meta of Array.from(page.querySelectorAll("meta")).slice(0, 500)) {
    const name =
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("itemprop") ??
      meta.getAttribute("http-equiv")
    const content = squeezed(meta.getAttribute("content"))
    if (name !== null && content !== undefined && !metas.has(name.toLowerCase()))
      metas.set(name.toLowerCase(), content)
  }
  return metas
}

/** The first object of JSON-LD that is an article, or an empty one. Broken JSON-LD is common and says nothing. */
function linkedData(page: Page): Readonly<Record<string, unknown>> {
  for (const script of Array.from(
    page.querySelectorAll('script[type="application/ld+json"]'),
  ).slice(0, 20)) {
    const source = script.textContent ?? ""
    if (source.length > 500_000) continue
    const article = articleIn(parsed(source), 0)
    if (article !== null) return article
  }
  return {}
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function articleIn(value: unknown, depth: number): Readonly<Record<string, unknown>> | null {
  if (depth > 4) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const found = articleIn(item, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  if (!isObject(value)) return null
  return "datePublished" in value || "headline" in value
    ? value
    : articleIn(value["@graph"], depth + 1)
}

function first(metas: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return names.map((name) => metas.get(name)).find((value) => value !== undefined)
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined
}

function nameOf(value: unknown): string | undefined {
  return squeezed(
    Array.isArray(value)
      ? nameOf(value[0])
      : isObject(value)
        ? textOf(value["name"])
        : textOf(value),
  )
}

function squeezed(text: string | null | undefined): string | undefined {
  const words = (text ?? "").replace(/\s+/g, " ").trim().slice(0, 1000)
  return words === "" ? undefined : words
}

/** `Talks held in Vienna | Example News` → `Talks held in Vienna` */
function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (title === undefined || outlet === undefined || !title.endsWith(outlet)) return title
  const bare = title.slice(0, -outlet.length).replace(/[\s|–—:·»-]+$/u, "")
  return bare.length >= 10 ? bare : title
}

function webAddress(address: string | null | undefined): string | undefined {
  return address && /^https?:\/\/\S{3,2000}$/i.test(address) ? address : undefined
}
