import { parseHTML } from "linkedom"

/** Elements that hold nothing to read. */
const UNREAD = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "IFRAME",
  "SVG",
  "CANVAS",
  "OBJECT",
  "VIDEO",
  "AUDIO",
  "HEAD",
  "FORM",
  "BUTTON",
  "SELECT",
  "TEXTAREA",
  "FIGCAPTION",
  "MATH",
])
const CHROME = new Set(["NAV", "HEADER", "FOOTER", "ASIDE"])
const BLOCKS = new Set([
  "P",
  "DIV",
  "SECTION",
  "ARTICLE",
  "MAIN",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "UL",
  "OL",
  "LI",
  "DL",
  "DT",
  "DD",
  "TABLE",
  "TR",
  "BLOCKQUOTE",
  "PRE",
  "FIGURE",
  "ADDRESS",
  "HR",
  "BODY",
  "NAV",
  "HEADER",
  "FOOTER",
  "ASIDE",
  "CENTER",
  "DETAILS",
])

/** The little of the DOM that is walked. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<PageNode>
}

/** The visible words under a node, one paragraph a block with a blank line between. Walks without recursion. */
export function textUnder(root: PageNode, { chrome = true }: { chrome?: boolean } = {}): string {
  const paragraphs: string[] = []
  let line = ""
  const flush = (): void => {
    const words = line
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim()
    if (words !== "") paragraphs.push(words)
    line = ""
  }
  const stack: (PageNode | null)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === null || node === undefined) {
      flush()
      continue
    }
    if (node.nodeType === 3) line += (node.nodeValue ?? "").replace(/\s+/g, " ")
    const name = node.nodeName.toUpperCase()
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue
    if (UNREAD.has(name) || (!chrome && CHROME.has(name))) continue
    if (name === "BR") line += "\n"
    if (name === "TD" || name === "TH") line += " "
    if (BLOCKS.has(name)) {
      flush()
      stack.push(null)
    }
    // The list of children is made anew at every call, so it is asked for once.
    for (const child of Array.from(node.childNodes).reverse()) stack.push(child)
  }
  flush()
  return paragraphs.join("\n\n")
}

/** The words of a piece of markup that came in a field. */
export function textOfMarkup(markup: string): string {
  if (isDeep(markup)) return bareText(markup)
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`)
  return textUnder(document as unknown as PageNode)
}

const DEEPEST = 1500

/** True when elements stand in one another so deep that a parser may run out of stack. */
export function isDeep(markup: string): boolean {
  let depth = 0
  let deepest = 0
  for (const [tag] of markup.matchAll(
    /<\/?(?!(?:br|img|hr|meta|link|input|wbr|source|p|li)\b)[a-z][^<>]{0,2000}>/gi,
  )) {
    if (tag.endsWith("/>")) continue
    depth = tag[1] === "/" ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest > DEEPEST
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
}

/** The words of markup that cannot be parsed: tags dropped, the commonest entities opened. */
export function bareText(markup: string): string {
  const bare = markup
    .replace(/<(script|style|noscript|template)\b[^]{0,500000}?<\/\1\s*>/gi, " ")
    .replace(/<!--[^]{0,100000}?-->/g, " ")
    .replace(/<\/?(?:p|div|h\d|li|tr|section|article|br)\b[^<>]{0,2000}>/gi, "\n")
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, "")
  const opened = bare.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal, hex, name) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal)
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
  return opened
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n\n")
    .trim()
}
