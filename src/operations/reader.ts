import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Network } from "../language/network.js"
import { networkOf, readerOf } from "./plugged.js"
import type { Observer } from "../reading/claims.js"
import type { Reader } from "./reader-type.js"

export { languages, lexicons } from "./plugged.js"

const root = new URL("../../", import.meta.url)
const file = (path: string) => fileURLToPath(new URL(path, root))

/** Opens the network that is shipped with the package. */
export async function openNetwork(): Promise<Network> {
  const [model, wasm, lemmas] = await Promise.all([
    readFile(file("models/reader.bin")),
    readFile(file("encoder/build/encoder.wasm")),
    readFile(file("models/lemmas.txt"), "utf8"),
  ])
  return networkOf({ model, wasm, lemmas })
}

/** Opens the reader with all languages; takes some tenths of a second. */
export async function openReader(
  network?: Network,
  { observe }: { readonly observe?: Observer } = {},
): Promise<Reader> {
  return readerOf(network ?? (await openNetwork()), observe)
}
