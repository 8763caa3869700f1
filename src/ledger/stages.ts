import type { Claim } from "../model/claim.js"

/**
 * Names that people and older reports give to stages of `knowledge/data/stages.tsv`, where a family is in front only
 * there. Claims of the machine carry the names of that list.
 */
// biome-ignore format: a table, one thing a line
const NEAR: Readonly<Record<string, string>> = {
  joined: "join", application: "accession", given: "provided", leased: "lease", recall: "recalled", return: "returned",
  removal: "removed", end: "ended", order: "ordered", delivery: "delivered", offer: "offered", force: "attack",
  relations_cut: "broken_relations", base_access: "granted", detention: "arrest", conquest: "occupation",
  "membership/withdrawn": "left", "membership/withdrawal": "left", "membership/programme": "programme_participation",
  "deployment/withdrawal": "withdrawn", "exercise/generic": "joint", "arms/halted": "cancelled",
}

/** The stage of a claim by its one name: `peace-operation` and `peace_operation` are one. */
export function stageOf({ family, stage }: Pick<Claim, "family" | "stage">): string {
  const name = stage.toLowerCase().replaceAll("-", "_")
  return NEAR[`${family}/${name}`] ?? NEAR[name] ?? name
}
