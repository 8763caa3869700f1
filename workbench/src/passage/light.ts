import { ROLES, type Lit } from "./roles.js"

/**
 * Lights words through the CSS Custom Highlight API: the document is not touched, so letters that are joined stay
 * joined. Every passage adds its ranges to the one highlight of a role and takes them away again.
 */
const PRIORITY = ["dim", ...ROLES, "hedge", "chosen"]

export const canLight = (): boolean =>
  typeof Highlight !== "undefined" && CSS.highlights !== undefined

function highlightOf(role: string): Highlight {
  const known = CSS.highlights.get(role)
  if (known) return known
  const made = new Highlight()
  made.priority = PRIORITY.indexOf(role)
  CSS.highlights.set(role, made)
  return made
}

function textNodes(element: Node): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}

/** The range of `from`–`to` in an element's text, or null when it lies outside. */
export function rangeIn(element: Node, from: number, to: number): Range | null {
  const range = new Range()
  let at = 0
  let open = false
  for (const node of textNodes(element)) {
    const end = at + node.data.length
    if (!open && from < end) {
      range.setStart(node, from - at)
      open = true
    }
    if (open && to <= end) {
      range.setEnd(node, to - at)
      return range
    }
    at = end
  }
  return null
}

/** The position of a point of the document in an element's text, or null when it lies outside. */
export function positionIn(element: Node, node: Node, offset: number): number | null {
  if (!element.contains(node)) return null
  const range = new Range()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/** Lights words of an element whose text begins at `start` of the report; gives back how to put them out. */
export function light(element: HTMLElement, start: number, lit: readonly Lit[]): () => void {
  if (!canLight()) return () => {}
  const length = element.textContent.length
  const ranges = lit.flatMap(({ from, to, role }) => {
    const [a, b] = [Math.max(0, from - start), Math.min(length, to - start)]
    const range = a < b ? rangeIn(element, a, b) : null
    return range ? [{ role, range }] : []
  })
  for (const { role, range } of ranges) highlightOf(role).add(range)
  return () => {
    for (const { role, range } of ranges) CSS.highlights.get(role)?.delete(range)
  }
}
