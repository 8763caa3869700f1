import { type CliticWords, isParticiple } from "./clitics.js"

const WITH_MI = /^(ن?می)(?!\u200c)(.{2,})$/
const WITH_BE = /^(.{2,}ه)(ام|ایم|اید|اند)$/
const PERSON = /(?:م|ی|د|یم|ید|ند)$/

/** The ZWNJ that a hurried writer left out of a verb: میگویند → می‌گویند, کردهاند → کرده‌اند. */
export function withJoiner(word: string, words: CliticWords): string {
  if (words.known.has(word)) return word
  const be = WITH_BE.exec(word)
  if (be?.[1] !== undefined && isParticiple(be[1], words)) return `${be[1]}\u200c${be[2]}`
  const mi = WITH_MI.exec(word)
  return mi?.[2] !== undefined && isForm(mi[2], words) ? `${mi[1]}\u200c${mi[2]}` : word
}

/** A past or present stem with an ending; the third person of the past has none. */
function isForm(rest: string, { past, present }: CliticWords): boolean {
  if (past.has(rest) || rest === "توان" || rest === "باید") return true
  const stem = rest.replace(PERSON, "")
  return stem !== rest && [stem, stem.replace(/ی$/, "")].some((s) => past.has(s) || present.has(s))
}
