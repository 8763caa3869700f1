/**
 * The form under which the network knows a word: NFC, Arabic ي ى ك written as Persian ی ک, no
 * tatweel; capitals, diacritics and ZWNJ stay. The same as `fold` of `training/treebanks.py`; doing
 * it twice changes nothing.
 */
export function wordForm(word: string): string {
  const form = word.normalize("NFC")
  if (!/[يىكـ]/.test(form)) return form
  return form.replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/ـ/g, "") || word
}
