#!/usr/bin/env node
import { run } from "./program.js"
import { leaveOnClosedPipe } from "./terminal.js"

leaveOnClosedPipe()
process.exitCode = await run(process.argv.slice(2), {
  async openReader({ jobs, layers }) {
    // Threads are started from the built files; run from the sources, everything is read on one.
    const built = import.meta.url.endsWith(".js")
    if (jobs > 1 && built) return (await import("../operations/pool.js")).openPool(jobs, { layers })
    return (await import("../operations/reader.js")).openReader()
  },
})
