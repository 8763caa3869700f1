// Tags running text with wink-nlp: texts as JSON on standard input, what it took on standard output.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const require = createRequire(`${process.argv[2]}/`)
const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"))
const texts = JSON.parse(readFileSync(0, "utf8"))
const its = nlp.its
let words = 0
for (const text of texts.slice(0, 5)) nlp.readDoc(text).tokens().out(its.pos)
const before = process.cpuUsage()
for (const text of texts) words += nlp.readDoc(text).tokens().out(its.pos).length
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ seconds: (user + system) / 1e6, words }))
