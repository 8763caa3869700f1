// Compiles encoder/assembly to encoder/build/encoder.wasm.
import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import asc from "assemblyscript/asc"

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
mkdirSync(here("build"), { recursive: true })
const { error, stdout, stderr } = await asc.main([
  here("assembly/index.ts"),
  ...["--outFile", here("build/encoder.wasm")],
  ...["--runtime", "stub", "--enable", "simd,bulk-memory", "--noAssert", "--use", "abort="],
  ...["-O3", "--converge"],
])
if (error) {
  writeFileSync(2, `${stdout}${stderr}`)
  throw error
}
