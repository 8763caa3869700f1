import { add } from "./add.js"
import { annotate } from "./annotate.js"
import { brief } from "./brief.js"
import { exportRecords } from "./export.js"
import { identify } from "./identify.js"
import { howmuch, names, when } from "./one-thing.js"
import { read } from "./read.js"
import { records } from "./records.js"
import { same } from "./same.js"
import { show } from "./show.js"
import { who } from "./who.js"

/** Everything that one can ask of the system, by name. */
// biome-ignore format: a table, one thing a line
export const operations = {
  read, annotate, identify, names, when, howmuch, who, same, add, records, show, brief, export: exportRecords,
} as const
