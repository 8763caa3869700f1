import { plainRules, type SegmentRules } from "../../language/segment-rules.js"

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const BEFORE_NUMBER = words("ст п пп стр с гл рис табл №")

const OPENERS = words(`
  в во на по с со при для после до из из-за от об о к ко у за под над перед он она они оно мы вы я это этот эта эти тот
  та те его ее их наш как так также кроме однако ранее позже затем если когда пока хотя но а и что кто все в-третьих
  сейчас теперь тогда ведь между вместе согласно напомним отметим по-видимому там здесь поэтому`)

const DANGLING = words(`
  и или а но в во на по с со к ко у о об от из до для при за под над перед между через без про ради что который которая
  которое которые чтобы если как когда где не ни его ее их этот эта это эти`)

/** Russian words in the style of GSD: hyphens stay in the word, т. е. are two. */
export function segmentRules(abbreviations: Iterable<string>): SegmentRules {
  return plainRules("ru", {
    abbreviations: new Set(abbreviations),
    beforeNumber: BEFORE_NUMBER,
    openers: OPENERS,
    dangling: DANGLING,
    stops: "apart",
  })
}
