import type { Command } from "commander"
import { unknown } from "../operations/unknown.js"
import type { Door } from "./door.js"
import { answerLines, lineCommand, WHO } from "./line-commands.js"
import { withLedger } from "./options.js"

const MORE = [
  "  dragoman who --unknown                     persons of the ledger whom no table knows",
]

/** `dragoman who`: whom a mention means, a line in and a line out; or the persons whom the ledger does not know yet. */
export function whoCommand(program: Command, door: Door): void {
  withLedger(lineCommand(program, WHO, MORE))
    .option("--unknown", "list the ledger's persons whom no table knows, and where they were met")
    .action(async ({ unknown: listing, ledger }: { unknown?: boolean; ledger?: string }) => {
      if (!listing) return answerLines(door, WHO.operation)
      const { persons } = await unknown.run({}, door.context(ledger))
      for (const person of persons) await door.terminal.json(person)
    })
}
