/**
 * Checks that what the documents point at is there: files that they link to, headings, npm scripts, files of this
 * repository named in code marks.
 *
 *     npx tsx scripts/check-docs.ts
 */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { filesUnder, ROOT, verdict } from "./source-files.js"

const scripts = new Set(
  Object.keys(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts ?? {}),
)
const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)/g
const RUN = /\bnpm run (?:-[\w-]+ )*([\w:-]+)/g

function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map((found) => found[1] ?? "")
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ),
  )
}

function faultsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8")
  const prose = text.replace(/```[^]*?```/g, "")
  const links = [...prose.matchAll(LINK)].flatMap(([, path = "", anchor = ""]) => {
    const target =
      path === "" ? join(ROOT, file) : join(ROOT, dirname(file), decodeURIComponent(path))
    if (!existsSync(target)) return [`${file} links to ${path}, which is not there`]
    const broken =
      anchor !== "" &&
      target.endsWith(".md") &&
      !anchors(readFileSync(target, "utf8")).has(decodeURIComponent(anchor))
    return broken ? [`${file} links to ${path}#${anchor}, a heading that is not there`] : []
  })
  const runs = [...text.matchAll(RUN)].flatMap(([, name = ""]) => {
    return scripts.has(name) || /workspace|-w\b/.test(text)
      ? []
      : [`${file} says npm run ${name}, which package.json has not`]
  })
  return [...links, ...runs]
}

const files = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"].filter((file) =>
  existsSync(join(ROOT, file)),
)
const all = [
  ...files,
  ...filesUnder("docs", /\.md$/),
  ...filesUnder("src", /^README\.md$/),
  ...filesUnder("models", /\.md$/),
]
verdict("docs", all.flatMap(faultsOf), `${all.length} documents, every link leads somewhere`)
