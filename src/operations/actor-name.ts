import { DragomanError } from "../model/error.js"
import type { Party } from "../model/claim.js"
import { foldWord } from "../text/fold.js"

/** True when a party is the actor asked for, or a body of it: `AZE` finds `AZE.GOV.MIL.defence-ministry`. */
export function isActor(party: Pick<Party, "id" | "country">, id: string): boolean {
  return party.id === id || party.country === id || party.id.startsWith(`${id}.`)
}

/**
 * The id that a code, an acronym or a name in any of the languages means.
 * @throws DragomanError `actor/unknown` when no table knows the name.
 */
export async function actorId(asked: string): Promise<string> {
  const wanted = asked.trim()
  if (/^[A-Z][A-Z0-9-]{1,}(\.[\w-]+)*$/.test(wanted) || wanted.startsWith("person/")) return wanted
  const names = await nameTable()
  const known = names.get(foldWord(wanted))
  if (known !== undefined) return known
  if (/^[a-z]{3}$/i.test(wanted)) return wanted.toUpperCase()
  const near = [...names.keys()].find(
    (name) => name.startsWith(foldWord(wanted).slice(0, 4)) && wanted.length > 3,
  )
  const hint = near === undefined ? "" : ` (did you mean "${near}"?)`
  const message = `no actor is called "${asked}"${hint}: give an ISO code such as AZE, an acronym such as NATO, or a name`
  throw new DragomanError("actor/unknown", message, { asked })
}

let names: Promise<ReadonlyMap<string, string>> | null = null

function nameTable(): Promise<ReadonlyMap<string, string>> {
  names ??= readNames()
  return names
}

/** Exact names win over capitals and other metonyms; earlier rows win over later ones. */
async function readNames(): Promise<ReadonlyMap<string, string>> {
  const { languages } = await import("./reader.js")
  const { parseTable } = await import("../model/table.js")
  const rows = [...languages.values()].flatMap((language) =>
    parseTable(language.tables.names ?? ""),
  )
  const found = new Map<string, string>()
  for (const strength of ["exact", "metonym"])
    for (const { id = "", name = "", strength: is } of rows) {
      const key = foldWord(name)
      if (is === strength && id !== "" && !found.has(key)) found.set(key, id)
    }
  return found
}
