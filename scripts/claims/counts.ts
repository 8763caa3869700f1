import type { Compiled } from "./compile.js"

/** How many items, claims and words there are, and of which kinds, as lines to print. */
export function countLines(compiled: readonly Compiled[]): string[] {
  const claims = compiled.flatMap((one) => one.claims)
  const words = compiled.reduce((sum, { item }) => sum + item.text.split(/\s+/).length, 0)
  const several = compiled.filter((one) => one.claims.length > 1).length
  const none = compiled.filter((one) => one.claims.length === 0).length
  return [
    `items ${compiled.length}, with several claims ${several}, with none ${none}, claims ${claims.length}, words an item ${(words / Math.max(1, compiled.length)).toFixed(1)}`,
    ...table(
      "language",
      compiled.map(({ item }) => item.language),
    ),
    ...table(
      "type",
      claims.map((c) => c.event),
    ),
    ...table(
      "mode",
      claims.map((c) => (c.mode === "" ? c.event : `${c.event}.${c.mode}`)),
    ),
    ...table(
      "family",
      claims.map((c) => c.family),
    ),
    ...table(
      "stage",
      claims.map((c) => `${c.family}/${c.stage}`),
    ),
    ...table(
      "status",
      claims.map((c) => c.status),
    ),
    ...table(
      "trap",
      compiled.map(({ item }) => item.marks.get("trap") ?? "-"),
    ),
    ...table(
      "style",
      compiled.map(({ item }) => item.marks.get("style") ?? "-"),
    ),
    ...table(
      "country",
      claims.flatMap((c) => [...c.actor, ...c.recipient].map((p) => p.country ?? "?")),
    ),
    ...table(
      "decade",
      claims.flatMap((c) => (c.when ? [`${/\d{3}/.exec(c.when.edtf)?.[0]}0`] : [])),
    ),
  ]
}

function table(name: string, values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return [`${name} (${sorted.length}): ${sorted.map(([key, n]) => `${key} ${n}`).join(", ")}`]
}
