import iconv from "iconv-lite"
import jschardet from "jschardet"
import { intakeError } from "./raw-report.js"

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
]

const SAMPLE = 65_536

/** The text of some bytes: by byte order mark, by UTF-8 that is valid, by what a page declares, by the look of the letters. */
export function decode(bytes: Uint8Array, origin: string): string {
  for (const [charset, mark] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return decoded(bytes.subarray(mark.length), charset)
  }
  const wide = wideCharset(bytes)
  if (wide !== null) return decoded(bytes, wide)
  refuseControls(bytes, origin)
  return utf8(bytes) ?? legacy(bytes, origin)
}

function decoded(bytes: Uint8Array, charset: string): string {
  if (charset.startsWith("utf-32"))
    return iconv.decode(bytes as Parameters<typeof iconv.decode>[0], charset)
  return new TextDecoder(charset).decode(bytes)
}

/** High bytes of UTF-16 in Latin, Cyrillic, Arabic, Armenian, Georgian and punctuation. */
const HIGH = new Set([0, 1, 4, 5, 6, 0x10, 0x20, 0xfb, 0xfe])

/** UTF-16 without a mark: of every two bytes one is among few and often zero. */
function wideCharset(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, 8192) & ~1
  if (size < 8) return null
  const high = [0, 0]
  const zero = [0, 0]
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] ?? 0
    if (HIGH.has(byte)) high[i & 1] = (high[i & 1] ?? 0) + 1
    if (byte === 0) zero[i & 1] = (zero[i & 1] ?? 0) + 1
  }
  const half = size / 2
  for (const [side, charset] of ["utf-16be", "utf-16le"].entries()) {
    const other = 1 - side
    const wide = (high[side] ?? 0) >= half * 0.97 && (zero[side] ?? 0) >= half * 0.05
    if (wide && (zero[other] ?? 0) <= half * 0.02) return charset
  }
  return null
}

/** Text has next to no control bytes; what has is no text. */
function refuseControls(bytes: Uint8Array, origin: string): void {
  let controls = 0
  const size = Math.min(bytes.length, 1_000_000)
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) controls++
  }
  if (controls > 2 + size * 0.005) throw binary(origin)
}

function binary(origin: string): Error {
  return intakeError(
    "intake/binary",
    `${origin} is not text; give a report as plain text, HTML, JSON, CSV or TSV.`,
    { origin },
  )
}

/** UTF-8, also with a few bytes broken, as where a file was cut. */
function utf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes)
  let broken = 0
  for (
    let at = text.indexOf("\ufffd");
    at >= 0 && broken < 100;
    at = text.indexOf("\ufffd", at + 1)
  )
    broken++
  if (broken === 0) return text
  const wide = bytes.length - text.length
  return broken <= 2 + bytes.length / 2000 && wide > broken * 20 ? text : null
}

const DECLARED =
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})/i
/** What jschardet may say that we do not believe for news. */
const UNLIKELY =
  /^(?:ascii|utf-8|tis-620|windows-1253|windows-1255|iso-8859-[78]|tcvn|x-mac|gb|big5|euc|shift|iso-2022|hz)/i

function legacy(bytes: Uint8Array, origin: string): string {
  const sample = binaryString(bytes.subarray(0, SAMPLE))
  const found = DECLARED.exec(sample.slice(0, 4096))
  const declared = (found?.[1] ?? found?.[2])?.toLowerCase()
  const guessed = jschardet.detect(sample, { minimumThreshold: 0 }).encoding
  const candidates = [declared, guessed !== null && !UNLIKELY.test(guessed) ? guessed : undefined]
  const rest = ["windows-1251", "windows-1256", "koi8-r", "windows-1254", "windows-1252"]
  for (const charset of [...candidates, best(bytes, rest)]) {
    if (charset === undefined || charset === "utf-8" || !iconv.encodingExists(charset)) continue
    const text = iconv.decode(bytes as Parameters<typeof iconv.decode>[0], charset)
    if (looksWritten(text.slice(0, SAMPLE))) return text
  }
  throw binary(origin)
}

function best(bytes: Uint8Array, charsets: readonly string[]): string {
  const scores = charsets.map((charset) => {
    const text = iconv.decode(
      bytes.subarray(0, 8192) as Parameters<typeof iconv.decode>[0],
      charset,
    )
    return { charset, score: written(text) }
  })
  return scores.sort((a, b) => b.score - a.score)[0]?.charset ?? "windows-1252"
}

/** Share of what is visible that is letters in their usual place: small after small, one script in a word. */
function written(text: string): number {
  const visible = text.replace(/\s/gu, "").length
  if (visible === 0) return 0
  const words =
    text.match(/(?<!\p{L})\p{Lu}?(?:\p{Ll}+|\p{Script=Arabic}+|\p{Lu}+)(?!\p{L})/gu) ?? []
  return words.reduce((sum, word) => sum + word.length, 0) / visible
}

function looksWritten(text: string): boolean {
  const strange = text.match(/[\u0080-\u009f\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0
  return strange <= text.length * 0.01 + 2 && written(text) >= 0.4
}

function binaryString(bytes: Uint8Array): string {
  let out = ""
  for (let at = 0; at < bytes.length; at += 8192)
    out += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return out
}
