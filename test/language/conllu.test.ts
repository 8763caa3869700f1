import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  conlluWords,
  isConllu,
  parseConllu,
  printConllu,
  withAnalysis,
} from "../../src/language/conllu.js"

const TEXT = `# sent_id = 1
# text = don't go
1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=Yes
1\tdo\tdo\tAUX\tVBP\tMood=Imp\t3\taux\t3:aux\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
3.1\twent\tgo\tVERB\t_\t_\t_\t_\t3:conj\t_

# newdoc
1\t#\t#\tSYM\t_\t_\t0\troot\t_\t_

`

describe("CoNLL-U", () => {
  it("comes back as it was, with ranges, empty nodes and comments", () => {
    expect(printConllu(parseConllu(TEXT))).toBe(TEXT)
  })

  it("words are neither ranges nor empty nodes", () => {
    const forms = parseConllu(TEXT).map((s) => conlluWords(s).map(({ form }) => form))
    expect(forms).toEqual([["do", "n't", "go"], ["#"]])
  })

  it("reads short lines, Windows line ends and a missing last blank line", () => {
    const [sentence] = parseConllu("\ufeff1\tHello\r\n2\tworld")
    expect(sentence?.lines.map(({ form, upos }) => [form, upos])).toEqual([
      ["Hello", "_"],
      ["world", "_"],
    ])
  })

  it("takes the analysis of its words, and keeps ids, ranges and MISC", () => {
    const [sentence] = parseConllu("# c\n1-2\tab\n1\ta\tx\tX\tX\t_\t0\troot\t0:root\tM=1\n2\tb")
    const cells = { lemma: "l", upos: "NOUN", feats: "Case=Nom", head: "2", deprel: "nsubj" }
    const done =
      sentence && withAnalysis(sentence, [cells, { ...cells, head: "0", deprel: "root" }])
    const rest = "\t_".repeat(8)
    expect(printConllu(done ? [done] : [])).toBe(
      `# c\n1-2\tab${rest}\n` +
        "1\ta\tl\tNOUN\t_\tCase=Nom\t2\tnsubj\t_\tM=1\n" +
        "2\tb\tl\tNOUN\t_\tCase=Nom\t0\troot\t_\t_\n\n",
    )
  })

  it("is told from plain text", () => {
    expect(isConllu(TEXT)).toBe(true)
    expect(isConllu("1\tHello\n")).toBe(true)
    expect(isConllu("Hello world.\n\n1 2")).toBe(false)
    expect(isConllu("")).toBe(false)
  })

  it("never throws, and what is printed is read alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = printConllu(parseConllu(text))
        expect(printConllu(parseConllu(once))).toBe(once)
      }),
    )
  })
})
