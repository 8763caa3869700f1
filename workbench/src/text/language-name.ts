const writers = new Map<string, Intl.DisplayNames>()

/** The name of a language in the reader's language. */
export function languageName(code: string, reader: string): string {
  const writer = writers.get(reader) ?? new Intl.DisplayNames([reader], { type: "language" })
  writers.set(reader, writer)
  return /^[a-z]{2,3}(-|$)/i.test(code) ? (writer.of(code) ?? code) : code
}
