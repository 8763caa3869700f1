import type { Family } from "../../src/model/claim.js"

/** The fields that a family may have beyond those of every claim. */
export const FAMILY_FIELDS: Readonly<Record<Family, readonly string[]>> = {
  contact:
    "visitor host format level delegation_head persons_met event_name session_no arrival departure topics outcome_refs".split(
      " ",
    ),
  statement: "speaker addressee about act medium content_ref content condition".split(" "),
  agreement:
    "title kind stage stage_date sector term in_force_from in_force_to text_ref reg_no".split(" "),
  membership: "body role from to programme_step".split(" "),
  exercise:
    "name series kind domain focus planned_start planned_end held_start held_end participants forces scenario cancelled_by cancel_date".split(
      " ",
    ),
  training:
    "provider trainee programme course school place trainees rate start end fiscal_year".split(" "),
  arms: "supplier recipient via stage designation category n_ordered n_delivered order_year delivery_years value end_use".split(
    " ",
  ),
  deployment: "contributor mission host personnel change_from change_to type command from to".split(
    " ",
  ),
  access: "grantor user facility kind stage rent_paid rent_asked term from to volume".split(" "),
  assistance: "donor recipient account stage amount fiscal_year purpose conditions authority".split(
    " ",
  ),
  sanction: "sender target instrument stage issue condition legal_ref from to review_cycle".split(
    " ",
  ),
  post: "person office of to change mode vote_share".split(" "),
  incident:
    "perpetrator victim custodian kind weapon killed injured detained legal_stage carried_out".split(
      " ",
    ),
  measure: "subject indicator value unit as_of basis".split(" "),
}
