import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { cutText, languages, networkOf, readerOf } from "../../src/operations/browser.js"

/** One sentence of our own in each language that is told apart; a style where we have the language, else none. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: "On 5 March 2014 Iran's foreign minister met his Armenian colleague in Yerevan.",
  ru: "Министр обороны России прибыл в Минск 7 мая 2015 года.",
  fa: "وزیر خارجه ایران دیروز در تهران با همتای روس خود دیدار کرد.",
  tr: "Bakan dün Ankara'da büyükelçiyle görüştü.",
  hy: "Նախարարը երեկ հանդիպեց դեսպանին։",
  ka: "მინისტრი გუშინ ელჩს შეხვდა.",
  ar: "التقى الوزير السفير أمس في القاهرة.",
  uk: "Міністр учора зустрівся з послом у Києві.",
  es: "El ministro se reunió ayer con el embajador en Madrid.",
  fr: "Le ministre a rencontré hier l’ambassadeur à Paris.",
  de: "Der Minister traf gestern den Botschafter in Berlin.",
  az: "Nazir dünən Bakıda səfirlə görüşdü.",
}

const root = new URL("../../", import.meta.url)
const path = (name: string) => new URL(name, root).pathname
const browsers = [
  process.env["CHROMIUM"] ?? "",
  ...["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`),
]
const executable = browsers.find((name) => name !== "" && existsSync(name)) ?? ""
const FILES = ["models/reader.bin", "models/lemmas.txt", "encoder/build/encoder.wasm"] as const

type Opened = typeof import("../../src/operations/browser.js")

/** Runs in Node and, by its source, in the page: everything that is said of the sentences, with the bits of every number. */
async function everything(of: Opened, files: Uint8Array[], sentences: Record<string, string>) {
  const [model, lemmas, wasm] = files as [Uint8Array, Uint8Array, Uint8Array]
  const network = await of.networkOf({ model, wasm, lemmas: new TextDecoder().decode(lemmas) })
  const asked = Object.entries(sentences).flatMap(([code, text]) =>
    of.cutText(text, code, of.languages).map(({ forms }) => ({
      words: forms,
      style: of.languages.get(code)?.style ?? "",
    })),
  )
  const said = (await network.analyse(asked)).map((one) => ({
    ...one,
    upos: [...one.upos],
    head: [...one.head],
    rel: [...one.rel],
    names: [...one.names],
    sure: [...new Uint32Array(one.sure.slice().buffer)],
  }))
  const reader = of.readerOf(network)
  const claims = []
  for (const [id, text] of Object.entries(sentences))
    claims.push((await reader.read({ id, origin: id, text })).layers.claims)
  return JSON.stringify({ said, claims })
}

describe.skipIf(executable === "")("reading in a page", () => {
  let folder = ""
  let server: Server
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "browser-"))
    execFileSync(process.execPath, [path("scripts/build-browser.mjs"), join(folder, "reader.js")])
    server = createServer((request, response) => {
      const name = request.url?.slice(1) ?? ""
      const known = FILES.find((file) => file === name)
      const body = known ? readFileSync(path(known)) : null
      const script = name === "reader.js" ? readFileSync(join(folder, name)) : null
      response.setHeader(
        "content-type",
        script ? "text/javascript" : body ? "application/octet-stream" : "text/html",
      )
      response.end(script ?? body ?? "<!doctype html><title>reader</title>")
    }).listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    browser = await chromium.launch({
      executablePath: executable,
      args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
        " ",
      ),
    })
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test("a page says what Node says, to the bit, in every language", async () => {
    const files = FILES.map((name) => new Uint8Array(readFileSync(path(name))))
    const here = await everything(
      { cutText, languages, networkOf, readerOf } as Opened,
      files,
      SENTENCES,
    )
    const script = `(async () => {
      const of = await import("/reader.js")
      const get = async (name) => new Uint8Array(await (await fetch("/" + name)).arrayBuffer())
      const files = await Promise.all(${JSON.stringify(FILES)}.map(get))
      return (${everything.toString()})(of, files, ${JSON.stringify(SENTENCES)})
    })()`
    const there = (await page.evaluate(script)) as string
    expect(JSON.parse(there)).toEqual(JSON.parse(here))
    const { said, claims } = JSON.parse(here) as { said: unknown[]; claims: unknown[][] }
    expect(said.length).toBe(Object.keys(SENTENCES).length)
    // A claim at least from each of the first three, which are read beyond trees.
    expect(claims.slice(0, 3).map((of) => of.length > 0)).toEqual([true, true, true])
  }, 120_000)
})
