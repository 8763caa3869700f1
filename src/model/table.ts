/** One line of a table: its cells by the name of their column. An empty cell is an empty string. */
export type Row = Readonly<Record<string, string>>

/**
 * Reads a table of tab-separated values. The first line names the columns; lines that begin with
 * `#` are remarks, and blank lines are skipped. Cells are taken as they stand: no quoting.
 *
 * ```ts
 * parseTable("id\tname\nAZE\tazerbaijan\n") // [{ id: "AZE", name: "azerbaijan" }]
 * ```
 *
 * @throws RangeError when a line has more or fewer cells than there are columns
 */
export function parseTable(text: string): readonly Row[] {
  const rows: Row[] = []
  let columns: readonly string[] | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue
    const cells = line.split("\t")
    if (columns === null) columns = distinct(cells, index + 1)
    else rows.push(rowOf(columns, cells, index + 1))
  }
  return Object.freeze(rows)
}

function distinct(columns: readonly string[], line: number): readonly string[] {
  const twice = columns.find((name, at) => name === "" || columns.indexOf(name) !== at)
  if (twice === undefined) return columns
  throw new RangeError(`line ${line}: column "${twice}" must have a name of its own`)
}

function rowOf(columns: readonly string[], cells: readonly string[], line: number): Row {
  if (cells.length !== columns.length) {
    throw new RangeError(
      `line ${line}: ${cells.length} cells where ${columns.length} columns are named ` +
        `(${columns.join(", ")}): ${cells.join(" | ")}`,
    )
  }
  return Object.freeze(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ""])))
}
