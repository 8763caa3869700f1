import type { Frame } from "../language/frame.js"
import type { Modality, Status } from "../model/claim.js"

/** Types that become AGREE when they are only planned or promised (PLOVER manual, 2024: AGREE). */
const PROMISED = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID"])

/** The PLOVER type and mode that an act has, given its status; null when PLOVER does not code it. */
export function effectOf(
  frame: Frame,
  status: Status,
  modality: Modality,
): { readonly event: string; readonly mode: string } | null {
  const { event, mode } = frame
  if ((status === "planned" || status === "proposed") && PROMISED.has(event))
    return { event: "AGREE", mode: "" }
  if (status === "planned" && event === "RETREAT" && mode === "withdraw")
    return { event: "CONCEDE", mode: "" }
  if (status === "cancelled" && event === "CONSULT") return { event: "REJECT", mode: "meet" }
  if (status === "cancelled" && PROMISED.has(event))
    return { event: "SANCTION", mode: "discontinue" }
  if (
    modality.negated &&
    status === "denied" &&
    (event === "CONSULT" || event === "AID" || event === "AGREE")
  )
    return { event: "REJECT", mode: event === "CONSULT" ? "meet" : event === "AID" ? "assist" : "" }
  return { event, mode }
}
