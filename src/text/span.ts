/** A stretch of the original text: UTF-16 code units, half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Makes a span.
 * @throws RangeError unless `0 <= from <= to <= length` and all are whole numbers.
 */
export function span(from: number, to: number, length = Number.MAX_SAFE_INTEGER): Span {
  const whole = Number.isInteger(from) && Number.isInteger(to)
  if (!whole || from < 0 || to < from || to > length)
    throw new RangeError(`no span: from ${from}, to ${to}, in a text of ${length} units`)
  return { from, to }
}

/** True when the two stretches share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
