// Tags running text with compromise: texts as JSON on standard input, what it took on standard output.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

const require = createRequire(`${process.argv[2]}/`)
const nlp = (await import(pathToFileURL(require.resolve("compromise")).href)).default
const texts = JSON.parse(readFileSync(0, "utf8"))
const tagged = (text) => nlp(text).json({ terms: { tags: true } })
for (const text of texts.slice(0, 5)) tagged(text)
let words = 0
const before = process.cpuUsage()
for (const text of texts) for (const { terms } of tagged(text)) words += terms.length
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ seconds: (user + system) / 1e6, words }))
