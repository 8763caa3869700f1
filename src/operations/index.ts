import { add } from "./add.js"
import { addClaim } from "./add-claim.js"
import { addReports } from "./add-reports.js"
import { annotate } from "./annotate.js"
import { audit } from "./audit.js"
import { brief } from "./brief.js"
import { exportRecords } from "./export.js"
import { identify } from "./identify.js"
import { howmuch, names, when } from "./one-thing.js"
import { job, jobs } from "./job.js"
import { judge } from "./judge.js"
import { queue } from "./queue.js"
import { read } from "./read.js"
import { record } from "./record.js"
import { records } from "./records.js"
import { report } from "./report.js"
import { reports } from "./reports.js"
import { same } from "./same.js"
import { show } from "./show.js"
import { status } from "./status.js"
import { unknown } from "./unknown.js"
import { who } from "./who.js"

/** Everything that one can ask of the system, by name. */
// biome-ignore format: a table, one thing a line
export const operations = {
  read, annotate, identify, names, when, howmuch, who, same, add, records, show, brief, export: exportRecords,
  record, report, reports, queue, judge, addClaim, addReports, job, jobs, status, unknown, audit,
} as const
