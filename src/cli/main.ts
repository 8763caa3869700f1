#!/usr/bin/env node
import { run } from "./program.js"
import type { Parts } from "./door.js"
import { leaveOnClosedPipe } from "./terminal.js"

leaveOnClosedPipe()
const parts: Parts = {
  async openReader({ jobs, layers }) {
    if (jobs > 1) return (await import("../operations/pool.js")).openPool(jobs, { layers })
    return (await import("../operations/reader.js")).openReader()
  },
  async rebuildElsewhere(path) {
    return (await import("../operations/rebuild-thread.js")).rebuildOnThread(path)
  },
  async annotateElsewhere(input) {
    return (await import("../operations/annotate-thread.js")).annotateOnThread(input)
  },
}

process.exitCode = await run(process.argv.slice(2), parts)
