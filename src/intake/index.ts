export { intake } from "./intake.js"
export { type LineResult, readJsonLine, readJsonLines, streamJsonLines } from "./json-lines.js"
export type { IntakeCode, IntakeResult, RawReport } from "./raw-report.js"
