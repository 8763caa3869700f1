import type { ZoneSpan } from "../model/layers.js"
import type { Report } from "../model/report.js"
import { findZones, type ZoneCue, zoneCues } from "../reading/zones.js"
import { languages } from "./reader.js"

let cues: readonly ZoneCue[] | null = null

/** The parts of a report's text, as the reader tells them apart. */
export function zonesOf({ text, title }: Report): readonly ZoneSpan[] {
  cues ??= zoneCues(
    [...languages.values()].flatMap(({ tables }) => [tables.boilerplate, tables.page]),
  )
  return findZones(text, { title, cues })
}
