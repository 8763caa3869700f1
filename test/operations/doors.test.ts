import { Command } from "commander"
import { expect, test } from "vitest"
import { Door } from "../../src/cli/door.js"
import { commandOf } from "../../src/cli/operation-commands.js"
import { program } from "../../src/cli/program.js"
import { ROUTES } from "../../src/http/routes.js"
import { operations } from "../../src/operations/index.js"
import { fakeReader } from "./fake-reader.js"

/** Commands under which the command line has what over HTTP is a resource of its own. */
const ELSEWHERE: Readonly<Record<string, string>> = { unknown: "who --unknown" }

const root = program(new Door({ openReader: async () => fakeReader }))
const commands = new Map(root.commands.map((command) => [command.name(), command]))

test("the command line and HTTP reach every operation, and nothing else is named like one", () => {
  const named = Object.keys(operations).sort()
  expect(Object.keys(ROUTES).sort()).toEqual(named)
  for (const name of named)
    expect([name, commands.get(commandOf(name))]).toEqual([name, expect.any(Command)])
  for (const [name, words] of Object.entries(ELSEWHERE)) {
    const [command = "", option = ""] = words.split(" ")
    expect([name, commands.get(command)?.options.map((one) => one.long)]).toEqual([
      name,
      expect.arrayContaining([option]),
    ])
  }
})

test("an operation is found under its own name, with a sentence that says what it does", () => {
  for (const [name, operation] of Object.entries(operations)) {
    expect(operation.name).toBe(name)
    expect(operation.summary).toMatch(/^[A-Z].+\.$/)
  }
})

test("no two operations share a place over HTTP", () => {
  const places = Object.values(ROUTES).map(
    ({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`,
  )
  expect(new Set(places).size).toBe(places.length)
})
