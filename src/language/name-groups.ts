/**
 * Which written forms belong to one name, from groups of forms in all scripts. The table holds no names: a form is
 * found under a 32-bit hash (16 bits of bucket, 16 bits kept), so that about one unknown word in 15,000 seems known.
 */
export class NameGroups {
  private readonly starts = new Uint32Array(65537)
  private readonly marks: Uint16Array
  private readonly low: Uint16Array
  private readonly high: Uint8Array
  private readonly cache = new Map<string, readonly number[] | null>()

  /** @throws RangeError when the bytes are no such table. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 65544 || view.getUint32(0) !== 0x4e414d31)
      throw new RangeError(
        `a table of name groups begins with NAM1, not so these ${bytes.length} bytes`,
      )
    const count = view.getUint32(4, true)
    for (let i = 0; i < 65536; i++) this.starts[i + 1] = (this.starts[i] ?? 0) + (bytes[8 + i] ?? 0)
    // A copy: a view of Node's may stand anywhere in its buffer.
    const body = Uint8Array.from(bytes.subarray(65544, 65544 + 5 * count)).buffer
    this.marks = new Uint16Array(body, 0, count)
    this.low = new Uint16Array(body, 2 * count, count)
    this.high = new Uint8Array(body, 4 * count, count)
  }

  /** The groups of a folded form; empty when it is a known name without other forms, null when it is not known. */
  of(folded: string): readonly number[] | null {
    const known = this.cache.get(folded)
    if (known !== undefined) return known
    const found = this.find(nameHash(folded))
    if (this.cache.size > 100000) this.cache.clear()
    this.cache.set(folded, found)
    return found
  }

  private find(hash: number): readonly number[] | null {
    const mark = hash >>> 16
    const end = this.starts[(hash & 65535) + 1] ?? 0
    let found: number[] | null = null
    for (let i = this.starts[hash & 65535] ?? 0; i < end; i++) {
      if (this.marks[i] !== mark) continue
      found ??= []
      const group = (this.low[i] ?? 0) + ((this.high[i] ?? 0) << 16)
      if (group > 0) found.push(group)
    }
    return found
  }
}

/** FNV-1a over UTF-16 code units with a final mix; as `fnv` in `training/names.py`. */
function nameHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
