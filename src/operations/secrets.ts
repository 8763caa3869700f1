import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto"
import { DragomanError } from "../model/error.js"

/** Cost of one guess: some 32 MiB and two tenths of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const LENGTH = 32
const SHORTEST = 10

/** A password as it is kept: `scrypt$N$r$p$salt$hash`. */
export async function hashedPassword(password: string): Promise<string> {
  if ([...password].length < SHORTEST) {
    const message = `a password has at least ${SHORTEST} characters: a short sentence is easy to remember`
    throw new DragomanError("usage", message, {})
  }
  const salt = randomBytes(16)
  const hash = await derived(password, salt, COST)
  const { N, r, p } = COST
  return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$")
}

/** Takes as long for an unknown person, so that names cannot be told by the time it takes. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N = COST.N, r = COST.r, p = COST.p, salt = "", hash = ""] = (kept ?? "").split("$")
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const found = await derived(password, Buffer.from(salt, "base64url"), cost)
  const wanted = Buffer.from(hash, "base64url")
  return kept !== null && wanted.length === found.length && timingSafeEqual(wanted, found)
}

function derived(
  password: string,
  salt: Buffer,
  cost: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, LENGTH, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** A key that cannot be guessed. */
export function newKey(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url")
}

/** What is kept of a key. */
export function hashedKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url")
}
