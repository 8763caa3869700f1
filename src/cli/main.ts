#!/usr/bin/env node
import { run } from "./program.js"
import type { Parts } from "./door.js"
import { leaveOnClosedPipe } from "./terminal.js"

leaveOnClosedPipe()
// Threads are started from the built files; run from the sources, everything is done on one.
const built = import.meta.url.endsWith(".js")
const parts: Parts = {
  async openReader({ jobs, layers }) {
    if (jobs > 1 && built) return (await import("../operations/pool.js")).openPool(jobs, { layers })
    return (await import("../operations/reader.js")).openReader()
  },
}
if (built)
  parts.rebuildElsewhere = async (path) =>
    (await import("../operations/rebuild-thread.js")).rebuildOnThread(path)

process.exitCode = await run(process.argv.slice(2), parts)
