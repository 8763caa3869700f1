#!/usr/bin/env node
import { run } from "./program.js"
import { leaveOnClosedPipe } from "./terminal.js"

leaveOnClosedPipe()
process.exitCode = await run(process.argv.slice(2), {
  openReader: async () => (await import("../operations/reader.js")).openReader(),
})
