/**
 * A 96-bit hash of some texts as 24 hexadecimal digits: three FNV-1a-like lanes of 32 bits, mixed at the end.
 * Stable for ever (ids of reports and claims rest on it); not for secrets.
 */
export function fingerprint(...parts: readonly string[]): string {
  const lanes = Uint32Array.of(0x811c9dc5, 0x01234567, 0x9e3779b9)
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) mix(lanes, part.charCodeAt(i))
    mix(lanes, 0x10000)
  }
  return Array.from(lanes, (lane) => finish(lane).toString(16).padStart(8, "0")).join("")
}

function mix(lanes: Uint32Array, unit: number): void {
  const a = lanes[0] as number
  const b = lanes[1] as number
  const c = lanes[2] as number
  lanes[0] = Math.imul(a ^ unit, 0x01000193)
  lanes[1] = Math.imul(b ^ (unit + (a >>> 7)), 0x85ebca6b)
  lanes[2] = Math.imul(c ^ (unit + (b >>> 11)), 0xc2b2ae35)
}

function finish(lane: number): number {
  let x = lane ^ (lane >>> 16)
  x = Math.imul(x, 0x7feb352d)
  x ^= x >>> 15
  x = Math.imul(x, 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}
