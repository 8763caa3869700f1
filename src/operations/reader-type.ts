import type { Document } from "../model/pipeline.js"
import type { LayerName } from "../model/layers.js"
import type { ReportInput } from "../model/report.js"

/** Everything that reading gives of one report. */
export type ReadDocument = Document<LayerName>

/** Reads reports into documents with claims. It keeps nothing. */
export interface Reader {
  read(input: ReportInput): Promise<ReadDocument>
}
