import type { TimeGrammar } from "../../language/time-grammar.js"
import { COUNTED } from "./numbers.js"

/** How English tells time. */
export const time: TimeGrammar = {
  language: "en",
  calendar: "gregorian",
  slashOrder: "month-first",
  shortYears: false,
  shiftsFollow: false,
  bareUnit: "few",
  weekStart: 1,
  fiscalStart: 10,
  gregorian: [
    "january|jan.", "february|feb.", "march|mar.", "april|apr.", "may", "june|jun.", "july|jul.", "august|aug.",
    "september|sept.|sep.", "october|oct.", "november|nov.", "december|dec.",
  ], // prettier-ignore
  jalali: [
    "farvardin", "ordibehesht", "khordad", "tir", "mordad|amordad", "shahrivar", "mehr", "aban", "azar", "dey", "bahman", "esfand",
  ], // prettier-ignore
  hijri: [
    "muharram|moharram", "safar", "rabi al-awwal|rabi' al-awwal|rabi i", "rabi al-thani|rabi' al-thani|rabi ii",
    "jumada al-awwal|jumada i", "jumada al-thani|jumada ii", "rajab", "shaban|sha'ban", "ramadan|ramazan",
    "shawwal", "dhu al-qadah|dhul qadah", "dhu al-hijja|dhul hijja",
  ], // prettier-ignore
  shyMonths:
    "march|may|august|mar.|jan.|jun.|dec.|sep.|tir|mehr|aban|azar|dey|bahman|safar|rajab|shaban|khordad|mordad|muharram|moharram|ramadan|ramazan|shawwal|esfand|farvardin|shahrivar|ordibehesht",
  capitalHelps: true,
  weekdays: [
    "monday|mon.", "tuesday|tue.|tues.", "wednesday|wed.", "thursday|thu.|thur.|thurs.", "friday|fri.", "saturday|sat.", "sunday|sun.",
  ], // prettier-ignore
  shyWeekdays: "mon.|tue.|tues.|wed.|thu.|thur.|thurs.|fri.|sat.|sun.",
  seasons: ["spring|springtime", "summer|summertime", "autumn|fall", "winter|wintertime"],
  units: {
    hour: "hour|hours",
    day: "day|days",
    week: "week|weeks",
    fortnight: "fortnight|fortnights",
    month: "month|months",
    quarter: "quarter|quarters|q",
    half: "half|h",
    year: "year|years|calendar year",
    decade: "decade|decades",
    century: "century|centuries",
  },
  numbers: {
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
    11: "eleven", 12: "twelve|a dozen", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
    18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy",
    80: "eighty", 90: "ninety", 0.5: "half a|half an", 1.5: "one and a half|a year and a half",
  }, // prettier-ignore
  ordinals: {
    1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth",
    17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth", 21: "twenty-first", 30: "thirtieth",
  }, // prettier-ignore
  vague: {
    "2-2": "a couple of|couple of|a couple",
    "2-7": "a few|few|several|some|a number of|many",
  },
  days: {
    "-2": "the day before yesterday|day before yesterday",
    "-1": "yesterday|last night|last evening|overnight|yesterday night",
    0: "today|tonight|this morning|this afternoon|this evening|earlier today|later today|late today|early today",
    1: "tomorrow|tomorrow morning",
    2: "the day after tomorrow|day after tomorrow",
  },
  daysFromAnchor: {
    "-1": "the previous day|the day before|the preceding day|a day earlier|one day earlier|the night before",
    0: "that day|that same day|the same day|that night|that evening|that morning|that afternoon|on the day",
    1: "the next day|the following day|the day after|a day later|one day later|the next morning|the following morning|the next evening",
  },
  decades: {
    1950: "the fifties", 1960: "the sixties", 1970: "the seventies", 1980: "the eighties", 1990: "the nineties",
  }, // prettier-ignore
  centuries: {},
  calendarMarks: {
    gregorian: "ad|ce",
    jalali: "sh|solar hijri|ap",
    hijri: "ah|lunar hijri",
  },
  roles: {
    at: "in|on|at|during|throughout|as of|dated|back in|back on|over|over the course of|in the course of|in the year|effective",
    support: "of|for|in its|in their|with|under|until|summer|winter|spring|autumn|and as",
    filler: "of|,|in",
    determiner: "the|a|an|its|their|his|her|this|our|each|every",
    since: "since|ever since|starting in|starting from|starting on|starting|beginning in|beginning on|beginning from|as from",
    until: "until|till|up to|up until|through|as late as|through to",
    by: "by|no later than|not later than|on or before|by no later than|at the latest by|before the end of",
    from: "from|dating from",
    to: "to|through|until|till|up to|through to",
    between: "between",
    and: "and|&",
    before: "before|prior to|ahead of",
    after: "after|following|not before|no earlier than|not earlier than|on or after|subsequent to",
    onward: "onward|onwards|and onwards|and thereafter|and later|and after",
    ago: "ago|back|before now",
    later: "later|after|afterward|afterwards|after that|thereafter",
    earlier: "earlier|before|before that|previously|beforehand",
    window: "past|the past|last|the last|recent|previous|preceding",
    coming: "next|the next|coming|the coming|the following",
    last: "last|past|the past",
    this: "this|the current|current|this coming",
    next: "next|the coming|coming|the upcoming|this coming",
    previous: "previous|the previous|the preceding|preceding|the prior|prior",
    following: "following|the following|the next|the subsequent|subsequent",
    same: "same|the same|that|that same|that very|this same|the said",
    one: "a|an",
    about: "about|around|approximately|roughly|some|nearly|almost|just over|more than|over|less than|circa|ca.|at least|only|just",
    early: "early|beginning of|the beginning of|start of|the start of|the early part of|early in|the first days of|the outset of|at the beginning of|the onset of",
    mid: "mid|the middle of|middle of|midway through|in the middle of",
    late: "late|the latter part of|late in|the last days of|the final days of|the final weeks of|the closing days of",
    end: "end of|the end of|at the end of|the close of|the very end of|year-end",
    soFar: "earlier|earlier in|so far|already|since the start of|previously",
    still: "later|later in",
    fiscal: "fiscal year|fy|fiscal|financial year|budget year|fiscal years|the fiscal year",
    decadeSuffix: "s",
    dayPart: "morning|afternoon|evening|night|noon|midnight|early morning|late evening|late night|local time|at dawn|at night",
    ordinalSuffix: "st|nd|rd|th",
    clock: "t",
    yearLabel: "year|years|the years|calendar year",
    shut: "million|billion|trillion|thousand|hundred|percent|per cent|dollars|square|kilometers|kilometres|miles|km|meters|metres|tons|tonnes|mw|barrels|hectares|acres|feet",
    code: "section|sections|article|articles|resolution|resolutions|no.|number|chapter|paragraph|rule|protocol|page|p.l.|law no.|act no.|decree no.|unscr|version|item|room|flight|phone|tel.|fax|isbn|h.r.|s.res.",
  },
  publishedWords:
    "date|dated|published|posted|updated|published on|posted on|publication date|release date|issued|date published|last updated|first published",
  captionWords: "photo|photos|photograph|picture|image|caption|file photo|pictured",
  counted: COUNTED,
}
