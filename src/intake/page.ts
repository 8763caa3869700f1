import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { type Page, pageFacts } from "./page-facts.js"
import { bareText, isDeep, type PageNode, textUnder } from "./page-text.js"
import { intakeError, type RawReport, rawReport } from "./raw-report.js"
import { withoutNull } from "./report-fields.js"

const LONGEST_PAGE = 12_000_000
const MOST_ELEMENTS = 40_000

/**
 * The report in a web page: the words that readability takes for the article, and what the page says of itself.
 * Scripts are not run and nothing is fetched.
 */
export function readPage(markup: string, origin: string): RawReport {
  if (markup.length > LONGEST_PAGE) {
    const sentence = `${origin} is a page of ${markup.length} characters; save only the article, at most ${LONGEST_PAGE}.`
    throw intakeError("intake/too-large", sentence, {
      origin,
      length: markup.length,
      limit: LONGEST_PAGE,
    })
  }
  if (isDeep(markup)) return rawReport({ text: withoutNull(bareText(markup)), origin })
  const { document } = parseHTML(
    /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`,
  )
  if (document.documentElement === null || document.body === null) {
    return rawReport({ text: withoutNull(bareText(markup)), origin })
  }
  const facts = pageFacts(document as unknown as Page)
  const whole = textUnder(document as unknown as PageNode, { chrome: false })
  const article = articleOf(document as unknown as Page)
  // Readability finds nothing in short pages, and now and then only a part of a table layout.
  const found =
    article.text.length >= 140 || article.text.length * 2 >= whole.length ? article.text : whole
  const text = found === "" ? bareText(markup) : found
  const title = facts.title ?? article.title
  return rawReport({ ...facts, title, text: withoutNull(text), origin })
}

function articleOf(document: Page): { text: string; title: string | undefined } {
  const elements = document.querySelectorAll("*").length
  if (elements > MOST_ELEMENTS) return { text: "", title: undefined }
  const article = parsed(document)
  const content = article?.content
  const title = article?.title?.trim()
  return { text: content ? textUnder(content) : "", title: title === "" ? undefined : title }
}

type Article = ReturnType<Readability<PageNode>["parse"]>

function parsed(document: Page): Article {
  const serializer = (node: unknown): PageNode => node as PageNode
  try {
    return new Readability<PageNode>(document as never, { charThreshold: 140, serializer }).parse()
  } catch (error) {
    // Readability expects trees that browsers make; broken markup can give others, without a body for one.
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}
