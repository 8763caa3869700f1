/**
 * An edit script says how a form becomes its lemma, on lower-cased text: `L|0||1|e` takes one
 * letter from the end and puts an `e` there, `L=be` is the lemma itself. `U` in front: the lemma
 * begins with a capital. Written by `training/treebanks.py`.
 */

/**
 * Letters of a word in capitals from which on it is a shouted word, not an abbreviation
 * (WASHINGTON, UNESCO).
 */
const SHOUTED = 6

interface Edit {
  readonly front: number
  readonly before: string
  readonly end: number
  readonly after: string
}

/**
 * The lemma of a form, or `null` if the script does not fit the form (it takes more letters than
 * there are).
 *
 *     applyLemmaScript("meetings", "L|0||1|")   "meeting"
 *     applyLemmaScript("is", "L=be")            "be"
 */
export function applyLemmaScript(form: string, script: string): string | null {
  const proper = script.startsWith("U")
  if (script[1] === "=") return proper ? capital(script.slice(2)) : script.slice(2)
  const edit = editOf(script)
  if (edit === null) return null
  const letters = [...form]
  const kept = letters.length - edit.front - edit.end
  // A whole word taken away leaves nothing to be the lemma's middle: the script is another word's.
  if (kept <= 0) return form === "" ? "" : null
  const middle = letters.slice(edit.front, edit.front + kept)
  const keepsCase = proper ? !isShouted(form, edit) : hasInnerCapital(form)
  const text = keepsCase ? middle.join("") : middle.join("").toLowerCase()
  const lemma = edit.before + text + edit.after
  return proper ? capital(lemma) : lemma
}

function editOf(script: string): Edit | null {
  const [, front, before, end, after, ...more] = script.split("|")
  if (before === undefined || after === undefined || more.length > 0) return null
  return { front: Number(front), before, end: Number(end), after }
}

function capital(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return text === "" ? text : first.toUpperCase() + text.slice(first.length)
}

/** A word in capitals that is long, or that has endings as abbreviations have not (СИРИИ). */
function isShouted(form: string, { after }: Edit): boolean {
  const letters = form.match(/\p{L}/gu)?.length ?? 0
  return (letters >= SHOUTED || (letters > 1 && after !== "")) && form === form.toUpperCase()
}

/** iPhone, anti-American, an address: such words keep their capitals. */
function hasInnerCapital(form: string): boolean {
  return !/^\p{Lu}/u.test(form) && /\p{Lu}/u.test(form)
}
