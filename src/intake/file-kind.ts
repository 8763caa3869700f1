import { intakeError } from "./raw-report.js"

/** How files that are no text begin, and what they are. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["25504446", "PDF"],
  ["504b0304", "ZIP"],
  ["504b0506", "ZIP"],
  ["d0cf11e0a1b11ae1", "Office"],
  ["7b5c727466", "RTF"],
  ["89504e47", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["52494646", "media"],
  ["494433", "media"],
  ["1a45dfa3", "media"],
  ["0000001c66747970", "media"],
  ["0000002066747970", "media"],
  ["4f676753", "media"],
  ["1f8b08", "archive"],
  ["425a68", "archive"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["fd377a585a00", "archive"],
  ["7f454c46", "program"],
  ["4d5a90", "program"],
  ["0061736d", "program"],
  ["53514c69746520666f726d6174203300", "database"],
]

const DOCUMENTS: ReadonlySet<string> = new Set(["PDF", "Office", "RTF"])
const OFFICE_NAME = /\.(?:docx|odt|xlsx|pptx|epub|pages)$/i

/** Throws when the bytes begin as those of a document or a file that is not text. */
export function refuseKnownKinds(bytes: Uint8Array, origin: string): void {
  const head = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  )
  const kind = MAGIC.find(([magic]) => head.startsWith(magic))?.[1]
  if (kind === undefined) return
  if (DOCUMENTS.has(kind) || (kind === "ZIP" && OFFICE_NAME.test(origin))) {
    const name = kind === "ZIP" ? "an office document" : `a document in ${kind} form`
    const sentence = `${origin} is ${name}, which is not read yet; save it as plain text or HTML and give that.`
    throw intakeError("intake/unknown-format", sentence, { origin, kind })
  }
  const what =
    kind === "ZIP" || kind === "archive"
      ? "a packed archive; unpack it first"
      : `a file of another kind (${kind})`
  const sentence = `${origin} is ${what}; give reports as plain text, HTML, JSON, CSV or TSV.`
  throw intakeError("intake/binary", sentence, { origin, kind })
}
