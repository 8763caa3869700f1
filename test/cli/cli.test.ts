import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"

/** Every case starts a process or several. */
vi.setConfig({ testTimeout: 60_000 })

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const entry = new URL("entry.ts", import.meta.url).pathname
/** The child runs in another folder, so tsx is named by where it lies. */
const tsx = import.meta.resolve("tsx")

function dragoman(args: readonly string[], input = "") {
  const done = spawnSync(process.execPath, ["--import", tsx, entry, ...args], {
    input,
    cwd: folder,
    encoding: "utf8",
  })
  return {
    status: done.status,
    out: done.stdout,
    error: done.stderr,
    lines: done.stdout.split("\n").filter(Boolean),
  }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const met = (day: string) => JSON.stringify({ text: `AZE met NATO on 2012-03-${day}.` })

describe("read", () => {
  test("one line a claim, nothing for a report without any", () => {
    const { status, lines, error } = dragoman(
      ["read"],
      `${met("07")}\n{"text":"Nothing to see."}\n${met("08")}\n`,
    )
    expect([status, error]).toEqual([0, ""])
    expect(lines.map((line) => JSON.parse(line).when.edtf)).toEqual(["2012-03-07", "2012-03-08"])
  })

  test("one bad line among good ones is one line on standard error and status 1", () => {
    const { status, lines, error } = dragoman(
      ["read"],
      `${met("07")}\nnot json\n{"title":"no text"}\n${met("08")}\n`,
    )
    expect([status, lines.length]).toEqual([1, 2])
    const [first = "", second = "", ...rest] = error.trimEnd().split("\n")
    expect(first).toMatch(/^dragoman: standard input, line 2: intake\/\S+: .+/)
    expect(second).toMatch(/^dragoman: standard input, line 3: intake\/\S+: .+/)
    expect(rest).toEqual([])
  })

  test("files carry their name, ids are kept, the order is that of the input whatever the jobs", () => {
    const path = file(
      "wire.jsonl",
      ["01", "02", "03", "04", "05"]
        .map((day) => `{"id":"day-${day}",${met(day).slice(1)}`)
        .join("\n"),
    )
    const { lines } = dragoman(["read", path, "--jobs", "3"])
    expect(lines.map((line) => JSON.parse(line).report)).toEqual([
      "day-01",
      "day-02",
      "day-03",
      "day-04",
      "day-05",
    ])
    expect(JSON.parse(lines[0] ?? "").file).toBe(path)
  })

  test("a path that is not there does not keep others from being read", () => {
    const path = file("good.jsonl", met("07"))
    const { status, lines, error } = dragoman(["read", join(folder, "missing.txt"), path])
    expect([status, lines.length]).toEqual([1, 1])
    expect(error).toMatch(/^dragoman: \S+missing\.txt: files\/absent: .+\n$/)
  })

  test("a folder is walked in order, hidden files and loops of links left out", () => {
    const nested = join(folder, "nested")
    mkdirSync(join(nested, "b"), { recursive: true })
    symlinkSync(nested, join(nested, "b", "again"))
    file("nested/c.jsonl", met("03"))
    file("nested/.hidden.jsonl", met("04"))
    file("nested/b/a.jsonl", met("01"))
    const { status, lines } = dragoman(["read", nested])
    expect(status).toBe(0)
    expect(lines.map((line) => JSON.parse(line).when.edtf)).toEqual(["2012-03-01", "2012-03-03"])
  })

  test.each([
    [
      "random bytes",
      "random.bin",
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255),
    ],
    ["an empty file", "empty.txt", ""],
  ])("%s does no harm", (_name, name, content) => {
    const { status, out, error } = dragoman(["read", file(name, content)])
    expect([0, 1]).toContain(status)
    expect(out).toBe("")
    expect(error.trimEnd().split("\n").length).toBe(1)
    expect(error).not.toMatch(/\n\s+at /)
  })

  test("a reader that leaves early ends it quietly", () => {
    const many = file("many.jsonl", Array.from({ length: 2000 }, () => met("07")).join("\n"))
    const command = `${process.execPath} --import ${tsx} ${entry} read ${many} | head -1`
    const done = spawnSync("bash", ["-c", command], { encoding: "utf8", cwd: folder })
    expect([done.stderr, done.stdout.split("\n").length]).toEqual(["", 2])
  })
})

describe("the ledger", () => {
  test("add twice, list, show", () => {
    const a = file("a.jsonl", `{"id":"a","outlet":"First News",${met("07").slice(1)}`)
    const b = file(
      "b.jsonl",
      `{"id":"b","text":"NATO met AZE on 2012-03-07. ARM visited IRN on 2012-04."}`,
    )
    for (let time = 0; time < 2; time++)
      expect(dragoman(["add", a, b, "--ledger", "mine"]).status).toBe(0)
    const json = dragoman(["records", "--json", "--ledger", "mine"]).lines.map((line) =>
      JSON.parse(line),
    )
    expect(json.map((record) => record.reports)).toEqual([["a", "b"], ["b"]])
    expect(json[0].when).toEqual({ edtf: "2012-03-07", basis: "explicit", text: "2012-03-07" })
    expect(json[0].actor[0]).not.toHaveProperty("from")
    const table = dragoman(["records", "--ledger", "mine"])
    expect(table.out).toMatch(
      /2012-03-07 +● +(AZE ↔ NATO|NATO ↔ AZE) +contact\/meeting +occurred +2\n/,
    )
    expect(table.out).toMatch(/2 records from 2 reports\. dragoman show ID/)
    const shown = dragoman(["show", json[0].id.slice(0, 12), "--ledger", "mine"])
    expect(shown.out).toContain("“AZE met NATO on 2012-03-07.”")
    expect(shown.out).toContain("First News")
    expect(dragoman(["show", "b", "--ledger", "mine"]).out).toContain("2 claims")
    expect(dragoman(["records", "--actor", "IRN", "--ledger", "mine"]).out).toContain(
      "1 record from 1 report",
    )
    expect(
      dragoman(["records", "--since", "2012-04", "--json", "--ledger", "mine"]).lines.length,
    ).toBe(1)
    expect(dragoman(["show", "d-000000", "--ledger", "mine"])).toMatchObject({ status: 1, out: "" })
  })

  test("two processes that add at once lose nothing", async () => {
    const { spawn } = await import("node:child_process")
    const runs = ["x", "y"].map((name) => {
      const lines = Array.from(
        { length: 150 },
        (_, at) => `{"id":"${name}${at}","text":"AZE met NATO on 2012-03-07. ${name}${at}"}`,
      )
      const path = file(`${name}.jsonl`, lines.join("\n"))
      return new Promise<number | null>((resolve) => {
        spawn(process.execPath, ["--import", tsx, entry, "add", path, "--ledger", "both"], {
          cwd: folder,
        }).on("close", resolve)
      })
    })
    expect(await Promise.all(runs)).toEqual([0, 0])
    const records = dragoman(["records", "--json", "--ledger", "both"]).lines.map((line) =>
      JSON.parse(line),
    )
    expect(records.flatMap((record) => record.reports).length).toBe(300)
  }, 60_000)

  test("no ledger yet, and an empty one", () => {
    expect(dragoman(["records", "--ledger", "nowhere"])).toMatchObject({ status: 1, out: "" })
    expect(dragoman(["records", "--ledger", "nowhere"]).error).toMatch(
      /ledger\/absent: .*dragoman add FILE/,
    )
    dragoman(["add", file("blank.jsonl", "\n"), "--ledger", "void"])
    expect(dragoman(["records", "--ledger", "void"])).toMatchObject({ status: 0 })
    expect(dragoman(["records", "--ledger", "void"]).out).toContain("The ledger is empty")
  })
})

describe("what is written from the ledger", () => {
  beforeAll(() => {
    dragoman([
      "add",
      file("brief.jsonl", `{"id":"a","title":"=Title, with a comma",${met("07").slice(1)}`),
      "--ledger",
      "written",
    ])
  }, 60_000)

  test("a brief as text and, by the ending of the file, as a page", async () => {
    expect(dragoman(["brief", "AZE", "--ledger", "written"]).out).toContain(
      "- On 7 March 2012, AZE met NATO. [1]",
    )
    expect(dragoman(["brief", "AZE", "--ledger", "written", "--out", "page.html"])).toMatchObject({
      status: 0,
      out: "",
      error: "",
    })
    const { readFileSync } = await import("node:fs")
    expect(readFileSync(join(folder, "page.html"), "utf8")).toMatch(/^<!doctype html>/)
  })
  test("a page that cannot be written", () => {
    expect(
      dragoman(["brief", "AZE", "--ledger", "written", "--out", "no/such/page.html"]),
    ).toMatchObject({ status: 1, out: "" })
  })
  test("CSV with a head and one row a record", () => {
    const { lines } = dragoman(["export", "--format", "csv", "--ledger", "written"])
    expect(lines.length).toBe(2)
    expect(lines[0]).toMatch(/^id,when,basis,family,/)
    expect(lines[1]).toContain(",2012-03-07,explicit,contact,meeting,")
  })
  test("JSON Lines as records --json has them", () => {
    const line = dragoman(["export", "--format", "jsonl", "--ledger", "written"]).out
    expect(line).toBe(dragoman(["records", "--json", "--ledger", "written"]).out)
  })
})

test("one line out for each line in, errors in their place", () => {
  const { status, lines } = dragoman(
    ["identify"],
    '{"text":"وزیر دفاع ایران به باکو سفر کرد"}\nnonsense\n{"no":1}\n\n{"text":"Министр прибыл в Баку"}\n',
  )
  const answers = lines.map((line) => JSON.parse(line))
  expect([status, answers.length]).toEqual([0, 5])
  expect(answers.map((one) => one.language ?? one.error.code)).toEqual([
    "fa",
    "line/not-json",
    "line/not-a-question",
    "line/blank",
    "ru",
  ])
})

describe("wrong usage is status 2", () => {
  test.each([
    [["raed"], "Did you mean read?"],
    [["read", "--jobs", "0"], "whole number"],
    [["read", "--published", "soon"], "Give a date"],
    [["records", "--family", "visits"], "Allowed choices"],
    [["add"], "missing required argument"],
    [["records", "--since", "2013", "--until", "2012", "--ledger", "mine"], "later than"],
    [["records", "--ledger", "postgres://u:secret@host/db"], "PostgreSQL"],
  ])("%j", (args, words) => {
    const { status, out, error } = dragoman(args)
    expect([status, out]).toEqual([2, ""])
    expect(error).toContain(words)
    expect(error).not.toContain("secret")
  })
})

test.each([
  "read",
  "add",
  "records",
  "show",
  "brief",
  "export",
  "annotate",
  "identify",
  "names",
  "when",
  "howmuch",
])("%s --help teaches by examples", (command) => {
  const { status, out } = dragoman([command, "--help"])
  expect(status).toBe(0)
  expect(out.match(new RegExp(`dragoman ${command} `, "g"))?.length).toBeGreaterThanOrEqual(2)
})

test("dragoman alone says where to start", () => {
  const { status, out } = dragoman([])
  expect([status, out.includes("Start here:")]).toEqual([0, true])
})
