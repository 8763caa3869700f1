/** Cells a string takes on a terminal: marks and controls take none, East Asian wide letters two. */
export function cells(text: string): number {
  let count = 0
  for (const letter of text) {
    if (/[\p{M}\p{Cf}]/u.test(letter)) continue
    count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(letter)
      ? 2
      : 1
  }
  return count
}

/** Cuts a string to so many cells, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (cells(text) <= width) return text
  let out = ""
  for (const letter of text) {
    if (cells(out) + cells(letter) > width - 1) break
    out += letter
  }
  return `${out}…`
}

/** Pads on the right to so many cells. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - cells(text)))
}

/** A column: what stands in it and how it gives way when the terminal is narrow. */
export interface Column<Row> {
  readonly title: string
  readonly read: (row: Row) => string
  /** Never narrower than this; 0 means that it keeps its full width. */
  readonly least: number
}

/** Lines of a table that fits so many cells; the last column is not padded. */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
): string[][] {
  const texts = rows.map((row) => columns.map((column) => column.read(row)))
  const widths = columns.map((column, at) =>
    Math.max(cells(column.title), ...texts.map((line) => cells(line[at] ?? ""))),
  )
  shrink(columns, widths, width - 2 * (columns.length - 1))
  const fitted = (line: readonly string[]) =>
    line.map((text, at) => {
      const room = widths[at] ?? 0
      return at === columns.length - 1 ? cut(text, room) : pad(cut(text, room), room)
    })
  return [fitted(columns.map((column) => column.title)), ...texts.map(fitted)]
}

/** Takes cells from the widest columns that may give some, until the table fits. */
function shrink<Row>(columns: readonly Column<Row>[], widths: number[], room: number): void {
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  while (over > 0) {
    const able = columns.map((column, at) =>
      column.least > 0 ? (widths[at] ?? 0) - column.least : 0,
    )
    const widest = able.indexOf(Math.max(...able))
    if ((able[widest] ?? 0) <= 0) return
    widths[widest] = (widths[widest] ?? 0) - 1
    over--
  }
}
