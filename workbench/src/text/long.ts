/** Pieces of text longer than this are laid out one after the other, so that the page stays quick. */
export const LONGEST = 8000

/** A place at or before `at` where text may be parted: after a space, else between whole characters. */
function partingPlace(text: string, from: number, at: number): number {
  const space = text.lastIndexOf(" ", at)
  if (space > from + LONGEST / 2) return space + 1
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

export interface Block {
  /** Where it begins in the whole text, in UTF-16 code units. */
  readonly from: number
  readonly text: string
}

/** The paragraphs of a text with their places; a paragraph without end is parted. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const line of text.split("\n")) {
    let start = 0
    while (line.length - start > LONGEST) {
      const end = partingPlace(line, start, start + LONGEST)
      blocks.push({ from: from + start, text: line.slice(start, end) })
      start = end
    }
    const rest = line.slice(start)
    if (rest.trim() !== "") blocks.push({ from: from + start, text: rest })
    from += line.length + 1
  }
  return blocks
}
