/**
 * The place, day and agency that open a news report, up to which its first sentence does not begin:
 *
 *     Baku. 5 December. REPORT.AZ/ On December 4 …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *     МОСКВА, 14 авг – РИА Новости. Президент …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const AGENCY = "[\\p{L}\\p{M}\\p{Nd}.\\u200c-]+(?:[ ][\\p{L}\\p{M}\\p{Nd}.\\u200c-]+){0,3}"
const PLACE =
  "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.\\u200c-]*(?:[ ][\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.\\u200c-]*){0,2}"
const DAY =
  "(?:\\p{Nd}{1,4}[ ]?[\\p{L}.]{0,12}|[\\p{Lu}][\\p{L}]{2,11}\\.?[ ]\\p{Nd}{1,2}|\\p{Nd}{1,4}(?:[./-]\\p{Nd}{1,4}){1,2})(?:[ ,]{1,2}\\p{Nd}{4})?[.,]?"
const LEAD = `(?:[ ]?date[ ][\\p{Nd}-]{8,10}[ ])?`
const PARTS = `${PLACE}(?:[.,][ ](?:${DAY}|${PLACE}))?(?:[.,][ ]?${DAY})?`

const FORMS: readonly RegExp[] = [
  // Baku. 5 December. REPORT.AZ/   Baku, Azerbaijan, Dec. 5 /Trend/   МОСКВА, 14 августа. /ТАСС/.
  new RegExp(
    `^${LEAD}${PARTS}[.,]?[ ]{0,2}(?:[–—-][ ]?)?(?:/[ ]?${AGENCY}[ ]?/\\.?|\\p{Lu}[\\p{L}.]{2,24}/)(?=[ ])`,
    "u",
  ),
  // TEHRAN, Oct. 5 (MNA) –   BRUSSELS (Reuters) -
  new RegExp(`^${LEAD}${PARTS}[.,]?[ ]{0,2}\\([ ]?${AGENCY}[ ]?\\)[ ]{0,2}[–—-]+(?=[ ])`, "u"),
  // МОСКВА, 14 авг – РИА Новости.   БАКУ, 5 дек - Sputnik.
  new RegExp(
    `^${LEAD}\\p{Lu}{3,}(?:[ -]\\p{Lu}{3,})?[.,][ ]${DAY}[ ]?[–—-][ ]${AGENCY}\\.(?=[ ])`,
    "u",
  ),
  // BAKU, March 3 –   تهران – ایرنا –
  new RegExp(
    `^${LEAD}\\p{Lu}{3,}(?:[ -]\\p{Lu}{3,})?(?:[.,][ ]${DAY})?[ ]{1,2}[–—-]+(?=[ ]\\p{L})`,
    "u",
  ),
  /^[\p{Script=Arabic}\u200c]{2,14}[ ]{0,2}(?:[–—-]|[(][ ]?[\p{Script=Arabic}\u200c ]{3,12}[)][ ]?[:–—-])(?:[ ]{0,2}[\p{Script=Arabic}\u200c]{3,12}[ ]{0,2}[–—:-])?(?=[ ])/u,
]

const LONGEST = 120

/** The end of the dateline that stands at a place, or null. Positions are UTF-16 code units. */
export function datelineEnd(text: string, from: number, to: number): number | null {
  const head = text.slice(from, Math.min(to, from + LONGEST)).replace(/[\t\u00a0]/g, " ")
  for (const form of FORMS) {
    const found = form.exec(head)
    if (found !== null && found[0].length < LONGEST - 20) return from + found[0].length
  }
  return null
}
