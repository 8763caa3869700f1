/**
 * How many expressions of time one core scans and resolves, over sentences built like those of news.
 *
 *     npx tsx bench/dates.ts [--sentences N] [--seconds N]
 */
import { parseArgs } from "node:util"
import { type DateContext, resolveDate, scanDates } from "../src/language/dates.js"
import type { TimeGrammar } from "../src/language/time-grammar.js"
import { time as en } from "../src/languages/en/time.js"
import { time as fa } from "../src/languages/fa/time.js"
import { time as ru } from "../src/languages/ru/time.js"

interface Parts {
  readonly grammar: TimeGrammar
  /** `@` is where an expression goes. */
  readonly sentences: readonly string[]
  /** `#` is a day, `$` a year. */
  readonly expressions: readonly string[]
}

const PARTS: readonly Parts[] = [
  {
    grammar: en,
    sentences: [
      "The foreign minister of Georgia said @ that the two sides would sign the protocol @.",
      "According to the ministry, 1,200 soldiers took part in the exercise @ near the border.",
      "The lease, which had been in force @, was extended after long talks, the envoy noted.",
      "Parliament refused to ratify the agreement @ and called for new consultations @.",
    ],
    expressions: [
      "on # March $",
      "on Friday",
      "in late June $",
      "since $",
      "from $ for five years",
      "within two weeks",
      "by the end of summer",
      "over the past three years",
      "next week",
      "for a year from March $",
    ],
  },
  {
    grammar: ru,
    sentences: [
      "Министр иностранных дел Грузии заявил @, что стороны подпишут протокол @.",
      "По данным ведомства, @ в учениях у границы участвовали 1200 военнослужащих.",
      "Договор аренды, действовавший @, продлили после долгих переговоров, сообщил посол.",
      "Парламент отказался @ ратифицировать соглашение и призвал провести консультации @.",
    ],
    expressions: [
      "# марта $ года",
      "в пятницу",
      "в конце июня $ года",
      "с $ года",
      "с $ года на пять лет",
      "в течение двух недель",
      "к концу лета",
      "за последние три года",
      "на следующей неделе",
      "в течение года с марта $ года",
    ],
  },
  {
    grammar: fa,
    sentences: [
      "وزیر خارجه گرجستان @ گفت که دو طرف پروتکل را @ امضا خواهند کرد.",
      "به گفته این وزارتخانه ۱۲۰۰ سرباز @ در رزمایش نزدیک مرز شرکت کردند.",
      "قرارداد اجاره که @ اعتبار داشت پس از گفتگوهای طولانی تمدید شد.",
      "مجلس @ از تصویب توافق خودداری کرد و خواستار رایزنی تازه @ شد.",
    ],
    expressions: [
      "در # مارس $",
      "روز جمعه",
      "در اواخر ژوئن $",
      "از سال $",
      "از سال $ به مدت پنج سال",
      "ظرف دو هفته",
      "تا پایان تابستان",
      "در سه سال گذشته",
      "هفته آینده",
      "به مدت یک سال از مارس $",
    ],
  },
]

const { values } = parseArgs({
  options: {
    sentences: { type: "string", default: "1000" },
    seconds: { type: "string", default: "3" },
  },
})

/** Sentences with dates put in: each call goes on where the last one stopped, the same in every run. */
function built({ sentences, expressions }: Parts, many: number): readonly string[] {
  let turn = 0
  const expression = (): string => {
    turn++
    return (expressions[turn % expressions.length] ?? "")
      .replace("#", String(1 + ((turn * 7) % 28)))
      .replace("$", String(1990 + ((turn * 13) % 35)))
  }
  return Array.from({ length: many }, (_, at) =>
    (sentences[at % sentences.length] ?? "").replaceAll("@", expression),
  )
}

interface Work {
  found: number
  resolved: number
  letters: number
}

function scan(texts: readonly string[], grammar: TimeGrammar, work: Work): void {
  const context: DateContext = { published: "2016-10-19", weekStart: grammar.weekStart }
  for (const text of texts) {
    const dates = scanDates(text, grammar)
    work.found += dates.length
    for (const date of dates) if (resolveDate(date, context)) work.resolved++
    work.letters += text.length
  }
}

for (const parts of PARTS) {
  const texts = built(parts, Number(values.sentences))
  scan(texts, parts.grammar, { found: 0, resolved: 0, letters: 0 })
  const work: Work = { found: 0, resolved: 0, letters: 0 }
  const start = performance.now()
  const used = process.cpuUsage()
  while (performance.now() - start < Number(values.seconds) * 1000) scan(texts, parts.grammar, work)
  const { user, system } = process.cpuUsage(used)
  const wall = (performance.now() - start) / 60_000
  const core = (user + system) / 60_000_000
  const rate = (many: number, minutes: number) => Math.round(many / minutes).toLocaleString("en-US")
  console.log(
    `${parts.grammar.language}: ${rate(work.found, core)} expressions and ${rate(work.letters, core)} letters a minute of one core` +
      ` (${rate(work.found, wall)} and ${rate(work.letters, wall)} by the clock); ` +
      `${((100 * work.resolved) / work.found).toFixed(1)} % resolved`,
  )
}
