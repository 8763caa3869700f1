/** The acts of each family, each with the PLOVER type that it usually is. */
// biome-ignore format: a table, one family a line
const TABLE: Readonly<Record<string, string>> = {
  contact: "visit:CONSULT meeting:CONSULT summit:CONSULT session:CONSULT forum:CONSULT call:CONSULT mediation:CONSULT summons:ACCUSE refused:REJECT",
  statement: "praise:SUPPORT criticism:ACCUSE accusation:ACCUSE warning:THREATEN threat:THREATEN pledge:AGREE intent:AGREE denial:REJECT rejection:REJECT demand:REQUEST call:REQUEST invitation:AGREE position:SUPPORT doctrine:AGREE interpretation:ACCUSE territorial_claim:ACCUSE strained_relations:ACCUSE apology:CONCEDE concession:CONCEDE",
  agreement: "negotiated:CONSULT announced:AGREE initialled:AGREE signed:SUPPORT ratified:SUPPORT in_force:SUPPORT extended:SUPPORT suspended:SANCTION expired:NONE terminated:SANCTION refused:REJECT ceasefire:RETREAT relations:SUPPORT practical_cooperation:COOPERATE cooperation_plan:AGREE",
  membership: "join:SUPPORT join_programme:SUPPORT member:NONE non_member:NONE programme_participation:COOPERATE accession:REQUEST candidacy:NONE seat:SUPPORT refused:REJECT left:SANCTION suspended:SANCTION expelled:SANCTION independence:NONE",
  exercise: "joint:COOPERATE own:MOBILIZE test:MOBILIZE parade:MOBILIZE cancelled:SANCTION",
  training: "course:AID programme:COOPERATE increase:AGREE suspension:SANCTION",
  arms: "negotiated:COOPERATE offered:COOPERATE licensed:COOPERATE ordered:AGREE delivered:COOPERATE technology:COOPERATE possession:NONE displayed:NONE disarmed:RETREAT cancelled:SANCTION",
  deployment: "peace_operation:AID coalition:COOPERATE command_arrangement:COOPERATE presence:AID posture:MOBILIZE withdrawn:RETREAT withdrawal_announced:CONCEDE",
  access: "granted:AGREE lease:COOPERATE used:COOPERATE transit:COOPERATE extended:SUPPORT requested:REQUEST refused:REJECT closed:SANCTION opened:RETREAT expired:NONE vacated:RETREAT",
  assistance: "provided:AID requested:AGREE authorised:AGREE appropriated:AGREE budgeted:AGREE estimate:AID obligated:AGREE expended:AID pledged:AGREE cofinanced:COOPERATE refused:REJECT ended:SANCTION",
  sanction: "threatened:THREATEN imposed:SANCTION conditioned:NONE extended:SANCTION eased:CONCEDE waived:CONCEDE lifted:CONCEDE supported:SUPPORT expelled:SANCTION broken_relations:SANCTION travel_warning:SANCTION",
  post: "nominated:SUPPORT confirmed:SUPPORT appointed:SUPPORT credentials:SUPPORT recalled:SANCTION returned:SUPPORT ended:NONE vacant:NONE elected:NONE election:NONE removed:NONE resigned:RETREAT",
  incident: "attack:ASSAULT invasion:ASSAULT occupation:ASSAULT shelling:ASSAULT airstrike:ASSAULT drone_strike:ASSAULT shootdown:ASSAULT bombing:ASSAULT suicide_attack:ASSAULT shooting:ASSAULT killing:ASSAULT assassination:ASSAULT chemical:ASSAULT clash:ASSAULT ceasefire_violation:ASSAULT airspace_violation:MOBILIZE violation:MOBILIZE abduction:ASSAULT human_shields:ASSAULT torture:ASSAULT beating:ASSAULT sexual_violence:ASSAULT arson:ASSAULT destruction:ASSAULT crowd_control:ASSAULT plot:ASSAULT arrest:COERCE charge:ACCUSE trial:ACCUSE conviction:SANCTION release:RETREAT pardon:CONCEDE extradition:COOPERATE deportation:COERCE seizure:COERCE repression:COERCE censorship:COERCE curfew:COERCE martial_law:COERCE withheld:COERCE cyber:COERCE disinformation:COERCE counter_intelligence:COERCE counter_terrorism:COOPERATE protest:PROTEST riot:PROTEST strike:PROTEST hunger_strike:PROTEST boycott:PROTEST blockage:PROTEST vandalism:PROTEST",
  measure: "trade:NONE budget:NONE force_size:NONE migration:NONE production:NONE",
}

export interface Act {
  readonly stage: string
  readonly event: string
}

export const FAMILY_CODES: readonly string[] = Object.keys(TABLE)

export function actsOf(family: string): readonly Act[] {
  return (TABLE[family] ?? "").split(" ").flatMap((pair) => {
    const [stage, event] = pair.split(":")
    return stage && event ? [{ stage, event }] : []
  })
}
