// Makes one file of everything that a page needs to read reports: dist/browser/dragoman-reader.js. It imports nothing; the
// page hands in the bytes of models/reader.bin, models/lemmas.txt and encoder/build/encoder.wasm.
//
//     node scripts/build-browser.mjs [FILE]
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
await build({
  entryPoints: [here("src/operations/browser.ts")],
  outfile: process.argv[2] ?? here("dist/browser/dragoman-reader.js"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
})
