import { z } from "zod"
import { termsOf } from "../knowledge/registry.js"
import type { Claim } from "../model/claim.js"
import { operation } from "./operation.js"

const metSchema = z.object({ claim: z.string(), report: z.string(), text: z.string() })

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What the reports say of the person, most often said first. */
  countries: z.array(z.string()),
  offices: z.array(z.string()),
  met: z.array(metSchema),
})

type Person = z.output<typeof personSchema>

/** The persons of the ledger whom no table knows. */
export const unknown = operation({
  name: "unknown",
  summary: "Lists the persons of the ledger whom no table knows, with where they were met.",
  input: z.object({}),
  output: z.object({ persons: z.array(personSchema) }),
  async run(_, context) {
    const store = await context.ledger()
    return { persons: personsOf(await store.claims()) }
  },
})

function personsOf(claims: readonly Claim[]): Person[] {
  const found = new Map<string, Met[]>()
  for (const claim of claims)
    for (const party of [...claim.actor, ...claim.recipient, ...claim.others]) {
      if (!/^(person|unknown)\//.test(party.id) || termsOf(party.id).length > 0) continue
      found.set(party.id, [...(found.get(party.id) ?? []), { claim, party }])
    }
  return [...found]
    .map(([id, all]) => personOf(id, all))
    .sort((a, b) => b.met.length - a.met.length || (a.id < b.id ? -1 : 1))
}

interface Met {
  readonly claim: Claim
  readonly party: Claim["actor"][number]
}

function personOf(id: string, all: readonly Met[]): Person {
  return {
    id,
    name: byCount(all.map(({ party }) => party.name))[0] ?? id,
    countries: byCount(all.map(({ party }) => party.country)),
    offices: byCount(all.map(({ party }) => party.role)),
    met: all.map(({ claim, party }) => ({
      claim: claim.id,
      report: claim.report,
      text: party.text,
    })),
  }
}

/** The values that are there, each once, most frequent first. */
function byCount(values: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
}
