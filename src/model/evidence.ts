/** Where in a report words stand. */
export type Zone = "headline" | "body" | "caption" | "boilerplate" | "metadata"

/** The words that a value rests on. Positions are UTF-16 code units of the report's text (of its title in `headline` when it has one). */
export interface Evidence {
  readonly report: string
  readonly from: number
  readonly to: number
  readonly quote: string
  /** The rule that read them so. */
  readonly rule: string
  readonly zone: Zone
}

/**
 * Makes evidence; the quote is cut from the text, so it always stands at its place.
 * @throws RangeError when the stretch lies outside the text, is empty, or a given quote does not stand there.
 */
export function evidence(
  source: { readonly id: string; readonly text: string },
  at: { readonly from: number; readonly to: number; readonly quote?: string },
  how: { readonly rule: string; readonly zone: Zone },
): Evidence {
  const { from, to } = at
  const inside =
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    from >= 0 &&
    from < to &&
    to <= source.text.length
  if (!inside)
    throw new RangeError(
      `no words at ${from}–${to} in report ${source.id} of ${source.text.length} units`,
    )
  const quote = source.text.slice(from, to)
  if (at.quote !== undefined && at.quote !== quote)
    throw new RangeError(
      `report ${source.id} does not say "${at.quote}" at ${from}–${to} but "${quote}"`,
    )
  return Object.freeze({ report: source.id, from, to, quote, rule: how.rule, zone: how.zone })
}
