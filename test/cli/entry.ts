import { run } from "../../src/cli/program.js"
import { leaveOnClosedPipe } from "../../src/cli/terminal.js"
import { fakeReader } from "../operations/fake-reader.js"

leaveOnClosedPipe()
process.exitCode = await run(process.argv.slice(2), { openReader: async () => fakeReader })
