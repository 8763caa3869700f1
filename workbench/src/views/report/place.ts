import type { ReportClaim, ReportDetail } from "../../api/types.js"
import type { Lit } from "../../passage/roles.js"
import { litOf } from "../../passage/roles.js"
import { blocksOf, type Block } from "../../text/long.js"

/** A paragraph with what is lit in it and the claims that stand in it. */
export interface Placed extends Block {
  readonly claims: readonly ReportClaim[]
  readonly lit: readonly Lit[]
  readonly zone: string
}

/** Where a claim is shown: its act; in the title when it was read there. */
export const inTitle = (claim: ReportClaim, title: string | null): boolean =>
  title !== null && claim.evidence[0]?.zone === "headline"

function zoneOf(block: Block, zones: ReportDetail["zones"]): string {
  const end = block.from + block.text.length
  const whole = zones.find((one) => one.from <= block.from + 1 && one.to >= end - 1)
  return whole?.zone ?? "body"
}

function dimmed(block: Block, zones: ReportDetail["zones"]): Lit[] {
  const end = block.from + block.text.length
  return zones
    .filter((one) => one.zone === "boilerplate" && one.from < end && one.to > block.from)
    .map(({ from, to }) => ({
      from: Math.max(from, block.from),
      to: Math.min(to, end),
      role: "dim",
    }))
}

/** The text of a report in paragraphs, each with its claims; when one claim is held, its words alone are lit. */
export function placed(
  { report, zones, claims }: ReportDetail,
  held: string | null,
): readonly Placed[] {
  const inText = claims.filter((claim) => !inTitle(claim, report.title))
  const lighted = inText.filter((claim) => held === null || claim.id === held).flatMap(litOf)
  return blocksOf(report.text).map((block) => {
    const end = block.from + block.text.length
    const own = inText.filter(({ act }) => act.from >= block.from && act.from < end)
    const zone = zoneOf(block, zones)
    const lit = lighted.filter((one) => one.from < end && one.to > block.from)
    return {
      ...block,
      claims: own,
      zone,
      lit: zone === "boilerplate" ? lit : [...lit, ...dimmed(block, zones)],
    }
  })
}
