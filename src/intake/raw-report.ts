import { DragomanError } from "../model/error.js"

/** A report as it comes out of a file or a line, before it is made a `Report`. */
export interface RawReport {
  readonly id?: string
  /** Kept to the letter: line endings, marks and all; positions count in it. */
  readonly text: string
  readonly title?: string
  /** EDTF, as precise as the source says. */
  readonly published?: string
  /** How the date is known: `given` in a field of its own, `metadata` of a page. */
  readonly publishedBasis?: string
  /** BCP 47, first part only. */
  readonly language?: string
  readonly outlet?: string
  readonly url?: string
  /** File name, or what the caller calls it. */
  readonly origin: string
}

/** What was found in some bytes. */
export interface IntakeResult {
  readonly reports: readonly RawReport[]
  /** Lines of a list that could not be read; the others were. */
  readonly problems: readonly DragomanError[]
}

export type IntakeCode =
  | "intake/empty"
  | "intake/binary"
  | "intake/too-large"
  | "intake/unknown-format"
  | "intake/broken"

/** The longest text that one report may have, in UTF-16 code units. */
export const LONGEST_TEXT = 4_000_000

/** An error of this floor; its message is one sentence that says what to do. */
export function intakeError(
  code: IntakeCode,
  message: string,
  details: Record<string, unknown>,
  cause?: unknown,
): DragomanError {
  return new DragomanError(code, message, details, cause === undefined ? {} : { cause })
}

/** Leaves out what is not known, so that absent and undefined are one thing. */
export function rawReport(
  fields: { [K in keyof RawReport]: RawReport[K] | undefined } & { text: string; origin: string },
): RawReport {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")
  const report = Object.fromEntries(known) as unknown as RawReport
  const { text, origin } = fields
  if (text.trim() === "")
    throw intakeError("intake/empty", `${origin} holds no text; give a report with words in it.`, {
      origin,
    })
  if (text.length > LONGEST_TEXT) {
    const sentence = `${origin} holds a report of ${text.length} characters; cut it into reports of at most ${LONGEST_TEXT}.`
    throw intakeError("intake/too-large", sentence, {
      origin,
      length: text.length,
      limit: LONGEST_TEXT,
    })
  }
  return Object.freeze(report)
}
